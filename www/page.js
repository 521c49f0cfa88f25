// The stand-alone page: element and program in one file, and the language in the address.

import * as app from "./app.js";
import { define } from "./element.js";

const element = document.querySelector("boussole-assessment");
const wanted = new URL(location.href).searchParams.get("lang");
if (element && wanted) element.setAttribute("lang", wanted);

define(() => Promise.resolve(app));

if (element) {
  const follow = () => {
    const asked = element.getAttribute("lang") ?? "fr";
    const locale = asked in BOUSSOLE_RELEASE.failure ? asked : "fr";
    document.documentElement.lang = locale;
    const address = new URL(location.href);
    if ((address.searchParams.get("lang") ?? "fr") === locale) return;
    address.searchParams.set("lang", locale);
    history.replaceState(null, "", address);
  };
  new MutationObserver(follow).observe(element, { attributeFilter: ["lang"] });
  follow();
}
