// Whether an assessment needs colours and sizes of its page's own: most pages want none, and then theme.js stays away.

import { theme } from "boussole-later";

/**
 * Gives an assessment what its page wants. Where that can't be loaded, ours does.
 * @param {HTMLElement} element
 * @param {Element} frame
 * @param {boolean} [again] whether there may be some already
 */
export async function dress(element, frame, again) {
  const zoom = magnification(frame);
  const style = getComputedStyle(element);
  const accents = ["--boussole-accent", "--boussole-accent-dark"].map((name) => style.getPropertyValue(name));
  if (!again && zoom === 1 && !element.getAttribute("accent") && !accents.join("")) return;
  try {
    (await theme()).dress(element, frame, zoom);
  } catch (error) {
    console.warn(`${element.localName}: the page's colours could not be applied.`, error);
  }
}

/**
 * Some pages set the size of all letters to 10 pixels, for easier sums: how much that must be magnified to be as large as
 * the reader wants letters to be.
 * @param {Element} frame
 */
function magnification(frame) {
  const probe = document.createElement("div");
  probe.style.fontSize = "medium";
  frame.append(probe);
  const [medium, root] = [probe, document.documentElement].map((of) => parseFloat(getComputedStyle(of).fontSize));
  probe.remove();
  return medium / root;
}
