import assert from "node:assert/strict";
import test from "node:test";
import { boussoleError, emit } from "./events.js";

test("an event bubbles out of shadow roots, with its detail", () => {
  const element = new EventTarget();
  const seen = [];
  element.addEventListener("boussole:progress", (event) => seen.push(event));
  emit(element, "progress", { answered: 1, total: 12 });
  const [{ bubbles, composed, detail }] = seen;
  assert.deepEqual({ bubbles, composed, detail }, { bubbles: true, composed: true, detail: { answered: 1, total: 12 } });
});

test("an error has a name and a code", () => {
  const error = boussoleError("removed", "the element was taken off the page");
  assert.ok(error instanceof Error);
  assert.deepEqual([error.name, error.code, error.message], ["BoussoleError", "removed", "the element was taken off the page"]);
});
