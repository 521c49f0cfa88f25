// Files of the release, relative to this script.

/** Own constant: in one expression with the names, a bundler would resolve them. */
const base = import.meta.url;

/** @param {string} file */
export const address = (file) => new URL(file, base);

/** Contents of the JSON files that were fetched. @type {Map<string, Promise<unknown>>} */
const packs = new Map();

/**
 * Contents of a JSON file, fetched once: a questionnaire in one form and locale. An argument that is no name is the
 * contents already.
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

/** Contents of a binary file. @param {string} file */
export async function bytes(file) {
  const response = await fetch(address(file));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.arrayBuffer();
}
