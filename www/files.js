// The files of a release, beside this script.

/** Under a name of its own: in one with the files, a bundler would look for those. */
const base = import.meta.url;

/** @param {string} file */
export const address = (file) => new URL(file, base);

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

/** @param {string} file */
async function get(file) {
  const response = await fetch(address(file));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}
