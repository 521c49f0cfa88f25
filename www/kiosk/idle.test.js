import assert from "node:assert/strict";
import test from "node:test";
import { EXTENSION, IdleTimer, WARNING } from "./idle.js";

/** Timer, and a clock that the test sets, in seconds. */
function timer(t) {
  let seconds = 1000;
  t.mock.method(performance, "now", () => seconds * 1000);
  return { timer: new IdleTimer(), pass: (amount) => (seconds += amount) };
}

test("a question waits 60 seconds, a result 120, and both warn for 30 more", (t) => {
  const { timer: idle, pass } = timer(t);
  assert.equal(WARNING, 30);
  assert.deepEqual([idle.remaining(false), idle.remaining(true)], [90, 150]);
  pass(60);
  assert.equal(idle.isIdle, false);
  pass(1);
  assert.equal(idle.isIdle, true);
  assert.equal(idle.remaining(false), 29);
});

test("input restarts the timer", (t) => {
  const { timer: idle, pass } = timer(t);
  pass(80);
  idle.restart();
  assert.equal(idle.remaining(false), 90);
});

test("extensions add up, and end with the session", (t) => {
  const { timer: idle } = timer(t);
  assert.equal(idle.extend(), EXTENSION);
  assert.equal(idle.extend(), 2 * EXTENSION);
  assert.equal(idle.remaining(true), 2 * EXTENSION + WARNING);
  idle.reset();
  assert.equal(idle.remaining(false), 90);
});
