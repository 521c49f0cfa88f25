// Style sheets of a shadow root.

/** Size of letters that readers have who set none, in pixels. */
const MEDIUM = 16;

/** Copies of style sheets with their lengths in pixels. @type {WeakMap<CSSStyleSheet, CSSStyleSheet>} */
const copies = new WeakMap();

/** Copy of a style sheet for pages whose root has no font size, where a rem is nothing. @param {CSSStyleSheet} sheet */
function inPixels(sheet) {
  const copy = copies.get(sheet) ?? new CSSStyleSheet();
  copies.set(sheet, copy);
  const text = [...sheet.cssRules].map((rule) => rule.cssText).join("");
  copy.replaceSync(text.replace(/([\d.]+)rem\b/g, (_, number) => `${number * MEDIUM}px`));
  return copy;
}

/**
 * Adds a style sheet to the root of an element, once.
 * @param {Element} inside
 * @param {CSSStyleSheet} sheet
 */
export function adopt(inside, sheet) {
  const { adoptedStyleSheets } = /** @type {ShadowRoot} */ (inside.getRootNode());
  const hasRem = parseFloat(getComputedStyle(document.documentElement).fontSize) > 0;
  const adopted = hasRem ? sheet : inPixels(sheet);
  if (!adoptedStyleSheets.includes(adopted)) adoptedStyleSheets.push(adopted);
}
