// Entry point for pages of others: the loader imports it on demand.

import { Hosted } from "./hosted.js";
import { HostConfig } from "./host-config.js";

/**
 * @param {URL | Promise<Response>} wasm the program, or its response
 * @returns {import("../element/element.js").Control}
 */
export const control = (wasm) => (element, frame, fail) => new Hosted(new HostConfig(element), frame, fail, wasm);
