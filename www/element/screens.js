// What the rooms beyond the report need besides their part of the program: texts and a style.

import { later } from "boussole-later";
import { address, pack } from "../shared/files.js";
import { adopt } from "../shared/stylesheets.js";

/** @type {Promise<CSSStyleSheet> | undefined} */
let style;

async function sheet() {
  const { roomStyle } = await later();
  const response = await fetch(address(roomStyle));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return new CSSStyleSheet().replace(await response.text());
}

/**
 * Adds the style to where a widget is shown, and gives the texts.
 * @param {Element} root
 * @param {string} locale
 */
export async function furnish(root, locale) {
  style ??= sheet();
  style.catch(() => (style = undefined));
  const { rooms } = await later();
  const [added, texts] = await Promise.all([style, pack(rooms[locale])]);
  adopt(root, added);
  return texts;
}
