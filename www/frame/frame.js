// Page in a frame: the element alone, for hosts that take no script. A host with boussole-frame.js receives the height of
// the page; without it the page scrolls by itself.

import { readAddress, writeAddress } from "../shared/address.js";
import { define } from "../element/element.js";
import { control } from "../host/embedded.js";
import { address } from "../shared/files.js";
import { preloaded } from "../shared/preloaded.js";
import { started } from "../shared/started.js";
import { reportHeight } from "./height.js";

const element = document.querySelector("boussole-assessment");
if (element) {
  readAddress(element);
  for (const event of ["boussole:ready", "boussole:error"]) element.addEventListener(event, started);
  const accent = new URL(location.href).searchParams.get("accent");
  // The parameter has no #, which would begin the fragment.
  if (accent) element.setAttribute("accent", `#${accent}`);
}
define((attempt) => Promise.resolve(control(preloaded(address(BOUSSOLE_RELEASE.wasm), attempt))), undefined, true);
if (element) {
  writeAddress(element);
  reportHeight(element);
}
