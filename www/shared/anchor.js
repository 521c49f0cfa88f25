// Scroll anchoring where the browser has none, as WebKit: what is read below an element stays in its place.

/** Mark of an element that is watched. Loader and program, two files, share it. */
const WATCHED = Symbol.for("boussole");

/**
 * Keeps what is below an element in its place when the element changes its height out of view. A resize observer would hear
 * of more, but WebKit may run the program behind its calls: a change of the size then is an error that the page hears of.
 * @param {any} element
 */
export function anchorBelow(element) {
  if (CSS.supports("overflow-anchor", "none") || element[WATCHED]) return;
  element[WATCHED] = true;
  let { height } = element.getBoundingClientRect();
  const follow = () =>
    requestAnimationFrame(() => {
      const { height: now, bottom } = element.getBoundingClientRect();
      const top = now - height;
      height = now;
      if (top && bottom <= top) scrollBy({ top, behavior: "instant" });
    });
  follow();
  // The shadow root, in which the program works, is there once the script has run; a frame has none: its style is set.
  queueMicrotask(() =>
    new MutationObserver(follow).observe(element.shadowRoot ?? element, { attributes: true, childList: true, subtree: true }),
  );
}
