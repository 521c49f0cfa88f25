// An event link, `#event=<name>&form=<form>`: the address on the poster of an event. It carries the event's name, which the
// page and the result card show, and the form to begin with, and nothing of whoever follows it: see docs/events.md.

import { DEFAULTS } from "../element/attributes.js";

/** The most characters that a name may have. */
const LONGEST = 60;
/** What breaks a line or turns its direction. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/** Whether a fragment is that of an event link. @param {string} fragment */
export const isEvent = (fragment) => fragment.startsWith("#event=");

/**
 * What an event link says. What is wrong in it is left out: whoever follows it could not mend it.
 * @param {string} fragment
 */
export function event(fragment) {
  const said = isEvent(fragment) ? fragment.slice(1).split("&") : [];
  const value = (/** @type {string} */ key) =>
    decoded(said.find((each) => each.startsWith(`${key}=`))?.slice(key.length + 1) ?? "");
  const name = value("event").trim();
  const isGood = [...name].length <= LONGEST && !UNPRINTABLE.test(name);
  return { name: isGood ? name : "", form: value("form") };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/**
 * Has the page greet whoever comes by an event link, and show the form that it asks for, unless the rest of the address
 * does: that is where the reader's own choice stands.
 * @param {Element} element
 */
export function attend(element) {
  const { form } = event(location.hash);
  const forms = BOUSSOLE_RELEASE.packs[element.getAttribute("questionnaire") || DEFAULTS.questionnaire] ?? {};
  if (Object.hasOwn(forms, form) && !element.hasAttribute("form")) element.setAttribute("form", form);
  addEventListener("hashchange", greet);
  greet();
}

function greet() {
  const place = document.querySelector(".event");
  if (place) place.textContent = event(location.hash).name;
}
