// Start of a new screen: the focus moves to its heading, and the page only where the heading is out of view.

/** Space below something that covers the top of the page, in pixels. */
const GAP = 8;

/** Length in pixels; `auto` is none. @param {string} text */
const pixels = (text) => parseFloat(text) || 0;

/**
 * Element of the page that is painted over a heading.
 * @param {Element} element
 * @param {DOMRect} rect of the heading
 */
function cover(element, { left, top, height }) {
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const found = root.elementFromPoint(left + 1, top + Math.min(height / 2, GAP));
  // Padding of the page around the widget covers nothing of it.
  return found && found !== element && !found.contains(element) ? found : undefined;
}

/**
 * Whether a heading can be read: neither beyond the viewport, nor under what the page keeps free or lays over it.
 * @param {Element} element
 * @param {DOMRect} rect
 */
function isInView(element, rect) {
  const { scrollPaddingTop } = getComputedStyle(document.documentElement);
  const { scrollMarginTop } = getComputedStyle(element);
  const isReserved = rect.top < pixels(scrollPaddingTop) || rect.top < pixels(scrollMarginTop);
  return !isReserved && rect.bottom <= innerHeight && !isClipped(element, rect) && !cover(element, rect);
}

/** Whether a box around the widget that scrolls by itself hides the heading. @param {Element} element @param {DOMRect} rect */
function isClipped(element, { top, bottom }) {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    if (getComputedStyle(box).overflowY === "visible") continue;
    const around = box.getBoundingClientRect();
    if (top < around.top || bottom > around.bottom) return true;
  }
  return false;
}

/**
 * Shows the heading of a new screen.
 * @param {Element} element the widget's
 * @param {HTMLElement} heading
 */
export function showHeading(element, heading) {
  heading.focus({ preventScroll: true });
  if (isInView(element, heading.getBoundingClientRect())) return;
  // Beside the element's own margin, the browser heeds the padding of each box that scrolls. Measured below: at once.
  element.scrollIntoView({ block: "start", behavior: "instant" });
  if (heading.getBoundingClientRect().bottom > innerHeight) heading.scrollIntoView({ block: "nearest", behavior: "instant" });
  const rect = heading.getBoundingClientRect();
  const bottom = cover(element, rect)?.getBoundingClientRect().bottom ?? 0;
  // A dialog over the whole page is no header.
  if (bottom > rect.top && bottom < innerHeight / 2) scrollBy({ top: rect.top - bottom - GAP, behavior: "instant" });
}
