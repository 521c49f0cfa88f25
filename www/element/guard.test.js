import assert from "node:assert/strict";
import test from "node:test";
import { guard, onFailure, watched } from "./guard.js";

test("a trap is reported and thrown on; other errors are only thrown on", () => {
  const reports = [];
  onFailure((message) => reports.push(message));
  const fail = (error) => watched(() => {
    throw error;
  });
  assert.throws(fail(new TypeError("of the page")), TypeError);
  assert.deepEqual(reports, []);
  assert.throws(fail(new WebAssembly.RuntimeError("unreachable")), WebAssembly.RuntimeError);
  assert.equal(reports.length, 1);
  assert.match(reports[0], /unreachable/);
});

test("functions of the exports are watched, other values stay", () => {
  const memory = {};
  const guarded = guard({ add: (one, other) => one + other, memory });
  assert.equal(guarded.add(1, 2), 3);
  assert.equal(guarded.memory, memory);
});
