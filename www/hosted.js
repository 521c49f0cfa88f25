// An assessment in a page of others: what it does at their bidding, and what it lets them know.

import { Assessment } from "./assessment.js";
import { asked, choice, warn } from "./attributes.js";
import { address } from "./files.js";
import { refusal, tell } from "./manners.js";

/** What a page may be told of a result. */
const DISCLOSURES = { scores: 0, answers: 1 };

/** What `setAnswers` takes beside the levels 0 to 4, as the program counts it; null takes an answer away. */
const WORDS = new Map([["dont-know", 5], ["not-applicable", 6], [null, 7]]);

/** How keys of the browser's storage may begin. */
const PREFIX = /^[\w.-]{1,40}$/;

export class Hosted extends Assessment {
  #said = document.createElement("div");
  /** What the program said last. @type {[number, number, number, boolean] | undefined} */
  #last;
  /** Whoever waits for its next word. @type {((value?: unknown) => void)[]} */
  #waiting = [];

  async show() {
    await Promise.all([super.show(), this.#dress()]);
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
    if (name === "accent") this.#dress(true);
    super.changed(name);
  }

  get prefix() {
    const wanted = this.element.getAttribute("storage-prefix");
    if (!wanted || PREFIX.test(wanted)) return wanted || super.prefix;
    warn(this.element, "storage-prefix", `${super.prefix} is used. Valid: 1 to 40 letters, digits, ".", "-", "_".`);
    return super.prefix;
  }

  /**
   * Colours and sizes of the page's own. Where they can't be loaded, ours do.
   * @param {boolean} [again] whether there may be some already
   */
  async #dress(again) {
    const style = getComputedStyle(this.element);
    const zoom = magnification(this.frame);
    const accent = this.element.getAttribute("accent") || style.getPropertyValue("--boussole-accent");
    if (!again && !accent && zoom === 1) return;
    try {
      const { dress } = await import(address(BOUSSOLE_RELEASE.theme).href);
      dress(this.element, this.frame, zoom);
    } catch (error) {
      console.warn(`${this.element.localName}: the page's colours could not be applied.`, error);
    }
  }

  // What a page asks for.

  async start() {}

  async reset() {
    await this.#done(["reset"]);
  }

  /** @param {unknown} item its id, or its number counted from 1 */
  async goTo(item) {
    await this.#done(["go", item]);
  }

  /** @param {Record<string, any>} answers */
  async setAnswers(answers) {
    const codes = Object.entries(Object(answers)).map(([item, answer]) => {
      const code = [0, 1, 2, 3, 4].includes(answer) ? answer : WORDS.get(answer);
      if (code === undefined) throw refusal("invalid-answers", `${item}: ${answer} is no answer`);
      return [item, code];
    });
    await this.#done(["set", ...codes.flat()]);
  }

  async getResult() {
    const disclosed = choice(this.element, "disclose", DISCLOSURES, "");
    if (!disclosed) throw refusal("not-disclosed", 'the element needs disclose="scores" or disclose="answers"');
    return JSON.parse(await this.#ask(["result", disclosed]));
  }

  /** @param {unknown[]} what */
  async #done(what) {
    const next = this.#next();
    await this.#ask(what);
    await next;
  }

  /** @param {unknown[]} what @returns {Promise<any>} */
  async #ask(what) {
    const { widget } = this;
    if (!widget) throw refusal("removed", "the element is not on the page");
    const answer = await new Promise((resolve) => widget.ask(what, resolve));
    if (answer === undefined) throw refusal("not-loaded", "a part of the program could not be loaded");
    if (Array.isArray(answer)) throw refusal(answer[0], answer[1]);
    return answer;
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
    this.#last = [version, answered, total, reported];
    const about = { questionnaire: asked(this.element).questionnaire, version, form: this.form, locale: this.locale };
    this.#disclose();
    if (!last) {
      tell(this.element, "ready", about);
    } else if (answered !== last[1]) {
      if (!answered) tell(this.element, "reset");
      if (!last[1]) tell(this.element, "started", about);
      tell(this.element, "progress", { answered, total });
    }
    if (last && reported && !last[3]) this.#completed(about);
    this.#speak();
  }

  passedOn() {
    tell(this.element, "shared");
  }

  /** @param {object} about */
  async #completed(about) {
    // Without leave nothing is told of it, and neither is what can't be told any more.
    const result = await this.getResult().catch(() => undefined);
    tell(this.element, "completed", result ? { ...about, result } : about);
  }

  /** The reader sees what the page is told. */
  #disclose() {
    const disclosed = choice(this.element, "disclose", DISCLOSURES, "");
    this.#said.className = "boussole disclosure";
    this.#said.lang = this.locale;
    this.#said.textContent = disclosed && BOUSSOLE_RELEASE.host[this.locale][disclosed];
    if (!disclosed) this.#said.remove();
    else if (this.widget && !this.#said.isConnected) {
      this.frame.prepend(this.#said);
      // Now, so that no request tells later that there is a result.
      this.#ask(["nothing"]).catch(() => {});
    }
  }
}

/**
 * Some pages set the size of all letters to 10 pixels, for easier sums: how much that must be magnified to be as large as
 * the reader wants letters to be.
 * @param {Element} frame
 */
function magnification(frame) {
  const probe = document.createElement("div");
  probe.style.fontSize = "medium";
  frame.append(probe);
  const [medium, root] = [probe, document.documentElement].map((of) => parseFloat(getComputedStyle(of).fontSize));
  probe.remove();
  return medium / root;
}
