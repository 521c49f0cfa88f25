// Parts of the program that are fetched when they are asked for, and then work in the memory of the whole.

import { later } from "boussole-later";
import { bytes } from "../shared/files.js";
import { program, watched } from "./guard.js";

/** @type {Map<string, Promise<unknown>>} what was added to the program, by file: never twice */
const added = new Map();

/**
 * Files are fetched side by side, and added in the order in which they build on each other.
 * @param {string} file
 * @param {Promise<unknown>} before
 */
function add(file, before) {
  const adding =
    added.get(file) ??
    Promise.all([bytes(file), before]).then(([part]) => WebAssembly.instantiate(part, { __wasm_split: program }));
  added.set(file, adding);
  adding.catch(() => added.delete(file));
  return adding;
}

/**
 * What the program calls to have a part; it is called back through its own table of functions.
 * @param {string} part
 */
export const loader = (part) => async (/** @type {number} */ callback, /** @type {number} */ data) => {
  let worked = true;
  try {
    // A file that came with another part says nothing of those before it here: all of them are waited for.
    /** @type {Promise<unknown>} */
    let before = Promise.resolve();
    const { parts } = await later();
    for (const file of parts[part]) before = Promise.all([before, add(file, before)]);
    await before;
  } catch (error) {
    console.warn("boussole-assessment: a part could not be loaded.", error);
    worked = false;
  }
  const table = /** @type {WebAssembly.Table} */ (program.__indirect_function_table);
  watched(table.get(callback))(data, worked);
};
