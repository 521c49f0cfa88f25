// Addresses of pages: the parameters of our own ones set the element's attributes, and follow them; result links have no others.

import { DEFAULTS, localeOf } from "../element/attributes.js";
import { address } from "./files.js";
import { NAMES, parametersOf } from "./parameters.js";

/**
 * Sets the element's attributes from the address.
 * @param {Element} element
 */
export function readAddress(element) {
  for (const [name, value] of parametersOf(new URL(location.href))) element.setAttribute(name, value);
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

/** @param {URL} page */
const siteOf = (page) => page.hostname.replace(/^www\./, "");

/** Address that the page names as its own, if that is of the same site. @param {URL} here */
function canonical(here) {
  /** @type {HTMLLinkElement | null} */
  const link = document.querySelector("link[rel=canonical]");
  try {
    const page = new URL(link?.href ?? "");
    if (/^https?:$/.test(page.protocol) && siteOf(page) === siteOf(here)) return page;
  } catch {
    // No address.
  }
}

/** Address of this page, without parameters that only it reads: they may tell of the reader. */
function shareableAddress() {
  const here = new URL(location.href);
  const page = canonical(here) ?? Object.assign(new URL(here), { search: "", username: "", password: "" });
  for (const [name, value] of parametersOf(here)) page.searchParams.set(name, value);
  page.hash = "";
  return page.href;
}

/**
 * Address of result links before `#`: this page, where it reads them and has an address, or else the stand-alone one.
 * @param {boolean} isHere
 * @param {string} questionnaire
 * @param {string} lang
 */
export function resultPage(isHere, questionnaire, lang) {
  // A page made of a text, a blob or a file has an address that leads others nowhere.
  if (isHere && (location.protocol.startsWith("http") || !BOUSSOLE_RELEASE.page)) return shareableAddress();
  const page = address(BOUSSOLE_RELEASE.page);
  if (questionnaire !== DEFAULTS.questionnaire) page.searchParams.set("questionnaire", questionnaire);
  if (lang !== DEFAULTS.lang) page.searchParams.set("lang", lang);
  return page.href;
}
