// Style sheets of a shadow root.

/**
 * Adds a style sheet to the root of an element, once.
 * @param {Element} inside
 * @param {CSSStyleSheet} sheet
 */
export function adopt(inside, sheet) {
  const { adoptedStyleSheets } = /** @type {ShadowRoot} */ (inside.getRootNode());
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
