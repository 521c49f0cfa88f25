// Changes of an element's size.

/**
 * Calls `changed` when an element has another size. It is watched from the next frame on. WebKit would otherwise report an
 * error to the page: it may start the program in the first call, and the element then changes its size during the call.
 * @param {Element} element
 * @param {() => void} changed
 */
export function onResize(element, changed) {
  const observer = new ResizeObserver(changed);
  requestAnimationFrame(() => observer.observe(element));
}
