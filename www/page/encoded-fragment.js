// Link whose `#` a program escaped on the way, as in `/?form=full%23<link>`: it is moved into the fragment, before anything
// else reads the address. So is an event link whose other marks are escaped.

import { isLink } from "../element/fragment.js";

/** Event link, with its first mark escaped perhaps. */
const EVENT = /^event(?:=|%(?:25)*3d)/i;

/**
 * Address with such a link in its fragment.
 * @param {string} href
 * @param {string[]} ids of the questionnaires
 */
export function withFragment(href, ids) {
  // Each layer of escapes writes `%25` for `%`.
  const [, page, link] = /^([^#]*?)%(?:25)*23(.+)$/.exec(href) ?? [];
  const moved = link && (isLink(`#${link}`, ids) || EVENT.test(link)) ? `${page}#${link}` : href;
  let [before, fragment = ""] = moved.split(/#(.*)/s);
  if (!EVENT.test(fragment)) return moved;
  try {
    while (fragment[5] === "%") fragment = decodeURIComponent(fragment);
  } catch {
    // A name that is cut is left out.
  }
  return `${before}#${fragment}`;
}

/** Moves the link of this page into the fragment. */
export function moveFragment() {
  const moved = withFragment(location.href, Object.keys(BOUSSOLE_RELEASE.packs));
  if (moved !== location.href) history.replaceState(history.state, "", moved);
}
