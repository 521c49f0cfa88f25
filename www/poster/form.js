// The form of the poster's page: what can be chosen, made of what the release has.

import { element, fill } from "../shared/dom.js";
import { form, languages, questionnaire, texts, words } from "./choice.js";
import { length } from "./layout.js";

/** The most characters of an event's name: see www/page/event.js. */
const LONGEST = 60;

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
  const told = element("p", { id: `${name}-hint`, className: "hint", textContent: hint });
  return [element("label", { className: "field", htmlFor: name }, element("span", {}, label), input), told];
}

/** Everything that can be chosen, in the language of the page. @param {string} page @param {Choice} choice */
export function fields(page, choice) {
  const said = texts(page);
  const formats = { a4: said.a4, a3: said.a3, slide: said.slide };
  const sheets = Object.entries(formats).map(([value, label]) => {
    const input = element("input", { type: "radio", name: "sheet", value, defaultChecked: value === choice.sheet });
    return element("label", { className: "choice" }, input, element("span", {}, label));
  });
  const { questionnaires } = BOUSSOLE_RELEASE.poster;
  const named = questionnaires.map(({ id }) => /** @type {[string, string]} */ ([id, words({ ...choice, lang: page, questionnaire: id }).title]));
  const lengths = questionnaire(choice.questionnaire).forms.map((one) => /** @type {[string, string]} */ ([one.id, length(one, page)]));
  const spoken = languages().map((lang) => /** @type {[string, string, string]} */ ([lang, texts(lang).name, lang]));
  const hint = fill(said.event_hint, { count: LONGEST });
  return [
    element("fieldset", {}, element("legend", {}, said.sheet), ...sheets),
    list("lang", said.lang, spoken, choice.lang),
    list("questionnaire", said.questionnaire, named, choice.questionnaire),
    list("form", said.form, lengths, form(choice).id),
    ...line("event", said.event, hint, { type: "text", maxLength: LONGEST, defaultValue: choice.event }),
    ...line("address", said.address, said.address_hint, { type: "text", inputMode: "url", maxLength: 200, defaultValue: choice.address }),
  ];
}

/** Says whether what stands in a field can be used. @param {HTMLFormElement} form @param {string} name @param {string} hint @param {boolean} isGood */
export function judge(form, name, hint, isGood) {
  form.querySelector(`[name=${name}]`)?.setAttribute("aria-invalid", String(!isGood));
  const told = form.querySelector(`#${name}-hint`);
  if (told && told.textContent !== hint) told.textContent = hint;
}
