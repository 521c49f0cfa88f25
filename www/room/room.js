// Organiser's page: questionnaire and language from the address, files that are chosen or dropped, and the camera.

import init, { room } from "boussole-glue";
import { DEFAULTS } from "../element/attributes.js";
import { Camera } from "./camera.js";
import { address, pack } from "../shared/files.js";
import { onFailure } from "../element/guard.js";
import { panel, reasonOf } from "../element/panel.js";
import { localeOfAddress } from "../shared/locale.js";
import { started } from "../shared/started.js";
import { versionFiles } from "../element/versions.js";
import { updateLanguageLinks } from "../shared/languages.js";

const { texts, titles, descriptions, names } = BOUSSOLE_RELEASE.room;
const parameters = new URL(location.href).searchParams;

const locale = localeOfAddress(Object.keys(texts), DEFAULTS.lang);
const named = parameters.get("questionnaire") ?? "";
const questionnaire = Object.hasOwn(BOUSSOLE_RELEASE.packs, named) ? named : DEFAULTS.questionnaire;

/** @template {Element} Kind @param {string} selector @param {new () => Kind} kind */
function find(selector, kind) {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`the page has no ${selector}`);
  return element;
}

const frame = find("main", HTMLElement);
document.documentElement.lang = locale;
document.title = titles[locale];
document.querySelector("meta[name=description]")?.setAttribute("content", descriptions[locale]);
updateLanguageLinks(locale, Object.keys(texts), (lang) => names[lang], (lang) => {
  parameters.set("lang", lang);
  return `?${parameters}`;
});

/** Input of the program: its kind, see `RoomShell`, then its value. @type {((kind: string, value: string) => void) | undefined} */
let input;
const camera = new Camera(frame, (kind, value) => input?.(kind, value));

/** Reads files one after the other, in the order in which they were chosen. */
let reading = Promise.resolve();
let attempts = 0;

/** @param {FileList | undefined | null} list */
function readFiles(list) {
  // The list of a field empties with it.
  const files = [...(list ?? [])];
  const read = async () => {
    const script = address(BOUSSOLE_RELEASE.roomFiles);
    // Browsers may cache a failed import.
    if (attempts > 0) script.searchParams.set("attempt", String(attempts));
    const reader = await import(script.href).catch(() => void attempts++);
    if (reader) return reader.readFiles(files, (/** @type {string} */ kind, /** @type {string} */ value) => input?.(kind, value));
    for (const { name } of files) {
      input?.("file", name);
      input?.("end", "unloaded");
    }
  };
  reading = reading.then(read).catch(fail);
}

frame.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
  readFiles(target.files);
  target.value = "";
});
// Accepted on the whole page: the browser would open a file that is dropped beside a field.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  readFiles(event.dataTransfer?.files);
});

// Another tab may have stored something; a page that was asleep hears of nothing, and looks when it is seen again.
for (const event of ["storage", "pageshow", "focus"]) addEventListener(event, () => input?.("stored", ""));

/** @param {unknown} error */
function fail(error) {
  started();
  const reason = reasonOf("boussole-room", error);
  frame.replaceChildren(panel(locale, reason, () => location.reload()));
}

async function show() {
  onFailure(fail);
  const { packs, wasm } = BOUSSOLE_RELEASE;
  const forms = packs[questionnaire];
  const form = Object.hasOwn(forms, DEFAULTS.form) ? DEFAULTS.form : Object.keys(forms)[0];
  const all = [pack(forms[form][locale] ?? Object.values(forms[form])[0]), pack(texts[locale])];
  const [content, screenTexts] = await Promise.all([...all, init({ module_or_path: fetch(address(wasm)) })]);
  frame.replaceChildren();
  room(frame, content, screenTexts, {
    loadPack: async (...origin) => pack((await versionFiles(...origin, locale)).first),
    setCamera: (on) => void (on ? camera.start() : camera.stop()),
    onOpen(receiver) {
      if (!receiver) fail(new Error("the part of the program could not be loaded"));
      input = receiver;
      started();
    },
  });
}

show().catch(fail);
