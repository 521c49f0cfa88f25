// The stand-alone page: element and program in one file, and in the address what it shows.

import { follow, read } from "./address.js";
import { control } from "./app.js";
import { define } from "./element.js";
import { attend } from "./event.js";
import { prepare } from "./offline.js";

const element = document.querySelector("boussole-assessment");
if (element) {
  read(element);
  attend(element);
}
// Browsers of before 2024 leave it to the page to put what it came with into its place.
const template = element?.querySelector("template");
if (template) element?.attachShadow({ mode: "open" }).append(template.content);
/** @type {import("./element.js").Control} */
const lasting = (...given) => {
  const assessment = control(...given);
  assessment.show().then(prepare, () => {});
  return assessment;
};
define(() => Promise.resolve(lasting), undefined, true);
if (element) follow(element);
