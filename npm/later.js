// In place of www/element/later.js: names that a bundler finds by itself, and follows.

export const later = () => import("boussole-names").then(({ names }) => names);

/** File with the texts and the style of the screens that are loaded later. @param {string} locale */
export const screens = (locale) => later().then((names) => names.screens[locale]);

export const theme = () => import("../www/host/theme.js");

export const own = () => import("../www/host/host-questionnaire.js");
