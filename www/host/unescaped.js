// Addresses as their publishers write them.

/** The address without percent escapes, but for those that would change its path. @param {URL} address */
export function unescaped({ href }) {
  try {
    return decodeURI(href);
  } catch {
    // Escapes of other bytes than letters' stay.
    return href;
  }
}
