// Whether a colour can be read on the paper of an assessment, and the nearest one that can.

/** The paper in each scheme, and what an accent is mixed with until it can be read on it. */
export const SCHEMES = {
  light: { property: "--boussole-accent", paper: [253, 252, 248], towards: 0 },
  dark: { property: "--boussole-accent-dark", paper: [20, 24, 29], towards: 255 },
};

/** WCAG 2.2, criterion 1.4.3: at least this much between text and what is behind it. */
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

/** A contrast as it is told: one that falls short is never rounded up to what would do. @param {number} ratio */
export const toTenths = (ratio) => Math.floor(ratio * 10) / 10;

/** @param {Colour} colour */
export const hex = (colour) =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** The colour of `#rrggbb`. @param {string} text @returns {Colour} */
export const parts = (text) => [1, 3, 5].map((start) => parseInt(text.slice(start, start + 2), 16));

/**
 * The colour nearest to a wanted one, on the way to black or white, that can be read on a paper.
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
