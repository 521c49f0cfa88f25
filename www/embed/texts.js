// What the embed page and its mock article say: www/embed/<locale>.toml, put into the release by the build.

import { LANGUAGES } from "./choice.js";
import { fill } from "../shared/dom.js";

/** @param {string} lang */
export const texts = (lang) => BOUSSOLE_RELEASE.embed.texts[lang] ?? BOUSSOLE_RELEASE.embed.texts[LANGUAGES[0]];

/**
 * How long a form is, in words.
 * @param {EmbedForm} form
 * @param {string} lang
 */
export const length = ({ items, minutes }, lang) => fill(texts(lang).form_of, { count: items, minutes });

/** Says everything that the page names in `data-text` in a language. @param {string} lang */
export function say(lang) {
  document.documentElement.lang = lang;
  const said = texts(lang);
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = said[/** @type {HTMLElement} */ (element).dataset.text ?? ""];
  }
}
