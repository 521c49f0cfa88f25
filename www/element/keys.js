// Keys that are used in a widget stay in it: many pages have shortcuts of a single key, which would act on the same press.

/** Keys that pages need though the focus is in a field: to leave it, and to close what is around it. */
const OF_THE_PAGE = /^(Tab|Escape|F\d+)$/;
/** Keys that edit a text together with Ctrl or Command. */
const EDITING = /^([acvxyz]|Arrow.*|Backspace|Delete|Home|End)$/i;
/** Keys that choose in a group, or operate what has the focus. */
const CHOOSING = /^(Arrow.*|Enter| |Home|End)$/;
const PRESSING = /^(Enter| )$/;
const NO_TEXT = ["radio", "checkbox", "file", "button", "range"];

/** Roots of the widgets. @type {WeakSet<EventTarget>} */
const frames = new WeakSet();

/** Keys that are down and were used in a widget, by their place on the keyboard. @type {Set<string>} */
const used = new Set();

/** Whether the browser or the widget acts on a key. @param {KeyboardEvent} event */
function isUsed({ key, target, ctrlKey, metaKey, altKey, defaultPrevented }) {
  if (defaultPrevented) return true;
  const element = /** @type {Element} */ (target);
  if (OF_THE_PAGE.test(key)) return false;
  // AltGr writes signs, and counts as Ctrl and Alt on Windows.
  const isShortcut = metaKey || (ctrlKey && !altKey);
  const isField = element.matches("input, select, textarea");
  if (isField && !NO_TEXT.includes(element.getAttribute("type") ?? "")) return !isShortcut || EDITING.test(key);
  if (isShortcut || altKey) return false;
  if (isField) return CHOOSING.test(key);
  return element.matches("button, summary, a") && PRESSING.test(key);
}

/** @param {Event} event */
function stop(event) {
  const { type, code, repeat } = /** @type {KeyboardEvent} */ (event);
  if (type === "keydown") {
    // A key that is held goes on where a new screen has no use for it.
    if (isUsed(/** @type {KeyboardEvent} */ (event))) used.add(code);
    else if (!repeat) used.delete(code);
  }
  if (used.has(code)) event.stopPropagation();
  if (type === "keyup") used.delete(code);
}

/**
 * Stops the rest of a press whose first part took the focus out of the widget, as a question that goes does for a moment.
 * @param {Event} event
 */
function stopOutside(event) {
  if (!event.composedPath().some((target) => frames.has(target))) stop(event);
}

/** Browsers that fill in a field send a `keydown` without a key, which no listener expects. @param {Event} event */
function dropKeyless(event) {
  if (typeof (/** @type {KeyboardEvent} */ (event).key) !== "string") event.stopImmediatePropagation();
}

/**
 * Keeps the keys that are used within a root from the page around it.
 * @param {Element} frame
 */
export function keepKeys(frame) {
  frames.add(frame);
  for (const type of ["keydown", "keypress", "keyup"]) {
    frame.addEventListener(type, dropKeyless, { capture: true });
    frame.addEventListener(type, stop);
  }
  for (const type of ["keypress", "keyup"]) addEventListener(type, stopOutside, { capture: true });
}
