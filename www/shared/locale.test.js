import assert from "node:assert/strict";
import test from "node:test";
import { localeOfAddress, matchLocale } from "./locale.js";

const KNOWN = ["fr", "en", "pt-BR"];

test("each spelling of a language finds its locale", () => {
  const english = ["en", "EN", "en-GB", "en_US", "en-Latn-GB", "en_US.UTF-8", " en ", "eng", "en-US-x-private", "en_GB@euro"];
  const french = ["fr", "fr-FR", "fr_CA", "FR-ca", "fra", "fr-CA-u-hc-h23", "fr_FR_formal"];
  for (const tag of english) assert.equal(matchLocale(tag, KNOWN), "en", tag);
  for (const tag of french) assert.equal(matchLocale(tag, KNOWN), "fr", tag);
  for (const tag of ["pt-BR", "pt_br", "pt-BR-abnt2"]) assert.equal(matchLocale(tag, KNOWN), "pt-BR", tag);
});

test("another language finds none, though it begins alike", () => {
  for (const tag of ["de", "frp", "enm", "pt", "english", "x", "", "-", "_", null, undefined, "toString"]) {
    assert.equal(matchLocale(tag, KNOWN), undefined, String(tag));
  }
});

test("an unknown language of the address is warned about, and a missing one is not", (t) => {
  const warn = t.mock.method(console, "warn", () => {}).mock;
  const at = (search) => {
    globalThis.location = { href: `https://a.example/${search}` };
    return localeOfAddress(["en", "fr"], "fr");
  };
  assert.deepEqual([at(""), at("?lang=en_GB")], ["fr", "en"]);
  assert.equal(warn.callCount(), 0);
  assert.equal(at("?lang=tlh"), "fr");
  assert.equal(warn.calls[0].arguments[0], "lang=tlh is unknown; fr is used. Valid: en, fr.");
});
