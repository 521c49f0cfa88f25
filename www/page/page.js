// Stand-alone page: element and program in one file; the parameters of its address set the attributes.

import { define } from "../element/element.js";
import { Config } from "../element/config.js";
import { readAddress, writeAddress } from "../shared/address.js";
import { address } from "../shared/files.js";
import { preloaded } from "../shared/preloaded.js";
import { started } from "../shared/started.js";
import { moveFragment } from "./encoded-fragment.js";
import { applyEvent } from "./event.js";
import { prepareOffline } from "./offline.js";
import { Prerendered } from "./prerendered.js";

moveFragment();
const element = document.querySelector("boussole-assessment");
if (element) {
  readAddress(element);
  applyEvent(element);
  // The panel in the place of the assessment tells why.
  element.addEventListener("boussole:error", started);
}
// Browsers of before 2024 have no declarative shadow roots.
const template = element?.querySelector("template");
if (template) element?.attachShadow({ mode: "open" }).append(template.content);

/** Class of the assessment; in a kiosk, one that erases its data. @param {number} attempt */
async function assessmentClass(attempt) {
  if (!new URL(location.href).searchParams.has("kiosk")) return Prerendered;
  const script = address(BOUSSOLE_RELEASE.kiosk);
  // Browsers may cache a failed import.
  if (attempt > 0) script.searchParams.set("attempt", String(attempt));
  return (await import(script.href)).kiosk(Prerendered);
}

define(async (attempt) => {
  const Kind = await assessmentClass(attempt);
  return (element, frame, fail) => {
    const assessment = new Kind(new Config(element), frame, fail, preloaded(address(BOUSSOLE_RELEASE.wasm), attempt));
    const prepare = () => prepareOffline(element, assessment.onUpdate);
    assessment.show().then(started).then(prepare, () => {});
    return assessment;
  };
}, undefined, true);
if (element) writeAddress(element);
