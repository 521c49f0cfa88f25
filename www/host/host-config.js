// What an assessment in a page of others is about: it may be a questionnaire of that page's own, in the folder that the
// attribute `src` names. Few pages have one: what reads it is loaded for those alone.

import { later, own } from "boussole-later";
import { asked, prefixOf } from "../element/attributes.js";
import { PREFIX, Subject } from "../element/config.js";

/** @typedef {import("../element/attributes.js").Own} Own */

export class HostedSubject extends Subject {
  /** The questionnaire of the page's own that is shown. @type {Own | undefined} */
  #own;
  /** The one that is asked for, and its address as the page writes it. @type {{ src?: string, own?: Promise<Own> }} */
  #reading = {};

  asked() {
    return asked(this.element, this.#own);
  }

  async content() {
    const src = this.element.getAttribute("src") || undefined;
    if (src !== this.#reading.src) this.#reading = { src, own: src ? this.#read(src) : undefined };
    const reading = this.#reading;
    const read = await reading.own;
    // What was overtaken by another is shown by nobody.
    if (reading === this.#reading) this.#own = read;
    return super.content();
  }

  /** @param {string} src */
  async #read(src) {
    const [{ read }, release] = await Promise.all([own(), later()]);
    return read(this.element, src, release);
  }

  /** @param {string} questionnaire @param {string} form @param {number} version @param {string} locale */
  async find(questionnaire, form, version, locale) {
    if (questionnaire !== this.#own?.questionnaire) return super.find(questionnaire, form, version, locale);
    // There is one version: the program sees whether the result is of that.
    return this.#own.forms[form]?.[locale];
  }

  /** No other page could read the links to a questionnaire of this one's own. */
  get links() {
    return this.#own !== undefined || super.links;
  }

  /** Whatever two questionnaires are called: what is kept for the one is not for the other. */
  get prefix() {
    const prefix = prefixOf(this.element, PREFIX);
    return this.#own ? `${prefix}:@${this.#own.address}` : prefix;
  }
}
