// A poster or a slide, as it is seen and printed.

import { picture } from "../shared/qr-encode.js";
import { fill } from "../shared/dom.js";
import { form, short, texts, words } from "./choice.js";

/** @typedef {import("./choice.js").Choice} Choice */

/** How long a form is, in words. @param {{ items: number, minutes: number }} form @param {string} lang */
export const length = ({ items, minutes }, lang) => fill(texts(lang).form_of, { count: items, minutes });

/** @param {string} name @param {string} kind @param {(Node | string)[]} content */
function made(name, kind, ...content) {
  const element = document.createElement(name);
  element.className = `sheet-${kind}`;
  element.append(...content);
  return element;
}

/** The emblem of the house, from the page. */
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
  const said = texts(lang);
  const { title, principles } = words(choice);
  const brand = made("p", "brand", emblem(), "Boussole");
  const head = made("div", "head", brand, made("p", "event", choice.event));
  const address = short(choice);
  const hook = made("div", "hook", made("p", "kicker", `${said.kicker} · ${length(form(choice), lang)}`));
  hook.append(made("p", "title", said.hook), made("p", "text", fill(said.text, { title, principles: listed(principles) })));
  const how = made("div", "how", made("p", "point", said.how), made("p", "address", address), made("p", "promise", said.promise));
  const drawn = picture(code, fill(said.code_name, { address }));
  const sheet = made("article", choice.sheet, head, hook, drawn, how);
  sheet.classList.add("sheet");
  sheet.lang = lang;
  return sheet;
}

/** Names in a row, the first with its capital. @param {string[]} names */
const listed = ([first, ...others]) => [first, ...others.map((name) => name.toLowerCase())].join(", ");
