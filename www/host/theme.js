// How a house's colours get into the widget without harm to whoever reads it: loaded where a page wants some.

import { contrast, CONTRAST, hex, parts, readable, SCHEMES, toTenths } from "../shared/contrast.js";
import { adopt } from "../shared/stylesheets.js";

/** @typedef {import("../shared/contrast.js").Colour} Colour */

/** A colour as a style sheet may write it; none where it is no opaque one. @param {string} text */
function parsed(text) {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return;
  const [first, second] = ["#000000", "#ffffff"].map((before) => {
    context.fillStyle = before;
    context.fillStyle = text;
    return context.fillStyle;
  });
  if (first !== second || !/^#\w{6}$/.test(first)) return;
  return parts(first);
}

/** What was told of an element, and the sheet that it has. @type {WeakMap<Element, { sheet: CSSStyleSheet, told: Set<string> }>} */
const dressed = new WeakMap();

/**
 * Gives an assessment the colours that its page wants, put right where they must be, and the size that its reader wants.
 * @param {HTMLElement} element
 * @param {Element} frame
 * @param {number} zoom
 */
export function dress(element, frame, zoom) {
  const { sheet, told } = dressed.get(element) ?? { sheet: new CSSStyleSheet(), told: new Set() };
  dressed.set(element, { sheet, told });
  const { light, dark } = accents(element, (message) => {
    if (!told.has(message)) console.warn(`${element.localName}: ${message}`);
    told.add(message);
  });
  // With :host, so that it counts for more than the widget's own sheet, whichever comes last.
  sheet.replaceSync(`:host .frame{zoom:${zoom};--boussole-accent:${light};--boussole-accent-dark:${dark}}`);
  adopt(frame, sheet);
}

/** The value of a property that has none: what is usual. */
const USUAL = "initial";

/**
 * The accent in each scheme.
 * @param {HTMLElement} element
 * @param {(message: string) => void} warn
 */
function accents(element, warn) {
  const style = getComputedStyle(element);
  const [inLight, inDark] = [SCHEMES.light, SCHEMES.dark].map(({ property }) => style.getPropertyValue(property));
  const text = element.getAttribute("accent") || inLight;
  const [wanted, wantedInDark] = [text, inDark].map(parsed);
  for (const [said, read] of [[text, wanted], [inDark, wantedInDark]]) {
    if (said && !read) warn(`the accent "${said}" is no opaque colour; the usual one is used. Valid: #1f3a5f.`);
  }
  /** @param {Colour} colour @param {typeof SCHEMES.light} scheme @param {boolean} isAsked */
  const mended = (colour, scheme, isAsked) => {
    const used = readable(colour, scheme);
    const ratio = toTenths(contrast(colour, scheme.paper));
    if (used !== colour && isAsked) {
      warn(`the accent ${hex(colour)} has a contrast of ${ratio} to 1 on ${hex(scheme.paper)}, below ${CONTRAST}; ${hex(used)} is used.`);
    }
    return hex(used);
  };
  // Where the page says nothing of the dark scheme, its accent is lightened for it, which is no fault of its own.
  const dark = wantedInDark ?? wanted;
  return {
    light: wanted ? mended(wanted, SCHEMES.light, true) : USUAL,
    dark: dark ? mended(dark, SCHEMES.dark, Boolean(wantedInDark)) : USUAL,
  };
}
