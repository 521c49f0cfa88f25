// In place of www/element/later.js: names that a bundler finds by itself, and follows.

export const later = () => import("boussole-names").then(({ names }) => names);

/** Files with the texts and the style of a lazy screen, by locale. @returns {Promise<Release["screens"]>} */
export const screens = () => later().then((names) => names.screens);

export const theme = () => import("../www/host/theme.js");

export const own = () => import("../www/host/host-questionnaire.js");
