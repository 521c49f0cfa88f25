// A page without any framework: its language is that of the assessment, and it tells how far the answers have come.

import "../node_modules/boussole/index.js";
import { languages, texts } from "../shared/texts.js";

/** @typedef {import("../shared/texts.js").Language} Language */

/** @template {keyof HTMLElementTagNameMap} Name @param {Name} name */
const find = (name) => /** @type {HTMLElementTagNameMap[Name]} */ (document.querySelector(name));

const [main, select, button, assessment] = [find("main"), find("select"), find("button"), find("boussole-assessment")];
const told = /** @type {Element} */ (document.querySelector("[role=status]"));

/** What the assessment told last. @type {(of: typeof texts.fr) => string} */
let progress = ({ waiting }) => waiting;

function say() {
  const said = texts[/** @type {Language} */ (select.value)];
  document.documentElement.lang = assessment.lang = select.value;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = String(said[/** @type {keyof typeof said} */ (element.getAttribute("data-text"))]);
  }
  button.textContent = assessment.isConnected ? said.hide : said.show;
  told.textContent = progress(said);
}

select.append(...Object.entries(languages).map(([language, name]) => new Option(name, language)));
select.addEventListener("change", say);
button.addEventListener("click", () => {
  if (assessment.isConnected) assessment.remove();
  else main.append(assessment);
  say();
});
assessment.addEventListener("boussole:progress", ({ detail: { answered, total } }) => {
  progress = (said) => said.progress(answered, total);
  say();
});
assessment.addEventListener("boussole:completed", () => {
  progress = ({ completed }) => completed;
  say();
});
say();
