// One assessment on a page: what the attributes of its element ask for is loaded, shown, and taken away again.

import { mount } from "boussole-glue";
import { refusal } from "./events.js";
import { leave, start } from "./program.js";
import { furnish } from "./screens.js";
import { adopt } from "../shared/stylesheets.js";

/** With these, other answers are on the screen: those to the old ones stay where the browser keeps them. */
const OTHERS = ["questionnaire", "form", "src", "storage-prefix"];

export class Assessment {
  /** @type {import("boussole-glue").Widget | undefined} */
  widget;
  /** @type {string | undefined} the answers, while the element is off the page */
  #kept;
  /** The locale and the form that are shown. */
  locale = "";
  form = "";
  /** Tells a load that was overtaken by another. */
  #load = 0;
  /** @type {Promise<void> | undefined} */
  #showing;
  #wasm;

  /**
   * @param {import("./config.js").Subject} subject
   * @param {Element} frame where it is shown, within the element
   * @param {(error: unknown) => void} fail called when it can't be shown, or no longer
   * @param {URL | Promise<Response>} wasm
   */
  constructor(subject, frame, fail, wasm) {
    this.subject = subject;
    this.element = subject.element;
    this.frame = frame;
    this.fail = fail;
    this.#wasm = wasm;
  }

  /** Shows what the attributes ask for; done when the first question is there. */
  show() {
    this.#showing ??= this.#shown();
    return this.#showing;
  }

  async #shown() {
    const load = ++this.#load;
    try {
      const [style, content] = await Promise.all([start(this.#wasm, this.fail), this.subject.content()]);
      const stays = await this.settled();
      if (load === this.#load) return this.#mount(style, content, stays);
    } catch (error) {
      if (load === this.#load) {
        this.hide();
        this.fail(error);
        const isTold = error instanceof Error && error.name === "BoussoleError";
        throw isTold ? error : refusal("not-loaded", String(error));
      }
    }
    // Taken away, or asked for something else, meanwhile.
    if (this.#showing) return this.#showing;
    throw refusal("removed", "the element was taken off the page");
  }

  /** Whether what stands there stays for now; waits until it may make room. */
  settled = async () => false;

  /** @param {CSSStyleSheet} style @param {unknown} content @param {boolean} stays */
  #mount(style, content, stays) {
    const { subject } = this;
    adopt(this.frame, style);
    if (!stays) this.frame.replaceChildren();
    ({ form: this.form, locale: this.locale } = subject.asked());
    this.widget = mount(this.frame, content, subject.page, subject.links, subject.prefix, this.#kept, this);
  }

  /** Takes it off the page; the answers stay at hand. */
  hide() {
    this.#load++;
    this.#showing = undefined;
    leave(this.fail);
    this.#kept = this.widget?.unmount() ?? this.#kept;
    this.widget = undefined;
    this.frame.replaceChildren(document.createElement("slot"));
  }

  /** Another attribute. @param {string} name */
  changed(name) {
    if (!this.#showing || (name === "form" && this.element.getAttribute(name) === this.form)) return;
    if (name === "lang") return this.#translated();
    if (name !== "links" && !OTHERS.includes(name)) return;
    this.hide();
    if (OTHERS.includes(name)) this.#kept = undefined;
    this.show().catch(() => {});
  }

  /** A language that can't be had leaves the one that is there. */
  #translated() {
    const { locale } = this.subject.asked();
    if (!this.widget) {
      (this.#showing = this.#shown()).catch(() => {});
    } else if (locale !== this.locale) {
      this.translate(locale).catch(() => (this.element.lang = this.locale));
    }
  }

  // What the program asks for once it runs.

  /** @param {string} locale */
  translate(locale) {
    return this.#goOn(this.form, locale);
  }

  /** @param {string} form */
  pursue(form) {
    return this.#goOn(form, this.locale);
  }

  /** @param {string} questionnaire @param {string} form @param {number} version */
  find(questionnaire, form, version) {
    return this.subject.find(questionnaire, form, version, this.locale);
  }

  /** @param {string} locale */
  rooms(locale) {
    return furnish(this.frame, locale);
  }

  /**
   * What the answers to a version have come to, and whether the report is on the screen.
   * @param {[version: number, given: number, of: number, reported: boolean]} _
   */
  progressed(..._) {}

  /** The result was handed on. */
  passedOn() {}

  /** It is shown already when a page calls this. */
  async start() {}

  /** @param {string} form @param {string} locale */
  async #goOn(form, locale) {
    const load = this.#load;
    const content = await this.subject.pack(form, locale);
    if (load !== this.#load) return;
    this.widget?.setPack(content);
    [this.form, this.locale] = [form, locale];
    if (form !== this.subject.asked().form) this.element.setAttribute("form", form);
    this.element.lang = locale;
  }
}
