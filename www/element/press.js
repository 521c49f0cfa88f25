// One press, one act: what belongs to the same press acts on the control where the press began, and on no other. That is the
// second click of a double click, the second tap of a double tap, the click that a touch makes late, and a key that repeats:
// the first one may have put another control into the place.

/** Longest time between the taps of a double tap, in milliseconds. Not every browser counts taps. */
const DOUBLE_TAP = 350;

/** Longest distance between them, in pixels: two thumbs answer faster, each at a place of its own. */
const NEAR = 40;

/** Keys that operate the control with the focus. */
const OPERATING = /^(Enter| )$/;

/** Control that a click on an element operates. @param {Element} target @returns {Element | null} */
function controlOf(target) {
  const found = target.closest("button, a, summary, label, input, select, textarea");
  return /** @type {HTMLLabelElement | null} */ (found)?.control ?? found;
}

export class PressGuard {
  /** Control of the first of several clicks at once. @type {Element | null} */
  #first = null;
  /** Control under the pointer that is down; undefined once it has clicked. @type {Element | null | undefined} */
  #pressed;
  /** Whether that press is the second tap of two; and the last press. */
  #isSecondTap = false;
  #last = { timeStamp: -Infinity, clientX: 0, clientY: 0 };
  /** Target at the press of each key, by its place on the keyboard. @type {Map<string, EventTarget | null>} */
  #keys = new Map();

  /** @param {Element} frame */
  constructor(frame) {
    const options = { capture: true };
    frame.addEventListener("pointerdown", (event) => this.#press(/** @type {PointerEvent} */ (event)), options);
    frame.addEventListener("click", (event) => this.#isOther(/** @type {MouseEvent} */ (event)) && stop(event), options);
    frame.addEventListener("keydown", (event) => this.#isHeld(/** @type {KeyboardEvent} */ (event)) && stop(event), options);
  }

  /** @param {PointerEvent} event */
  #press({ target, pointerType, timeStamp, clientX, clientY }) {
    const { timeStamp: before, clientX: x, clientY: y } = this.#last;
    this.#pressed = controlOf(/** @type {Element} */ (target));
    this.#isSecondTap =
      pointerType === "touch" && timeStamp - before < DOUBLE_TAP && Math.hypot(clientX - x, clientY - y) < NEAR;
    this.#last = { timeStamp, clientX, clientY };
  }

  /**
   * Whether a click is on another control than its press began on. Clicks of keys and of scripts have no count, those of
   * assistive technology no press.
   * @param {MouseEvent} event
   */
  #isOther({ target, detail, isTrusted }) {
    if (!isTrusted || !detail) return false;
    const control = controlOf(/** @type {Element} */ (target));
    if (detail === 1 && !this.#isSecondTap) this.#first = this.#pressed === undefined ? control : this.#pressed;
    this.#pressed = undefined;
    return control !== this.#first;
  }

  /** @param {KeyboardEvent} event */
  #isHeld({ key, code, repeat, target }) {
    if (!repeat) this.#keys.set(code, target);
    return repeat && OPERATING.test(key) && this.#keys.get(code) !== target;
  }
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
