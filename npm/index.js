// What `import "boussole"` does: the element is defined, and nothing more is fetched until one is near. Where there is
// no browser, on a server that renders pages, nothing happens.

import { define } from "../www/element/element.js";

if (globalThis.customElements) {
  define(async () => {
    // Both are asked for at once: the script could only ask for the program when it is there itself.
    const wasm = fetch(BOUSSOLE_RELEASE.wasm);
    wasm.catch(() => {});
    const { control } = await import("../www/host/embedded.js");
    return control(wasm);
  });
}
