import assert from "node:assert/strict";
import test from "node:test";
import { PressGuard } from "./press.js";

/** Frame whose events tell whether they were stopped. */
function guarded() {
  const listeners = {};
  const guard = new PressGuard({ addEventListener: (type, listener) => (listeners[type] = listener) });
  const send = (type, event = {}) => {
    let stopped = false;
    const stop = () => (stopped = true);
    listeners[type]({ ...event, preventDefault: stop, stopImmediatePropagation: stop });
    return stopped;
  };
  let timeStamp = 0;
  const click = (detail = 1, pointerType = "mouse") => {
    send("pointerdown", { pointerType, timeStamp: (timeStamp += 200) });
    return send("click", { detail, isTrusted: true });
  };
  return { guard, send, click };
}

test("clicks act, one after the other", () => {
  const { guard, click } = guarded();
  for (let screen = 0; screen < 3; screen++) {
    assert.equal(click(), false);
    guard.nextScreen();
  }
});

test("keys, scripts and assistive technology click without a press", () => {
  const { guard, send, click } = guarded();
  click();
  guard.nextScreen();
  for (const event of [{ detail: 0, isTrusted: true }, { detail: 1, isTrusted: false }, { detail: 1, isTrusted: true }]) {
    assert.equal(send("click", event), false);
    guard.nextScreen();
  }
});

test("two taps at once are one, though the browser does not count them", () => {
  const { guard, click } = guarded();
  click(1, "touch");
  guard.nextScreen();
  assert.deepEqual([click(1, "touch"), click(1, "mouse")], [true, false]);
});

test("the second click of a double click acts where the screen stays, and not where it has changed", () => {
  const { guard, click } = guarded();
  click(1);
  assert.equal(click(2), false);
  click(1);
  guard.nextScreen();
  assert.deepEqual([click(2), click(3), click(1)], [true, true, false]);
});

test("a click whose press began on the screen before acts on nothing", () => {
  const { guard, send } = guarded();
  send("pointerdown", { pointerType: "mouse", timeStamp: 0 });
  guard.nextScreen();
  assert.equal(send("click", { detail: 1, isTrusted: true }), true);
});

test("a key that repeats acts until the screen changes, and again after a press of its own", () => {
  const { guard, send } = guarded();
  assert.equal(send("keydown", { code: "Enter", repeat: false }), false);
  assert.equal(send("keydown", { code: "Enter", repeat: true }), false);
  guard.nextScreen();
  assert.equal(send("keydown", { code: "Enter", repeat: true }), true);
  assert.equal(send("keydown", { code: "Enter", repeat: false }), false);
});
