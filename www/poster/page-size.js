// Size of the printed page. One page for all of the document: before a named page of an inner element, Firefox prints an empty
// sheet, of the usual size.

import { SHEETS } from "./choice.js";

const style = new CSSStyleSheet();
document.adoptedStyleSheets.push(style);

/** Sets the page to the size of a poster or a slide. @param {import("./choice.js").Sheet} sheet */
export function setPageSize(sheet) {
  const [width, height] = SHEETS[sheet];
  style.replaceSync(`@page { size: ${width}mm ${height}mm; margin: 0 }`);
}
