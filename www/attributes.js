// What the attributes of the element may say.

/** @typedef {"lang" | "questionnaire" | "form"} Name */

export const DEFAULTS = { lang: "fr", questionnaire: "liberte-numerique", form: "express" };

/** @type {WeakMap<Element, Set<string>>} what was warned about */
const warned = new WeakMap();

/**
 * The value of an attribute if it is one of the known ones, otherwise the default and one warning.
 * @param {Element} element
 * @param {Name} name
 * @param {Record<string, unknown>} known
 */
function choice(element, name, known, plain = (/** @type {string} */ value) => value) {
  const value = element.getAttribute(name);
  // A questionnaire need not have an express form, nor be in French.
  const usual = Object.hasOwn(known, DEFAULTS[name]) ? DEFAULTS[name] : Object.keys(known)[0];
  if (value === null) return usual;
  if (Object.hasOwn(known, plain(value))) return plain(value);
  const said = warned.get(element) ?? new Set();
  warned.set(element, said);
  if (!said.has(name + value)) {
    said.add(name + value);
    const valid = Object.keys(known).join(", ");
    console.warn(`${element.localName}: ${name}="${value}" is unknown; ${usual} is used. Valid: ${valid}.`);
  }
  return usual;
}

/**
 * What an element asks for, and the files of its questionnaire by form and locale.
 * @param {Element} element
 */
export function asked(element) {
  const questionnaire = choice(element, "questionnaire", BOUSSOLE_RELEASE.packs);
  const forms = BOUSSOLE_RELEASE.packs[questionnaire];
  const form = choice(element, "form", forms);
  // A region says nothing here: en-GB is en.
  const locale = choice(element, "lang", forms[form], (value) => value.split("-")[0].toLowerCase());
  return { questionnaire, forms, form, locale };
}
