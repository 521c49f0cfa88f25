// Event link, `#event=<name>&form=<form>`: the address on the poster of an event. It holds the event's name, which the page
// and the result card show, and the first form, and no data about the reader: see docs/events.md.

import { DEFAULTS } from "../element/attributes.js";

/** Most characters of a name. */
export const MAX_NAME = 60;
/** Characters that break a line or turn its direction. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/** Whether a fragment is that of an event link. @param {string} fragment */
export const isEvent = (fragment) => fragment.startsWith("#event=");

/**
 * Parses an event link. Invalid values are left out: the reader could not correct them.
 * @param {string} fragment
 */
export function parseEvent(fragment) {
  // A name has neither unescaped: what follows is of a tracker.
  const fields = isEvent(fragment) ? fragment.slice(1).split(/&(?:amp;)?|\?/) : [];
  const value = (/** @type {string} */ key) =>
    decoded(fields.find((each) => each.startsWith(`${key}=`))?.slice(key.length + 1) ?? "");
  const name = value("event").trim();
  const isGood = [...name].length <= MAX_NAME && !UNPRINTABLE.test(name);
  // Programs take what follows an address for a part of it.
  const [form] = /^[\w-]*/.exec(value("form")) ?? [""];
  return { name: isGood ? name : "", form };
}

/** Text without its layers of escapes. @param {string} text @returns {string} */
function decoded(text) {
  try {
    const plain = decodeURIComponent(text);
    return /%[\da-f]{2}/i.test(plain) ? decoded(plain) : plain;
  } catch {
    return "";
  }
}

/**
 * Shows the event's name on the page, and sets the form of the link, unless the address has one: that is the reader's.
 * @param {Element} element
 */
export function applyEvent(element) {
  const { form } = parseEvent(location.hash);
  const forms = BOUSSOLE_RELEASE.packs[element.getAttribute("questionnaire") || DEFAULTS.questionnaire] ?? {};
  if (Object.hasOwn(forms, form) && !element.hasAttribute("form")) element.setAttribute("form", form);
  addEventListener("hashchange", showName);
  showName();
}

function showName() {
  const place = document.querySelector(".event");
  if (place) place.textContent = parseEvent(location.hash).name;
}
