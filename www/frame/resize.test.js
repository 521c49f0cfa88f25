import assert from "node:assert/strict";
import { test } from "node:test";

import { onResize } from "./resize.js";

test("an element is watched from the next frame on", () => {
  /** @type {unknown[]} */
  const watched = [];
  /** @type {(() => void)[]} */
  const frames = [];
  globalThis.requestAnimationFrame = /** @type {any} */ ((/** @type {() => void} */ frame) => frames.push(frame));
  globalThis.ResizeObserver = /** @type {any} */ (
    class {
      /** @param {() => void} changed */
      constructor(changed) {
        this.changed = changed;
      }
      /** @param {unknown} element */
      observe(element) {
        watched.push(element, this.changed);
      }
    }
  );
  const [element, changed] = [/** @type {any} */ ({}), () => {}];
  onResize(element, changed);
  assert.deepEqual(watched, []);
  frames.forEach((frame) => frame());
  assert.deepEqual(watched, [element, changed]);
});
