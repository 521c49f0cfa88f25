// The form of the embed page: what can be chosen, made of what the release has.

import { colour, isScripted, languagesOf, questionnaire, VERSIONS, WAYS, words } from "./choice.js";
import { contrast, CONTRAST, hex, parts, readable, SCHEMES, toTenths } from "../shared/contrast.js";
import { length, texts } from "./texts.js";
import { element, fill } from "../shared/dom.js";

/** @typedef {import("./choice.js").Choice} Choice */
/** @typedef {{ value: string, label: string, hint?: string, lang?: string }} Option */

/** The accent that the widget has by itself, in light colours: www/shared/tokens.css. */
const ACCENT = "#a13a1b";

/**
 * A group of which one is chosen.
 * @param {string} name
 * @param {string} legend
 * @param {Option[]} options
 * @param {string} chosen
 */
export function group(name, legend, options, chosen) {
  const choices = options.map(({ value, label, hint = "", lang = "" }) => {
    const input = element("input", { type: "radio", name, value, defaultChecked: value === chosen });
    const text = element("span", { className: "choice-text", lang }, element("strong", {}, label));
    if (hint) text.append(element("span", { className: "hint" }, hint));
    return element("label", { className: "choice" }, input, text);
  });
  const list = element("div", { className: "options" }, ...choices);
  const fieldset = element("fieldset", {}, element("legend", {}, legend), list);
  fieldset.dataset.group = name;
  return fieldset;
}

/**
 * Everything that can be chosen, said in the language of the page.
 * @param {string} page
 * @param {Choice} choice
 */
export function groups(page, choice) {
  const said = texts(page);
  const hinted = (/** @type {string} */ value) => ({ value, label: said[value], hint: said[`${value}_hint`] });
  const { questionnaires } = BOUSSOLE_RELEASE.embed;
  const named = questionnaires.map(({ id }) => ({ value: id, label: words(id, page).title }));
  const lengths = questionnaire(choice.questionnaire).forms.map((form) => {
    return { value: form.id, label: length(form, page) };
  });
  const languages = languagesOf(choice.questionnaire).map((lang) => ({ value: lang, label: texts(lang).name, lang }));
  const all = [
    group("way", said.way, WAYS.map(hinted), choice.way),
    group("questionnaire", said.questionnaire, named, choice.questionnaire),
    group("form", said.form, lengths, choice.form),
    group("lang", said.lang, languages, choice.lang),
    accent(page, choice),
    group("version", said.version, VERSIONS.map(hinted), choice.version),
  ];
  /** @type {Record<string, boolean>} what has no sense here */
  const idle = {
    form: lengths.length < 2,
    lang: languages.length < 2,
    accent: choice.way === "picture",
    version: !isScripted(choice.way),
  };
  for (const fieldset of all) fieldset.hidden = Boolean(idle[fieldset.dataset.group ?? ""]);
  return all;
}

/** The accent: picked or typed, with what the widget will make of it. @param {string} page @param {Choice} choice */
function accent(page, choice) {
  const said = texts(page);
  const started = choice.accent || ACCENT;
  const picked = element("input", { type: "color", defaultValue: started, ariaLabel: said.accent });
  const typed = element("input", { type: "text", name: "accent", defaultValue: started, spellcheck: false });
  typed.setAttribute("aria-label", said.accent_code);
  typed.setAttribute("aria-describedby", "accent-told");
  const house = element("button", { type: "button", className: "quiet" }, said.accent_house);
  const told = element("p", { id: "accent-told", className: "hint" });
  told.setAttribute("role", "status");
  const tell = () => {
    const chosen = colour(typed.value);
    typed.setAttribute("aria-invalid", String(!chosen));
    told.textContent = chosen ? verdict(chosen, page) : said.accent_wrong;
    house.hidden = chosen === ACCENT;
    if (chosen) picked.value = chosen;
  };
  picked.addEventListener("input", () => {
    typed.value = picked.value;
    tell();
  });
  typed.addEventListener("input", tell);
  house.addEventListener("click", () => {
    typed.value = ACCENT;
    tell();
    typed.focus();
    typed.dispatchEvent(new Event("change", { bubbles: true }));
  });
  tell();
  const row = element("div", { className: "accent" }, picked, typed, house);
  const fieldset = element("fieldset", {}, element("legend", {}, said.accent), row, told);
  fieldset.dataset.group = "accent";
  return fieldset;
}

/** What the widget makes of an accent, in words. @param {string} accent @param {string} page */
function verdict(accent, page) {
  const said = texts(page);
  const number = (/** @type {number} */ value) => toTenths(value).toLocaleString(page);
  const wanted = parts(accent);
  const [light, dark] = [SCHEMES.light, SCHEMES.dark].map((scheme) => hex(readable(wanted, scheme)));
  const values = { ratio: number(contrast(wanted, SCHEMES.light.paper)), needed: number(CONTRAST), light, dark };
  const told = fill(light === accent ? said.accent_good : said.accent_poor, values);
  // The widget's own has one for the dark scheme beside it.
  return dark === accent || accent === ACCENT ? told : `${told} ${fill(said.accent_dark, values)}`;
}

/** What the form says, read back. @param {HTMLFormElement} form @returns {Iterable<[string, unknown]>} */
export function values(form) {
  const data = new FormData(form);
  if (colour(String(data.get("accent"))) === ACCENT) data.delete("accent");
  return data;
}
