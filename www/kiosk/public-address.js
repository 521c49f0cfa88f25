// Address that the codes of a kiosk lead to: that of its page, or the one that the kiosk was given, `?kiosk=https://…`.

/** Host names that lead every device to itself. */
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** Whether other devices can open an address. @param {URL} address */
export const isPublic = ({ protocol, hostname }) => /^https?:$/.test(protocol) && !LOOPBACK.test(hostname);

/** Address that was typed, with or without `https://`, if other devices can open it. @param {string | null} text */
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
 * Page that opens the results of a kiosk, in its language.
 * @param {string} href address of the kiosk's page
 * @param {string} lang
 */
export function resultPage(href, lang) {
  const page = new URL(href);
  const given = parseAddress(page.searchParams.get("kiosk"));
  page.searchParams.delete("kiosk");
  page.hash = "";
  if (!given) return page;
  page.searchParams.set("lang", lang);
  given.search = page.search;
  given.hash = "";
  return given;
}
