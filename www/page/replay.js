// Input to the pre-rendered question while the program loads: shown at once, recorded, and replayed on the question that the
// program renders. Its elements are other nodes, so they are found by their attributes.

/** Longest time that a press delays the program, in milliseconds. */
const MAX_DELAY = 3000;
/** Longest time between the end of a press and its click, in milliseconds. */
const CLICK = 100;

/** Value of the answer that a key selects: see src/screens/question.rs. @param {KeyboardEvent} event */
function valueOf({ key, code }) {
  if (key === "?") return "dont-know";
  return [key, code.replace("Digit", "")].find((text) => /^[0-4]$/.test(text));
}

/** Selector of the same element in the rendered question. @param {Element | null} element */
function selectorOf(element) {
  if (element instanceof HTMLInputElement) return `input[value="${element.value}"]`;
  if (element instanceof HTMLButtonElement) return `[data-action="${element.dataset.action}"]`;
  return element?.localName;
}

export class InputReplay {
  #frame;
  #recording = new AbortController();
  /** Whether a key or a pointer is down. */
  #isDown = false;
  /** Whether an arrow key is down, which selects at every step. */
  #isArrowDown = false;
  /** Whether the selection is such a step, which does not lead on. */
  #stays = false;
  /** Button that was pressed last. @type {Element | undefined} */
  #pressed;
  /** Selectors of the elements to replay. @type {{ choice?: string, button?: string, focus?: string, focusAt?: number, open?: boolean[] }} */
  #recorded = {};
  #released = () => {};

  /** @param {Element} frame */
  constructor(frame) {
    this.#frame = frame;
    this.#listen("click", ({ target }) => this.#click(/** @type {Element} */ (target)));
    this.#listen("keydown", (event) => this.#keyDown(/** @type {KeyboardEvent} */ (event)));
    this.#listen("pointerdown", () => (this.#isDown = true));
    for (const end of ["keyup", "pointerup", "pointercancel"]) this.#listen(end, () => this.#up());
    this.#catchUp();
  }

  /** @param {string} type @param {(event: Event) => void} listener */
  #listen(type, listener) {
    this.#frame.addEventListener(type, listener, { signal: this.#recording.signal });
  }

  get #focused() {
    return /** @type {ShadowRoot} */ (this.#frame.getRootNode()).activeElement;
  }

  /** Infers the input from before this script from the focus: a ring shows for keys, none for a press. */
  #catchUp() {
    this.#stays = this.#focused?.matches(":focus-visible") ?? false;
    if (!this.#stays && this.#focused instanceof HTMLButtonElement) this.#press(this.#focused);
  }

  #up() {
    this.#isDown = this.#isArrowDown = false;
    setTimeout(this.#released, CLICK);
  }

  /** @param {Element} target */
  #click(target) {
    if (target instanceof HTMLInputElement) {
      this.#stays = this.#isArrowDown;
      this.#press(null);
    }
    const button = target.closest("button");
    if (button) this.#press(button);
  }

  /** Marks the pressed button as busy. @param {Element | null} button */
  #press(button) {
    this.#pressed?.removeAttribute("aria-busy");
    button?.setAttribute("aria-busy", "true");
    this.#pressed = button ?? undefined;
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    this.#isDown = true;
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    this.#isArrowDown = event.key.startsWith("Arrow");
    // On a summary the key opens a definition.
    const leadsOn = /** @type {Element} */ (event.target).matches("fieldset :not(summary)");
    if (event.key === "Enter" && leadsOn) this.#stays = false;
    const value = valueOf(event);
    /** @type {HTMLElement | null} */
    const chosen = value ? this.#frame.querySelector(`input[value="${value}"]`) : null;
    // Key 4 of a French keyboard is Firefox's quick find.
    if (chosen) event.preventDefault();
    chosen?.click();
  }

  /** Resolves when nothing is being pressed: a press must end on the node where it began. */
  async settled() {
    if (!this.#isDown) return;
    await new Promise((resolve) => {
      this.#released = () => resolve(undefined);
      setTimeout(resolve, MAX_DELAY);
    });
  }

  /** Ends the recording. */
  end() {
    if (this.#recording.signal.aborted) return;
    this.#recording.abort();
    this.#recorded = {
      choice: selectorOf(this.#frame.querySelector("input:checked")),
      button: selectorOf(this.#pressed ?? null),
      focus: selectorOf(this.#focused),
      focusAt: [...this.#frame.querySelectorAll("summary")].findIndex((summary) => summary === this.#focused),
      open: [...this.#frame.querySelectorAll("details")].map((details) => details.open),
    };
  }

  /** Restores selection, disclosure and focus in the rendered question. @param {Element} app */
  restore(app) {
    const { choice, focus, focusAt = -1, open } = this.#recorded;
    const input = found(app, choice);
    if (input instanceof HTMLInputElement) input.checked = true;
    app.querySelectorAll("details").forEach((details, at) => (details.open ||= open?.[at] ?? false));
    (app.querySelectorAll("summary")[focusAt] ?? found(app, focus))?.focus({ preventScroll: true });
  }

  /** Replays answer and press in the rendered question. @param {Element} app */
  replay(app) {
    const { choice, button } = this.#recorded;
    // After the present task of the program, and before the next paint.
    queueMicrotask(() => {
      // The answer must not lead on where a button does.
      if (choice) answer(found(app, choice), this.#stays || Boolean(button));
      found(app, button)?.click();
    });
  }
}

/** @param {Element} within @param {string | undefined} selector @returns {HTMLElement | null} */
const found = (within, selector) => (selector ? within.querySelector(selector) : null);

/** @param {HTMLElement | null} input @param {boolean} stays whether to select as an arrow key does */
function answer(input, stays) {
  const key = (/** @type {string} */ type) =>
    input?.dispatchEvent(new KeyboardEvent(type, { key: "ArrowDown", bubbles: true, composed: true }));
  if (stays) key("keydown");
  input?.click();
  if (stays) key("keyup");
}
