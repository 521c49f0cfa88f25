import assert from "node:assert/strict";
import test from "node:test";
import { fillTexts, updateLanguageLinks } from "./languages.js";

test("the links lead to each language but that of the page", () => {
  const links = [{}, {}];
  globalThis.document = { querySelectorAll: () => links, querySelector: () => null };
  const names = { fr: "Français", en: "English", de: "Deutsch" };
  updateLanguageLinks("en", ["fr", "en", "de"], (lang) => names[lang]);
  const french = { lang: "fr", hreflang: "fr", search: "?lang=fr", textContent: "Français" };
  const german = { lang: "de", hreflang: "de", search: "?lang=de", textContent: "Deutsch" };
  assert.deepEqual(links, [french, german]);
  updateLanguageLinks("de", ["fr", "en", "de"], (lang) => names[lang], (lang) => `?a=1&lang=${lang}`);
  assert.deepEqual(links[1], { lang: "en", hreflang: "en", search: "?a=1&lang=en", textContent: "English" });
});

/** Element that records its attributes. */
const recorded = (attributes, rest = {}) => ({
  ...rest,
  getAttribute: (name) => attributes[name],
  setAttribute: (name, value) => (attributes[name] = value),
});

test("the canonical address is that of the language, in a page that has one", () => {
  const canonical = { href: "https://a.example/embed/" };
  const found = {
    "link[rel=canonical]": recorded(canonical),
    'link[hreflang="en"]': recorded({ href: "https://a.example/embed/?lang=en" }),
  };
  globalThis.document = { querySelectorAll: () => [], querySelector: (selector) => found[selector] ?? null };
  updateLanguageLinks("de", ["fr", "de"], () => "");
  assert.equal(canonical.href, "https://a.example/embed/");
  updateLanguageLinks("en", ["fr", "en"], () => "");
  assert.equal(canonical.href, "https://a.example/embed/?lang=en");
});

test("an element has its text as content, and a description as its attribute", () => {
  const attributes = {};
  const meta = recorded(attributes, { localName: "meta", dataset: { text: "lead" } });
  const heading = { localName: "h1", dataset: { text: "title" } };
  globalThis.document = { querySelectorAll: () => [meta, heading] };
  fillTexts({ lead: "For you", title: "A title" });
  assert.deepEqual([attributes.content, heading.textContent], ["For you", "A title"]);
});
