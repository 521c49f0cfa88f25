// Packs of released versions, for results that were made with them.

import { later } from "boussole-later";
import { pack } from "../shared/files.js";

/**
 * Loads the pack that can read a result: of the version it was made with, if this release still has it.
 * @param {string} questionnaire
 * @param {string} form
 * @param {number} version
 * @param {string} locale
 */
export async function loadVersion(questionnaire, form, version, locale) {
  const { older } = await later();
  const earlier = lookUp(older, [questionnaire, String(version), form, locale]);
  const file = earlier ?? lookUp(BOUSSOLE_RELEASE.packs, [questionnaire, form, locale]);
  if (typeof file !== "string") throw new Error(`no ${questionnaire}, ${form}, version ${version}`);
  return pack(file);
}

/**
 * Value at a path, over own properties only: the names come from a link.
 * @param {unknown} tree @param {string[]} names @returns {unknown}
 */
const lookUp = (tree, names) =>
  names.reduce((/** @type {any} */ at, name) => (at && Object.hasOwn(at, name) ? at[name] : undefined), tree);
