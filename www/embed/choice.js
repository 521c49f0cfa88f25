// What the embed page lets one choose, and how a choice stands in the address of its preview.

/** @typedef {"element" | "frame" | "plain" | "picture"} Way */
/** @typedef {"pinned" | "latest"} Version */
/**
 * The accent is empty where it is the widget's own.
 * @typedef {{ way: Way, questionnaire: string, form: string, lang: string, accent: string, version: Version }} Choice
 */

/** The ways in, from the one that can do most to the one that needs least. @type {Way[]} */
export const WAYS = ["element", "frame", "plain", "picture"];

/** @type {Version[]} */
export const VERSIONS = ["pinned", "latest"];

const { questionnaires, languages } = BOUSSOLE_RELEASE.embed;

/** The languages of the page; the first is the default. */
export const LANGUAGES = languages;

/** @param {string} id */
export const questionnaire = (id) => questionnaires.find((one) => one.id === id) ?? questionnaires[0];

/** @param {Pick<Choice, "questionnaire" | "form">} choice */
export const form = ({ questionnaire: id, form }) => {
  const { forms } = questionnaire(id);
  return forms.find((one) => one.id === form) ?? forms[0];
};

/** The languages that a questionnaire has. @param {string} id */
export const languagesOf = (id) => LANGUAGES.filter((lang) => questionnaire(id).words[lang]);

/** What a questionnaire is called, in this language if it has it. @param {string} id @param {string} lang */
export const words = (id, lang) => questionnaire(id).words[lang] ?? questionnaire(id).words[languagesOf(id)[0]];

/** Whether a way takes a script of ours. @param {Way} way */
export const isScripted = (way) => way === "element" || way === "frame";

/** A colour as `#rrggbb`, or nothing. @param {string} text */
export const colour = (text) => /^#?[0-9a-f]{6}$/i.exec(text.trim())?.[0].replace(/^#?/, "#").toLowerCase() ?? "";

/**
 * The choice that some values make; what is missing or unknown becomes the default.
 * @param {Iterable<[string, unknown]>} values
 * @returns {Choice}
 */
export function choice(values) {
  const asked = new Map(values);
  const text = (/** @type {string} */ name) => String(asked.get(name) ?? "");
  const id = questionnaire(text("questionnaire")).id;
  return {
    way: WAYS.find((way) => way === text("way")) ?? WAYS[0],
    questionnaire: id,
    form: form({ questionnaire: id, form: text("form") }).id,
    lang: languagesOf(id).find((lang) => lang === text("lang")) ?? languagesOf(id)[0],
    accent: colour(text("accent")),
    version: VERSIONS.find((version) => version === text("version")) ?? VERSIONS[0],
  };
}
