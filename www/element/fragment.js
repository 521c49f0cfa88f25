// Fragment of the page's address: a result link or an invitation is taken out of it, so that a bookmark does not show
// somebody else's result. Any other fragment is the page's own.

/** Most layers of escapes that gateways of mail put around an address. */
const LAYERS = 5;

/** Letters and digits of a text: mail programs escape, wrap and join what is between them. @param {string} text */
const bare = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Text without its layers of escapes, full-width forms as what they stand for. @param {string} text */
function decoded(text) {
  try {
    for (let layer = 0; layer < LAYERS; layer++) text = decodeURIComponent(text);
  } catch {
    // No further layer.
  }
  return text.normalize("NFKC");
}

/**
 * Whether a fragment is meant as a link to one of the questionnaires, sound or damaged: a format number or `ask`, then the
 * id, with dots between them. One dot may be lost.
 * @param {string} fragment
 * @param {string[]} ids of the questionnaires
 */
export function isLink(fragment, ids) {
  const text = decoded(fragment);
  // Routers begin theirs with `#/` or `#!`.
  if (/^#[/!]/.test(text)) return false;
  const hasDots = text.split(".").length > 2 || /^\W*(\d+|ask)\./.test(text);
  const [, rest] = /^(?:\d{1,2}|ask)(.+)/.exec(bare(text)) ?? [];
  return hasDots && rest !== undefined && ids.some((id) => rest.startsWith(bare(id)));
}

/** Whether a fragment can only be meant as a link, on a page that has no fragments of its own. @param {string} fragment */
function isAnyLink(fragment) {
  const text = decoded(fragment);
  return text.startsWith("#ask.") || (!text.startsWith("#event=") && text.split(".").length > 2);
}

/**
 * Link in the address.
 * @param {string[]} ids of the questionnaires
 * @param {boolean} isOwnPage whether the page has no fragments but links and those of events
 * @returns {string | undefined}
 */
export function findFragment(ids, isOwnPage) {
  const { hash } = location;
  if (isLink(hash, ids) || (isOwnPage && isAnyLink(hash))) return hash;
}

/**
 * Takes a link out of the address.
 * @param {string[]} ids of the questionnaires
 * @param {boolean} isOwnPage whether the page has no fragments but links and those of events
 */
export function takeFragment(ids, isOwnPage) {
  const found = findFragment(ids, isOwnPage);
  if (!found) return;
  try {
    // Absolute, since `<base>` changes what a relative address means; the state is that of the page's router.
    history.replaceState(history.state, "", location.href.split("#")[0]);
  } catch {
    // A sandboxed frame may refuse: the result is shown all the same.
  }
  return found;
}
