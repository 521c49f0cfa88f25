// Parts of the program, fetched on demand and instantiated in the memory of the main module.

import { later } from "boussole-later";
import { bytes } from "../shared/files.js";
import { program, watched } from "./guard.js";

/** Files that were instantiated, each once. @type {Map<string, Promise<unknown>>} */
const added = new Map();

/**
 * Fetches files in parallel, and instantiates them in the order of their dependencies.
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
 * Loader of a part, as the program calls it. The callback is an index in the program's table of functions.
 * @param {string} part
 */
export const loader = (part) => async (/** @type {number} */ callback, /** @type {number} */ data) => {
  let worked = true;
  try {
    // A file that came with another part does not imply those before it here: all of them are awaited.
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
