// The program for the stand-alone page: what element.js loads when it is time.

import { address } from "../shared/files.js";
import { Prepared } from "./prerendered.js";
import { Subject } from "../element/config.js";

/**
 * @param {HTMLElement} element
 * @param {Element} frame
 * @param {(error: unknown) => void} fail
 * @param {typeof Prepared} Kind what shows it
 */
export const control = (element, frame, fail, Kind = Prepared) =>
  new Kind(new Subject(element), frame, fail, address(BOUSSOLE_RELEASE.wasm));
