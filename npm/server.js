// What the element's module takes from the browser while it is read, for a server where there is none.

export const HTMLElement = globalThis.HTMLElement ?? class {};

export const CSSStyleSheet = globalThis.CSSStyleSheet ?? class { replaceSync() {} };
