// A questionnaire of a host's own: fetched from where its page says, then read and checked by a module of WebAssembly
// that is loaded for nothing else. Where it has faults, all of them are told to its publisher.

import { bytes, pack } from "../shared/files.js";
import { boussoleError } from "../element/events.js";
import { unescaped } from "./unescaped.js";

/** @typedef {import("../element/attributes.js").HostQuestionnaire} Own */
/** @typedef {{ name: string, text: string, wrong?: string, isThere: boolean }} Found */

/** The most bytes that one of its files may have. */
const LARGEST = 500_000;
const STRUCTURE = "questionnaire.toml";
const ELSEWHERE = "put the file there, or correct `src`, which names its folder";
const UNREADABLE =
  "see that its server is there and lets this page read it (Access-Control-Allow-Origin), and that the policy of this " +
  "page allows its address (connect-src)";

/** @type {Promise<WebAssembly.Module> | undefined} */
let checking;

/**
 * The questionnaire in the folder at an address.
 * @param {Element} element
 * @param {string} src
 * @param {Later} release
 */
export async function read(element, src, { own, languages }) {
  const folder = located(src);
  const questionnaire = folder.pathname.split("/").at(-2) ?? "";
  if (Object.hasOwn(BOUSSOLE_RELEASE.packs, questionnaire)) {
    // By its name alone, links and drafts tell what they belong to.
    const what = `${folder}: \`${questionnaire}\` is the name of one of Boussole's own questionnaires`;
    throw unusable(folder, [told(what, "give the folder another name")]);
  }
  checking ??= compiled(own.wasm);
  checking.catch(() => (checking = undefined));
  // In a language that the widget does not have, a file that the page asks for is a fault.
  const asked = element.getAttribute("lang")?.match(/^[a-z]{2,3}\b/i)?.[0].toLowerCase() ?? [];
  const locales = new Set(Object.keys(languages).concat(asked));
  const [module, spoken, files] = await Promise.all([
    checking,
    Promise.all(Object.entries(languages).map(async ([locale, file]) => [locale, ...(await pack(file))])),
    Promise.all([STRUCTURE, ...[...locales].map((locale) => `${locale}.toml`)].map((name) => found(folder, name))),
  ]);
  const missing = unread(files);
  if (missing.length > 0) throw unusable(folder, missing);
  const { packs, faults, sum } = await checked(module, folder, files, spoken);
  if (faults) throw unusable(folder, [...faults, sum]);
  return /** @type {Own} */ ({ questionnaire, forms: packs, address: folder.href });
}

/** The folder that is meant: the same without the slash at its end. @param {string} src */
function located(src) {
  try {
    const folder = new URL(src, document.baseURI);
    folder.search = folder.hash = "";
    folder.pathname = folder.pathname.replace(/\/?$/, "/");
    return folder;
  } catch {
    throw unusable(src, [told("`src` is no address", 'write that of a folder: src="/questionnaires/ours/"')]);
  }
}

/** @param {string} file */
const compiled = async (file) => WebAssembly.compile(await bytes(file));

/**
 * A file of the folder, or what is wrong with it. One that was mended is seen at once.
 * @param {URL} folder
 * @param {string} name
 */
async function found(folder, name) {
  const url = new URL(name, folder);
  /** @param {string} what @param {string} mend */
  const without = (what, mend, isThere = true) => ({ name, text: "", wrong: told(`${url}: ${what}`, mend), isThere });
  try {
    const response = await fetch(url, { credentials: "omit", cache: "no-cache" });
    const { status } = response;
    if (!response.ok) return without(`the server answers ${status}`, ELSEWHERE, status >= 500);
    const isPage = response.headers.get("Content-Type")?.includes("html");
    if (isPage) return without("the server answers a web page, and no TOML", ELSEWHERE, false);
    const content = await atMost(LARGEST, response);
    if (!content) return without(`the file has more than ${LARGEST} bytes`, "make it shorter");
    const text = new TextDecoder().decode(content);
    if (text.includes("\uFFFD")) return without("the file is not in UTF-8", "save it as UTF-8");
    return { name, text, isThere: true };
  } catch {
    // That a file is not there may look like this: many servers let others read it only where it is.
    return without("the browser could not read it", UNREADABLE, false);
  }
}

/** The bytes of an answer; none if there are more. @param {number} limit @param {Response} response */
async function atMost(limit, response) {
  const chunks = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    length += next.value.length;
    if (length > limit) return void reader?.cancel();
    chunks.push(next.value);
  }
  return new Blob(chunks).arrayBuffer();
}

/** Faults of the files: a questionnaire need not be there in every language. @param {Found[]} files */
function unread([structure, ...texts]) {
  if (structure.wrong) return [structure.wrong];
  const isReadable = texts.some(({ wrong }) => !wrong);
  return texts.flatMap(({ wrong, isThere }) => (wrong && (isThere || !isReadable) ? wrong : []));
}

/**
 * Outcome of the check of the files; crates/host-questionnaire/src/exports.rs defines the calls.
 * @param {WebAssembly.Module} module
 * @param {URL} folder
 * @param {Found[]} files
 * @param {string[][]} spoken each language of the widget: its locale, then its texts
 */
async function checked(module, folder, files, spoken) {
  try {
    const { exports } = await WebAssembly.instantiate(module);
    const { memory, place, text, language, file, check, answer } = /** @type {any} */ (exports);
    /** Hands texts to one of these. @param {() => number} to @param {string[]} texts */
    const hand = (to, texts) => {
      for (const given of texts.map((each) => new TextEncoder().encode(each))) {
        // First: the memory may be another one once there is room.
        const at = place(given.length);
        new Uint8Array(memory.buffer, at, given.length).set(given);
        text();
      }
      return to();
    };
    for (const texts of spoken) hand(language, texts);
    for (const found of files.filter(({ wrong }) => !wrong)) hand(file, [found.name, found.text]);
    const length = hand(check, [unescaped(folder)]);
    return JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, answer(), length)));
  } catch (error) {
    throw unusable(folder, [told(`the check itself broke: ${error}`, "check the folder with the authoring kit")]);
  }
}

/** A fault as the check tells one. @param {string} what @param {string} mend */
const told = (what, mend) => `${what}\n    = ${mend}`;

/** Error of the element. @param {URL | string} folder @param {string[]} faults */
const unusable = (folder, faults) =>
  boussoleError("questionnaire", [`the questionnaire at ${folder} can't be used.`, ...faults].join("\n\n"));
