// Mock article with the snippet that its address describes.

import { showSnippet } from "boussole-publishing";
import { base, localeOf, start, translate } from "../shared/publishing.js";

const offers = BOUSSOLE_RELEASE.embed;
const locale = localeOf(offers);
const parameters = new URL(location.href).searchParams;
parameters.set("lang", locale);
translate(locale, offers);

/** @type {{ createScriptURL(url: string): string } | undefined} */
const policy = /** @type {any} */ (window).trustedTypes?.createPolicy("boussole-embed", {
  createScriptURL(/** @type {string} */ address) {
    if (new URL(address).origin !== location.origin) throw new TypeError(`${address} is not of ${location.origin}`);
    return address;
  },
});

await start();
const place = document.querySelector(".place");
/** Address of a script of this origin, as Trusted Types require. @param {string} url */
const trusted = (url) => policy?.createScriptURL(url) ?? url;
if (place) showSnippet(place, offers, String(parameters), base, trusted);
