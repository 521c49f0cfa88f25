// The files of a release, beside this script.

/** @param {string} file */
export const address = (file) => new URL(file, import.meta.url);

/** @type {Map<string, Promise<unknown>>} what was fetched, by file */
const packs = new Map();

/**
 * A questionnaire in one form and locale. What was fetched once is not asked for again.
 * @param {string} file
 */
export function pack(file) {
  const fetched = packs.get(file) ?? get(file);
  packs.set(file, fetched);
  fetched.catch(() => packs.delete(file));
  return fetched;
}

/** The names of what is only loaded when it is asked for: most visits need none of them. */
export const later = () => /** @type {Promise<Later>} */ (pack(BOUSSOLE_RELEASE.later));

/** @param {string} file */
async function get(file) {
  const response = await fetch(address(file));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}

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
