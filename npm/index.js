// What `import "boussole"` does: the element is defined, and nothing more is fetched until one is near. Where there is
// no browser, on a server that renders pages, nothing happens.

import { define } from "../www/element/element.js";

/**
 * Names the file that a bundler left behind: servers answer an address without a file with 404, or with a page.
 * @param {Response} response
 */
function warn({ ok, url, status, headers }) {
  if (ok && !headers.get("Content-Type")?.includes("html")) return;
  console.error(`boussole: ${url} is not the file of the package (${status}); copy the folder node_modules/boussole/data beside the bundle`);
}

if (globalThis.customElements) {
  define(async () => {
    // Both are asked for at once: the script could only ask for the program when it is there itself.
    const wasm = fetch(BOUSSOLE_RELEASE.wasm);
    wasm.then(warn, () => {});
    const { control } = await import("../www/host/embedded.js");
    return control(wasm);
  });
}
