// Address of a link that was sent as a path: a program escaped its `#`, as in `/en/%23<link>`. In the syntax of 2009.

/**
 * Address with the link as its fragment; none where the path has no such link.
 * @param {string} href
 */
export function moved(href) {
  var address = new URL(href);
  // Each layer of escapes writes `%25` for `%`.
  var found = /^(.*?\/)%(?:25)*23(.+)$/.exec(address.pathname);
  if (!found) return undefined;
  address.pathname = found[1];
  address.hash = found[2] + address.search;
  address.search = "";
  return address.href;
}
