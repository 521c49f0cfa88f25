// Program and style, started once a page.

import init from "boussole-glue";
import style from "boussole-style";
import { onFailure } from "./guard.js";
import { successful } from "../shared/files.js";

/** @typedef {(message: string) => void} Fail */

/** @type {Promise<CSSStyleSheet> | undefined} */
let started;
/** Callbacks for a program that breaks, which ends every widget of the page. @type {Set<Fail>} */
const widgets = new Set();

/**
 * Starts the program once a page and returns the style that its widgets share.
 * @param {URL | Promise<Response>} wasm
 * @param {Fail} fail called when the program breaks, until `leave`
 */
export function start(wasm, fail) {
  widgets.add(fail);
  started ??= run(wasm).catch((error) => {
    started = undefined;
    throw error;
  });
  return started;
}

/** @param {Fail} fail */
export const leave = (fail) => widgets.delete(fail);

/** @param {URL | Promise<Response>} wasm */
async function run(wasm) {
  onFailure((message) => widgets.forEach((fail) => fail(message)));
  await init({ module_or_path: successful(wasm instanceof URL ? fetch(wasm) : wasm) });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return sheet;
}
