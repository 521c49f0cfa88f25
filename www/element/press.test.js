import assert from "node:assert/strict";
import test from "node:test";
import { PressGuard } from "./press.js";

/** Control, as the element that is pressed. */
const control = (properties = {}) => {
  const self = { closest: () => self, ...properties };
  return self;
};

/** Frame whose events tell whether they were stopped. */
function guarded() {
  const listeners = {};
  new PressGuard({ addEventListener: (type, listener) => (listeners[type] = listener) });
  const send = (type, event = {}) => {
    let stopped = false;
    const stop = () => (stopped = true);
    listeners[type]({ ...event, preventDefault: stop, stopImmediatePropagation: stop });
    return stopped;
  };
  let timeStamp = 0;
  const click = (target, detail = 1, pointerType = "mouse", clientX = 0) => {
    send("pointerdown", { target, pointerType, timeStamp: (timeStamp += 200), clientX, clientY: 0 });
    return send("click", { target, detail, isTrusted: true });
  };
  return { send, click };
}

test("clicks act, one after the other", () => {
  const { click } = guarded();
  for (let times = 0; times < 3; times++) assert.equal(click(control()), false);
});

test("keys, scripts and assistive technology click without a press", () => {
  const { send, click } = guarded();
  click(control());
  for (const event of [{ detail: 0, isTrusted: true }, { detail: 1, isTrusted: false }, { detail: 1, isTrusted: true }]) {
    assert.equal(send("click", { ...event, target: control() }), false);
  }
});

test("two taps at once are one, though the browser does not count them", () => {
  const { click } = guarded();
  const [before, after] = [control(), control()];
  click(before, 1, "touch");
  assert.deepEqual([click(after, 1, "touch"), click(after, 1, "mouse")], [true, false]);
});

test("two taps at two places are two, however fast", () => {
  const { click } = guarded();
  assert.deepEqual([click(control(), 1, "touch", 0), click(control(), 1, "touch", 60)], [false, false]);
});

test("the second click of a double click acts on the same control, and not on one that has come into its place", () => {
  const { click } = guarded();
  const [before, after] = [control(), control()];
  assert.deepEqual([click(before, 1), click(before, 2)], [false, false]);
  assert.deepEqual([click(before, 1), click(after, 2), click(after, 3), click(after, 1)], [false, true, true, false]);
});

test("a click on another control than the pressed one acts on nothing", () => {
  const { send } = guarded();
  send("pointerdown", { target: control(), pointerType: "touch", timeStamp: 0, clientX: 0, clientY: 0 });
  assert.equal(send("click", { target: control(), detail: 1, isTrusted: true }), true);
});

test("a label stands for its field, whose click follows", () => {
  const { send, click } = guarded();
  const field = control();
  assert.equal(click(control({ control: field })), false);
  assert.equal(send("click", { target: field, detail: 1, isTrusted: true }), false);
});

test("a place without a control is pressed without harm", () => {
  const { click } = guarded();
  const nowhere = { closest: () => null };
  assert.deepEqual([click(nowhere), click(nowhere, 2), click(control())], [false, false, false]);
});

test("a key that repeats operates where it was pressed, and arrows walk on", () => {
  const { send } = guarded();
  const [before, after] = [control(), control()];
  const key = (key, target, repeat) => send("keydown", { key, code: key, target, repeat });
  assert.deepEqual([key("Enter", before, false), key("Enter", before, true), key("Enter", after, true)], [false, false, true]);
  assert.deepEqual([key("Enter", after, false), key("ArrowDown", before, false), key("ArrowDown", after, true)], [false, false, false]);
});
