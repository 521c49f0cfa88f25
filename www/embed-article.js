// The mock article: what its address asks for, embedded as the snippet would.

import { choice } from "./embed-choice.js";
import { made } from "./embed-markup.js";
import { snippet } from "./embed-snippet.js";
import { say } from "./embed-texts.js";

const asked = choice(new URL(location.href).searchParams);
say(asked.lang);
document.querySelector(".place")?.append(...made(snippet(asked, new URL("../", location.href).href)));
