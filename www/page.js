// The stand-alone page: element and program in one file, and in the address what it shows.

import * as app from "./app.js";
import { DEFAULTS } from "./attributes.js";
import { define } from "./element.js";

/** What the address may say, as the element's attributes. @type {(keyof typeof DEFAULTS)[]} */
const NAMES = ["lang", "questionnaire", "form"];

const element = document.querySelector("boussole-assessment");
const asked = new URL(location.href).searchParams;
for (const name of NAMES) {
  const value = asked.get(name);
  if (element && value) element.setAttribute(name, value);
}

define(() => Promise.resolve(app));

if (element) {
  const follow = () => {
    const lang = element.getAttribute("lang") ?? DEFAULTS.lang;
    document.documentElement.lang = lang in BOUSSOLE_RELEASE.failure ? lang : DEFAULTS.lang;
    const address = new URL(location.href);
    for (const name of NAMES) {
      const value = name === "lang" ? document.documentElement.lang : element.getAttribute(name);
      const old = address.searchParams.get(name) ?? DEFAULTS[name];
      if (value && value !== old) address.searchParams.set(name, value);
    }
    if (address.href !== location.href) history.replaceState(null, "", address);
  };
  new MutationObserver(follow).observe(element, { attributeFilter: NAMES });
  follow();
}
