// Parts of the program, fetched on demand and instantiated in the memory of the main module.

import { bytes } from "../shared/files.js";
import { program, watched } from "./guard.js";

/** Files that were instantiated, each once. @type {Map<string, Promise<unknown>>} */
const added = new Map();

/** @param {string} file */
function add(file) {
  const adding =
    added.get(file) ?? bytes(file).then((part) => WebAssembly.instantiate(part, { __wasm_split: program }));
  added.set(file, adding);
  adding.catch(() => added.delete(file));
  return adding;
}

/**
 * Loader of a part and of the one that it needs, as the program calls it. The callback is an index in the program's table of
 * functions.
 * @param {string[]} parts
 */
export const loader = (...parts) => async (/** @type {number} */ callback, /** @type {number} */ data) => {
  let worked = true;
  try {
    await Promise.all(parts.map((part) => add(BOUSSOLE_RELEASE.parts[part])));
  } catch (error) {
    console.warn("boussole-assessment: a part could not be loaded.", error);
    worked = false;
  }
  const table = /** @type {WebAssembly.Table} */ (program.__indirect_function_table);
  watched(table.get(callback))(data, worked);
};
