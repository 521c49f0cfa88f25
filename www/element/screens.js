// Texts and style of the screens that are loaded on demand.

import { screens } from "boussole-later";
import { pack } from "../shared/files.js";
import { adopt } from "../shared/stylesheets.js";

/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * Adds the style to the root of a widget, and returns the texts.
 * @param {Element} root
 * @param {string} locale
 */
export async function loadScreens(root, locale) {
  const { style, texts } = await pack(await screens(locale));
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  adopt(root, sheet);
  return texts;
}
