// Assessment whose first question is in the HTML of the page: it is shown before the program has loaded, which replaces it.

import { Assessment } from "../element/assessment.js";
import { DEFAULTS } from "../element/attributes.js";
import { keptLink } from "../element/kept-link.js";
import { address } from "../shared/files.js";
import { isEvent, parseEvent } from "./event.js";
import { InputReplay } from "./replay.js";

/** Question in the HTML: see xtask/src/release/prerender.rs. @param {Element} frame */
const prerendered = (frame) => frame.querySelector(".early");

/**
 * Whether the question in the HTML is the requested one.
 * @param {import("../element/config.js").Config} config
 * @param {Element} frame
 */
function isRequested(config, frame) {
  const { questionnaire, form, locale } = config.requested();
  const isDefault = questionnaire === DEFAULTS.questionnaire && form === DEFAULTS.form;
  return isDefault && locale === prerendered(frame)?.firstElementChild?.getAttribute("lang");
}

/**
 * Moves the linked style of the page to the front of the adopted ones, which printing copies.
 * @param {Element} frame
 */
function adoptLinkedStyle(frame) {
  const root = /** @type {ShadowRoot} */ (frame.getRootNode());
  /** @type {HTMLLinkElement | null} */
  const link = root.querySelector("link[rel=stylesheet]");
  if (!link?.sheet) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...link.sheet.cssRules].map((rule) => rule.cssText).join(""));
  root.adoptedStyleSheets.unshift(sheet);
  link.remove();
}

/** Whether a link may be opened, which leads behind the questions. @param {string | undefined} prefix */
const hasLink = (prefix) => (location.hash.length > 1 && !isEvent(location.hash)) || keptLink(prefix) !== undefined;

/**
 * Loads the screens behind the questions and their texts beside the program, which asks for them once it runs.
 * @param {import("../element/config.js").Config} config
 */
function preloadScreens(config) {
  for (const file of [BOUSSOLE_RELEASE.parts.report, config.restFile(config.requested().locale)]) {
    if (!file) continue;
    const { href } = address(file);
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "", href }));
  }
}

/** Whether there may be answers of an earlier visit. @param {string | undefined} prefix */
function hasDraft(prefix) {
  try {
    return prefix !== undefined && localStorage.getItem(`${prefix}:${DEFAULTS.questionnaire}:${DEFAULTS.form}`) !== null;
  } catch {
    // Storage that can't be read holds no draft.
    return false;
  }
}

/** Input in frames whose program did not load, for another attempt. @type {WeakMap<Element, InputReplay>} */
const pending = new WeakMap();

export class Prerendered extends Assessment {
  isOwnPage = true;
  /** Receives the function that activates a newer release, where the reader is not asked. @type {((activate: () => void) => void) | undefined} */
  onUpdate;
  /** Input until the program has loaded. @type {InputReplay | undefined} */
  #input;

  /** @param {ConstructorParameters<typeof Assessment>} args */
  constructor(...args) {
    super(...args);
    const { config, frame } = this;
    this.#input = pending.get(frame);
    const isLinked = hasLink(config.storagePrefix);
    if (isLinked) preloadScreens(config);
    if (!prerendered(frame)) return;
    if (isRequested(config, frame) && !isLinked && !hasDraft(config.storagePrefix)) this.#input = new InputReplay(frame);
    // Another question will replace this one: until then the waiting line is shown.
    else frame.replaceChildren(document.createElement("slot"));
  }

  /** The question stays until its copy is rendered behind it, so that the page keeps its height and scroll position. */
  settled = async () => {
    await this.#input?.settled();
    adoptLinkedStyle(this.frame);
    const stays = this.#input !== undefined && isRequested(this.config, this.frame);
    const observer = new MutationObserver(() => this.#swap() && observer.disconnect());
    if (stays) observer.observe(this.frame, { childList: true, subtree: true });
    else this.#input?.end();
    return stays;
  };

  /** Replaces the question of the HTML by the rendered one, before both are painted. Returns whether it has. */
  #swap() {
    const app = this.frame.lastElementChild;
    const before = prerendered(this.frame);
    if (app === before || !app?.querySelector(".boussole")) return false;
    this.#input?.end();
    if (before) this.#input?.restore(app);
    // Laid out beforehand: WebKit scrolls to the top of a page that is shorter for a moment.
    app.getBoundingClientRect();
    before?.remove();
    return true;
  }

  /** Name of the event in the address. */
  get eventName() {
    return parseEvent(location.hash).name;
  }

  hide() {
    this.#input?.end();
    if (this.#input) pending.set(this.frame, this.#input);
    super.hide();
  }

  /** @param {Parameters<Assessment["onProgress"]>} args */
  onProgress(...args) {
    super.onProgress(...args);
    if (this.#swap()) this.#input?.replay(this.frame);
    this.#input = undefined;
    pending.delete(this.frame);
  }
}
