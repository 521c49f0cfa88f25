// What most visits never need, and how it is had when it is asked for. The npm package has another file in its place
// (npm/later.js): there a bundler gives the files their names.

import { address, pack } from "../shared/files.js";

/** The names of the files that are only loaded when they are asked for. */
export const later = () => /** @type {Promise<Later>} */ (pack(BOUSSOLE_RELEASE.later));

/** @returns {Promise<typeof import("../host/theme.js")>} */
export const theme = () => import(address(BOUSSOLE_RELEASE.theme).href);

/** @returns {Promise<typeof import("../host/host-questionnaire.js")>} */
export const own = async () => import(address((await later()).own.script).href);
