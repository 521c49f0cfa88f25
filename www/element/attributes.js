// Values of the element's attributes, checked against the release.

import { matchLocale } from "../shared/locale.js";

export const DEFAULTS = { lang: "fr", questionnaire: "liberte-numerique", form: "express" };

/**
 * Questionnaire of a host: its packs by form and locale, and the address of its folder.
 * @typedef {{ questionnaire: string, forms: Record<string, Record<string, unknown>>, address: string }} HostQuestionnaire
 */

/** Names and values that were warned about. @type {WeakMap<Element, Set<string>>} */
const warned = new WeakMap();

/**
 * Warns once that an attribute is wrong.
 * @param {Element} element
 * @param {string} name
 * @param {string} remedy
 */
function warn(element, name, remedy) {
  const value = element.getAttribute(name);
  const known = warned.get(element) ?? new Set();
  warned.set(element, known);
  if (known.has(name + value)) return;
  known.add(name + value);
  console.warn(`${element.localName}: ${name}="${value}" is unknown; ${remedy}`);
}

/** @param {string} value @param {string[]} known */
const own = (value, known) => known.find((each) => each === value);

/**
 * Value of an attribute if it is a known one, otherwise the default and one warning.
 * @param {Element} element
 * @param {string} name
 * @param {Record<string, unknown>} known
 * @param {string} fallback
 */
export function choice(element, name, known, fallback, match = own) {
  const value = element.getAttribute(name);
  if (!value) return fallback;
  const found = match(value, Object.keys(known));
  if (found) return found;
  warn(element, name, `${fallback || "nothing"} is used. Valid: ${Object.keys(known).join(", ")}.`);
  return fallback;
}

/** Valid prefixes of storage keys. */
const PREFIX = /^[\w.-]{1,40}$/;

/**
 * Prefix of an element's storage keys.
 * @param {Element} element
 * @param {string} fallback
 */
export function storagePrefix(element, fallback) {
  const prefix = element.getAttribute("storage-prefix") || fallback;
  if (PREFIX.test(prefix)) return prefix;
  warn(element, "storage-prefix", `${fallback} is used. Valid: 1 to 40 letters, digits, ".", "-", "_".`);
  return fallback;
}

/**
 * Whether an element's page reads result links: where it has the attribute, and where there is no stand-alone page.
 * @param {Element} element
 */
export const readsLinks = (element) => !BOUSSOLE_RELEASE.page || element.hasAttribute("links");

/**
 * Locale of an element of our own pages. The language of the document is no source: programs that translate change it.
 * @param {Element} element
 */
export const localeOf = (element) =>
  matchLocale(element.getAttribute("lang"), Object.keys(BOUSSOLE_RELEASE.failure)) ?? DEFAULTS.lang;

/**
 * Values of an element, with the packs of its questionnaire, or their files, by form and locale.
 * @param {Element} element
 * @param {HostQuestionnaire} [own]
 */
export function requested(element, own) {
  const questionnaire =
    own?.questionnaire ?? choice(element, "questionnaire", BOUSSOLE_RELEASE.packs, DEFAULTS.questionnaire);
  const forms = own?.forms ?? BOUSSOLE_RELEASE.packs[questionnaire];
  // A questionnaire need not have an express form, nor be in French.
  const fallback = (/** @type {"form" | "lang"} */ name, /** @type {Record<string, unknown>} */ known) =>
    Object.hasOwn(known, DEFAULTS[name]) ? DEFAULTS[name] : Object.keys(known)[0];
  const form = choice(element, "form", forms, fallback("form", forms));
  const locale = choice(element, "lang", forms[form], fallback("lang", forms[form]), matchLocale);
  return { questionnaire, forms, form, locale };
}
