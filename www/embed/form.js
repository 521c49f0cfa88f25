// Form of the embed page: its options, from the release.

import { colour, isScripted, languagesOf, questionnaire, names, VERSIONS, WAYS } from "./choice.js";
import { contrast, CONTRAST, hex, parts, readable, SCHEMES, toTenths } from "../shared/contrast.js";
import { length, texts } from "./texts.js";
import { element, fill } from "../shared/dom.js";

/** @typedef {import("./choice.js").Choice} Choice */
/** @typedef {{ value: string, label: string, hint?: string, lang?: string }} Option */

/** Default accent of the light scheme. */
const ACCENT = BOUSSOLE_RELEASE.colours.lightAccent;

/**
 * Group of radio buttons.
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
 * Groups of the form, in the language of the page.
 * @param {string} page
 * @param {Choice} choice
 */
export function groups(page, choice) {
  const own = texts(page);
  const hinted = (/** @type {string} */ value) => ({ value, label: own[value], hint: own[`${value}_hint`] });
  const { questionnaires } = BOUSSOLE_RELEASE.embed;
  const named = questionnaires.map(({ id }) => ({ value: id, label: names(id, page).title }));
  const lengths = questionnaire(choice.questionnaire).forms.map((form) => {
    return { value: form.id, label: length(form, page) };
  });
  const languages = languagesOf(choice.questionnaire).map((lang) => ({ value: lang, label: texts(lang).name, lang }));
  const all = [
    group("way", own.way, WAYS.map(hinted), choice.way),
    group("questionnaire", own.questionnaire, named, choice.questionnaire),
    group("form", own.form, lengths, choice.form),
    group("lang", own.lang, languages, choice.lang),
    accent(page, choice),
    group("version", own.version, VERSIONS.map(hinted), choice.version),
  ];
  /** Groups without effect, or without a choice. @type {Record<string, boolean>} */
  const idle = {
    form: lengths.length < 2,
    lang: languages.length < 2,
    accent: choice.way === "picture",
    version: !isScripted(choice.way),
  };
  for (const fieldset of all) fieldset.hidden = Boolean(idle[fieldset.dataset.group ?? ""]);
  return all;
}

/** Accent: picked or typed, with the colour that the widget will show. @param {string} page @param {Choice} choice */
function accent(page, choice) {
  const own = texts(page);
  const started = choice.accent || ACCENT;
  const picked = element("input", { type: "color", defaultValue: started, ariaLabel: own.accent });
  const typed = element("input", { type: "text", name: "accent", defaultValue: started, spellcheck: false });
  typed.setAttribute("aria-label", own.accent_code);
  typed.setAttribute("aria-describedby", "accent-told");
  const house = element("button", { type: "button", className: "quiet" }, own.accent_house);
  const help = element("p", { id: "accent-told", className: "hint" });
  help.setAttribute("role", "status");
  const update = () => {
    const chosen = colour(typed.value);
    typed.setAttribute("aria-invalid", String(!chosen));
    help.textContent = chosen ? accentNote(chosen, page) : own.accent_wrong;
    house.hidden = chosen === ACCENT;
    if (chosen) picked.value = chosen;
  };
  picked.addEventListener("input", () => {
    typed.value = picked.value;
    update();
  });
  typed.addEventListener("input", update);
  house.addEventListener("click", () => {
    typed.value = ACCENT;
    update();
    typed.focus();
    typed.dispatchEvent(new Event("change", { bubbles: true }));
  });
  update();
  const row = element("div", { className: "accent" }, picked, typed, house);
  const fieldset = element("fieldset", {}, element("legend", {}, own.accent), row, help);
  fieldset.dataset.group = "accent";
  return fieldset;
}

/** Note on the colour that the widget will show. @param {string} accent @param {string} page */
function accentNote(accent, page) {
  const own = texts(page);
  const number = (/** @type {number} */ value) => toTenths(value).toLocaleString(page);
  const wanted = parts(accent);
  const [light, dark] = [SCHEMES.light, SCHEMES.dark].map((scheme) => hex(readable(wanted, scheme)));
  const values = { ratio: number(contrast(wanted, SCHEMES.light.paper)), needed: number(CONTRAST), light, dark };
  const note = fill(light === accent ? own.accent_good : own.accent_poor, values);
  // The default has a colour of its own in the dark scheme.
  return dark === accent || accent === ACCENT ? note : `${note} ${fill(own.accent_dark, values)}`;
}

/** Values of the form. @param {HTMLFormElement} form @returns {Iterable<[string, unknown]>} */
export function values(form) {
  const data = new FormData(form);
  if (colour(String(data.get("accent"))) === ACCENT) data.delete("accent");
  return data;
}
