// Layout of a poster or a slide, on the screen and in print.

import { picture } from "../shared/qr-encode.js";
import { fill } from "../shared/dom.js";
import { form, names, short, texts } from "./choice.js";

/** @typedef {import("./choice.js").Choice} Choice */

/** Length of a form as a text. @param {{ items: number, minutes: number }} form @param {string} lang */
export const length = ({ items, minutes }, lang) => fill(texts(lang).form_of, { count: items, minutes });

/** @param {string} name @param {string} kind @param {(Node | string)[]} content */
function block(name, kind, ...content) {
  const element = document.createElement(name);
  element.className = `sheet-${kind}`;
  element.append(...content);
  return element;
}

/** Copies the emblem of the page. */
function emblem() {
  const template = document.querySelector("template.emblem");
  if (!(template instanceof HTMLTemplateElement)) throw new Error("the page has no emblem");
  return document.importNode(template.content, true);
}

/**
 * @param {Choice} choice
 * @param {{ size: number, path: string }} code
 */
export function sheet(choice, code) {
  const { lang } = choice;
  const own = texts(lang);
  const { title, principles } = names(choice);
  const brand = block("p", "brand", emblem(), "Boussole");
  const head = block("div", "head", brand, block("p", "event", choice.event));
  const address = short(choice);
  const hook = block("div", "hook", block("p", "kicker", `${own.kicker} · ${length(form(choice), lang)}`));
  hook.append(block("p", "title", own.hook), block("p", "text", fill(own.text, { title, principles: listed(principles) })));
  const how = block("div", "how", block("p", "point", own.how), block("p", "address", address), block("p", "promise", own.promise));
  const drawn = picture(code, fill(own.code_name, { address }));
  const sheet = block("article", choice.sheet, head, hook, drawn, how);
  sheet.classList.add("sheet");
  sheet.lang = lang;
  return sheet;
}

/** Joins names; the first keeps its capital. @param {string[]} names */
const listed = ([first, ...others]) => [first, ...others.map((name) => name.toLowerCase())].join(", ");
