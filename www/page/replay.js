// What a reader does with the first question while the program is still on its way: it is shown at once, noted, and done
// again once there is somebody to do it. Things are found by what they say: those of the program are others.

/** How long a press may hold the program up. */
const PATIENCE = 3000;
/** How long after a press its click may come. */
const CLICK = 100;

/** The value of the answer that a key gives: see src/app/item.rs. @param {KeyboardEvent} event */
function valueOf({ key, code }) {
  if (key === "?") return "dont-know";
  return [key, code.replace("Digit", "")].find((text) => /^[0-4]$/.test(text));
}

/** What finds the same in what the program shows. @param {Element | null} element */
function selectorOf(element) {
  if (element instanceof HTMLInputElement) return `input[value="${element.value}"]`;
  if (element instanceof HTMLButtonElement) return `[data-action="${element.dataset.action}"]`;
  return element?.localName;
}

export class Early {
  #frame;
  #heard = new AbortController();
  /** Whether a key or a pointer is down. */
  #isDown = false;
  /** An arrow key is down, which chooses at every step. */
  #isWalking = false;
  /** Whether the choice is only a step of those. */
  #stays = false;
  /** The button that was pressed last. @type {Element | undefined} */
  #pressed;
  /** What is to be found and done again. @type {{ choice?: string, button?: string, focus?: string, isOpen?: boolean }} */
  #done = {};
  #released = () => {};

  /** @param {Element} frame */
  constructor(frame) {
    this.#frame = frame;
    this.#hear("click", ({ target }) => this.#click(/** @type {Element} */ (target)));
    this.#hear("keydown", (event) => this.#keyDown(/** @type {KeyboardEvent} */ (event)));
    this.#hear("pointerdown", () => (this.#isDown = true));
    for (const end of ["keyup", "pointerup", "pointercancel"]) this.#hear(end, () => this.#up());
    this.#catchUp();
  }

  /** @param {string} what @param {(event: Event) => void} listener */
  #hear(what, listener) {
    this.#frame.addEventListener(what, listener, { signal: this.#heard.signal });
  }

  get #focused() {
    return /** @type {ShadowRoot} */ (this.#frame.getRootNode()).activeElement;
  }

  /** What was done before there was this script shows in what it left: the focus, with a ring or without. */
  #catchUp() {
    this.#stays = this.#focused?.matches(":focus-visible") ?? false;
    if (!this.#stays && this.#focused instanceof HTMLButtonElement) this.#press(this.#focused);
  }

  #up() {
    this.#isDown = this.#isWalking = false;
    setTimeout(this.#released, CLICK);
  }

  /** @param {Element} target */
  #click(target) {
    if (target instanceof HTMLInputElement) {
      this.#stays = this.#isWalking;
      this.#press(null);
    }
    const button = target.closest("button");
    if (button) this.#press(button);
  }

  /** That it will be done is shown. @param {Element | null} button */
  #press(button) {
    this.#pressed?.removeAttribute("aria-busy");
    button?.setAttribute("aria-busy", "true");
    this.#pressed = button ?? undefined;
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    this.#isDown = true;
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    this.#isWalking = event.key.startsWith("Arrow");
    const isInFieldset = /** @type {Element} */ (event.target).closest("fieldset");
    if (event.key === "Enter" && isInFieldset) this.#stays = false;
    const value = valueOf(event);
    /** @type {HTMLElement | null} */
    const chosen = value ? this.#frame.querySelector(`input[value="${value}"]`) : null;
    chosen?.click();
  }

  /** Done when nothing is being pressed: the end of a press must find what it began with. */
  async settled() {
    if (!this.#isDown) return;
    await new Promise((resolve) => {
      this.#released = () => resolve(undefined);
      setTimeout(resolve, PATIENCE);
    });
  }

  /** No more is noted. */
  end() {
    if (this.#heard.signal.aborted) return;
    this.#heard.abort();
    this.#done = {
      choice: selectorOf(this.#frame.querySelector("input:checked")),
      button: selectorOf(this.#pressed ?? null),
      focus: selectorOf(this.#focused),
      isOpen: this.#frame.querySelector("details")?.open,
    };
  }

  /** Puts what has come into the state of what was there. @param {Element} app */
  place(app) {
    const { choice, focus, isOpen } = this.#done;
    const input = found(app, choice);
    if (input instanceof HTMLInputElement) input.checked = true;
    if (isOpen) found(app, "details")?.setAttribute("open", "");
    found(app, focus)?.focus({ preventScroll: true });
  }

  /** Does it all again, now that there is somebody to do it. @param {Element} app */
  replay(app) {
    const { choice, button } = this.#done;
    // Behind what the program does now, and before anything is painted.
    queueMicrotask(() => {
      // Where a button leads on, the answer must not.
      if (choice) answer(found(app, choice), this.#stays || Boolean(button));
      found(app, button)?.click();
    });
  }
}

/** @param {Element} within @param {string | undefined} selector @returns {HTMLElement | null} */
const found = (within, selector) => (selector ? within.querySelector(selector) : null);

/** @param {HTMLElement | null} input @param {boolean} stays as where an arrow key is down */
function answer(input, stays) {
  const key = (/** @type {string} */ type) =>
    input?.dispatchEvent(new KeyboardEvent(type, { key: "ArrowDown", bubbles: true, composed: true }));
  if (stays) key("keydown");
  input?.click();
  if (stays) key("keyup");
}
