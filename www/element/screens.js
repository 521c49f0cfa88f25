// Texts and style of the screens that are loaded on demand.

import { screens } from "boussole-later";
import { pack } from "../shared/files.js";
import { adopt } from "../shared/stylesheets.js";

/** Style sheets by their texts. @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/** @param {string} style */
function sheetOf(style) {
  const sheet = sheets.get(style) ?? new CSSStyleSheet();
  if (!sheets.has(style)) sheet.replaceSync(style);
  sheets.set(style, sheet);
  return sheet;
}

/**
 * Adds the style of a screen to the root of a widget, and returns the texts: those of all screens, and its own. Each file has
 * a place for every text, which is empty in all but one.
 * @param {Element} root
 * @param {string} locale
 * @param {string} screen
 */
export async function loadScreens(root, locale, screen) {
  const files = await screens();
  const wanted = [files.shared, files[screen]].filter(Boolean);
  const loaded = await Promise.all(wanted.map((file) => pack(file[locale])));
  for (const { style } of loaded) adopt(root, sheetOf(style));
  /** @type {string[][]} */
  const [shared, own] = loaded.map(({ texts }) => texts);
  return shared.map((text, place) => text || (own?.[place] ?? ""));
}
