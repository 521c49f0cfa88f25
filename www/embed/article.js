// The mock article: what its address asks for, embedded as the snippet would.

import { choice } from "./choice.js";
import { made } from "./markup.js";
import { snippet } from "./snippet.js";
import { say } from "./texts.js";

const asked = choice(new URL(location.href).searchParams);
say(asked.lang);
document.querySelector(".place")?.append(...made(snippet(asked, new URL("../", location.href).href)));
