// The program and its style, behind one function: what element.js loads when it is time.

import init, { mount as mountGlue, onFailure } from "boussole-glue";
import style from "boussole-style";
import { furnish } from "./rooms.js";

/** @typedef {import("boussole-glue").Widget} Widget */

/** @type {Promise<CSSStyleSheet> | undefined} */
let started;

/**
 * Starts the program once a page and gives the style that its widgets share.
 * @param {URL} wasm
 * @param {(message: string) => void} failed called when the program breaks
 */
export function start(wasm, failed) {
  started ??= run(wasm, failed).catch((error) => {
    started = undefined;
    throw error;
  });
  return started;
}

/**
 * @param {URL} wasm
 * @param {(message: string) => void} failed
 */
async function run(wasm, failed) {
  await init({ module_or_path: wasm });
  onFailure(failed);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return sheet;
}

/**
 * Shows a questionnaire inside an element.
 * @param {Element} root
 * @param {unknown} pack
 * @param {string} page
 * @param {boolean} readsLinks
 * @param {string | undefined} kept
 * @param {import("./element.js").Shell} shell what the element does for the program
 */
export function mount(root, pack, page, readsLinks, kept, shell) {
  const rooms = (/** @type {string} */ locale) => furnish(root, locale);
  return mountGlue(root, pack, page, readsLinks, kept, { ...shell, rooms });
}
