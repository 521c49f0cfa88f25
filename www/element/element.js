// <boussole-assessment>: what stands in a page before anything else has come. It waits until it is near the viewport,
// has the program loaded, and says so calmly when that can't be. What it shows then is the business of assessment.js.

import { refusal, tell } from "./events.js";
import { frameIn, panel, reported } from "./panel.js";

/** @typedef {import("./assessment.js").Assessment} Assessment */
/** @typedef {(element: HTMLElement, frame: Element, fail: (error: unknown) => void) => Assessment} Control */

const NAME = "boussole-assessment";
/** Whether something is said by being there; `lang` is a property of every element. */
const FLAG = "links";
const ATTRIBUTES = ["questionnaire", "form", "src", "disclose", "loading", "accent", "storage-prefix", FLAG];
const PROPERTIES = ATTRIBUTES.map((name) => name.replace(/-(.)/, (_, letter) => letter.toUpperCase()));
const METHODS = ["start", "reset", "goTo", "getResult", "setAnswers"];

/** @type {(attempt: number) => Promise<Control>} */
let load;
/** @type {URL | undefined} the stand-alone page, where this is another one */
let page;
/** Whether room is kept for what is not there yet. */
let keepsRoom = true;

/** What is near the viewport is shown. @type {IntersectionObserver | undefined} */
const near =
  globalThis.IntersectionObserver &&
  new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && /** @type {any} */ (target).near()),
    { rootMargin: "100%" },
  );

class BoussoleAssessment extends HTMLElement {
  static observedAttributes = ["lang", ...ATTRIBUTES];

  #frame = frameIn(this.shadowRoot ?? this.attachShadow({ mode: "open" }), keepsRoom);
  #assessment = /** @type {Assessment | undefined} */ (undefined);
  #begun = /** @type {Promise<Assessment> | undefined} */ (undefined);
  #attempt = 0;
  /** Why it is not shown. @type {import("./panel.js").Reason | undefined} */
  #reason;

  connectedCallback() {
    // What was set before there was an element of this kind stands in the way of the property.
    /** @type {any} */
    const own = this;
    for (const name of PROPERTIES.filter((name) => Object.hasOwn(own, name))) {
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
    if (this.#begun || this.getAttribute("loading") === "eager" || !near) this.near();
    else near.observe(this);
  }

  disconnectedCallback() {
    // An element that is only moved is back before this runs, and goes on as it was.
    queueMicrotask(() => {
      if (this.isConnected) return;
      near?.unobserve(this);
      this.#assessment?.hide();
    });
  }

  /** @param {string} name @param {string | null} old @param {string | null} value */
  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    const isTime = (name === "loading" && value === "eager") || this.#reason === "questionnaire";
    if (isTime && this.isConnected) this.near();
    this.#assessment?.changed(name);
  }

  /** It is time to show the assessment; where that fails, it is said here. */
  near() {
    this.#begin().catch(() => {});
  }

  #begin() {
    near?.unobserve(this);
    this.#begun ??= this.#load();
    return this.#begun.then((assessment) => assessment.show().then(() => assessment));
  }

  async #load() {
    try {
      const control = await load(this.#attempt);
      this.#reason = undefined;
      return (this.#assessment = control(this, this.#frame, (error) => this.#fail(error)));
    } catch (error) {
      this.#fail(error);
      throw refusal("not-loaded", "the program could not be loaded");
    }
  }

  #fail(/** @type {unknown} */ error) {
    const reason = (this.#reason = reported(NAME, error));
    this.#begun = this.#assessment = undefined;
    const retry = () => {
      // A broken program can't be started twice in one page.
      if (reason === "broken") return location.reload();
      if (reason !== "questionnaire") this.#attempt++;
      this.near();
    };
    this.#frame.replaceChildren(panel(this.lang, reason, retry, page));
    tell(this, "error", { code: reason, message: String(error) });
  }

  static {
    /** @type {any} */
    const prototype = this.prototype;
    ATTRIBUTES.forEach((name, index) => {
      Object.defineProperty(prototype, PROPERTIES[index], {
        enumerable: true,
        configurable: true,
        get() {
          return name === FLAG ? this.hasAttribute(name) : (this.getAttribute(name) ?? "");
        },
        set(value) {
          if ((value ?? false) === false) this.removeAttribute(name);
          else this.setAttribute(name, name === FLAG ? "" : value);
        },
      });
    });
    for (const name of METHODS) {
      prototype[name] = async function (/** @type {unknown[]} */ ...given) {
        const assessment = await this.#begin();
        if (!(name in assessment)) throw refusal("unavailable", `${name}() needs a page of others`);
        return assessment[name](...given);
      };
    }
  }
}

/**
 * @param {(attempt: number) => Promise<Control>} loading how the program is loaded
 * @param {URL} [standalone] where the assessment is found if it can't be shown here
 * @param {boolean} [isAlone] whether the page has nothing else that it could push away
 */
export function define(loading, standalone, isAlone) {
  if (customElements.get(NAME)) return console.warn(`${NAME} is defined already: this page loads it twice.`);
  [load, page, keepsRoom] = [loading, standalone, !isAlone];
  customElements.define(NAME, BoussoleAssessment);
}
