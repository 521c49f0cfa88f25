import assert from "node:assert/strict";
import { test } from "node:test";

import { anchorBelow } from "./anchor.js";

/**
 * Element with a top edge and a height, which changes by `resize`, and what was watched.
 * @param {number} top @param {number} height @param {object} [shadowRoot]
 */
function element(top, height, shadowRoot) {
  /** @type {(() => void)[]} */
  const observers = [];
  /** @type {unknown[]} */
  const watched = [];
  globalThis.MutationObserver = /** @type {any} */ (
    class {
      /** @param {() => void} changed */
      constructor(changed) {
        observers.push(changed);
      }
      /** @param {unknown} target */
      observe(target) {
        watched.push(target);
      }
    }
  );
  globalThis.queueMicrotask = /** @type {any} */ ((/** @type {() => void} */ task) => task());
  globalThis.requestAnimationFrame = /** @type {any} */ ((/** @type {() => void} */ frame) => frame());
  const resize = (/** @type {number} */ to) => {
    height = to;
    observers.forEach((changed) => changed());
  };
  const getBoundingClientRect = () => ({ height, bottom: top + height });
  return { element: /** @type {any} */ ({ getBoundingClientRect, shadowRoot }), resize, watched };
}

/** Distances by which the page scrolls. @param {boolean} hasAnchors @param {(scrolled: number[]) => void} run */
function scrolls(hasAnchors, run) {
  /** @type {number[]} */
  const scrolled = [];
  globalThis.CSS = /** @type {any} */ ({ supports: () => hasAnchors });
  globalThis.scrollBy = /** @type {any} */ (({ top }) => scrolled.push(top));
  run(scrolled);
  return scrolled;
}

test("what is above the viewport moves nothing below, whether it grows or shrinks, and however often it is watched", () => {
  for (const to of [400, 1900]) {
    const { element: one, resize } = element(-2000, 1300);
    const scrolled = scrolls(false, () => {
      anchorBelow(one);
      anchorBelow(one);
      resize(to);
      resize(to);
    });
    assert.deepEqual(scrolled.filter(Boolean), [to - 1300]);
  }
});

test("what is in view, or in a browser that anchors, scrolls nothing", () => {
  for (const [top, hasAnchors] of /** @type {[number, boolean][]} */ ([[-1200, false], [50, false], [-2000, true]])) {
    const { element: one, resize } = element(top, 1300);
    const scrolled = scrolls(hasAnchors, () => {
      anchorBelow(one);
      resize(400);
    });
    assert.deepEqual(scrolled.filter(Boolean), []);
  }
});

test("the shadow root is watched, where there is one, and a frame itself", () => {
  const shadowRoot = {};
  for (const root of [shadowRoot, undefined]) {
    const { element: one, watched } = element(0, 1, root);
    scrolls(false, () => anchorBelow(one));
    assert.deepEqual(watched, [root ?? one]);
  }
});
