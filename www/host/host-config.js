// Configuration of an assessment in a page of others: the attribute `src` may name the folder of a questionnaire of that
// page. Few pages have one: its reader is loaded for those alone.

import { later, own } from "boussole-later";
import { requested, storagePrefix } from "../element/attributes.js";
import { Config, PREFIX } from "../element/config.js";

/** @typedef {import("../element/attributes.js").HostQuestionnaire} HostQuestionnaire */

export class HostConfig extends Config {
  /** Questionnaire of the page that is shown. @type {HostQuestionnaire | undefined} */
  #own;
  /** Requested questionnaire, and its address as the page writes it. @type {{ src?: string, own?: Promise<HostQuestionnaire> }} */
  #reading = {};

  requested() {
    return requested(this.element, this.#own);
  }

  async loadRequested() {
    const src = this.element.getAttribute("src") || undefined;
    if (src !== this.#reading.src) this.#reading = { src, own: src ? this.#read(src) : undefined };
    const reading = this.#reading;
    const read = await reading.own;
    // A later request may have replaced this one.
    if (reading === this.#reading) this.#own = read;
    return super.loadRequested();
  }

  /** @param {string} src */
  async #read(src) {
    const [{ read }, release] = await Promise.all([own(), later()]);
    return read(this.element, src, release);
  }

  /**
   * @param {string} questionnaire
   * @param {string} form
   * @param {number} version
   * @param {string} locale
   * @returns {Promise<unknown>}
   */
  async loadVersion(questionnaire, form, version, locale) {
    if (questionnaire !== this.#own?.questionnaire) return super.loadVersion(questionnaire, form, version, locale);
    // One version exists: the program checks whether the result is of that.
    return this.#own.forms[form]?.[locale];
  }

  /** Whether this page reads result links: no other could read those to a questionnaire of its own. */
  get readsLinks() {
    return this.#own !== undefined || super.readsLinks;
  }

  /** Prefix of the storage keys: the address separates questionnaires of the same name. */
  get storagePrefix() {
    const prefix = storagePrefix(this.element, PREFIX);
    return this.#own ? `${prefix}:@${this.#own.address}` : prefix;
  }
}
