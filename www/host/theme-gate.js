// Gate of theme.js: an assessment loads it only where its page sets a colour or a root font size.

import { theme } from "boussole-later";

/**
 * Applies the page's colours and size to an assessment. Where theme.js can't be loaded, the defaults stay.
 * @param {HTMLElement} element
 * @param {Element} frame
 * @param {boolean} [isChange] whether colours may have been applied before
 */
export async function applyTheme(element, frame, isChange) {
  const zoom = magnification(frame);
  const style = getComputedStyle(element);
  const accents = ["--boussole-accent", "--boussole-accent-dark"].map((name) => style.getPropertyValue(name));
  if (!isChange && zoom === 1 && !element.getAttribute("accent") && !accents.join("")) return;
  try {
    (await theme()).applyTheme(element, frame, zoom);
  } catch (error) {
    console.warn(`${element.localName}: the page's colours could not be applied.`, error);
  }
}

/**
 * Factor from the root font size of the page to the size that the reader has set, where the former is smaller. Some pages
 * set it to 10 px, for easier arithmetic; a larger one is what the page or its reader wants.
 * @param {Element} frame
 */
function magnification(frame) {
  const probe = document.createElement("div");
  // Browsers have a smaller `medium` for monospace.
  probe.style.font = "medium serif";
  frame.append(probe);
  const [medium, root] = [probe, document.documentElement].map((of) => parseFloat(getComputedStyle(of).fontSize));
  probe.remove();
  // Without a size on the root, the style sheets are in pixels.
  return root > 0 ? Math.max(medium / root, 1) : 1;
}
