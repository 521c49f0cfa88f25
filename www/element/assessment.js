// One assessment on a page: it is loaded as the attributes of its element request, shown, and taken away again.

import { mend, mount } from "boussole-glue";
import { boussoleError } from "./events.js";
import { findFragment, takeFragment } from "./fragment.js";
import { showHeading } from "./heading.js";
import { keepLink, keptLink } from "./kept-link.js";
import { keepKeys } from "./keys.js";
import { PressGuard } from "./press.js";
import { leave, start } from "./program.js";
import { loadScreens } from "./screens.js";
import { adopt } from "../shared/stylesheets.js";

/** Attributes that bring other answers to the screen; those to the old ones stay in the browser's storage. */
const ANSWERS = ["questionnaire", "form", "src", "storage-prefix"];

export class Assessment {
  /** @type {import("boussole-glue").Widget | undefined} */
  widget;
  /** Draft, while the element is off the page. @type {string | undefined} */
  #draft;
  /** Locale and form on the screen. */
  locale = "";
  form = "";
  /** Number of the latest load: an earlier one that ends later is dropped. */
  #load = 0;
  /** @type {Promise<void> | undefined} */
  #showing;
  #wasm;
  /** Link of the address, and what it was meant as. @type {[found: string, meant: string] | undefined} */
  #read;
  /** Link on the screen. @type {string | undefined} */
  #link;

  /**
   * @param {import("./config.js").Config} config
   * @param {Element} frame root of the widget, within the element
   * @param {(error: unknown) => void} fail called when it can't be shown, or no longer
   * @param {URL | Promise<Response>} wasm
   */
  constructor(config, frame, fail, wasm) {
    this.config = config;
    this.element = config.element;
    this.frame = frame;
    this.fail = fail;
    this.#wasm = wasm;
    new PressGuard(frame);
    keepKeys(frame);
  }

  /** Shows the requested questionnaire; resolves when the first question is on the screen. */
  show() {
    this.#showing ??= this.#loadAndMount();
    return this.#showing;
  }

  async #loadAndMount() {
    const load = ++this.#load;
    try {
      const [style, content] = await Promise.all([start(this.#wasm, this.fail), this.config.loadRequested()]);
      await this.#readLink();
      const stays = await this.settled();
      // `hide` runs a microtask after the removal.
      if (!this.element.isConnected) this.hide();
      if (load === this.#load) return this.#mount(style, content, stays);
    } catch (error) {
      if (load === this.#load) {
        this.hide();
        this.fail(error);
        const isOurs = error instanceof Error && error.name === "BoussoleError";
        throw isOurs ? error : boussoleError("not-loaded", String(error));
      }
    }
    // Taken away, or changed, meanwhile.
    if (this.#showing) return this.#showing;
    throw boussoleError("removed", "the element was taken off the page");
  }

  /** Finds out what the link in the address was meant as, before the widget takes it. */
  async #readLink() {
    const found = this.config.readsLinks && this.#findLink();
    if (!found) return;
    /** @type {string | undefined} */
    const meant = await new Promise((resolve) => mend(found, resolve));
    this.#read = [found, meant ?? found];
  }

  #findLink() {
    return findFragment(this.#ids, this.isOwnPage) ?? keptLink(this.config.storagePrefix);
  }

  /** Whether the present content of the frame stays for now; resolves when it may be replaced. */
  settled = async () => false;

  /** @param {CSSStyleSheet} style @param {unknown} content @param {boolean} stays */
  #mount(style, content, stays) {
    const { config } = this;
    adopt(this.frame, style);
    if (!stays) this.frame.replaceChildren();
    const { form, locale } = config.requested();
    [this.form, this.locale] = [form, locale];
    this.loadMounted = () => config.loadPack(form, locale);
    const { resultPage, readsLinks, storagePrefix } = config;
    this.widget = mount(this.frame, content, resultPage, readsLinks, storagePrefix, this.#draft, this);
  }

  /** Takes the widget off the page; the draft stays in memory. */
  hide() {
    this.#load++;
    this.#showing = undefined;
    leave(this.fail);
    this.#draft = this.widget?.unmount() ?? this.#draft;
    this.widget = undefined;
    this.frame.replaceChildren(document.createElement("slot"));
  }

  /** Follows a changed attribute. @param {string} name */
  attributeChanged(name) {
    if (!this.#showing || (name === "form" && this.element.getAttribute(name) === this.form)) return;
    if (name === "lang") return this.#changeLocale();
    if (name !== "links" && !ANSWERS.includes(name)) return;
    this.hide();
    if (ANSWERS.includes(name)) this.#draft = undefined;
    this.show().catch(() => {});
  }

  /** Changes the language; the present one stays where the other can't be loaded. */
  #changeLocale() {
    const { locale } = this.config.requested();
    if (!this.widget) {
      (this.#showing = this.#loadAndMount()).catch(() => {});
    } else if (locale !== this.locale) {
      this.loadLocale(locale).catch(() => (this.element.lang = this.locale));
    }
  }

  // Methods that the program calls: `Shell` in src/browser/element.rs.

  /** @param {string} locale */
  loadLocale(locale) {
    return this.#replacePack(this.form, locale);
  }

  /** @param {string} form */
  loadForm(form) {
    return this.#replacePack(form, this.locale);
  }

  /** @param {string} questionnaire @param {string} form @param {number} version */
  loadPack(questionnaire, form, version) {
    return this.config.loadVersion(questionnaire, form, version, this.locale);
  }

  /** Loads the whole pack that was mounted. @returns {Promise<unknown[]>} */
  loadMounted = async () => [];

  /** @param {string} locale @param {string} screen */
  loadScreens(locale, screen) {
    return loadScreens(this.frame, locale, screen);
  }

  /** Whether the page has no fragments but those of the product. */
  isOwnPage = false;

  get #ids() {
    return [...Object.keys(BOUSSOLE_RELEASE.packs), this.config.requested().questionnaire];
  }

  takeFragment() {
    const taken = takeFragment(this.#ids, this.isOwnPage);
    const link = taken ?? (this.widget ? undefined : keptLink(this.config.storagePrefix));
    if (link) this.#link = link;
    const [found, meant] = this.#read ?? [];
    return link === found ? meant : link;
  }

  /** Keeps the link on the screen for a reload, until the reader leaves it. @param {boolean} isShown */
  onLink(isShown) {
    if (!this.#link) return;
    keepLink(this.config.storagePrefix, isShown ? this.#link : undefined);
    if (!isShown) this.#link = undefined;
  }

  /** @param {HTMLElement} heading */
  showHeading(heading) {
    showHeading(this.element, heading);
  }

  /**
   * Receives the number of answers to a version after each change, and whether the report is on the screen.
   * @param {[version: number, answered: number, total: number, isReported: boolean]} _
   */
  onProgress(..._) {}

  /** Called when the result was shared. */
  onShared() {}

  /** Called by a page when the element is shown already. */
  async start() {}

  /** @param {string} form @param {string} locale */
  async #replacePack(form, locale) {
    const load = this.#load;
    const content = await this.config.loadPack(form, locale);
    if (load !== this.#load) return;
    [this.form, this.locale] = [form, locale];
    if (form !== this.config.requested().form) this.element.setAttribute("form", form);
    this.element.lang = locale;
    // A page of ours hears of the attributes and writes them into its address, of which result links are made.
    await undefined;
    this.widget?.setPack(content, this.config.resultPage);
  }
}
