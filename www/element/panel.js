// Panel in the place of a widget that can't be shown: the reason, and a button to try again. The loader holds all that it
// depends on, since nothing else may have loaded.

import { matchLocale } from "../shared/locale.js";

const FALLBACK = "fr";

/**
 * Style of the panel, and of the element before the program has loaded. On pages of others it reserves about the height of
 * the first question, so that the content below does not move. A container has no intrinsic width: a space before it
 * gives one, which may wrap, for dialogs and other places that fit their content. Lines under the text of the page end at
 * an inline block, which no printer could divide. It is written without spaces: the loader holds it as it stands.
 */
const panelStyle = new CSSStyleSheet();
panelStyle.replaceSync(`:host{display:block;scroll-margin-block-start:.5rem}
:host([hidden]){display:none}
:host::before{display:block;block-size:0;overflow:hidden;visibility:hidden;word-spacing:46rem;content:". ."}
.frame{container-type:inline-size}
.kept{text-indent:0}
.kept>[dir]:not([role]){display:inline-block;inline-size:100%;vertical-align:top}
.kept>slot{display:block;min-block-size:1700px}
@container (width>22rem){.kept>slot{min-block-size:1300px}}
@media print{.kept>[dir]:not([role]){display:block}
.kept>slot{min-block-size:0 !important}}
.failure{box-sizing:border-box;max-inline-size:min(38rem,100% - 2rem);margin:1rem auto;padding:1.5rem;border:1px solid;border-radius:.375rem;font:1rem/1.5 system-ui,sans-serif}
.failure h2{margin:0 0 .5rem;font:600 1.25rem/1.3 Georgia,serif}
.failure p{margin:0 0 1rem}
.failure button{min-block-size:2.75rem;margin-inline-end:1rem;padding:.5rem 1.125rem;font:inherit;cursor:pointer}
.failure a{color:inherit}`);

/**
 * Root of the widget in a shadow root: the pre-rendered one of our own pages, or a new one.
 * @param {ShadowRoot} root
 * @param {boolean} reservesHeight whether the page is of others
 * @returns {Element}
 */
export function frameIn(root, reservesHeight) {
  root.adoptedStyleSheets = [panelStyle];
  const prerendered = root.querySelector(".frame");
  if (prerendered) return prerendered;
  const frame = document.createElement("div");
  frame.className = reservesHeight ? "frame kept" : "frame";
  frame.append(document.createElement("slot"));
  root.append(frame);
  return frame;
}

/** @typedef {import("./events.js").Failure["code"]} Reason */

/**
 * Whether a policy of the page, or the age of the browser, keeps a sound program from being compiled. Each engine names the
 * policy; the program needs less than what came with `structuredClone`.
 * @param {Error} error
 */
const isBlocked = ({ message }) => /security policy|CSP|unsafe-eval/i.test(message) || !globalThis.structuredClone;

/**
 * Logs why the widget can't be shown, and returns the reason.
 * @param {string} name of the element
 * @param {any} error a text is the message of a trap of the program
 * @returns {Reason}
 */
export function reasonOf(name, error) {
  // Some browsers have no WebAssembly, and some readers turn it off.
  const { WebAssembly: wasm } = globalThis;
  if (typeof error === "string" || (wasm && error instanceof wasm.RuntimeError)) {
    console.error(`${name}: could not go on.`, error);
    return "broken";
  }
  if (error?.code === "questionnaire") {
    // All that its publisher can mend, and nothing around it.
    console.error(`${name}: ${error.message}`);
    return "questionnaire";
  }
  console.warn(`${name}: could not start.`, error);
  if (!wasm) return "blocked";
  if (error instanceof wasm.CompileError) return isBlocked(error) ? "blocked" : "damaged";
  return error instanceof SyntaxError ? "damaged" : "offline";
}

/**
 * @param {string} lang
 * @param {Reason} reason
 * @param {() => void} retry
 * @param {URL} [page] the stand-alone page
 */
export function panel(lang, reason, retry, page) {
  const known = matchLocale(lang, Object.keys(BOUSSOLE_RELEASE.failure)) ?? FALLBACK;
  const texts = BOUSSOLE_RELEASE.failure[known];
  const element = document.createElement("div");
  /** @param {string} name @param {string} text */
  const add = (name, text) => {
    const added = element.appendChild(document.createElement(name));
    added.textContent = text;
    return added;
  };
  element.className = "failure";
  element.setAttribute("role", "alert");
  element.lang = known;
  element.dir = "ltr";
  add("h2", texts.title);
  add("p", texts[reason]);
  add("button", texts.retry).addEventListener("click", retry);
  if (page) add("a", texts.open).setAttribute("href", `${page}?lang=${known}`);
  return element;
}
