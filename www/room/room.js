// The organiser's page: which questionnaire, in which language, and what the program can't do by itself there: files that
// are chosen or dropped, and the camera.

import init, { room } from "boussole-glue";
import { DEFAULTS } from "../element/attributes.js";
import { Camera } from "./camera.js";
import { address, pack } from "../shared/files.js";
import { onFailure } from "../element/guard.js";
import { panel, reported } from "../element/panel.js";
import { find } from "../element/versions.js";

const { texts, titles } = BOUSSOLE_RELEASE.room;
const asked = new URL(location.href).searchParams;

/** @param {string} name @param {Record<string, unknown>} known @param {string} usual */
const choice = (name, known, usual) => {
  const value = asked.get(name) ?? "";
  return Object.hasOwn(known, value) ? value : usual;
};

const locale = choice("lang", texts, DEFAULTS.lang);
const questionnaire = choice("questionnaire", BOUSSOLE_RELEASE.packs, DEFAULTS.questionnaire);

/** @template {Element} Kind @param {string} selector @param {new () => Kind} kind */
function found(selector, kind) {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`the page has no ${selector}`);
  return element;
}

const frame = found("main", HTMLElement);
document.documentElement.lang = locale;
document.title = titles[locale];
const other = found(".other-language", HTMLAnchorElement);
const next = Object.keys(texts).find((known) => known !== locale) ?? locale;
asked.set("lang", next);
[other.lang, other.hreflang, other.search] = [next, next, `?${asked}`];
other.textContent = next === "en" ? "English" : "Français";

/** @type {((kind: string, what: string) => void) | undefined} */
let hear;
const camera = new Camera(frame, (kind, what) => hear?.(kind, what));

/** @param {FileList | undefined | null} files */
async function take(files) {
  for (const file of files ?? []) hear?.("text", await file.text());
}

frame.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
  take(target.files).finally(() => (target.value = ""));
});
// Anywhere on the page: a file that misses a small field would be opened in its place.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  take(event.dataTransfer?.files);
});

/** @param {unknown} error */
function fail(error) {
  const reason = reported("boussole-room", error);
  frame.replaceChildren(panel(locale, reason, () => location.reload()));
}

async function show() {
  onFailure(fail);
  const { packs, wasm } = BOUSSOLE_RELEASE;
  const forms = packs[questionnaire];
  const form = Object.hasOwn(forms, DEFAULTS.form) ? DEFAULTS.form : Object.keys(forms)[0];
  const all = [pack(forms[form][locale] ?? Object.values(forms[form])[0]), pack(texts[locale])];
  const [content, said] = await Promise.all([...all, init({ module_or_path: fetch(address(wasm)) })]);
  frame.replaceChildren();
  room(frame, content, said, {
    find: (questionnaire, form, version) => find(questionnaire, form, version, locale),
    camera: (on) => void (on ? camera.start() : camera.stop()),
    opened(hearing) {
      if (!hearing) fail(new Error("the part of the program could not be loaded"));
      hear = hearing;
    },
  });
}

show().catch(fail);
