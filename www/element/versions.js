// Packs of released versions, for results that were made with them.

import { later } from "boussole-later";

/**
 * Files of the pack that can read a result: of the version it was made with, if this release still has it. The first holds
 * what its questions show; the rest is undefined where the first is whole.
 * @param {string} questionnaire
 * @param {string} form
 * @param {number} version
 * @param {string} locale
 * @returns {Promise<{ first: string, rest: string | undefined }>}
 */
export async function versionFiles(questionnaire, form, version, locale) {
  const { older, olderRests } = await later();
  const number = String(version);
  const earlier = lookUp(older, [questionnaire, number, form, locale]);
  const first = earlier ?? lookUp(BOUSSOLE_RELEASE.packs, [questionnaire, form, locale]);
  if (typeof first !== "string") throw new Error(`no ${questionnaire}, ${form}, version ${version}`);
  const rest = earlier
    ? lookUp(olderRests, [questionnaire, number, locale])
    : lookUp(BOUSSOLE_RELEASE.rests, [questionnaire, locale]);
  return { first, rest: /** @type {string | undefined} */ (rest) };
}

/**
 * Value at a path, over own properties only: the names come from a link.
 * @param {unknown} tree @param {string[]} names @returns {unknown}
 */
const lookUp = (tree, names) =>
  names.reduce((/** @type {any} */ at, name) => (at && Object.hasOwn(at, name) ? at[name] : undefined), tree);
