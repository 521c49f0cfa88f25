// Link that was taken out of the address, kept for a reload of this tab: without it the page would begin anew.

/** @param {string} prefix of storage keys */
const key = (prefix) => `${prefix}:link:${location.pathname}`;

/**
 * Link that this tab showed on this page before a reload, or when it was left.
 * @param {string | undefined} prefix of storage keys; without one, nothing is kept
 */
export function keptLink(prefix) {
  if (prefix === undefined) return;
  const [navigation] = performance.getEntriesByType("navigation");
  const { type } = /** @type {PerformanceNavigationTiming} */ (navigation ?? {});
  try {
    if (type === "reload" || type === "back_forward") return sessionStorage.getItem(key(prefix)) ?? undefined;
    sessionStorage.removeItem(key(prefix));
  } catch {
    // Storage that is blocked keeps nothing.
  }
}

/**
 * Keeps a link, or forgets the one that was kept.
 * @param {string | undefined} prefix of storage keys
 * @param {string} [link]
 */
export function keepLink(prefix, link) {
  if (prefix === undefined) return;
  try {
    if (link) sessionStorage.setItem(key(prefix), link);
    else sessionStorage.removeItem(key(prefix));
  } catch {
    // A reload shows the reader's own answers.
  }
}
