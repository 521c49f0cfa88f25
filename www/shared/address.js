// Address of our own pages: its parameters set the element's attributes, and follow them.

import { DEFAULTS, localeOf } from "../element/attributes.js";

/** Parameters of the address beside the language, named like the attributes. @type {("questionnaire" | "form")[]} */
const NAMES = ["questionnaire", "form"];

/**
 * Sets the element's attributes from the address.
 * @param {Element} element
 */
export function readAddress(element) {
  const parameters = new URL(location.href).searchParams;
  for (const name of ["lang", ...NAMES]) {
    const value = parameters.get(name);
    if (value) element.setAttribute(name, value);
  }
}

/**
 * Writes the element's attributes into the address, now and after each change.
 * @param {Element} element
 */
export function writeAddress(element) {
  /** Locale that the address stands for: the one at the start, or the last one that was written. */
  let written = localeOf(element);
  const write = () => {
    const lang = localeOf(element);
    document.documentElement.lang = lang;
    const named = element.getAttribute("questionnaire") ?? "";
    const id = Object.hasOwn(BOUSSOLE_RELEASE.titles, named) ? named : DEFAULTS.questionnaire;
    const title = BOUSSOLE_RELEASE.titles[id][lang];
    if (title) document.title = `Boussole · ${title}`;
    const address = new URL(location.href);
    if (lang !== written) address.searchParams.set("lang", (written = lang));
    for (const name of NAMES) {
      const value = element.getAttribute(name);
      const old = address.searchParams.get(name) ?? DEFAULTS[name];
      if (value && value !== old) address.searchParams.set(name, value);
    }
    if (address.href !== location.href) history.replaceState(null, "", address);
  };
  new MutationObserver(write).observe(element, { attributeFilter: ["lang", ...NAMES] });
  write();
}
