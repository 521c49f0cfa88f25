import assert from "node:assert/strict";
import test from "node:test";
import { fill } from "./dom.js";

test("every placeholder of a name is filled, and others stay", () => {
  assert.equal(fill("{count} of {count}, {other}", { count: 12 }), "12 of 12, {other}");
  assert.equal(fill("{a}{b}", { a: "$&", b: 0 }), "$&0");
});
