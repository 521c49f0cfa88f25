// Scroll anchoring where the browser has none, as WebKit: what is read below an element stays in its place.

/** Elements that are watched. @type {WeakSet<Element>} */
const watched = new WeakSet();

/** Keeps what is below an element in its place when the element changes its height out of view. @param {Element} element */
export function anchorBelow(element) {
  if (CSS.supports("overflow-anchor", "auto") || watched.has(element)) return;
  watched.add(element);
  let { height } = element.getBoundingClientRect();
  new ResizeObserver(() => {
    const rect = element.getBoundingClientRect();
    const change = rect.height - height;
    height = rect.height;
    if (change && rect.bottom <= change) scrollBy({ top: change, behavior: "instant" });
  }).observe(element);
}
