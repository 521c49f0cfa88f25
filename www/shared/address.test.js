import assert from "node:assert/strict";
import test from "node:test";
import { readAddress, resultPage, writeAddress } from "./address.js";

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

/** Address of result links on a page at an address, with a canonical one perhaps. */
function sharedFrom(href, canonical) {
  page(href);
  globalThis.document.querySelector = () => (canonical === undefined ? null : { href: canonical });
  return resultPage(true, "other", "en");
}

test("a result link has only the parameters that the product reads", () => {
  const trackers = "fbclid=x&utm_campaign=b&mc_eid=abc&preview_nonce=1&token=s3cret";
  assert.equal(sharedFrom(`https://a.example/article?${trackers}#top`), "https://a.example/article");
  assert.equal(
    sharedFrom(`https://a.example/?a=1&lang=en&questionnaire=other&form=full&${trackers}`),
    "https://a.example/?lang=en&questionnaire=other&form=full",
  );
  assert.equal(sharedFrom("https://name:secret@a.example//x/"), "https://a.example//x/");
  assert.equal(sharedFrom("file:///a/b.html?c=1"), "file:///a/b.html");
  assert.equal(sharedFrom("about:srcdoc"), "about:srcdoc");
});

test("a result link leads to the canonical address of the site, with its parameters", () => {
  const from = (canonical) => sharedFrom("https://www.a.example/?p=12&fbclid=x&lang=en", canonical);
  assert.equal(from("https://a.example/?p=12#x"), "https://a.example/?p=12&lang=en");
  for (const other of ["", "https://b.example/", "https://a.example.b.example/", "javascript:alert(1)", "data:text/html,x", "http://"]) {
    assert.equal(from(other), "https://www.a.example/?lang=en", other);
  }
});

test("a link to the stand-alone page has the questionnaire and the language, where they are no defaults", () => {
  page("https://host.example/article?x=1");
  globalThis.BOUSSOLE_RELEASE.page = "./";
  const query = (...values) => new URL(resultPage(false, ...values)).search;
  assert.equal(query("liberte-numerique", "fr"), "");
  assert.equal(query("liberte-numerique", "en"), "?lang=en");
  assert.equal(query("other", "en"), "?questionnaire=other&lang=en");
});

test("a page that others can't open leads to the stand-alone one", () => {
  for (const [href, opens] of [
    ["https://host.example/article", "https://host.example/article"],
    ["file:///article.html", "https://boussole.example/"],
    ["blob:https://host.example/1b2c", "https://boussole.example/"],
    ["about:srcdoc", "https://boussole.example/"],
  ]) {
    page(href);
    Object.assign(BOUSSOLE_RELEASE, { page: "https://boussole.example/" });
    document.querySelector = () => null;
    assert.equal(resultPage(true, "liberte-numerique", "fr"), opens);
  }
});
