// Snippet of each way to embed.

import { form, LANGUAGES, names, questionnaire } from "./choice.js";
import { length, texts } from "./texts.js";
import { fill } from "../shared/dom.js";

/** @typedef {import("./choice.js").Choice} Choice */
/** @typedef {import("./markup.js").Piece} Piece */

/** Height of a frame before its script has run, or without one: the first question on a phone. */
const HEIGHT = "760";

/**
 * @param {Choice} choice
 * @param {string} base address of the release, with a slash at its end
 * @returns {Piece[]}
 */
export function snippet(choice, base) {
  switch (choice.way) {
    case "element":
      return [block(script("boussole.js", choice, base), element(choice, base))];
    case "frame":
      return [block(frame(choice, base, { "data-boussole": "" }), script("boussole-frame.js", choice, base))];
    case "plain":
      return [block(frame(choice, base, {}))];
    case "picture":
      return [picture(choice, base)];
  }
}

/** Block of its own, which a CMS does not wrap in a paragraph. @param {Piece[]} content @returns {Piece} */
const block = (...content) => ["div", {}, ...content];

/** Values other than the default, as attributes or parameters. @param {Choice} choice */
function differing({ questionnaire: id, form: chosen }) {
  const { questionnaires } = BOUSSOLE_RELEASE.embed;
  /** @type {Record<string, string>} */
  const differing = {};
  if (id !== questionnaires[0].id) differing.questionnaire = id;
  if (chosen !== questionnaire(id).forms[0].id) differing.form = chosen;
  return differing;
}

/** @param {string} base @param {Record<string, string>} parameters */
function address(base, parameters) {
  const address = new URL(base);
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.href;
}

/** Address of the stand-alone page. @param {Choice} choice @param {string} base */
function page(choice, base) {
  const parameters = differing(choice);
  if (choice.lang !== LANGUAGES[0]) parameters.lang = choice.lang;
  return address(base, parameters);
}

/** @param {keyof EmbedFacts["scripts"]} name @param {Choice} choice @param {string} base @returns {Piece} */
function script(name, { version }, base) {
  const { file, integrity } = BOUSSOLE_RELEASE.embed.scripts[name];
  if (version === "latest") return ["script", { type: "module", src: base + name }];
  return ["script", { type: "module", src: base + file, integrity, crossorigin: "anonymous" }];
}

/**
 * Element with its card, which has no block inside: a paragraph would end one that a CMS puts around the element.
 * @param {Choice} choice @param {string} base @returns {Piece}
 */
function element(choice, base) {
  const { lang, accent } = choice;
  const attributes = { lang, ...differing(choice), ...(accent && { accent }) };
  const { title, summary } = names(choice.questionnaire, lang);
  return [
    "boussole-assessment",
    attributes,
    ["strong", {}, title],
    ["br", {}],
    summary,
    ["br", {}],
    ["a", { href: page(choice, base) }, invitation(choice)],
  ];
}

/** @param {Choice} choice */
const invitation = (choice) =>
  fill(texts(choice.lang).card_link, { form_of: length(form(choice), choice.lang) });

/** @param {Choice} choice @param {string} base @param {Record<string, string>} marker @returns {Piece} */
function frame(choice, base, marker) {
  const { lang, accent } = choice;
  const { title } = names(choice.questionnaire, lang);
  const parameters = { lang, ...differing(choice), ...(accent && { accent: accent.slice(1) }) };
  return [
    "iframe",
    {
      ...marker,
      src: address(`${base}frame/`, parameters),
      title: fill(texts(lang).frame_title, { title }),
      width: "100%",
      height: HEIGHT,
      frameborder: "0",
      loading: "lazy",
      allow: "clipboard-write; web-share",
    },
  ];
}

/** @param {Choice} choice @param {string} base @returns {Piece} */
function picture(choice, base) {
  const { questionnaire: id, lang } = choice;
  const { title, principles } = names(id, lang);
  const alt = fill(texts(lang).picture_alt, { title, principles: principles.join(", ") });
  const image = { src: `${base}cover/${id}-${lang}.png`, width: "600", height: "315", loading: "lazy", alt };
  return ["p", { lang }, ["a", { href: page(choice, base) }, ["img", image], ["br", {}], invitation(choice)]];
}
