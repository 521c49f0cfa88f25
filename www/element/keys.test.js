import assert from "node:assert/strict";
import test from "node:test";
import { keepKeys } from "./keys.js";

const listeners = { capture: {}, bubble: {}, page: {} };
globalThis.addEventListener = (type, listener) => (listeners.page[type] = listener);
const frame = {
 addEventListener: (type, listener, options) => (listeners[options ? "capture" : "bubble"][type] = listener),
};
keepKeys(frame);

/** Element by its name and type. */
const element = (name, type = null) => ({
  matches: (selector) => selector.split(", ").includes(name),
  getAttribute: () => type,
});

/** Whether the page hears a key. */
function isHeard(type, key, target, more = {}) {
  let stopped = false;
  const stop = () => (stopped = true);
  const event = { type, key, code: key, target, stopPropagation: stop, stopImmediatePropagation: stop, ...more };
  listeners.capture[type](event);
  if (!stopped) listeners.bubble[type](event);
  return !stopped;
}

/** Whether the page hears each part of a press. */
const press = (...args) => ["keydown", "keypress", "keyup"].map((type) => isHeard(type, ...args));
const [INSIDE, OUTSIDE] = [[false, false, false], [true, true, true]];

test("what is typed or edited in a field stays inside", () => {
  for (const name of ["input", "textarea", "select"]) {
    for (const key of ["a", "?", "/", "3", " ", "Enter", "ArrowDown", "Backspace"]) {
      assert.deepEqual(press(key, element(name)), INSIDE, `${name} ${key}`);
    }
  }
  assert.deepEqual(press("v", element("textarea"), { ctrlKey: true }), INSIDE);
  assert.deepEqual(press("@", element("textarea"), { ctrlKey: true, altKey: true }), INSIDE, "AltGr");
});

test("a page keeps its ways out of a field, and its own shortcuts", () => {
  for (const key of ["Tab", "Escape", "F6"]) assert.deepEqual(press(key, element("input")), OUTSIDE, key);
  assert.deepEqual(press("k", element("input"), { ctrlKey: true }), OUTSIDE);
  assert.deepEqual(press("s", element("h2")), OUTSIDE);
  assert.deepEqual(press("s", element("input", "radio")), OUTSIDE);
  assert.deepEqual(press("3", element("input", "radio"), { metaKey: true }), OUTSIDE);
});

test("keys that the widget or the browser uses stay inside until they are let go", () => {
  assert.deepEqual(press("ArrowDown", element("input", "radio")), INSIDE);
  assert.deepEqual(press("Enter", element("button")), INSIDE);
  assert.equal(isHeard("keydown", "3", element("h2"), { defaultPrevented: true }), false);
  assert.equal(isHeard("keydown", "3", element("h2"), { repeat: true }), false, "held over to the next screen");
  assert.equal(isHeard("keyup", "3", element("h2")), false);
  assert.deepEqual(press("3", element("h2")), OUTSIDE);
});

test("a key whose press took the focus out of the widget stays inside until it is let go", () => {
  const isHeardOutside = (type, path) => {
    let stopped = false;
    listeners.page[type]({ type, code: "3", composedPath: () => path, stopPropagation: () => (stopped = true) });
    return !stopped;
  };
  assert.equal(isHeard("keydown", "3", element("input", "radio"), { defaultPrevented: true }), false);
  assert.equal(isHeardOutside("keyup", [{}, frame, {}]), true, "the widget hears it first");
  assert.equal(isHeardOutside("keyup", [{}]), false);
  assert.equal(isHeardOutside("keyup", [{}]), true);
});

test("an event without a key is dropped", () => {
  assert.equal(isHeard("keydown", undefined, element("input")), false);
});
