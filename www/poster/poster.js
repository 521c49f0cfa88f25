// The page of the poster and the slide: choose, look, print. All of it is made here, and nothing is sent.

import { code } from "../shared/qr-encode.js";
import { fill } from "../shared/dom.js";
import { address, isName, languages, link, questionnaire, reach, SHEETS, texts } from "./choice.js";
import { fields, judge } from "./form.js";
import { sheet } from "./layout.js";

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
const other = find(".other-language", HTMLAnchorElement);

const asked = new URL(location.href).searchParams.get("lang") ?? "";
let page = languages().includes(asked) ? asked : languages()[0];
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

/** Shows the sheet that is chosen, and from where its code can be read. */
async function show() {
  const shown = chosen;
  try {
    const drawn = await code(link(shown));
    if (shown !== chosen) return;
    place.replaceChildren(sheet(shown, drawn));
    const { share, code: width, module, distance } = reach(shown.sheet, drawn.size);
    const isSlide = shown.sheet === "slide";
    const values = { share, width: number(isSlide ? width / 10 : width), module: number(module), distance: number(distance / 1000) };
    reading.textContent = fill(texts(page)[isSlide ? "reading_slide" : "reading"], values);
  } catch (error) {
    console.warn("The code of the poster could not be drawn.", error);
    reading.textContent = texts(page).failed;
  }
}

/** Says everything in the language of the page, and keeps what is chosen. */
function translate() {
  const said = texts(page);
  document.documentElement.lang = page;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = said[/** @type {HTMLElement} */ (element).dataset.text ?? ""];
  }
  const next = languages()[(languages().indexOf(page) + 1) % languages().length];
  [other.lang, other.hreflang, other.search] = [next, next, `?lang=${next}`];
  form.replaceChildren(...fields(page, chosen));
}

/** What stands in the form; what can't be used leaves what was there before. @param {Event} event */
function choose({ target }) {
  const given = new FormData(form);
  const text = (/** @type {string} */ name) => String(given.get(name) ?? "").trim();
  const said = texts(page);
  const [typed, name] = [address(text("address")), text("event")];
  judge(form, "address", typed ? said.address_hint : said.address_wrong, Boolean(typed));
  const hint = fill(said.event_hint, { count: form.event.maxLength });
  judge(form, "event", isName(name) ? hint : said.event_wrong, isName(name));
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
other.addEventListener("click", (event) => {
  event.preventDefault();
  page = other.lang;
  history.replaceState(null, "", other.search);
  translate();
  show();
});
translate();
find(".desk", HTMLElement).hidden = false;
show();
