// In place of www/later.js: names that a bundler finds by itself, and follows.

export const later = () => import("boussole-names").then(({ names }) => names);

export const theme = () => import("../www/theme.js");

export const own = () => import("../www/own.js");
