// Page of the poster and the slide: form, preview, print. It runs in the browser, and sends no data.

import { code } from "../shared/qr-encode.js";
import { fill } from "../shared/dom.js";
import { fillTexts, languageLinks, updateLanguageLinks } from "../shared/languages.js";
import { localeOfAddress } from "../shared/locale.js";
import { started } from "../shared/started.js";
import { address, isName, languages, link, questionnaire, reach, SHEETS, texts } from "./choice.js";
import { fields, setValidity } from "./form.js";
import { sheet } from "./layout.js";
import { setPageSize } from "./page-size.js";

/** @typedef {import("./choice.js").Choice} Choice */

/**
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 */
function find(selector, kind) {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

const form = find("form", HTMLFormElement);
const place = find(".place", HTMLElement);
const reading = find(".reading", HTMLElement);

let page = localeOfAddress(languages(), languages()[0]);
/** @type {Choice} */
let chosen = {
  sheet: "a4",
  lang: page,
  questionnaire: questionnaire("").id,
  form: questionnaire("").forms[0].id,
  event: "",
  // The release stands one folder above this page.
  address: new URL("../", location.href).href,
};

/** @param {number} value */
const number = (value) => value.toLocaleString(page, { maximumFractionDigits: value < 10 ? 1 : 0 });

/** Shows the chosen poster or slide, and the distance from which its code can be read. */
async function show() {
  const shown = chosen;
  try {
    const drawn = await code(link(shown), true);
    if (shown !== chosen) return;
    place.replaceChildren(sheet(shown, drawn));
    setPageSize(shown.sheet);
    const { share, code: width, module, distance } = reach(shown.sheet, drawn.size);
    const isSlide = shown.sheet === "slide";
    const values = { share, width: number(isSlide ? width / 10 : width), module: number(module), distance: number(distance / 1000) };
    reading.textContent = fill(texts(page)[isSlide ? "reading_slide" : "reading"], values);
  } catch (error) {
    console.warn("The code of the poster could not be drawn.", error);
    reading.textContent = texts(page).failed;
  }
}

/** Translates the page; the choice stays. */
function translate() {
  document.documentElement.lang = page;
  fillTexts(texts(page));
  updateLanguageLinks(page, languages(), (lang) => texts(lang).name);
  form.replaceChildren(...fields(page, chosen));
}

/** Reads the form; an invalid value leaves the previous one. @param {Event} event */
function choose({ target }) {
  const data = new FormData(form);
  const text = (/** @type {string} */ name) => String(data.get(name) ?? "").trim();
  const own = texts(page);
  const [typed, name] = [address(text("address")), text("event")];
  setValidity(form, "address", typed ? own.address_hint : own.address_wrong, Boolean(typed));
  const hint = fill(own.event_hint, { count: form.event.maxLength });
  setValidity(form, "event", isName(name) ? hint : own.event_wrong, isName(name));
  const before = chosen;
  chosen = {
    sheet: /** @type {import("./choice.js").Sheet} */ (text("sheet") in SHEETS ? text("sheet") : "a4"),
    lang: text("lang"),
    questionnaire: text("questionnaire"),
    form: text("form"),
    event: isName(name) ? name : chosen.event,
    address: typed || chosen.address,
  };
  if (before.questionnaire !== chosen.questionnaire && target instanceof HTMLElement) {
    const next = fields(page, chosen).find((field) => field.querySelector("[name=form]"));
    if (next) form.querySelector("[name=form]")?.closest("label")?.replaceWith(next);
  }
  show();
}

form.addEventListener("input", choose);
form.addEventListener("submit", (event) => event.preventDefault());
find(".printing button", HTMLButtonElement).addEventListener("click", () => print());
for (const link of languageLinks()) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    page = link.lang;
    history.replaceState(null, "", link.search);
    translate();
    show();
  });
}
translate();
find(".form-preview", HTMLElement).hidden = false;
show();
started();
