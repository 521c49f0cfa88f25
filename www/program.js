// The program and its style, started once a page.

import init from "boussole-glue";
import style from "boussole-style";
import { onFailure } from "./guard.js";

/** @type {Promise<CSSStyleSheet> | undefined} */
let started;

/**
 * Starts the program once a page and gives the style that its widgets share.
 * @param {URL | Promise<Response>} wasm
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
 * @param {URL | Promise<Response>} wasm
 * @param {(message: string) => void} failed
 */
async function run(wasm, failed) {
  onFailure(failed);
  await init({ module_or_path: wasm instanceof URL ? fetch(wasm) : wasm });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return sheet;
}
