import assert from "node:assert/strict";
import test from "node:test";
import { updateLanguageLinks } from "./languages.js";

test("the links lead to each language but that of the page", () => {
  const links = [{}, {}];
  globalThis.document = { querySelectorAll: () => links };
  const names = { fr: "Français", en: "English", de: "Deutsch" };
  updateLanguageLinks("en", ["fr", "en", "de"], (lang) => names[lang]);
  const french = { lang: "fr", hreflang: "fr", search: "?lang=fr", textContent: "Français" };
  const german = { lang: "de", hreflang: "de", search: "?lang=de", textContent: "Deutsch" };
  assert.deepEqual(links, [french, german]);
  updateLanguageLinks("de", ["fr", "en", "de"], (lang) => names[lang], (lang) => `?a=1&lang=${lang}`);
  assert.deepEqual(links[1], { lang: "en", hreflang: "en", search: "?a=1&lang=en", textContent: "English" });
});
