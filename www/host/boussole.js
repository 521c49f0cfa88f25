// What a host page takes: the element, and nothing more until one is near.

import { define } from "../element/element.js";

/** @param {string} file @param {number} attempt */
const address = (file, attempt) => {
  const url = new URL(file, import.meta.url);
  // A failed import may be remembered by the browser: a later try asks under another address.
  if (attempt > 0) url.searchParams.set("attempt", String(attempt));
  return url.href;
};

define((attempt) => {
  // Both are asked for at once: the script could only ask for the program when it is there itself.
  const wasm = fetch(address(BOUSSOLE_RELEASE.wasm, attempt));
  wasm.catch(() => {});
  return import(address(BOUSSOLE_RELEASE.app, attempt)).then(({ control }) => control(wasm));
}, new URL("./", import.meta.url));
