// An assessment in a page of others: its methods, its events, and the line that discloses them to the reader.

import { Assessment } from "../element/assessment.js";
import { choice } from "../element/attributes.js";
import { boussoleError, emit } from "../element/events.js";
import { anchorBelow } from "../shared/anchor.js";
import { applyTheme } from "./theme-gate.js";

/** Extents of the result that a page may receive, as the program numbers them. */
const DISCLOSURES = { scores: 0, answers: 1 };

/** A value that JSON can carry, and the name of any other. @param {unknown} value */
const scalar = (value) => (value === null || Number.isFinite(value) ? value : String(value));

export class Hosted extends Assessment {
  #disclosure = document.createElement("div");
  /** Progress that the program reported last. @type {{ answered: number, isReported: boolean } | undefined} */
  #last;
  /** Resolvers of the promises that wait for the next progress. @type {((value?: unknown) => void)[]} */
  #waiting = [];

  async show() {
    if (this.#last) return;
    anchorBelow(this.element);
    await Promise.all([super.show(), applyTheme(this.element, this.frame)]);
    if (!this.#last) await this.#nextProgress();
  }

  hide() {
    super.hide();
    this.#last = undefined;
    this.#resolveWaiting();
  }

  /** @param {string} name */
  attributeChanged(name) {
    if (name === "disclose") this.#disclose();
    if (name === "accent") applyTheme(this.element, this.frame, true);
    super.attributeChanged(name);
  }

  // Methods of the element.

  async reset() {
    await this.#done("reset");
  }

  /** @param {unknown} item id, or number counted from 1 */
  async goTo(item) {
    await this.#done({ goTo: scalar(item) });
  }

  /** @param {Record<string, unknown>} answers */
  async setAnswers(answers) {
    const pairs = Object.entries(Object(answers)).map(([item, answer]) => [item, scalar(answer)]);
    await this.#done({ setAnswers: pairs });
  }

  /** @returns {Promise<import("../element/events.js").DisclosedResult>} */
  async getResult() {
    const extent = this.#extent;
    if (!extent) throw boussoleError("not-disclosed", 'the element needs disclose="scores" or disclose="answers"');
    return this.#ask({ getResult: extent });
  }

  /** @param {unknown} request */
  async #done(request) {
    const next = this.#nextProgress();
    await this.#ask(request);
    await next;
  }

  /** @param {unknown} request see crates/core/src/host.rs @returns {Promise<any>} */
  async #ask(request) {
    const { widget } = this;
    if (!widget) throw boussoleError("removed", "the element is not on the page");
    /** @type {string | undefined} */
    const response = await new Promise((resolve) => widget.ask(JSON.stringify(request), resolve));
    if (response === undefined) throw boussoleError("not-loaded", "a part of the program could not be loaded");
    const { value, error } = JSON.parse(response);
    if (error) throw boussoleError(error.code, error.message);
    return value;
  }

  #nextProgress = () => new Promise((resolve) => this.#waiting.push(resolve));

  #resolveWaiting = () => this.#waiting.splice(0).forEach((resolve) => resolve());

  // Events of the element.

  /** @param {number} version @param {number} answered @param {number} total @param {boolean} isReported */
  onProgress(version, answered, total, isReported) {
    // A widget that was taken away may report once more.
    if (!this.widget) return;
    const last = this.#last;
    this.#last = { answered, isReported };
    this.#disclose();
    if (!last) {
      emit(this.element, "ready", this.#origin(version));
    } else if (answered !== last.answered) {
      if (!answered) emit(this.element, "reset");
      if (!last.answered) emit(this.element, "started", this.#origin(version));
      emit(this.element, "progress", { answered, total });
    }
    if (last && isReported && !last.isReported) this.#emitCompleted(this.#origin(version));
    this.#resolveWaiting();
  }

  onShared() {
    emit(this.element, "shared");
  }

  /** @param {number} version @returns {import("../element/events.js").Shown} */
  #origin(version) {
    return { questionnaire: this.config.requested().questionnaire, version, form: this.form, locale: this.locale };
  }

  /** Adds the result where it is disclosed and can still be read. @param {import("../element/events.js").Shown} origin */
  async #emitCompleted(origin) {
    const result = await this.getResult().catch(() => undefined);
    emit(this.element, "completed", result ? { ...origin, result } : origin);
  }

  get #extent() {
    return choice(this.element, "disclose", DISCLOSURES, "");
  }

  /** Shows the reader what the page receives. */
  #disclose() {
    const extent = this.#extent;
    const line = this.#disclosure;
    if (!extent) return line.remove();
    const textContent = BOUSSOLE_RELEASE.host[this.locale][extent];
    // Written on change only: this runs after every answer.
    if (line.textContent !== textContent) Object.assign(line, { className: "boussole disclosure", lang: this.locale, textContent });
    if (this.widget && !line.isConnected) {
      this.frame.prepend(line);
      // Loads the part now, so that no later request reveals that there is a result.
      this.#ask("prepare").catch(() => {});
    }
  }
}
