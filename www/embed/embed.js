// Embed page: choose a way to embed, preview it in an article, copy the snippet.

import { choice, LANGUAGES } from "./choice.js";
import { group, groups, values } from "./form.js";
import { serialise } from "./markup.js";
import { snippet } from "./snippet.js";
import { texts, translatePage } from "./texts.js";
import { languageLinks, updateLanguageLinks } from "../shared/languages.js";
import { localeOfAddress } from "../shared/locale.js";
import { started } from "../shared/started.js";

/** Folder of the release, one above this page. */
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

let page = localeOfAddress(LANGUAGES, LANGUAGES[0]);
let chosen = choice([["lang", page]]);
let shown = "";

/** Shows the snippet of the choice, its note, and an article with it. */
function show() {
  code.value = serialise(snippet(chosen, base));
  note.textContent = texts(page)[`${chosen.way}_note`];
  copied.textContent = "";
  const article = new URL("article.html", location.href);
  article.search = String(new URLSearchParams(chosen));
  if (article.href === shown) return;
  shown = article.href;
  // Replaced, so that the history of the page gets no entry.
  frame.contentWindow?.location.replace(shown);
}

/** Translates the page; the choice stays. */
function translate() {
  const own = texts(page);
  translatePage(page);
  updateLanguageLinks(page, LANGUAGES, (lang) => texts(lang).name);
  code.setAttribute("aria-label", own.code_label);
  frame.title = own.preview_frame;
  form.replaceChildren(...groups(page, chosen));
  const width = preview.querySelector("input:checked")?.getAttribute("value") ?? "full";
  const widths = WIDTHS.map((value) => ({ value, label: own[value] }));
  preview.querySelector("fieldset")?.remove();
  frame.before(group("width", own.preview_width, widths, width));
}

/** Updates the groups that depend on the choice. */
function updateGroups() {
  for (const group of groups(page, chosen)) {
    const old = form.querySelector(`[data-group=${group.dataset.group}]`);
    if (!(old instanceof HTMLElement)) continue;
    const depends = ["form", "lang"].includes(group.dataset.group ?? "");
    if (depends && old.textContent !== group.textContent) old.replaceWith(group);
    old.hidden = group.hidden;
  }
}

form.addEventListener("change", () => {
  chosen = choice(values(form));
  updateGroups();
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

for (const link of languageLinks()) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    history.replaceState(null, "", link.href);
    page = link.lang;
    translate();
    show();
  });
}

translate();
find(".form-preview", HTMLElement).hidden = false;
show();
started();
