// The embed page: choose how the assessment gets into a page, look at it in an article, copy the snippet.

import { choice, LANGUAGES } from "./choice.js";
import { group, groups, values } from "./form.js";
import { written } from "./markup.js";
import { snippet } from "./snippet.js";
import { say, texts } from "./texts.js";

/** The release stands one folder above this page. */
const base = new URL("../", location.href).href;

const WIDTHS = ["phone", "column", "full"];

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
const code = find("textarea", HTMLTextAreaElement);
const copied = find("[role=status]", HTMLElement);
const note = find(".note", HTMLElement);
const frame = find("iframe", HTMLIFrameElement);
const preview = find(".preview", HTMLElement);
const other = find(".other-language", HTMLAnchorElement);

const asked = new URL(location.href).searchParams.get("lang") ?? "";
let page = LANGUAGES.includes(asked) ? asked : LANGUAGES[0];
let chosen = choice([["lang", page]]);
let shown = "";

/** Shows what is chosen: the code, what to know of it, and an article that has it. */
function show() {
  code.value = written(snippet(chosen, base));
  note.textContent = texts(page)[`${chosen.way}_note`];
  copied.textContent = "";
  const article = new URL("article.html", location.href);
  article.search = String(new URLSearchParams(chosen));
  if (article.href === shown) return;
  shown = article.href;
  // Not a new entry in the history of the page.
  frame.contentWindow?.location.replace(shown);
}

/** Says everything in the language of the page, and keeps what is chosen. */
function translate() {
  const said = texts(page);
  say(page);
  const next = LANGUAGES[(LANGUAGES.indexOf(page) + 1) % LANGUAGES.length];
  [other.lang, other.hreflang, other.search] = [next, next, `?lang=${next}`];
  code.setAttribute("aria-label", said.code_label);
  frame.title = said.preview_frame;
  form.replaceChildren(...groups(page, chosen));
  const width = preview.querySelector("input:checked")?.getAttribute("value") ?? "full";
  const widths = WIDTHS.map((value) => ({ value, label: said[value] }));
  preview.querySelector("fieldset")?.remove();
  frame.before(group("width", said.preview_width, widths, width));
}

/** What follows from a choice for the others: only the groups that differ are made again. */
function follow() {
  for (const made of groups(page, chosen)) {
    const old = form.querySelector(`[data-group=${made.dataset.group}]`);
    if (!(old instanceof HTMLElement)) continue;
    const depends = ["form", "lang"].includes(made.dataset.group ?? "");
    if (depends && old.textContent !== made.textContent) old.replaceWith(made);
    old.hidden = made.hidden;
  }
}

form.addEventListener("change", () => {
  chosen = choice(values(form));
  follow();
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());

preview.addEventListener("change", () => {
  frame.className = preview.querySelector("input:checked")?.getAttribute("value") ?? "";
});

find(".copying button", HTMLButtonElement).addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(code.value);
    copied.textContent = texts(page).copied;
  } catch {
    code.focus();
    code.select();
    copied.textContent = texts(page).not_copied;
  }
});

other.addEventListener("click", (event) => {
  event.preventDefault();
  history.replaceState(null, "", other.href);
  page = other.lang;
  translate();
  show();
});

translate();
find(".desk", HTMLElement).hidden = false;
show();
