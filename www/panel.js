// The calm panel that stands where the widget can't: what happened, and a way to try again. It needs
// nothing but this file, since nothing else may have come.

const FALLBACK = "fr";

/** The style of the panel, and of the element before anything else is there. */
export const panelStyle = new CSSStyleSheet();
panelStyle.replaceSync(`
:host { display: block }
:host([hidden]) { display: none }
.frame { container-type: inline-size }
.failure { box-sizing: border-box; max-inline-size: min(38rem, 100% - 2rem); margin: 1rem auto; padding: 1.5rem; border: 1px solid; border-radius: .375rem; font: 1rem/1.5 system-ui, sans-serif }
.failure h2 { margin: 0 0 .5rem; font: 600 1.25rem/1.3 Georgia, serif }
.failure p { margin: 0 0 1rem }
.failure button { min-block-size: 2.75rem; margin-inline-end: 1rem; padding: .5rem 1.125rem; font: inherit; cursor: pointer }
.failure a { color: inherit }`);

/**
 * @param {string} lang
 * @param {"offline" | "broken" | "blocked"} reason
 * @param {() => void} retry
 * @param {URL} [page] where the assessment is found by itself
 */
export function panel(lang, reason, retry, page) {
  const known = BOUSSOLE_RELEASE.failure[lang] ? lang : FALLBACK;
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
