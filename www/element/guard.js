// Guard between the glue and the program. A panic of the program is a trap: an error of the engine, thrown out of the
// call that met it. Every call passes here, so each panic is reported, and errors of other programs never are.

/** Exports of the program, once it runs. @type {WebAssembly.Exports} */
export let program;

/** @type {(message: string) => void} */
let report;

/** @param {(message: string) => void} failed called when the program breaks */
export function onFailure(failed) {
  report = failed;
}

/**
 * Wraps a function of the program so that it reports a trap.
 * @template {(...args: any[]) => any} F
 * @param {F} call
 */
export const watched = (call) => (/** @type {Parameters<F>} */ ...args) => {
  try {
    return call(...args);
  } catch (error) {
    // An exception of the page that only passed through the program has not broken it.
    if (error instanceof WebAssembly.RuntimeError) report(error.stack ?? String(error));
    throw error;
  }
};

/**
 * Exports as the glue calls them: every function is watched.
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
