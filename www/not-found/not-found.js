// Page that static hosts serve where there is none: a link in the path opens, and all others are led to the assessment. In the
// syntax of 2009, as a classic script: a browser that knows no newer one is told too.

import { moved } from "./moved.js";

var script = document.currentScript;
var link = moved(location.href);
if (link) location.replace(link);

// The script stands in the release's folder, wherever on its host that is.
document.addEventListener("DOMContentLoaded", function () {
  if (!(script instanceof HTMLScriptElement)) return;
  var starts = document.querySelectorAll("a");
  for (var at = 0; at < starts.length; at++) starts[at].href = new URL("." + starts[at].pathname, script.src).href;
}, { once: true });
