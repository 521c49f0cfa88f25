import assert from "node:assert/strict";
import test from "node:test";
import { readAddress, writeAddress } from "./address.js";

/** Page with an address, and an element with attributes. */
function page(href, lang = "fr", attributes = {}) {
  let changed = () => {};
  const titles = { "liberte-numerique": { fr: "Liberté", en: "Freedom" }, other: { en: "Other" } };
  globalThis.BOUSSOLE_RELEASE = { failure: { fr: {}, en: {} }, titles };
  globalThis.location = new URL(href);
  globalThis.document = { documentElement: { lang }, title: "" };
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

test("each spelling of a language stays in the address as it is, and names the page", () => {
  for (const tag of ["en-GB", "EN", "en_US"]) {
    const { element, change } = page(`https://a.example/?lang=${tag}`);
    readAddress(element);
    writeAddress(element);
    assert.equal(location.href, `https://a.example/?lang=${tag}`);
    assert.deepEqual([document.documentElement.lang, document.title], ["en", "Boussole · Freedom"]);
    change({ lang: "fr" });
    assert.equal(location.href, "https://a.example/?lang=fr");
  }
});

test("the title is that of the questionnaire, and another language of the document changes nothing", () => {
  const { element, change } = page("https://a.example/?questionnaire=other&lang=en");
  readAddress(element);
  writeAddress(element);
  assert.equal(document.title, "Boussole · Other");
  document.documentElement.lang = "de";
  change({ form: "full" });
  assert.equal(location.href, "https://a.example/?questionnaire=other&lang=en&form=full");
});
