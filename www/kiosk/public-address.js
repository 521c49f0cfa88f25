// Address that the codes of a kiosk lead to: that of its page, or the one that the kiosk was given, `?kiosk=https://…`.

import { parametersOf } from "../shared/parameters.js";

/** Host names that lead every device to itself. */
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** Whether other devices can open an address. @param {URL} address */
export const isPublic = ({ protocol, hostname }) => /^https?:$/.test(protocol) && !LOOPBACK.test(hostname);

/** Address that was typed, with or without `https://`, if other devices can open it. @param {string | null} [text] */
export function parseAddress(text) {
  const typed = text?.trim() ?? "";
  const isWhole = /^[a-z]+:/i.test(typed);
  try {
    const address = new URL(isWhole ? typed : `https://${typed}`);
    // A word alone is no address that was meant.
    return isPublic(address) && (isWhole || address.hostname.includes(".")) ? address : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Page that opens the results of a kiosk, with the parameters that it reads alone; in the language of the kiosk. Without an
 * address that was given, the page is the canonical one of the release: a kiosk may be served to itself, or to one network.
 * @param {string} href address of the kiosk's page
 * @param {string} lang
 * @param {string | null} [canonical] address that the kiosk's page names as its own
 */
export function resultPage(href, lang, canonical) {
  const here = new URL(href);
  const given = parseAddress(here.searchParams.get("kiosk"));
  const page = given ?? parseAddress(canonical) ?? new URL(href);
  [page.search, page.hash] = ["", ""];
  if (given) page.searchParams.set("lang", lang);
  for (const [name, value] of parametersOf(here)) if (!page.searchParams.has(name)) page.searchParams.set(name, value);
  return page;
}
