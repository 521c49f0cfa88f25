// How a house's colours get into the widget without harm to whoever reads it: loaded where a page wants some.

import { contrast, CONTRAST, hex, parts, readable, SCHEMES, toTenths } from "./contrast.js";
import { adopt } from "./sheets.js";

/** @typedef {import("./contrast.js").Colour} Colour */

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
  const rules = [`:host .frame{zoom:${zoom}}`];
  if (light && dark) {
    rules.push(`:host .frame{--accent:${light}}`);
    rules.push(`@supports(color:light-dark(red,red)){:host .frame{--accent:light-dark(${light},${dark})}}`);
  }
  sheet.replaceSync(rules.join(""));
  adopt(frame, sheet);
}

/**
 * The accent in each scheme; none where the page wants none.
 * @param {HTMLElement} element
 * @param {(message: string) => void} warn
 * @returns {{ light?: string, dark?: string }}
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
  if (!wanted) return {};
  return {
    light: mended(wanted, SCHEMES.light, true),
    // Where the page says nothing of the dark scheme, its accent is lightened for it, which is no fault of its own.
    dark: mended(wantedInDark ?? wanted, SCHEMES.dark, Boolean(wantedInDark)),
  };
}
