// Results of versions that were released before.

import { later } from "boussole-later";
import { pack } from "../shared/files.js";

/**
 * The pack that can read a result: of the version it was made with, if this release still has it.
 * @param {string} questionnaire
 * @param {string} form
 * @param {number} version
 * @param {string} locale
 */
export async function find(questionnaire, form, version, locale) {
  // Step by step, own names only: all of these come from a link.
  const { older } = await later();
  const earlier = path(older, [questionnaire, String(version), form, locale]);
  const file = earlier ?? path(BOUSSOLE_RELEASE.packs, [questionnaire, form, locale]);
  if (typeof file !== "string") throw new Error(`no ${questionnaire}, ${form}, version ${version}`);
  return pack(file);
}

/** @param {unknown} tree @param {string[]} names @returns {unknown} */
const path = (tree, names) =>
  names.reduce((/** @type {any} */ at, name) => (at && Object.hasOwn(at, name) ? at[name] : undefined), tree);
