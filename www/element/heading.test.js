import assert from "node:assert/strict";
import test from "node:test";
import { showHeading } from "./heading.js";

/** Page with a widget at a place, a header that covers its top, and the distances that it reserves, in pixels. */
function page({ top, covered = 0, padding = "auto", margin = "0px" }) {
  const done = [];
  const move = (by) => (top += by);
  const header = { contains: () => false, getBoundingClientRect: () => ({ bottom: covered }) };
  const body = {};
  const elementFromPoint = (_, y) => (y < 0 || y > 700 ? null : y < covered ? header : element);
  const element = {
    parentElement: body,
    getRootNode: () => ({ elementFromPoint }),
    scrollIntoView() {
      done.push("start");
      move((parseFloat(padding) || 0) + parseFloat(margin) - top);
    },
  };
  const heading = {
    focus: ({ preventScroll }) => done.push(preventScroll ? "focus" : "jump"),
    getBoundingClientRect: () => ({ left: 10, top, bottom: top + 40, height: 40 }),
    scrollIntoView: () => done.push("nearest"),
  };
  Object.assign(globalThis, {
    document: { documentElement: {}, body },
    innerHeight: 700,
    getComputedStyle: () => ({ scrollPaddingTop: padding, scrollMarginTop: margin, overflowY: "visible" }),
    scrollBy: ({ top: by }) => (done.push("by"), move(-by)),
  });
  showHeading(element, heading);
  return { done, top };
}

test("a heading in view takes the focus, and the page stays", () => {
  assert.deepEqual(page({ top: 300 }), { done: ["focus"], top: 300 });
  assert.deepEqual(page({ top: 200, covered: 152 }), { done: ["focus"], top: 200 });
});

test("a heading above or below the viewport comes to its start", () => {
  for (const top of [-400, 680]) assert.deepEqual(page({ top }), { done: ["focus", "start"], top: 0 });
});

test("space that the page or the element reserves stays free", () => {
  assert.equal(page({ top: -400, covered: 96, padding: "100px" }).top, 100);
  assert.equal(page({ top: 50, margin: "96px" }).top, 96);
});

test("a heading lands below a header that covers the page", () => {
  assert.deepEqual(page({ top: -400, covered: 152 }), { done: ["focus", "start", "by"], top: 160 });
  assert.deepEqual(page({ top: 100, covered: 152 }).top, 160);
});

test("a dialog over the whole page is no header", () => {
  assert.deepEqual(page({ top: 300, covered: 700 }).done, ["focus", "start"]);
});
