// Controls of a kiosk around the widget: the promise to erase, the QR code of a result, and the warning before the erasure.
// The warning is announced once, politely; its countdown is visual only.

import { code, picture, ready } from "./qr-encode.js";
import { isPublic } from "./public-address.js";
import { localeOf } from "../element/attributes.js";
import { WARNING } from "./idle.js";
import { element, fill } from "./dom.js";

export class Controls {
  #timer;
  /** Whether there is an answer. */
  #isBegun = false;
  #element;
  /** Language at the start of each session. */
  #lang;
  /** Link to the result on the screen; empty where there is none. */
  #link = "";
  /** @type {(() => void) | undefined} */
  #activateUpdate;
  #button = (/** @type {string} */ key, /** @type {() => void} */ onclick) =>
    element("button", { type: "button", className: `kiosk-${key}`, onclick });
  #onExtend = () => this.#extend();
  #promise = element("p", { className: "kiosk-promise" });
  #bar = element("div", { className: "kiosk-bar", hidden: true });
  #result = element("aside", { className: "kiosk-result", hidden: true });
  #status = element("p", { role: "status" });
  #countdown = element("p", { className: "kiosk-count", ariaHidden: "true" });
  #warning = element("div", { className: "kiosk-silence" }, this.#status);

  /** @param {import("./idle.js").IdleTimer} timer @param {Element} element @param {() => void} restart */
  constructor(timer, element, restart) {
    this.#timer = timer;
    this.#element = element;
    this.#lang = localeOf(element);
    const stop = this.#button("stop", restart);
    this.#bar.append(this.#button("more", this.#onExtend), stop);
    this.restart = restart;
    document.querySelector("header")?.append(this.#promise, this.#bar);
    document.querySelector("main")?.prepend(this.#result);
    document.body.append(this.#warning);
    const languages = new MutationObserver(() => this.#translate());
    languages.observe(element, { attributeFilter: ["lang"] });
    this.#translate();
    ready().catch(() => {});
  }

  /** @param {string} key @param {Record<string, unknown>} [values] */
  #text(key, values = {}) {
    return fill(BOUSSOLE_RELEASE.kioskTexts[localeOf(this.#element)][key], values);
  }

  #translate() {
    this.#promise.textContent = this.#text("promise");
    for (const button of this.#bar.querySelectorAll("button")) button.textContent = this.#text(button.className.slice(6));
    this.#show();
  }

  /** Follows the progress of the session. @param {boolean} isBegun @param {string} link */
  onProgress(isBegun, link) {
    this.#bar.hidden = !isBegun;
    this.#promise.hidden = isBegun;
    this.#isBegun = isBegun;
    if (link === this.#link) return;
    this.#link = link;
    this.#show();
    // On narrow screens the code is above the report.
    if (link) scrollTo(0, 0);
  }

  /** Shows the code of the result, if there is one. */
  async #show() {
    const link = this.#link;
    this.#result.hidden = !link;
    if (!link) return this.#result.replaceChildren();
    const done = element("button", { type: "button", className: "kiosk-done", textContent: this.#text("done"), onclick: this.restart });
    const drawn = await code(link).then((code) => picture(code, this.#text("code_name")), () => undefined);
    if (link !== this.#link) return;
    const hint = element("p", { textContent: this.#text(!drawn ? "no_code" : isPublic(new URL(link)) ? "take_how" : "own_code") });
    this.#result.replaceChildren(element("h2", { textContent: this.#text("take") }), ...(drawn ? [drawn] : []), hint, done);
    this.#result.ariaLabel = this.#text("take");
  }

  /** Restarts the timer; the input that wakes a machine comes too late. @param {Event} event */
  onInput(event) {
    if (this.#isOver) return this.restart();
    this.#timer.restart();
    // A pressed button of the warning must stay until it is released.
    if (event.type === "click" || !event.composedPath().includes(this.#warning)) this.#dismiss();
  }

  /** Removes the warning. */
  #dismiss() {
    if (this.#status.textContent) this.#status.textContent = "";
    this.#warning.replaceChildren(this.#status);
  }

  #extend() {
    const minutes = this.#timer.extend() / 60;
    this.#dismiss();
    this.#status.textContent = this.#text("more_given", { minutes });
  }

  /** Whether nothing was changed since the start of the session. */
  get #isUntouched() {
    return !this.#isBegun && localeOf(this.#element) === this.#lang;
  }

  /** Whether the time of a session has passed. */
  get #isOver() {
    return !this.#isUntouched && this.#timer.remaining(this.#link !== "") <= 0;
  }

  /** Warns, erases or updates when it is time. */
  tick() {
    if (this.#isUntouched) return this.#timer.isIdle && this.#activateUpdate?.();
    if (this.#isOver) return this.restart();
    const seconds = Math.ceil(this.#timer.remaining(this.#link !== ""));
    if (seconds > WARNING) return;
    this.#countdown.textContent = String(seconds);
    if (this.#countdown.isConnected) return;
    this.#status.textContent = this.#text("warning", { seconds: WARNING });
    const buttons = [this.#button("stay", () => this.#dismiss()), this.#button("more", this.#onExtend)];
    for (const button of buttons) button.textContent = this.#text(button.className.slice(6));
    this.#warning.append(this.#countdown, ...buttons);
  }

  /** Prepares the next session. */
  reset() {
    this.#timer.reset();
    this.#dismiss();
    this.onProgress(false, "");
  }

  /** Activates a newer release when the kiosk is idle. @param {() => void} activate */
  scheduleUpdate(activate) {
    this.#activateUpdate = activate;
  }
}
