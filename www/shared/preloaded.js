// Request of a file that the page preloads.

/**
 * Requests a file as `<link rel="preload" as="fetch">` does: WebKit fetches it again for a request of another mode, while the
 * first one is under way. An opaque origin, which a sandbox gives, may read no answer to such a request.
 * @param {URL} url
 */
export const preloaded = (url) => fetch(url, origin === "null" ? {} : { mode: "no-cors", credentials: "include" });
