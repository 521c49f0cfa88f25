// Options of a poster, and its addresses: a short one to type, and the one in the code, with the event.

import { parseEvent } from "../page/event.js";

/** Width and height of each sheet in mm; a slide is as wide as those of presentation programs. */
export const SHEETS = { a4: [210, 297], a3: [297, 420], slide: [338.67, 190.5] };

/** Share of the width that the code takes, with its quiet zone: www/poster/layout.css has the same. */
const CODE = { a4: 0.44, a3: 0.44, slide: 0.36 };
/** Modules of the quiet zone at each side of a code. */
const QUIET = 4;
/** Reading distance, in widths of the code and of a module: see docs/events.md. */
const [WIDTHS, MODULES] = [10, 350];
/** Width of a projected slide in mm, as an example. */
const PROJECTED = 3000;

/** @typedef {keyof typeof SHEETS} Sheet */
/** @typedef {{ sheet: Sheet, lang: string, questionnaire: string, form: string, event: string, address: string }} Choice */

/** Options of the release: see xtask/src/release/embed.rs. */
const offered = () => BOUSSOLE_RELEASE.poster;

export const languages = () => offered().languages;

/** @param {string} lang */
export const texts = (lang) => offered().texts[lang] ?? offered().texts[languages()[0]];

/** Questionnaire of an id, or else the default. @param {string} id */
export const questionnaire = (id) => offered().questionnaires.find((one) => one.id === id) ?? offered().questionnaires[0];

/** @param {Choice} choice */
export const form = (choice) => {
  const { forms } = questionnaire(choice.questionnaire);
  return forms.find(({ id }) => id === choice.form) ?? forms[0];
};

/** Title, summary and principles of a questionnaire. @param {Choice} choice */
export const names = (choice) => questionnaire(choice.questionnaire).texts[choice.lang];

/** Normalises a typed address; empty if it is none. @param {string} text */
export function address(text) {
  try {
    const url = new URL(text.includes("://") ? text : `https://${text}`);
    const isPage = ["http:", "https:"].includes(url.protocol) && /[.:]|^localhost$/.test(url.hostname);
    return isPage ? url.origin + url.pathname.replace(/(index\.html)?$/, "").replace(/\/?$/, "/") : "";
  } catch {
    return "";
  }
}

/** Address of the page without the event. @param {Choice} choice */
export function page(choice) {
  const { lang, questionnaire: id } = choice;
  const page = new URL(lang === languages()[0] ? "./" : `${lang}/`, choice.address);
  if (id !== offered().questionnaires[0].id) page.searchParams.set("questionnaire", id);
  return page;
}

/** Address in the code. @param {Choice} choice */
export function link(choice) {
  const url = page(choice);
  const chosen = form(choice).id;
  const isUsual = chosen === questionnaire(choice.questionnaire).forms[0].id;
  if (choice.event) url.hash = `event=${encodeURIComponent(choice.event)}${isUsual ? "" : `&form=${chosen}`}`;
  else if (!isUsual) url.searchParams.set("form", chosen);
  return url.href;
}

/** Address to type. @param {Choice} choice */
export function short(choice) {
  const url = page(choice);
  const chosen = form(choice).id;
  if (chosen !== questionnaire(choice.questionnaire).forms[0].id) url.searchParams.set("form", chosen);
  return `${url.host}${url.pathname}${url.search}`.replace(/\/$/, "");
}

/** Whether an event link can carry a name. @param {string} name */
export const isName = (name) => parseEvent(`#event=${encodeURIComponent(name)}`).name === name.trim();

/**
 * Size and reading distance of a code, in mm; on a slide, for a picture of three metres.
 * @param {Sheet} sheet
 * @param {number} size width of the code in modules, with its quiet zone
 */
export function reach(sheet, size) {
  const width = sheet === "slide" ? PROJECTED : SHEETS[sheet][0];
  const modules = size - 2 * QUIET;
  const module = (width * CODE[sheet]) / size;
  const code = module * modules;
  return { share: 100 * CODE[sheet], code, module, distance: Math.min(WIDTHS * code, MODULES * module) };
}
