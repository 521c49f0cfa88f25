// The program for pages of our own: what element.js loads when it is time.

import { Assessment } from "./assessment.js";
import { address } from "./files.js";
import { Subject } from "./subject.js";

/** @type {import("./element.js").Control} */
export const control = (element, frame, fail) =>
  new Assessment(new Subject(element), frame, fail, address(BOUSSOLE_RELEASE.wasm));
