import assert from "node:assert/strict";
import test from "node:test";
import { keepLink, keptLink } from "./kept-link.js";

/** Tab that came to a page by a type of navigation, with what it stored before. */
function tab(t, type, stored = new Map(), path = "/") {
  globalThis.location = new URL(path, "https://a.example");
  globalThis.sessionStorage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => stored.set(key, value),
    removeItem: (key) => stored.delete(key),
  };
  t.mock.method(performance, "getEntriesByType", () => (type ? [{ type }] : []));
  return stored;
}

test("a link is there again after a reload, and after a way back", (t) => {
  const stored = tab(t, "navigate");
  keepLink("a", "#1.b");
  for (const type of ["reload", "back_forward"]) {
    tab(t, type, stored);
    assert.equal(keptLink("a"), "#1.b", type);
    assert.equal(keptLink("other"), undefined);
  }
  tab(t, "reload", stored, "/en/");
  assert.equal(keptLink("a"), undefined);
});

test("a page that is opened anew forgets it, and so does a reader who leaves it", (t) => {
  const stored = tab(t, "navigate");
  for (const forget of [() => tab(t, "navigate", stored) && keptLink("a"), () => keepLink("a")]) {
    keepLink("a", "#1.b");
    assert.equal(stored.size, 1);
    assert.equal(forget(), undefined);
    assert.equal(stored.size, 0);
  }
});

test("nothing is kept in memory, or where storage is blocked", (t) => {
  const stored = tab(t, "reload");
  keepLink(undefined, "#1.b");
  assert.equal(stored.size, 0);
  assert.equal(keptLink(undefined), undefined);
  Object.defineProperty(globalThis, "sessionStorage", { configurable: true, get: () => assert.fail("blocked") });
  keepLink("a", "#1.b");
  assert.equal(keptLink("a"), undefined);
  Object.defineProperty(globalThis, "sessionStorage", { configurable: true, writable: true, value: undefined });
});

test("a browser that knows no kind of navigation keeps nothing for a reload", (t) => {
  const stored = tab(t, undefined);
  keepLink("a", "#1.b");
  assert.equal(keptLink("a"), undefined);
  assert.equal(stored.size, 0);
});
