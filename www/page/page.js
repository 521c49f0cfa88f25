// The stand-alone page: element and program in one file, and in the address what it shows.

import { follow, read } from "../shared/address.js";
import { control } from "./app.js";
import { define } from "../element/element.js";
import { attend } from "./event.js";
import { address } from "../shared/files.js";
import { prepare } from "./offline.js";
import { Prepared } from "./prerendered.js";

const element = document.querySelector("boussole-assessment");
if (element) {
  read(element);
  attend(element);
}
// Browsers of before 2024 leave it to the page to put what it came with into its place.
const template = element?.querySelector("template");
if (template) element?.attachShadow({ mode: "open" }).append(template.content);

/** What shows the assessment: in a kiosk, what forgets it. @param {number} attempt */
async function kind(attempt) {
  if (!new URL(location.href).searchParams.has("kiosk")) return Prepared;
  const script = address(BOUSSOLE_RELEASE.kiosk);
  // A failed import may be remembered by the browser.
  if (attempt > 0) script.searchParams.set("attempt", String(attempt));
  return (await import(script.href)).attended(Prepared);
}

define(async (attempt) => {
  const Kind = await kind(attempt);
  return (element, frame, fail) => {
    const assessment = control(element, frame, fail, Kind);
    assessment.show().then(() => prepare(assessment.offered), () => {});
    return assessment;
  };
}, undefined, true);
if (element) follow(element);
