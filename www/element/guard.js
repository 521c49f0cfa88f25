// Between the glue and the program. A panic of the program is a trap: an error of the engine, thrown out of whatever
// the program was called by. Every call passes here, so none goes unnoticed, and what another program
// on the page does is never taken for it.

/** @type {WebAssembly.Exports} what the program exports, once it runs */
export let program;

/** @type {(message: string) => void} */
let tell;

/** @param {(message: string) => void} failed called when the program breaks */
export function onFailure(failed) {
  tell = failed;
}

/**
 * A function of the program that tells of a trap.
 * @template {(...args: any[]) => any} F
 * @param {F} call
 */
export const watched = (call) => (/** @type {Parameters<F>} */ ...args) => {
  try {
    return call(...args);
  } catch (error) {
    // An exception of the page that only passed through the program has not broken it.
    if (error instanceof WebAssembly.RuntimeError) tell(error.stack ?? String(error));
    throw error;
  }
};

/**
 * What the glue works with instead of the exports.
 * @param {WebAssembly.Exports} exports
 */
export function guard(exports) {
  program = exports;
  const guarded = Object.entries(exports).map(([name, value]) => [
    name,
    typeof value === "function" ? watched(/** @type {(...args: any[]) => any} */ (value)) : value,
  ]);
  return Object.fromEntries(guarded);
}
