// <boussole-assessment>: the shell that the platform demands. It checks attributes, loads the program
// and a questionnaire, and says so calmly when it can't. Everything else is Rust.

import { panel, panelStyle } from "./panel.js";

/** @typedef {typeof import("./app.js")} App */

const NAME = "boussole-assessment";
const DEFAULTS = { lang: "fr", questionnaire: "liberte-numerique", form: "express" };

/** @type {(attempt: number) => Promise<App>} */
let loadApp;
/** @type {Set<BoussoleAssessment>} the elements that are on the page */
const shown = new Set();

/** @param {string} file */
const address = (file) => new URL(file, import.meta.url);

/** @param {string} message */
const broken = (message) => {
  console.error(`${NAME}: ${message}`);
  shown.forEach((element) => element.fail("broken"));
};

class BoussoleAssessment extends HTMLElement {
  static observedAttributes = ["lang", "questionnaire", "form"];

  #root = this.attachShadow({ mode: "open" });
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
    this.#root.adoptedStyleSheets = [panelStyle];
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
    const retry = () => {
      // A broken program can't be started twice in one page.
      if (reason === "broken") return location.reload();
      this.#attempt++;
      this.#show();
    };
    this.#root.replaceChildren(panel(this.lang, reason, retry));
  }

  async #show() {
    const load = ++this.#load;
    try {
      const forms = this.#forms();
      const pack = this.#pack(this.#locale(forms));
      const [app, content] = await Promise.all([loadApp(this.#attempt), pack]);
      const style = await app.start(address(BOUSSOLE_RELEASE.wasm), broken);
      if (load !== this.#load || !this.isConnected) return;
      const root = document.createElement("div");
      this.#root.adoptedStyleSheets = [panelStyle, style];
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
