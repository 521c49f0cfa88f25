// The calm panel that stands where the widget can't: what happened, and a way to try again. It needs
// nothing but this file, since nothing else may have come.

const FALLBACK = "fr";

/** The style of the panel, and of the element before anything else is there. */
export const panelStyle = new CSSStyleSheet();
panelStyle.replaceSync(`
:host { display: block }
.failure { box-sizing: border-box; max-inline-size: min(38rem, 100% - 2rem); margin: 1rem auto; padding: 1.5rem; border: 1px solid; border-radius: .375rem; font: 1rem/1.5 system-ui, sans-serif }
.failure h2 { margin: 0 0 .5rem; font: 600 1.25rem/1.3 Georgia, serif }
.failure p { margin: 0 0 1rem }
.failure button { min-block-size: 2.75rem; padding: .5rem 1.125rem; font: inherit; cursor: pointer }`);

/**
 * @param {string} lang
 * @param {"offline" | "broken"} reason
 * @param {() => void} retry
 */
export function panel(lang, reason, retry) {
  const known = BOUSSOLE_RELEASE.failure[lang] ? lang : FALLBACK;
  const texts = BOUSSOLE_RELEASE.failure[known];
  const [element, title, text, button] = ["div", "h2", "p", "button"].map((name) => document.createElement(name));
  element.className = "failure";
  element.setAttribute("role", "alert");
  element.lang = known;
  title.textContent = texts.title;
  text.textContent = texts[reason];
  button.textContent = texts.retry;
  button.addEventListener("click", retry);
  element.append(title, text, button);
  return element;
}
