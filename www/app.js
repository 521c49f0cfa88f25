// The program for the stand-alone page: what element.js loads when it is time.

import { address } from "./files.js";
import { Prepared } from "./prepared.js";
import { Subject } from "./subject.js";

/** @type {import("./element.js").Control} */
export const control = (element, frame, fail) =>
  new Prepared(new Subject(element), frame, fail, address(BOUSSOLE_RELEASE.wasm));
