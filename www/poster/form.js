// Form of the poster page: its options, from the release.

import { MAX_NAME } from "../page/event.js";
import { element, fill } from "../shared/dom.js";
import { form, languages, questionnaire, texts, names } from "./choice.js";
import { length } from "./layout.js";

/** @typedef {import("./choice.js").Choice} Choice */

/** @param {string} name @param {string} label @param {[value: string, label: string, lang?: string][]} options @param {string} chosen */
function list(name, label, options, chosen) {
  const choices = options.map(([value, text, lang = ""]) =>
    element("option", { value, textContent: text, lang, selected: value === chosen }),
  );
  const field = element("label", { className: "field" }, element("span", {}, label), element("select", { name }, ...choices));
  field.hidden = options.length < 2;
  return field;
}

/** @param {string} name @param {string} label @param {string} hint @param {Record<string, unknown>} properties */
function line(name, label, hint, properties) {
  const input = element("input", { name, id: name, autocomplete: "off", spellcheck: false, ...properties });
  input.setAttribute("aria-describedby", `${name}-hint`);
  const help = element("p", { id: `${name}-hint`, className: "hint", textContent: hint });
  return [element("label", { className: "field", htmlFor: name }, element("span", {}, label), input), help];
}

/** Fields of the form, in the language of the page. @param {string} page @param {Choice} choice */
export function fields(page, choice) {
  const own = texts(page);
  const formats = { a4: own.a4, a3: own.a3, slide: own.slide };
  const sheets = Object.entries(formats).map(([value, label]) => {
    const input = element("input", { type: "radio", name: "sheet", value, defaultChecked: value === choice.sheet });
    return element("label", { className: "choice" }, input, element("span", {}, label));
  });
  const { questionnaires } = BOUSSOLE_RELEASE.poster;
  const named = questionnaires.map(({ id }) => /** @type {[string, string]} */ ([id, names({ ...choice, lang: page, questionnaire: id }).title]));
  const lengths = questionnaire(choice.questionnaire).forms.map((one) => /** @type {[string, string]} */ ([one.id, length(one, page)]));
  const spoken = languages().map((lang) => /** @type {[string, string, string]} */ ([lang, texts(lang).name, lang]));
  const hint = fill(own.event_hint, { count: MAX_NAME });
  return [
    element("fieldset", {}, element("legend", {}, own.sheet), ...sheets),
    list("lang", own.lang, spoken, choice.lang),
    list("questionnaire", own.questionnaire, named, choice.questionnaire),
    list("form", own.form, lengths, form(choice).id),
    ...line("event", own.event, hint, { type: "text", maxLength: MAX_NAME, defaultValue: choice.event }),
    ...line("address", own.address, own.address_hint, { type: "text", inputMode: "url", maxLength: 200, defaultValue: choice.address }),
  ];
}

/** Marks a field as valid or not, and sets its hint. @param {HTMLFormElement} form @param {string} name @param {string} hint @param {boolean} isGood */
export function setValidity(form, name, hint, isGood) {
  form.querySelector(`[name=${name}]`)?.setAttribute("aria-invalid", String(!isGood));
  const help = form.querySelector(`#${name}-hint`);
  if (help && help.textContent !== hint) help.textContent = hint;
}
