// One press, one act: what belongs to a press that has changed the screen acts on nothing of the new one. That is the second
// click of a double click, the second tap of a double tap, the click that a touch makes late, and a key that repeats.

/** Longest time between the taps of a double tap, in milliseconds. Not every browser counts taps. */
const DOUBLE_TAP = 350;

export class PressGuard {
  /** Number of the screen. */
  #screen = 0;
  /** Screen on which the present press of a pointer, or its first of two, began; and when. @type {number | undefined} */
  #pressed;
  #time = -Infinity;
  /** Screen on which the last click, or the first of several at once, began. */
  #first = 0;
  /** Screen at the press of each key, by its place on the keyboard. @type {Map<string, number>} */
  #keys = new Map();

  /** @param {Element} frame */
  constructor(frame) {
    const options = { capture: true };
    frame.addEventListener("pointerdown", (event) => this.#press(/** @type {PointerEvent} */ (event)), options);
    frame.addEventListener("click", (event) => this.#isLate(/** @type {MouseEvent} */ (event)) && stop(event), options);
    frame.addEventListener("keydown", (event) => this.#isHeld(/** @type {KeyboardEvent} */ (event)) && stop(event), options);
  }

  /** Begins a new screen. */
  nextScreen() {
    this.#screen++;
  }

  /** @param {PointerEvent} event */
  #press({ pointerType, timeStamp }) {
    const isSecondTap = pointerType === "touch" && timeStamp - this.#time < DOUBLE_TAP;
    this.#pressed = isSecondTap ? this.#first : this.#screen;
    this.#time = timeStamp;
  }

  /**
   * Clicks of keys and of scripts have no count, those of assistive technology no press.
   * @param {MouseEvent} event
   */
  #isLate({ detail, isTrusted }) {
    if (!isTrusted || !detail) return false;
    if (detail === 1) this.#first = this.#pressed ?? this.#screen;
    this.#pressed = undefined;
    return this.#first !== this.#screen;
  }

  /** @param {KeyboardEvent} event */
  #isHeld({ code, repeat }) {
    if (!repeat) this.#keys.set(code, this.#screen);
    return repeat && this.#keys.get(code) !== this.#screen;
  }
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
