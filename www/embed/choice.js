// Options of the embed page, and a choice as parameters of the address of its preview.

import { matchLocale } from "../shared/locale.js";

/** @typedef {"element" | "frame" | "plain" | "picture"} Way */
/** @typedef {"pinned" | "latest"} Version */
/**
 * The accent is empty for the default.
 * @typedef {{ way: Way, questionnaire: string, form: string, lang: string, accent: string, version: Version }} Choice
 */

/** Ways to embed, from the most capable to the simplest. @type {Way[]} */
export const WAYS = ["element", "frame", "plain", "picture"];

/** @type {Version[]} */
export const VERSIONS = ["pinned", "latest"];

const { questionnaires, languages } = BOUSSOLE_RELEASE.embed;

/** Languages of the page; the first is the default. */
export const LANGUAGES = languages;

/** @param {string} id */
export const questionnaire = (id) => questionnaires.find((one) => one.id === id) ?? questionnaires[0];

/** @param {Pick<Choice, "questionnaire" | "form">} choice */
export const form = ({ questionnaire: id, form }) => {
  const { forms } = questionnaire(id);
  return forms.find((one) => one.id === form) ?? forms[0];
};

/** Languages of a questionnaire. @param {string} id */
export const languagesOf = (id) => LANGUAGES.filter((lang) => questionnaire(id).texts[lang]);

/** Title, summary and principles of a questionnaire, in a language if it has it. @param {string} id @param {string} lang */
export const names = (id, lang) => questionnaire(id).texts[lang] ?? questionnaire(id).texts[languagesOf(id)[0]];

/** Whether a way needs a script. @param {Way} way */
export const isScripted = (way) => way === "element" || way === "frame";

/** Normalises a colour to `#rrggbb`; empty if it is none. @param {string} text */
export const colour = (text) => /^#?[0-9a-f]{6}$/i.exec(text.trim())?.[0].replace(/^#?/, "#").toLowerCase() ?? "";

/**
 * Reads a choice; missing or unknown values become the defaults.
 * @param {Iterable<[string, unknown]>} values
 * @returns {Choice}
 */
export function choice(values) {
  const given = new Map(values);
  const text = (/** @type {string} */ name) => String(given.get(name) ?? "");
  const id = questionnaire(text("questionnaire")).id;
  return {
    way: WAYS.find((way) => way === text("way")) ?? WAYS[0],
    questionnaire: id,
    form: form({ questionnaire: id, form: text("form") }).id,
    lang: matchLocale(text("lang"), languagesOf(id)) ?? languagesOf(id)[0],
    accent: colour(text("accent")),
    version: VERSIONS.find((version) => version === text("version")) ?? VERSIONS[0],
  };
}
