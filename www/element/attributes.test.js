import assert from "node:assert/strict";
import test from "node:test";
import { choice, readsLinks, requested, storagePrefix } from "./attributes.js";

const PACKS = {
  "liberte-numerique": { express: { en: "e-en", fr: "e-fr" }, full: { en: "f-en", fr: "f-fr" } },
  other: { full: { en: "o-en" } },
};

const element = (attributes) => ({
  localName: "boussole-assessment",
  getAttribute: (name) => attributes[name] ?? null,
  hasAttribute: (name) => name in attributes,
});

function release(t, page = "./") {
  globalThis.BOUSSOLE_RELEASE = { packs: PACKS, page };
  globalThis.location = { href: "https://host.example/article?x=1#y" };
  return t.mock.method(console, "warn", () => {}).mock;
}

test("without attributes the defaults are requested", (t) => {
  release(t);
  const { questionnaire, form, locale } = requested(element({}));
  assert.deepEqual([questionnaire, form, locale], ["liberte-numerique", "express", "fr"]);
});

test("a questionnaire without the default form or language offers its first", (t) => {
  release(t);
  const { form, locale } = requested(element({ questionnaire: "other" }));
  assert.deepEqual([form, locale], ["full", "en"]);
});

test("a region of the language is left out", (t) => {
  const warnings = release(t);
  assert.equal(requested(element({ lang: "EN-gb" })).locale, "en");
  assert.equal(warnings.callCount(), 0);
});

test("an unknown value is warned about once, and the default is used", (t) => {
  const warnings = release(t);
  const wrong = element({ form: "long" });
  assert.equal(requested(wrong).form, "express");
  assert.equal(requested(wrong).form, "express");
  assert.equal(warnings.callCount(), 1);
  assert.equal(warnings.calls[0].arguments[0], 'boussole-assessment: form="long" is unknown; express is used. Valid: express, full.');
});

test("inherited properties are no values", (t) => {
  release(t);
  assert.equal(choice(element({ form: "toString" }), "form", PACKS.other, "full"), "full");
});

test("the questionnaire of a host has its own packs", (t) => {
  release(t);
  const own = { questionnaire: "ours", forms: { express: { fr: [] } }, address: "https://host.example/ours/" };
  assert.deepEqual(requested(element({ questionnaire: "other", form: "express" }), own), {
    questionnaire: "ours",
    forms: own.forms,
    form: "express",
    locale: "fr",
  });
});

test("a prefix of storage keys has 1 to 40 letters, digits, dots, hyphens, underscores", (t) => {
  const warnings = release(t);
  const prefix = (value) => storagePrefix(element({ "storage-prefix": value }), "boussole");
  assert.equal(prefix("a.b-c_1"), "a.b-c_1");
  assert.equal(prefix(""), "boussole");
  assert.equal(warnings.callCount(), 0);
  for (const wrong of ["a:b", "a b", "x".repeat(41)]) assert.equal(prefix(wrong), "boussole");
  assert.equal(warnings.callCount(), 3);
});

test("links are read where the element says so, and where there is no other page", (t) => {
  release(t);
  assert.equal(readsLinks(element({})), false);
  assert.equal(readsLinks(element({ links: "" })), true);
  release(t, "");
  assert.equal(readsLinks(element({})), true);
});
