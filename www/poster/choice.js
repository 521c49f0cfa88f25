// What can be chosen for a poster, and the address that comes of it: short enough to be typed, or as a code that brings the
// event along.

import { event } from "../page/event.js";

/** Width and height of each sheet in mm; a slide is as wide as those of presentation programs. */
export const SHEETS = { a4: [210, 297], a3: [297, 420], slide: [338.67, 190.5] };

/** How much of its width the code takes, the light modules around it with it: www/poster/layout.css has the same. */
const CODE = { a4: 0.44, a3: 0.44, slide: 0.36 };
/** The light modules at each side of a code. */
const QUIET = 4;
/** From how many times its width a code can be read, and from how many times that of a module: see docs/events.md. */
const [WIDTHS, MODULES] = [10, 350];
/** How wide a slide is thrown, in mm, for an example. */
const THROWN = 3000;

/** @typedef {keyof typeof SHEETS} Sheet */
/** @typedef {{ sheet: Sheet, lang: string, questionnaire: string, form: string, event: string, address: string }} Choice */

/** What is offered: see xtask/src/release/embed.rs. */
const offered = () => BOUSSOLE_RELEASE.poster;

export const languages = () => offered().languages;

/** @param {string} lang */
export const texts = (lang) => offered().texts[lang] ?? offered().texts[languages()[0]];

/** That one, or else the usual one. @param {string} id */
export const questionnaire = (id) => offered().questionnaires.find((one) => one.id === id) ?? offered().questionnaires[0];

/** @param {Choice} choice */
export const form = (choice) => {
  const { forms } = questionnaire(choice.questionnaire);
  return forms.find(({ id }) => id === choice.form) ?? forms[0];
};

/** What a questionnaire is called. @param {Choice} choice */
export const words = (choice) => questionnaire(choice.questionnaire).words[choice.lang];

/** An address that somebody typed, or nothing. @param {string} text */
export function address(text) {
  try {
    const url = new URL(text.includes("://") ? text : `https://${text}`);
    const isPage = ["http:", "https:"].includes(url.protocol) && /[.:]|^localhost$/.test(url.hostname);
    return isPage ? url.origin + url.pathname.replace(/(index\.html)?$/, "").replace(/\/?$/, "/") : "";
  } catch {
    return "";
  }
}

/** The page without the event, as it may be typed. @param {Choice} choice */
export function page(choice) {
  const { lang, questionnaire: id } = choice;
  const page = new URL(lang === languages()[0] ? "./" : `${lang}/`, choice.address);
  if (id !== offered().questionnaires[0].id) page.searchParams.set("questionnaire", id);
  return page;
}

/** What the code holds. @param {Choice} choice */
export function link(choice) {
  const url = page(choice);
  const chosen = form(choice).id;
  const isUsual = chosen === questionnaire(choice.questionnaire).forms[0].id;
  if (choice.event) url.hash = `event=${encodeURIComponent(choice.event)}${isUsual ? "" : `&form=${chosen}`}`;
  else if (!isUsual) url.searchParams.set("form", chosen);
  return url.href;
}

/** The address as people type it. @param {Choice} choice */
export function short(choice) {
  const url = page(choice);
  const chosen = form(choice).id;
  if (chosen !== questionnaire(choice.questionnaire).forms[0].id) url.searchParams.set("form", chosen);
  return `${url.host}${url.pathname}${url.search}`.replace(/\/$/, "");
}

/** Whether an event link can carry a name. @param {string} name */
export const isName = (name) => event(`#event=${encodeURIComponent(name)}`).name === name.trim();

/**
 * How large a code is and from where it can be read, in mm; on a slide, for a picture of three metres.
 * @param {Sheet} sheet
 * @param {number} size how many modules the code is wide, the light ones around it with it
 */
export function reach(sheet, size) {
  const width = sheet === "slide" ? THROWN : SHEETS[sheet][0];
  const modules = size - 2 * QUIET;
  const module = (width * CODE[sheet]) / size;
  const code = module * modules;
  return { share: 100 * CODE[sheet], code, module, distance: Math.min(WIDTHS * code, MODULES * module) };
}
