// Texts and style of the screens that are loaded on demand.

import { later } from "boussole-later";
import { address, pack } from "../shared/files.js";
import { adopt } from "../shared/stylesheets.js";

/** @type {Promise<CSSStyleSheet> | undefined} */
let style;

async function loadStyle() {
  const { screenStyle } = await later();
  const response = await fetch(address(screenStyle));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return new CSSStyleSheet().replace(await response.text());
}

/**
 * Adds the style to the root of a widget, and returns the texts.
 * @param {Element} root
 * @param {string} locale
 */
export async function loadScreens(root, locale) {
  style ??= loadStyle();
  style.catch(() => (style = undefined));
  const { screenTexts } = await later();
  const [added, texts] = await Promise.all([style, pack(screenTexts[locale])]);
  adopt(root, added);
  return texts;
}
