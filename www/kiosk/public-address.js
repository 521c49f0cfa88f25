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
 * Page that opens the results of a kiosk, with the parameters that it reads alone; in the language of the kiosk.
 * @param {string} href address of the kiosk's page
 * @param {string} lang
 */
export function resultPage(href, lang) {
  const here = new URL(href);
  const given = parseAddress(here.searchParams.get("kiosk"));
  const page = given ?? new URL(href);
  [page.search, page.hash] = ["", ""];
  for (const name of ["lang", "questionnaire", "form"]) {
    const value = given && name === "lang" ? lang : here.searchParams.get(name);
    if (value) page.searchParams.set(name, value);
  }
  return page;
}
