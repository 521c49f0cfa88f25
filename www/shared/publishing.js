// Start of the pages for publishers and organisers: the program in its place, and the language of the page around it.

import init from "boussole-publishing";
import { onFailure } from "../element/guard.js";
import { panel, reasonOf } from "../element/panel.js";
import { address, successful } from "./files.js";
import { fillTexts, languageLinks, updateLanguageLinks } from "./languages.js";
import { localeOfAddress } from "./locale.js";
import { started } from "./started.js";

/** @typedef {Omit<EmbedFacts, "scripts">} Offers */

/** Address of the release, one folder above these pages. */
export const base = new URL("../", location.href).href;

/** Starts the program. */
export const start = () => init({ module_or_path: successful(fetch(address(BOUSSOLE_RELEASE.publishing))) });

/** Language in the address of the page. @param {Offers} offers */
export const localeOf = ({ languages }) => localeOfAddress(languages, languages[0]);

/** Translates what stands in the HTML. @param {string} locale @param {Offers} offers */
export function translate(locale, { texts }) {
  document.documentElement.lang = locale;
  fillTexts(texts[locale]);
}

/**
 * Shows a page of the program below its title, and translates both on request; what was chosen stays.
 * @param {Offers} offers
 * @param {new (place: Element, options: Offers, page: string, base: string) => { translate(page: string): void }} Page
 */
export async function show(offers, Page) {
  const place = document.querySelector(".form-preview");
  if (!(place instanceof HTMLElement)) throw new Error("the page has no place for the program");
  /** @type {InstanceType<typeof Page> | undefined} */
  let page;
  let locale = localeOf(offers);
  const update = () => {
    translate(locale, offers);
    updateLanguageLinks(locale, offers.languages, (lang) => offers.texts[lang].name);
    page?.translate(locale);
  };
  for (const link of languageLinks()) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      history.replaceState(null, "", link.href);
      locale = link.lang;
      update();
    });
  }
  /** @param {unknown} error */
  const fail = (error) => place.replaceChildren(panel(locale, reasonOf("boussole", error), () => location.reload()));
  update();
  onFailure(fail);
  try {
    await start();
    page = new Page(place, offers, locale, base);
  } catch (error) {
    fail(error);
  }
  place.hidden = false;
  started();
}
