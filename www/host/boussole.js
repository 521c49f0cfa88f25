// Loader for host pages: defines the element, and loads the program when one is near the viewport.

import { define } from "../element/element.js";
import { anchorBelow } from "../shared/anchor.js";

/** @param {string} file @param {number} attempt */
const address = (file, attempt) => {
  const url = new URL(file, import.meta.url);
  // Browsers may cache a failed import: a later attempt uses another address.
  if (attempt > 0) url.searchParams.set("attempt", String(attempt));
  return url.href;
};

// Before they reserve their height.
document.querySelectorAll("boussole-assessment").forEach(anchorBelow);
define((attempt) => {
  // Fetched in parallel: the script could only fetch the program once it has loaded itself.
  const wasm = fetch(address(BOUSSOLE_RELEASE.wasm, attempt));
  wasm.catch(() => {});
  return import(address(BOUSSOLE_RELEASE.app, attempt)).then(({ control }) => control(wasm));
}, new URL("./", import.meta.url));
