// <boussole-assessment>: the element in a page before anything else has loaded. It waits until it is near the viewport and
// loads the program, which assessment.js shows; where that fails, it shows the panel.

import { boussoleError, emit } from "./events.js";
import { frameIn, panel, reasonOf } from "./panel.js";

/** @typedef {import("./assessment.js").Assessment} Assessment */
/** @typedef {(element: HTMLElement, frame: Element, fail: (error: unknown) => void) => Assessment} Control */

const NAME = "boussole-assessment";
/** Boolean attribute. `lang` is in neither list: it is a property of every element. */
const FLAG = "links";
const ATTRIBUTES = ["questionnaire", "form", "src", "disclose", "loading", "accent", "storage-prefix", FLAG];
const PROPERTIES = ATTRIBUTES.map((name) => name.replace(/-(.)/, (_, letter) => letter.toUpperCase()));
const METHODS = ["start", "reset", "goTo", "getResult", "setAnswers"];

/** @type {(attempt: number) => Promise<Control>} */
let load;
/** Stand-alone page, where this is another one. @type {URL | undefined} */
let page;
/** Whether the element reserves height until the program has loaded. */
let reservesHeight = true;

/** Shows elements that come near the viewport. @type {IntersectionObserver | undefined} */
const observer =
  globalThis.IntersectionObserver &&
  new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && /** @type {any} */ (target).show()),
    { rootMargin: "100%" },
  );

class BoussoleAssessment extends HTMLElement {
  static observedAttributes = ["lang", ...ATTRIBUTES];

  #frame = frameIn(this.shadowRoot ?? this.attachShadow({ mode: "open" }), reservesHeight);
  #assessment = /** @type {Assessment | undefined} */ (undefined);
  #begun = /** @type {Promise<Assessment> | undefined} */ (undefined);
  #attempt = 0;
  /** Reason for which the panel is shown. @type {import("./panel.js").Reason | undefined} */
  #reason;

  connectedCallback() {
    // Values set before the element was defined hide the property of the class.
    /** @type {any} */
    const own = this;
    for (const name of PROPERTIES.filter((name) => Object.hasOwn(own, name))) {
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
    if (this.#begun || this.getAttribute("loading") === "eager" || !observer) this.show();
    else observer.observe(this);
  }

  disconnectedCallback() {
    // An element that is only moved is connected again before this runs, and stays as it was.
    queueMicrotask(() => {
      if (this.isConnected) return;
      observer?.unobserve(this);
      this.#assessment?.hide();
    });
  }

  /** @param {string} name @param {string | null} old @param {string | null} value */
  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    const isDue = (name === "loading" && value === "eager") || this.#reason === "questionnaire";
    if (isDue && this.isConnected) this.show();
    this.#assessment?.attributeChanged(name);
  }

  /** Shows the assessment, or the panel. */
  show() {
    this.#begin().catch(() => {});
  }

  async #begin() {
    observer?.unobserve(this);
    this.#requireConnected();
    const assessment = await (this.#begun ??= this.#load());
    // Taken off the page while the program was loading.
    this.#requireConnected();
    await assessment.show();
    this.#requireConnected();
    return assessment;
  }

  #requireConnected() {
    if (!this.isConnected) throw boussoleError("removed", "the element is not on the page");
  }

  async #load() {
    try {
      const control = await load(this.#attempt);
      this.#reason = undefined;
      return (this.#assessment = control(this, this.#frame, (error) => this.#fail(error)));
    } catch (error) {
      this.#fail(error);
      throw boussoleError("not-loaded", "the program could not be loaded");
    }
  }

  #fail(/** @type {unknown} */ error) {
    const reason = (this.#reason = reasonOf(NAME, error));
    this.#begun = this.#assessment = undefined;
    const retry = () => {
      // A broken program can't be started twice in one page.
      if (reason === "broken") return location.reload();
      if (reason !== "questionnaire") this.#attempt++;
      this.show();
    };
    const shown = panel(this.lang, reason, retry, page);
    this.#frame.replaceChildren(shown);
    // Leaving the page breaks off what loads; back from the browser's cache, the network may be sound.
    addEventListener("pageshow", ({ persisted }) => persisted && shown.isConnected && retry());
    emit(this, "error", { code: reason, message: String(error) });
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
      prototype[name] = async function (/** @type {unknown[]} */ ...args) {
        const assessment = await this.#begin();
        if (!(name in assessment)) throw boussoleError("unavailable", `${name}() needs a page of others`);
        return assessment[name](...args);
      };
    }
  }
}

/**
 * Defines the element.
 * @param {(attempt: number) => Promise<Control>} loading loads the program
 * @param {URL} [standalone] page to link to where the assessment can't be shown here
 * @param {boolean} [isAlone] whether the page has no content that a growing element would move
 */
export function define(loading, standalone, isAlone) {
  if (customElements.get(NAME)) return console.warn(`${NAME} is defined already: this page loads it twice.`);
  [load, page, reservesHeight] = [loading, standalone, !isAlone];
  customElements.define(NAME, BoussoleAssessment);
}
