// Style sheets where a widget is shown.

/**
 * Adds a style sheet, once.
 * @param {Element} inside what it is for
 * @param {CSSStyleSheet} sheet
 */
export function adopt(inside, sheet) {
  const { adoptedStyleSheets } = /** @type {ShadowRoot} */ (inside.getRootNode());
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
