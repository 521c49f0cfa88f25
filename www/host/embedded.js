// The program for pages of others: what the loader fetches when it is time.

import { Hosted } from "./hosted.js";
import { HostedSubject } from "./host-config.js";

/**
 * @param {URL | Promise<Response>} wasm the program, perhaps on its way
 * @returns {import("../element/element.js").Control}
 */
export const control = (wasm) => (element, frame, fail) => new Hosted(new HostedSubject(element), frame, fail, wasm);
