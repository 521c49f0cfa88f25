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

/**
 * The lists of a whole pack.
 * @param {unknown} first name or contents of the file with what its questions show, or all of it
 * @param {string | undefined} rest
 * @returns {Promise<unknown[]>}
 */
export async function whole(first, rest) {
  return (await Promise.all([pack(first), rest ? pack(rest) : []])).flat();
}

/**
 * Response with the file that was asked for; an error names the file and the status.
 * @param {Response | Promise<Response>} response
 */
export async function successful(response) {
  const { ok, url, status } = await response;
  if (!ok) throw new Error(`${url}: ${status}`);
  return response;
}

/** @param {string} file */
async function get(file) {
  const response = await successful(fetch(address(file)));
  return response.json().catch((error) => {
    // A file that has come whole and is another one, as the sign-in page of a network is.
    throw error instanceof SyntaxError ? new SyntaxError(`${response.url}: ${error.message}`) : error;
  });
}

/** Contents of a binary file. @param {string} file */
export const bytes = async (file) => (await successful(fetch(address(file)))).arrayBuffer();
