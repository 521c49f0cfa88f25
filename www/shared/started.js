// Stage of a page's own script, for the notice that it has not started: see www/unavailable/unavailable.js.

const root = document.documentElement;
root.dataset.page = "running";

/** Ends the wait: the page can be used, or tells by itself why not. */
export const started = () => (root.dataset.page = "started");
