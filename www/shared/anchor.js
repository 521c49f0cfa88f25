// Scroll anchoring where the browser has none, as WebKit: what is read below an element stays in its place.

import { onResize } from "./resize.js";

/** Mark of an element that is watched; loader and program, two files, share it. */
const WATCHED = Symbol.for("boussole-anchor");

/** Keeps what is below an element in its place when the element changes its height out of view. @param {any} element */
export function anchorBelow(element) {
  if (CSS.supports("overflow-anchor", "auto") || element[WATCHED]) return;
  element[WATCHED] = true;
  let { height } = element.getBoundingClientRect();
  onResize(element, () => {
    const rect = element.getBoundingClientRect();
    const change = rect.height - height;
    height = rect.height;
    if (change && rect.bottom <= change) scrollBy({ top: change, behavior: "instant" });
  });
}
