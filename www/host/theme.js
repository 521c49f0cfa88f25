// Colours and size of a page, applied to its widget; accents below the needed contrast are corrected first.

import { contrast, CONTRAST, hex, parts, readable, SCHEMES, toTenths } from "./contrast.js";
import { adopt } from "../shared/stylesheets.js";

/** @typedef {import("./contrast.js").Colour} Colour */

/** Parses a colour in CSS syntax; undefined if it is not opaque. @param {string} text */
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

/** Style sheet of each element, and the warnings that were logged. @type {WeakMap<Element, { sheet: CSSStyleSheet, warnings: Set<string> }>} */
const themes = new WeakMap();

/**
 * Applies the accents of the page, corrected for contrast, and a zoom to the size that the reader has set.
 * @param {HTMLElement} element
 * @param {Element} frame
 * @param {number} zoom
 */
export function applyTheme(element, frame, zoom) {
  const { sheet, warnings } = themes.get(element) ?? { sheet: new CSSStyleSheet(), warnings: new Set() };
  themes.set(element, { sheet, warnings });
  const { light, dark } = accents(element, (message) => {
    if (!warnings.has(message)) console.warn(`${element.localName}: ${message}`);
    warnings.add(message);
  });
  // `:host` makes it more specific than the widget's own sheet, in any order.
  sheet.replaceSync(`:host .frame{zoom:${zoom};--boussole-accent:${light};--boussole-accent-dark:${dark}}`);
  adopt(frame, sheet);
}

/** Value that leaves a property to its default. */
const DEFAULT = "initial";

/**
 * Accent of each scheme.
 * @param {HTMLElement} element
 * @param {(message: string) => void} warn
 */
function accents(element, warn) {
  const style = getComputedStyle(element);
  const [inLight, inDark] = [SCHEMES.light, SCHEMES.dark].map(({ property }) => style.getPropertyValue(property));
  const text = element.getAttribute("accent") || inLight;
  const [wanted, wantedInDark] = [text, inDark].map(parsed);
  for (const [given, colour] of [[text, wanted], [inDark, wantedInDark]]) {
    if (given && !colour) warn(`the accent "${given}" is no opaque colour; the usual one is used. Valid: #1f3a5f.`);
  }
  /** @param {Colour} colour @param {typeof SCHEMES.light} scheme @param {boolean} isExplicit */
  const corrected = (colour, scheme, isExplicit) => {
    const used = readable(colour, scheme);
    const ratio = toTenths(contrast(colour, scheme.paper));
    if (used !== colour && isExplicit) {
      warn(`the accent ${hex(colour)} has a contrast of ${ratio} to 1 on ${hex(scheme.paper)}, below ${CONTRAST}; ${hex(used)} is used.`);
    }
    return hex(used);
  };
  // Without an accent for the dark scheme, the light one is lightened, which is no fault of the page.
  const dark = wantedInDark ?? wanted;
  return {
    light: wanted ? corrected(wanted, SCHEMES.light, true) : DEFAULT,
    dark: dark ? corrected(dark, SCHEMES.dark, Boolean(wantedInDark)) : DEFAULT,
  };
}
