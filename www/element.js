// <boussole-assessment>: the shell that the platform demands. It checks attributes, loads the program
// and a questionnaire, and says so calmly when it can't. Everything else is Rust.

import { asked, DEFAULTS } from "./attributes.js";
import { address, find, pack } from "./files.js";
import { panel, panelStyle } from "./panel.js";

/** @typedef {typeof import("./app.js")} App */
/** @typedef {Omit<import("boussole-glue").Shell, "rooms">} Shell */

const NAME = "boussole-assessment";

/** @type {(attempt: number) => Promise<App>} */
let loadApp;
/** @type {Set<BoussoleAssessment>} the elements that are on the page */
const shown = new Set();

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
  /** The locale and the form that are shown. */
  #current = "";
  #form = "";
  /** Tells a load that was overtaken by another. */
  #load = 0;
  #attempt = 0;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [panelStyle];
    this.#root.append(document.createElement("slot"));
  }

  connectedCallback() {
    shown.add(this);
    this.#refresh();
  }

  disconnectedCallback() {
    // An element that is only moved is back before this runs, and goes on as it was.
    queueMicrotask(() => {
      if (this.isConnected) return;
      shown.delete(this);
      this.#hide();
    });
  }

  /** @param {string} name @param {string | null} old @param {string | null} value */
  attributeChangedCallback(name, old, value) {
    if (old === value || (name === "form" && value === this.#form)) return;
    if (name !== "lang") {
      // Another questionnaire: the answers to this one stay where the browser keeps them.
      this.#hide();
      this.#kept = undefined;
    }
    // What the element says at first is read once, when it is on the page.
    if (shown.has(this) && this.isConnected) this.#refresh();
  }

  /** Shows what the attributes ask for; a language that can't be had leaves the one that is there. */
  #refresh() {
    if (!this.#widget) return this.#show();
    const { locale } = asked(this);
    if (locale !== this.#current) this.#shell.translate(locale).catch(() => (this.lang = this.#current));
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
      const { questionnaire, forms, form, locale } = asked(this);
      const starting = loadApp(this.#attempt).then(async (app) => {
        return { app, style: await app.start(address(BOUSSOLE_RELEASE.wasm), broken) };
      });
      const [{ app, style }, content] = await Promise.all([starting, pack(forms[form][locale])]);
      if (load !== this.#load || !this.isConnected) return;
      const root = document.createElement("div");
      this.#root.adoptedStyleSheets = [panelStyle, style];
      this.#root.replaceChildren(root);
      const readsLinks = this.hasAttribute("links");
      const own = questionnaire === DEFAULTS.questionnaire ? "./" : `./?questionnaire=${questionnaire}`;
      const page = readsLinks ? location.href.split("#")[0] : address(own).href;
      [this.#form, this.#current] = [form, locale];
      this.#widget = app.mount(root, content, page, readsLinks, this.#kept, this.#shell);
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

  /** What the program asks for once it runs. @type {Shell} */
  #shell = {
    translate: (locale) => this.#goOn(this.#form, locale),
    pursue: (form) => this.#goOn(form, this.#current),
    find: (questionnaire, form, version) => find(questionnaire, form, version, this.#current),
  };

  /** @param {string} form @param {string} locale */
  async #goOn(form, locale) {
    const load = this.#load;
    const content = await pack(asked(this).forms[form][locale]);
    if (load !== this.#load) return;
    this.#widget?.setPack(content);
    [this.#form, this.#current] = [form, locale];
    if (form !== asked(this).form) this.setAttribute("form", form);
    this.lang = locale;
  }
}

/** @param {(attempt: number) => Promise<App>} load how the program is loaded */
export function define(load) {
  if (customElements.get(NAME)) return;
  loadApp = load;
  customElements.define(NAME, BoussoleAssessment);
}
