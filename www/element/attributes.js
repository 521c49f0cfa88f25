// What the attributes of the element may say.

import { address } from "../shared/files.js";

export const DEFAULTS = { lang: "fr", questionnaire: "liberte-numerique", form: "express" };

/**
 * A questionnaire of a page's own: its packs by form and locale, and where it stands.
 * @typedef {{ questionnaire: string, forms: Record<string, Record<string, unknown>>, address: string }} Own
 */

/** @type {WeakMap<Element, Set<string>>} what was warned about */
const warned = new WeakMap();

/**
 * Says once that an attribute is wrong, and what is done instead.
 * @param {Element} element
 * @param {string} name
 * @param {string} mend
 */
function warn(element, name, mend) {
  const value = element.getAttribute(name);
  const said = warned.get(element) ?? new Set();
  warned.set(element, said);
  if (said.has(name + value)) return;
  said.add(name + value);
  console.warn(`${element.localName}: ${name}="${value}" is unknown; ${mend}`);
}

/**
 * The value of an attribute if it is one of the known ones, otherwise the usual one and one warning.
 * @param {Element} element
 * @param {string} name
 * @param {Record<string, unknown>} known
 * @param {string} usual
 */
export function choice(element, name, known, usual, plain = (/** @type {string} */ value) => value) {
  const value = element.getAttribute(name);
  if (!value) return usual;
  if (Object.hasOwn(known, plain(value))) return plain(value);
  warn(element, name, `${usual || "nothing"} is used. Valid: ${Object.keys(known).join(", ")}.`);
  return usual;
}

/** How keys of the browser's storage may begin. */
const PREFIX = /^[\w.-]{1,40}$/;

/**
 * How the keys of an element begin.
 * @param {Element} element
 * @param {string} usual
 */
export function prefixOf(element, usual) {
  const prefix = element.getAttribute("storage-prefix") || usual;
  if (PREFIX.test(prefix)) return prefix;
  warn(element, "storage-prefix", `${usual} is used. Valid: 1 to 40 letters, digits, ".", "-", "_".`);
  return usual;
}

/**
 * Whether an element's page reads result links: where it says so, and where there is no other that could.
 * @param {Element} element
 */
export const opensLinks = (element) => !BOUSSOLE_RELEASE.page || element.hasAttribute("links");

/**
 * The address of result links before `#`: this page, where it reads them, or else the stand-alone one.
 * @param {boolean} isHere
 * @param {string} questionnaire
 */
export function pageOf(isHere, questionnaire) {
  if (isHere) return location.href.split("#")[0];
  const query = questionnaire === DEFAULTS.questionnaire ? "" : `?questionnaire=${questionnaire}`;
  return address(BOUSSOLE_RELEASE.page + query).href;
}

/**
 * What an element asks for, and the packs of its questionnaire, or their files, by form and locale.
 * @param {Element} element
 * @param {Own} [own]
 */
export function asked(element, own) {
  const questionnaire =
    own?.questionnaire ?? choice(element, "questionnaire", BOUSSOLE_RELEASE.packs, DEFAULTS.questionnaire);
  const forms = own?.forms ?? BOUSSOLE_RELEASE.packs[questionnaire];
  // A questionnaire need not have an express form, nor be in French.
  const usual = (/** @type {"form" | "lang"} */ name, /** @type {Record<string, unknown>} */ known) =>
    Object.hasOwn(known, DEFAULTS[name]) ? DEFAULTS[name] : Object.keys(known)[0];
  const form = choice(element, "form", forms, usual("form", forms));
  // A region says nothing here: en-GB is en.
  const language = (/** @type {string} */ value) => value.split("-")[0].toLowerCase();
  const locale = choice(element, "lang", forms[form], usual("lang", forms[form]), language);
  return { questionnaire, forms, form, locale };
}
