// What a host page takes: the element, and nothing more until one is on the page.

import { define } from "./element.js";

// A failed import may be remembered by the browser: a later try asks under another address.
define((attempt) => {
  const app = new URL(BOUSSOLE_RELEASE.app, import.meta.url);
  if (attempt > 0) app.searchParams.set("attempt", String(attempt));
  return import(app.href);
});
