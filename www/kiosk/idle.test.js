import assert from "node:assert/strict";
import test from "node:test";
import { EXTENSION, IdleTimer, WARNING } from "./idle.js";

/** Timer, and clocks that the test sets, in seconds: both, that of the day alone, the monotonic one alone. */
function timer(t) {
  let [monotonic, wall] = [1000, 1_800_000_000];
  t.mock.method(performance, "now", () => monotonic * 1000);
  t.mock.method(Date, "now", () => wall * 1000);
  const run = (amount) => (monotonic += amount);
  const set = (amount) => (wall += amount);
  return { timer: new IdleTimer(), pass: (amount) => (run(amount), set(amount)), run, set };
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

test("a sleep counts, though the monotonic clock stands still in it", (t) => {
  const { timer: idle, pass, set } = timer(t);
  pass(20);
  assert.equal(idle.remaining(true), 130);
  set(3 * 3600);
  assert.ok(idle.remaining(true) < 0);
  assert.equal(idle.isIdle, true);
  idle.reset();
  assert.deepEqual([idle.remaining(true), idle.isIdle], [150, false]);
});

test("a sleep within an extension counts", (t) => {
  const { timer: idle, set } = timer(t);
  idle.extend();
  set(EXTENSION + WARNING - 1);
  assert.equal(idle.remaining(false), 1);
});

test("sleeps add up, however often the timer is asked between them", (t) => {
  const { timer: idle, pass, set } = timer(t);
  for (let nap = 0; nap < 7; nap++) {
    set(10);
    idle.remaining(false);
    pass(1);
    idle.remaining(false);
  }
  assert.equal(idle.remaining(false), 90 - 77);
});

test("a clock of the day that is set back hides no silence, nor a sleep after it", (t) => {
  const { timer: idle, pass, run, set } = timer(t);
  pass(10);
  set(-7200);
  run(10);
  assert.equal(idle.remaining(false), 70);
  set(3600);
  assert.ok(idle.remaining(false) < 0);
});
