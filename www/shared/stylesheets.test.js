import assert from "node:assert/strict";
import test from "node:test";
import { adopt } from "./stylesheets.js";

let size = "16px";
globalThis.document = {};
globalThis.getComputedStyle = () => ({ fontSize: size });

test("a style sheet is added to a root once, behind the others", () => {
  const [first, second] = [{}, {}];
  const root = { adoptedStyleSheets: [first] };
  const element = { getRootNode: () => root };
  adopt(element, second);
  adopt(element, second);
  adopt(element, first);
  assert.deepEqual(root.adoptedStyleSheets, [first, second]);
  assert.equal(root.adoptedStyleSheets[1], second);
});

test("lengths are in pixels where the root of the page has no font size", (t) => {
  size = "0px";
  t.after(() => (size = "16px"));
  globalThis.CSSStyleSheet = class {
    replaceSync(text) {
      this.text = text;
    }
  };
  const root = { adoptedStyleSheets: [] };
  const sheet = { cssRules: [{ cssText: "a { font-size: 1.5rem; margin: .25rem 2px }" }] };
  adopt({ getRootNode: () => root }, sheet);
  adopt({ getRootNode: () => root }, sheet);
  assert.deepEqual(root.adoptedStyleSheets.map(({ text }) => text), ["a { font-size: 24px; margin: 4px 2px }"]);
});
