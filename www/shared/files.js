// The files of a release, beside this script.

/** Under a name of its own: in one with the files, a bundler would look for those. */
const base = import.meta.url;

/** @param {string} file */
export const address = (file) => new URL(file, base);

/** @type {Map<string, Promise<unknown>>} what was fetched, by file */
const packs = new Map();

/**
 * What is in a file: a questionnaire in one form and locale. What was fetched once is not asked for again, nor what is
 * no name of a file, but a questionnaire already.
 * @param {unknown} file
 * @returns {Promise<any>}
 */
export function pack(file) {
  if (typeof file !== "string") return Promise.resolve(file);
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

/** What is in a file that is no text. @param {string} file */
export async function bytes(file) {
  const response = await fetch(address(file));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.arrayBuffer();
}
