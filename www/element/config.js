// Configuration of an assessment, read from the attributes of its element: questionnaire, form, locale, address of result
// links, prefix of storage keys.

import { readsLinks, requested } from "./attributes.js";
import { versionFiles } from "./versions.js";
import { resultPage } from "../shared/address.js";
import { pack, whole } from "../shared/files.js";

/** Default prefix of storage keys. */
export const PREFIX = "boussole";

export class Config {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  /** Questionnaire, form and locale of the attributes, with the packs that are available. */
  requested() {
    return requested(this.element);
  }

  /** Loads what the questions of the requested pack show. @returns {Promise<unknown>} */
  async loadRequested() {
    const { forms, form, locale } = this.requested();
    return pack(forms[form][locale]);
  }

  /** Loads a whole pack. @param {string} form @param {string} locale */
  loadPack(form, locale) {
    return whole(this.requested().forms[form][locale], this.restFile(locale));
  }

  /** File with the rest of the requested pack; undefined where the pack is whole. @param {string} locale */
  restFile(locale) {
    return BOUSSOLE_RELEASE.rests?.[this.requested().questionnaire]?.[locale];
  }

  /**
   * Loads the whole pack that can read a result.
   * @param {string} questionnaire
   * @param {string} form
   * @param {number} version
   * @param {string} locale
   * @returns {Promise<unknown>}
   */
  async loadVersion(questionnaire, form, version, locale) {
    const { first, rest } = await versionFiles(questionnaire, form, version, locale);
    return whole(first, rest);
  }

  /** Whether this page reads result links. */
  get readsLinks() {
    return readsLinks(this.element);
  }

  /** Address of result links before `#`. */
  get resultPage() {
    const { questionnaire, locale } = this.requested();
    return resultPage(this.readsLinks, questionnaire, locale);
  }

  /**
   * Prefix of the storage keys; undefined in a kiosk, where the program stores in memory.
   * @returns {string | undefined}
   */
  get storagePrefix() {
    return new URL(location.href).searchParams.has("kiosk") ? undefined : PREFIX;
  }
}
