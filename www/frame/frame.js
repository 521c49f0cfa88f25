// The page in a frame: the element alone, for a host that takes no element. Where the host has our script
// (boussole-frame.js), it is told how high the page is; where it has not, the page scrolls by itself.

import { follow, read } from "../shared/address.js";
import { define } from "../element/element.js";
import { control } from "../host/embedded.js";
import { address } from "../shared/files.js";
import { report } from "./height.js";

const element = document.querySelector("boussole-assessment");
if (element) {
  read(element);
  const accent = new URL(location.href).searchParams.get("accent");
  // Without its #, which would end the address.
  if (accent) element.setAttribute("accent", `#${accent}`);
}
define(() => Promise.resolve(control(address(BOUSSOLE_RELEASE.wasm))), undefined, true);
if (element) {
  follow(element);
  report(element);
}
