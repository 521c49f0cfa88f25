// A server that renders pages imports the package: nothing happens, and the frameworks write the element out.

import "boussole";
import "boussole/react";
import "boussole/vue";
import assert from "node:assert/strict";
import { createElement } from "react";
import { renderToString as renderReact } from "react-dom/server";
import { createSSRApp, h } from "vue";
import { renderToString as renderVue } from "vue/server-renderer";

for (const name of ["HTMLElement", "customElements", "document", "CSSStyleSheet"]) {
  assert.equal(name in globalThis, false, `${name} was defined`);
}
const expected = '<boussole-assessment lang="en"></boussole-assessment>';
assert.equal(renderReact(createElement("boussole-assessment", { lang: "en" })), expected);
assert.equal(await renderVue(createSSRApp(() => h("boussole-assessment", { lang: "en" }))), expected);
