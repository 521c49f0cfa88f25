import assert from "node:assert/strict";
import test from "node:test";
import { readAddress, writeAddress } from "./address.js";

/** Page with an address, and an element with attributes. */
function page(href, lang = "fr", attributes = {}) {
  let changed = () => {};
  globalThis.BOUSSOLE_RELEASE = { failure: { fr: {}, en: {} } };
  globalThis.location = new URL(href);
  globalThis.document = { documentElement: { lang } };
  globalThis.history = { replaceState: (_state, _title, url) => (globalThis.location = url) };
  globalThis.MutationObserver = class {
    constructor(callback) {
      changed = callback;
    }
    observe() {}
  };
  const element = {
    getAttribute: (name) => attributes[name] ?? null,
    setAttribute: (name, value) => (attributes[name] = value),
  };
  return { element, attributes, change: (values) => changed(Object.assign(attributes, values)) };
}

test("parameters of the address become attributes; others are left out", () => {
  const { element, attributes } = page("https://a.example/?lang=en&form=full&x=1&questionnaire=");
  readAddress(element);
  assert.deepEqual(attributes, { lang: "en", form: "full" });
});

test("a changed attribute is written into the address, a default never", () => {
  const { element, change } = page("https://a.example/?x=1#result");
  writeAddress(element);
  assert.equal(location.href, "https://a.example/?x=1#result");
  change({ form: "full" });
  assert.equal(location.href, "https://a.example/?x=1&form=full#result");
  change({ form: "express" });
  assert.equal(location.href, "https://a.example/?x=1&form=express#result");
});

test("the language of the page follows that of the element", () => {
  const { element, change } = page("https://a.example/en/", "en", { lang: "en" });
  writeAddress(element);
  change({ lang: "fr" });
  assert.equal(document.documentElement.lang, "fr");
  assert.equal(location.href, "https://a.example/en/?lang=fr");
  change({ lang: "xx" });
  assert.equal(document.documentElement.lang, "fr");
});
