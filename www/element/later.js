// Files that most visits never need, loaded on demand. The npm package has npm/later.js in this place: its files get their
// names from a bundler.

import { address, pack } from "../shared/files.js";

/** Names of the files that are loaded on demand. */
export const later = () => /** @type {Promise<Later>} */ (pack(BOUSSOLE_RELEASE.later));

/** Files with the texts and the style of the lazy screens. */
export const screens = async () => BOUSSOLE_RELEASE.screens;

/** @returns {Promise<typeof import("../host/theme.js")>} */
export const theme = () => import(address(BOUSSOLE_RELEASE.theme).href);

/** @returns {Promise<typeof import("../host/host-questionnaire.js")>} */
export const own = async () => import(address((await later()).own.script).href);
