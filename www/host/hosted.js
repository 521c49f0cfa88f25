// An assessment in a page of others: what it does at their bidding, and what it lets them know.

import { Assessment } from "../element/assessment.js";
import { choice } from "../element/attributes.js";
import { dress } from "./theme-gate.js";
import { refusal, tell } from "../element/events.js";

/** What a page may be told of a result. */
const DISCLOSURES = { scores: 0, answers: 1 };

/** A value that JSON can carry, and the name of any other. @param {unknown} value */
const scalar = (value) => (value === null || Number.isFinite(value) ? value : String(value));

export class Hosted extends Assessment {
  #said = document.createElement("div");
  /** What the program said last. @type {{ answered: number, reported: boolean } | undefined} */
  #last;
  /** Whoever waits for its next word. @type {((value?: unknown) => void)[]} */
  #waiting = [];

  async show() {
    if (this.#last) return;
    await Promise.all([super.show(), dress(this.element, this.frame)]);
    if (!this.#last) await this.#next();
  }

  hide() {
    super.hide();
    this.#last = undefined;
    this.#speak();
  }

  /** @param {string} name */
  changed(name) {
    if (name === "disclose") this.#disclose();
    if (name === "accent") dress(this.element, this.frame, true);
    super.changed(name);
  }

  // What a page asks for.

  async reset() {
    await this.#done("reset");
  }

  /** @param {unknown} item its id, or its number counted from 1 */
  async goTo(item) {
    await this.#done({ goTo: scalar(item) });
  }

  /** @param {Record<string, unknown>} answers */
  async setAnswers(answers) {
    const given = Object.entries(Object(answers)).map(([item, answer]) => [item, scalar(answer)]);
    await this.#done({ setAnswers: given });
  }

  async getResult() {
    const disclosed = this.#disclosed;
    if (!disclosed) throw refusal("not-disclosed", 'the element needs disclose="scores" or disclose="answers"');
    return this.#ask({ getResult: disclosed });
  }

  /** @param {unknown} request */
  async #done(request) {
    const next = this.#next();
    await this.#ask(request);
    await next;
  }

  /** @param {unknown} request see crates/core/src/host.rs @returns {Promise<any>} */
  async #ask(request) {
    const { widget } = this;
    if (!widget) throw refusal("removed", "the element is not on the page");
    /** @type {string | undefined} */
    const response = await new Promise((resolve) => widget.ask(JSON.stringify(request), resolve));
    if (response === undefined) throw refusal("not-loaded", "a part of the program could not be loaded");
    const { value, error } = JSON.parse(response);
    if (error) throw refusal(error.code, error.message);
    return value;
  }

  #next() {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #speak() {
    this.#waiting.splice(0).forEach((resolve) => resolve());
  }

  // What it lets the page know.

  /** @param {number} version @param {number} answered @param {number} total @param {boolean} reported */
  progressed(version, answered, total, reported) {
    // The program may still have a word for a widget that is gone.
    if (!this.widget) return;
    const last = this.#last;
    this.#last = { answered, reported };
    this.#disclose();
    if (!last) {
      tell(this.element, "ready", this.#about(version));
    } else if (answered !== last.answered) {
      if (!answered) tell(this.element, "reset");
      if (!last.answered) tell(this.element, "started", this.#about(version));
      tell(this.element, "progress", { answered, total });
    }
    if (last && reported && !last.reported) this.#completed(this.#about(version));
    this.#speak();
  }

  passedOn() {
    tell(this.element, "shared");
  }

  /** @param {number} version */
  #about(version) {
    return { questionnaire: this.subject.asked().questionnaire, version, form: this.form, locale: this.locale };
  }

  /** @param {object} about */
  async #completed(about) {
    // Without leave nothing is told of it, and neither is what can't be told any more.
    const result = await this.getResult().catch(() => undefined);
    tell(this.element, "completed", result ? { ...about, result } : about);
  }

  get #disclosed() {
    return choice(this.element, "disclose", DISCLOSURES, "");
  }

  /** The reader sees what the page is told. */
  #disclose() {
    const disclosed = this.#disclosed;
    if (!disclosed) return this.#said.remove();
    const text = BOUSSOLE_RELEASE.host[this.locale][disclosed];
    // Only what is new: this is called after every answer.
    if (this.#said.textContent !== text) {
      Object.assign(this.#said, { className: "boussole disclosure", lang: this.locale, textContent: text });
    }
    if (this.widget && !this.#said.isConnected) {
      this.frame.prepend(this.#said);
      // Now, so that no request tells later that there is a result.
      this.#ask("prepare").catch(() => {});
    }
  }
}
