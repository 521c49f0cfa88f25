// Address of our own pages: its parameters set the element's attributes, and follow them.

import { DEFAULTS } from "../element/attributes.js";

/** Parameters of the address, named like the attributes. @type {(keyof typeof DEFAULTS)[]} */
const NAMES = ["lang", "questionnaire", "form"];

/**
 * Sets the element's attributes from the address.
 * @param {Element} element
 */
export function readAddress(element) {
  const parameters = new URL(location.href).searchParams;
  for (const name of NAMES) {
    const value = parameters.get(name);
    if (value) element.setAttribute(name, value);
  }
}

/**
 * Writes the element's attributes into the address, now and after each change.
 * @param {Element} element
 */
export function writeAddress(element) {
  const defaults = { ...DEFAULTS, lang: document.documentElement.lang };
  const write = () => {
    const lang = element.getAttribute("lang") ?? DEFAULTS.lang;
    document.documentElement.lang = lang in BOUSSOLE_RELEASE.failure ? lang : DEFAULTS.lang;
    const address = new URL(location.href);
    for (const name of NAMES) {
      const value = name === "lang" ? document.documentElement.lang : element.getAttribute(name);
      const old = address.searchParams.get(name) ?? defaults[name];
      if (value && value !== old) address.searchParams.set(name, value);
    }
    if (address.href !== location.href) history.replaceState(null, "", address);
  };
  new MutationObserver(write).observe(element, { attributeFilter: NAMES });
  write();
}
