// What an assessment is about, by the attributes of its element: a questionnaire, where links to results lead, and under
// which keys the browser keeps what is said of it.

import { asked, opensLinks, pageOf } from "./attributes.js";
import { pack } from "../shared/files.js";
import { find } from "./versions.js";

/** The usual beginning of storage keys. */
export const PREFIX = "boussole";

export class Subject {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  /** What is asked for, and what else may be. */
  asked() {
    return asked(this.element);
  }

  /** The pack that is asked for. */
  async content() {
    const { form, locale } = this.asked();
    return this.pack(form, locale);
  }

  /** @param {string} form @param {string} locale */
  pack(form, locale) {
    return pack(this.asked().forms[form][locale]);
  }

  /**
   * The pack that can read a result.
   * @param {string} questionnaire
   * @param {string} form
   * @param {number} version
   * @param {string} locale
   */
  find(questionnaire, form, version, locale) {
    return find(questionnaire, form, version, locale);
  }

  /** Whether this page reads result links. */
  get links() {
    return opensLinks(this.element);
  }

  /** The address of result links before `#`. */
  get page() {
    return pageOf(this.links, this.asked().questionnaire);
  }

  /**
   * The beginning of storage keys; in a kiosk there is none, and the program stores in memory.
   * @returns {string | undefined}
   */
  get prefix() {
    return new URL(location.href).searchParams.has("kiosk") ? undefined : PREFIX;
  }
}
