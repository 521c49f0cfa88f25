// Added to the page by `cargo xtask questionnaire preview`, never by a release: it loads the page again when
// there is a new build, and shows what stands in the way of one.

const built = Number(new URL(import.meta.url).searchParams.get("built"));
const PAUSE = 1000;

const style = new CSSStyleSheet();
style.replaceSync(`
  .preview { position: sticky; inset-block-start: 0.5rem; z-index: 2147483647; max-block-size: 50vh; overflow: auto;
    box-sizing: border-box; inline-size: min(46rem, 100% - 2rem); margin: 1rem auto; padding: 1rem 1.25rem;
    box-shadow: 0 0.25rem 1rem #0004; font: 1rem/1.5 system-ui, sans-serif; border: 1px solid #b98a2f; border-inline-start-width: 0.375rem;
    border-radius: 0.375rem; color: #1b222c; background: #fdf6e3; }
  .preview h2 { font-size: 1.125rem; margin: 0; }
  .preview ol { margin: 0.75rem 0 0; padding-inline-start: 1.5rem; }
  .preview li { margin-block-start: 0.5rem; }
  .preview code { display: block; overflow-wrap: anywhere; }
  @media (prefers-color-scheme: dark) { .preview { color: #ece9e1; background: #2b2618; } }
`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];

const panel = document.createElement("aside");
panel.className = "preview";
panel.lang = "en";
panel.setAttribute("role", "status");
// Scrolled by keyboard too, when it has more than half a screen of faults.
panel.tabIndex = 0;

const line = (name, text) => {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
};

const show = ({ title, faults }) => {
  const list = document.createElement("ol");
  for (const fault of faults) {
    const entry = document.createElement("li");
    entry.append(line("code", fault.place), line("strong", fault.what), line("div", fault.mend));
    list.append(entry);
  }
  panel.replaceChildren(line("h2", title), list);
  if (title) document.body.prepend(panel);
  else panel.remove();
};

let seen = -1;
for (;;) {
  try {
    const news = await (await fetch(`/preview.json?after=${seen}`)).json();
    if (news.built !== built) location.reload();
    seen = news.number;
    show(news);
  } catch {
    // The preview ended, or is being started again.
    seen = -1;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
