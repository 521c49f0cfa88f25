// Texts of the embed page and its mock article: www/embed/<locale>.toml, inserted by the build.

import { LANGUAGES } from "./choice.js";
import { fill } from "../shared/dom.js";
import { fillTexts } from "../shared/languages.js";

/** @param {string} lang */
export const texts = (lang) => BOUSSOLE_RELEASE.embed.texts[lang] ?? BOUSSOLE_RELEASE.embed.texts[LANGUAGES[0]];

/**
 * Length of a form as a text.
 * @param {EmbedForm} form
 * @param {string} lang
 */
export const length = ({ items, minutes }, lang) => fill(texts(lang).form_of, { count: items, minutes });

/** Fills the elements that have `data-text`, in a language. @param {string} lang */
export function translatePage(lang) {
  document.documentElement.lang = lang;
  fillTexts(texts(lang));
}
