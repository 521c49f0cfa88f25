// Contrast of a colour on the paper of an assessment, and the nearest colour that has enough.

/** Channels of `#rrggbb`. @param {string} text @returns {Colour} */
export const parts = (text) => [1, 3, 5].map((start) => parseInt(text.slice(start, start + 2), 16));

/** Paper of each scheme, and the channel value that an accent is mixed with until its contrast suffices. */
export const SCHEMES = {
  light: { property: "--boussole-accent", paper: parts(BOUSSOLE_RELEASE.colours.lightPaper), towards: 0 },
  dark: { property: "--boussole-accent-dark", paper: parts(BOUSSOLE_RELEASE.colours.darkPaper), towards: 255 },
};

/** Least contrast of text: WCAG 2.2, criterion 1.4.3. */
export const CONTRAST = 4.5;

/** @typedef {number[]} Colour red, green, blue, 0 to 255 */

/** Relative luminance, as WCAG 2.2 defines it. @param {Colour} colour */
const luminance = (colour) =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
    const part = colour[index] / 255;
    return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);

/** @param {Colour} one @param {Colour} other */
export const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** Rounds a contrast down, so that one that falls short never shows the needed value. @param {number} ratio */
export const toTenths = (ratio) => Math.floor(ratio * 10) / 10;

/** @param {Colour} colour */
export const hex = (colour) =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/**
 * Mixes a colour with black or white, in steps of 2 %, until its contrast on the paper suffices.
 * @param {Colour} colour
 * @param {{ paper: Colour, towards: number }} scheme
 */
export function readable(colour, { paper, towards }) {
  let found = colour;
  for (let step = 1; contrast(found, paper) < CONTRAST; step++) {
    found = colour.map((part) => part + ((towards - part) * step) / 50);
  }
  return found;
}
