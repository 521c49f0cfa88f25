// What a kiosk says around the widget: that it forgets, the code by which a result is taken along, and what happens when
// nobody is there any more. It says so once and politely; the seconds are for the eye.

import { code, picture, ready } from "../shared/qr-encode.js";
import { WARNING } from "./idle.js";
import { element, fill } from "../shared/dom.js";

const texts = () => BOUSSOLE_RELEASE.attended[document.documentElement.lang];

/** @param {string} key @param {Record<string, unknown>} [values] */
const say = (key, values = {}) => fill(texts()[key], values);

export class Desk {
  #silence;
  /** Whether there is an answer to forget. */
  #isBegun = false;
  /** The language that everybody begins in. */
  #lang;
  /** The link of the result that is on the screen; empty where there is none. */
  #link = "";
  /** @type {(() => void) | undefined} */
  #renewal;
  #button = (/** @type {string} */ key, /** @type {() => void} */ onclick) =>
    element("button", { type: "button", className: `kiosk-${key}`, onclick });
  #more = () => this.#extend();
  #promise = element("p", { className: "kiosk-promise" });
  #bar = element("div", { className: "kiosk-bar", hidden: true });
  #result = element("aside", { className: "kiosk-result", hidden: true });
  #told = element("p", { role: "status" });
  #count = element("p", { className: "kiosk-count", ariaHidden: "true" });
  #silent = element("div", { className: "kiosk-silence" }, this.#told);

  /** @param {import("./idle.js").Silence} silence @param {string} lang @param {() => void} forget */
  constructor(silence, lang, forget) {
    this.#silence = silence;
    this.#lang = lang;
    const stop = this.#button("stop", forget);
    this.#bar.append(this.#button("more", this.#more), stop);
    this.forget = forget;
    document.querySelector("header")?.append(this.#promise, this.#bar);
    document.querySelector("main")?.prepend(this.#result);
    document.body.append(this.#silent);
    const languages = new MutationObserver(() => this.#translate());
    languages.observe(document.documentElement, { attributeFilter: ["lang"] });
    this.#translate();
    ready().catch(() => {});
  }

  #translate() {
    this.#promise.textContent = say("promise");
    for (const button of this.#bar.querySelectorAll("button")) button.textContent = say(button.className.slice(6));
    this.#show();
  }

  /** How far somebody has come. @param {boolean} isBegun @param {string} link */
  follow(isBegun, link) {
    this.#bar.hidden = !isBegun;
    this.#promise.hidden = isBegun;
    this.#isBegun = isBegun;
    if (link === this.#link) return;
    this.#link = link;
    this.#show();
    // The code stands above the report, where there is no room beside it.
    if (link) scrollTo(0, 0);
  }

  /** Shows the code of the result, or nothing. */
  async #show() {
    const link = this.#link;
    this.#result.hidden = !link;
    if (!link) return this.#result.replaceChildren();
    const done = element("button", { type: "button", className: "kiosk-done", textContent: say("done"), onclick: this.forget });
    const drawn = await code(link).then((code) => picture(code, say("code_name")), () => undefined);
    if (link !== this.#link) return;
    const words = element("p", { textContent: say(drawn ? "take_how" : "no_code") });
    this.#result.replaceChildren(element("h2", { textContent: say("take") }), ...(drawn ? [drawn] : []), words, done);
    this.#result.ariaLabel = say("take");
  }

  /** Something was done. @param {Event} event */
  hear(event) {
    this.#silence.broken();
    // What is pressed there must still be there when it is let go.
    if (event.type === "click" || !event.composedPath().includes(this.#silent)) this.#hush();
  }

  /** Nothing is said of any silence. */
  #hush() {
    if (this.#told.textContent) this.#told.textContent = "";
    this.#silent.replaceChildren(this.#told);
  }

  #extend() {
    const minutes = this.#silence.extend() / 60;
    this.#hush();
    this.#told.textContent = say("more_given", { minutes });
  }

  /** Whether it stands as it does for whoever comes. */
  get #isUntouched() {
    return !this.#isBegun && document.documentElement.lang === this.#lang;
  }

  /** Looks whether somebody is there. */
  look() {
    if (this.#isUntouched) return this.#silence.isLong && this.#renewal?.();
    const left = Math.ceil(this.#silence.left(this.#link !== ""));
    if (left > WARNING) return;
    if (left <= 0) return this.forget();
    this.#count.textContent = String(left);
    if (this.#count.isConnected) return;
    this.#told.textContent = say("warning", { seconds: WARNING });
    const buttons = [this.#button("stay", () => this.#hush()), this.#button("more", this.#more)];
    for (const button of buttons) button.textContent = say(button.className.slice(6));
    this.#silent.append(this.#count, ...buttons);
  }

  /** Somebody else may come. */
  rest() {
    this.#silence.end();
    this.#hush();
    this.follow(false, "");
  }

  /** A newer release takes over when nobody is there. @param {() => void} take */
  renew(take) {
    this.#renewal = take;
  }
}
