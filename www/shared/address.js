// The address of a page that is ours: what it asks of the element, and what it says once the reader has changed that.

import { DEFAULTS } from "../element/attributes.js";

/** What the address may say, as the element's attributes. @type {(keyof typeof DEFAULTS)[]} */
const NAMES = ["lang", "questionnaire", "form"];

/**
 * Has the element show what the address asks for.
 * @param {Element} element
 */
export function read(element) {
  const asked = new URL(location.href).searchParams;
  for (const name of NAMES) {
    const value = asked.get(name);
    if (value) element.setAttribute(name, value);
  }
}

/**
 * Has the page say what the element shows, from now on.
 * @param {Element} element
 */
export function follow(element) {
  const usual = { ...DEFAULTS, lang: document.documentElement.lang };
  const write = () => {
    const lang = element.getAttribute("lang") ?? DEFAULTS.lang;
    document.documentElement.lang = lang in BOUSSOLE_RELEASE.failure ? lang : DEFAULTS.lang;
    const address = new URL(location.href);
    for (const name of NAMES) {
      const value = name === "lang" ? document.documentElement.lang : element.getAttribute(name);
      const old = address.searchParams.get(name) ?? usual[name];
      if (value && value !== old) address.searchParams.set(name, value);
    }
    if (address.href !== location.href) history.replaceState(null, "", address);
  };
  new MutationObserver(write).observe(element, { attributeFilter: NAMES });
  write();
}
