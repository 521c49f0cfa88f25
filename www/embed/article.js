// Mock article with the snippet that its address describes.

import { choice } from "./choice.js";
import { elements } from "./markup.js";
import { snippet } from "./snippet.js";
import { translatePage } from "./texts.js";

const requested = choice(new URL(location.href).searchParams);
translatePage(requested.lang);
document.querySelector(".place")?.append(...elements(snippet(requested, new URL("../", location.href).href)));
