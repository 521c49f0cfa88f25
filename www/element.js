// <boussole-assessment>: the shell that the platform demands. It checks attributes, loads the program
// and a questionnaire, and says so calmly when it can't. Everything else is Rust.

/** @typedef {typeof import("./app.js")} App */

const NAME = "boussole-assessment";
const DEFAULTS = { lang: "fr", questionnaire: "liberte-numerique", form: "express" };

/** Enough for the failure panel, should nothing else have come. */
const PANEL = `
:host { display: block }
.failure { max-inline-size: 38rem; margin-inline: auto; padding: 1.5rem; border: 1px solid; border-radius: .5rem; font: 1rem/1.5 system-ui, sans-serif }
.failure h2 { margin: 0 0 .5rem; font: 600 1.25rem/1.3 Georgia, serif }
.failure p { margin: 0 0 1rem }
.failure button { font: inherit; padding: .6rem 1.2rem; min-block-size: 2.75rem; cursor: pointer }`;

/** @type {(attempt: number) => Promise<App>} */
let loadApp;
/** @type {Set<BoussoleAssessment>} the elements that are on the page */
const shown = new Set();

/** @param {string} file */
const address = (file) => new URL(file, import.meta.url);

/** @param {string} message */
function programFailed(message) {
  console.error(`${NAME}: ${message}`);
  for (const element of shown) element.fail("broken");
}

class BoussoleAssessment extends HTMLElement {
  static observedAttributes = ["lang", "questionnaire", "form"];

  #root = this.attachShadow({ mode: "open" });
  #panel = new CSSStyleSheet();
  /** @type {import("./app.js").Widget | undefined} */
  #widget;
  /** @type {string | undefined} the answers, while the element is off the page */
  #kept;
  /** Tells a load that was overtaken by another. */
  #load = 0;
  #attempt = 0;
  /** @type {Set<string>} what was warned about */
  #warned = new Set();

  constructor() {
    super();
    this.#panel.replaceSync(PANEL);
    this.#root.adoptedStyleSheets = [this.#panel];
    this.#root.append(document.createElement("slot"));
  }

  connectedCallback() {
    shown.add(this);
    this.#show();
  }

  disconnectedCallback() {
    shown.delete(this);
    this.#hide();
  }

  /** @param {string} name @param {string | null} old @param {string | null} value */
  attributeChangedCallback(name, old, value) {
    if (!this.isConnected || old === value) return;
    if (name === "lang") {
      this.#translate(this.#locale(this.#forms())).catch(() => this.#widget ?? this.fail("offline"));
    } else {
      this.#hide();
      this.#kept = undefined;
      this.#show();
    }
  }

  /** @param {"offline" | "broken"} reason */
  fail(reason) {
    this.#load++;
    this.#widget = undefined;
    const texts = BOUSSOLE_RELEASE.failure[this.lang] ?? BOUSSOLE_RELEASE.failure[DEFAULTS.lang];
    const [panel, title, text, retry] = ["div", "h2", "p", "button"].map((name) => document.createElement(name));
    panel.className = "failure";
    panel.setAttribute("role", "alert");
    panel.lang = BOUSSOLE_RELEASE.failure[this.lang] ? this.lang : DEFAULTS.lang;
    title.textContent = texts.title;
    text.textContent = texts[reason];
    retry.textContent = texts.retry;
    retry.addEventListener("click", () => {
      // A broken program can't be started twice in one page.
      if (reason === "broken") return location.reload();
      this.#attempt++;
      this.#show();
    });
    panel.append(title, text, retry);
    this.#root.replaceChildren(panel);
  }

  async #show() {
    const load = ++this.#load;
    try {
      const forms = this.#forms();
      const pack = this.#pack(this.#locale(forms));
      const [app, content] = await Promise.all([loadApp(this.#attempt), pack]);
      const style = await app.start(address(BOUSSOLE_RELEASE.wasm), programFailed);
      if (load !== this.#load || !this.isConnected) return;
      const root = document.createElement("div");
      this.#root.adoptedStyleSheets = [this.#panel, style];
      this.#root.replaceChildren(root);
      const readsLinks = this.hasAttribute("links");
      const page = readsLinks ? location.href.split("#")[0] : address("./").href;
      const translate = (/** @type {string} */ locale) => this.#translate(locale);
      this.#widget = app.mount(root, content, page, readsLinks, this.#kept, translate);
    } catch (error) {
      console.warn(`${NAME}: could not start.`, error);
      if (load === this.#load && this.isConnected) this.fail("offline");
    }
  }

  #hide() {
    this.#load++;
    this.#kept = this.#widget?.unmount() ?? this.#kept;
    this.#widget = undefined;
    this.#root.replaceChildren(document.createElement("slot"));
  }

  /** @param {string} locale */
  async #translate(locale) {
    const load = this.#load;
    const content = await this.#pack(locale);
    if (load !== this.#load) return;
    this.#widget?.setPack(content);
    this.lang = locale;
  }

  /** @param {string} locale */
  async #pack(locale) {
    const response = await fetch(address(this.#forms()[locale]));
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response.json();
  }

  /** The files of the wanted form, by locale. */
  #forms() {
    const forms = BOUSSOLE_RELEASE.packs[this.#choice("questionnaire", BOUSSOLE_RELEASE.packs)];
    return forms[this.#choice("form", forms)];
  }

  /** @param {Record<string, string>} locales */
  #locale(locales) {
    // A region says nothing here: en-GB is en.
    return this.#choice("lang", locales, (value) => value.split("-")[0].toLowerCase());
  }

  /**
   * The value of an attribute if it is one of the known ones, otherwise the default and one warning.
   * @param {"lang" | "questionnaire" | "form"} name
   * @param {Record<string, unknown>} known
   */
  #choice(name, known, plain = (/** @type {string} */ value) => value) {
    const value = this.getAttribute(name);
    if (value !== null && Object.hasOwn(known, plain(value))) return plain(value);
    if (value !== null && !this.#warned.has(name + value)) {
      this.#warned.add(name + value);
      const valid = Object.keys(known).join(", ");
      console.warn(`${NAME}: ${name}="${value}" is unknown; ${DEFAULTS[name]} is used. Valid: ${valid}.`);
    }
    return DEFAULTS[name];
  }
}

/** @param {(attempt: number) => Promise<App>} load how the program is loaded */
export function define(load) {
  if (customElements.get(NAME)) return;
  loadApp = load;
  customElements.define(NAME, BoussoleAssessment);
}
