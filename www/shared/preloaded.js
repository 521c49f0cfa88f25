// Request of a file that the page preloads.

/**
 * Requests a file as `<link rel="preload" as="fetch">` does: WebKit fetches it again for a request of another mode, while the
 * first one is under way. An opaque origin, which a sandbox gives, may read no answer to such a request. Later attempts go to
 * the network: WebKit would answer them with the preload that failed.
 * @param {URL} url
 * @param {number} attempt
 */
export const preloaded = (url, attempt) =>
  fetch(url, attempt ? { cache: "reload" } : origin === "null" ? {} : { mode: "no-cors", credentials: "include" });
