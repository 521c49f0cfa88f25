// An assessment whose first question the page came with: it is shown before the program is there, which takes its place.

import { Assessment } from "../element/assessment.js";
import { DEFAULTS } from "../element/attributes.js";
import { Early } from "./replay.js";
import { event, isEvent } from "./event.js";

/** What the page came with: see xtask/src/release/prerender.rs. @param {Element} frame */
const early = (frame) => frame.querySelector(".early");

/**
 * Whether that is what will be shown: nothing else is asked for.
 * @param {import("../element/config.js").Subject} subject
 * @param {Element} frame
 */
function isAsked(subject, frame) {
  const { questionnaire, form, locale } = subject.asked();
  const isUsual = questionnaire === DEFAULTS.questionnaire && form === DEFAULTS.form;
  return isUsual && locale === early(frame)?.firstElementChild?.getAttribute("lang");
}

/**
 * Has the style that the page came with stand among those of the program, before them: what is printed takes those along.
 * @param {Element} frame
 */
function adoptFirst(frame) {
  const root = /** @type {ShadowRoot} */ (frame.getRootNode());
  /** @type {HTMLLinkElement | null} */
  const link = root.querySelector("link[rel=stylesheet]");
  if (!link?.sheet) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...link.sheet.cssRules].map((rule) => rule.cssText).join(""));
  root.adoptedStyleSheets.unshift(sheet);
  link.remove();
}

/** Whether there may be answers, from an earlier visit or in the address. @param {string | undefined} prefix */
function hasAnswers(prefix) {
  if (location.hash.length > 1 && !isEvent(location.hash)) return true;
  try {
    return prefix !== undefined && localStorage.getItem(`${prefix}:${DEFAULTS.questionnaire}:${DEFAULTS.form}`) !== null;
  } catch {
    // Where the browser keeps nothing, nothing was kept.
    return false;
  }
}

/** What was done in a frame whose program did not come: it may at another try. @type {WeakMap<Element, Early>} */
const undone = new WeakMap();

export class Prepared extends Assessment {
  /** Takes what has a newer release take over, where it is not offered to the reader. @type {((take: () => void) => void) | undefined} */
  offered;
  /** What is done until the program is there. @type {Early | undefined} */
  #early;

  /** @param {ConstructorParameters<typeof Assessment>} given */
  constructor(...given) {
    super(...given);
    const { subject, frame } = this;
    this.#early = undone.get(frame);
    if (!early(frame)) return;
    if (isAsked(subject, frame) && !hasAnswers(subject.prefix)) this.#early = new Early(frame);
    // What is there would be torn away: the line that says that the assessment is on its way stands in for it.
    else frame.replaceChildren(document.createElement("slot"));
  }

  /** What is there stays until the same stands behind it, so that the page keeps its height and its place. */
  settled = async () => {
    await this.#early?.settled();
    adoptFirst(this.frame);
    const stays = this.#early !== undefined && isAsked(this.subject, this.frame);
    const watch = new MutationObserver(() => this.#swap() && watch.disconnect());
    if (stays) watch.observe(this.frame, { childList: true, subtree: true });
    else this.#early?.end();
    return stays;
  };

  /** What the program shows takes the place of what was early, before both are painted. Whether it is there. */
  #swap() {
    const app = this.frame.lastElementChild;
    const before = early(this.frame);
    if (app === before || !app?.querySelector(".boussole")) return false;
    this.#early?.end();
    if (before) this.#early?.place(app);
    before?.remove();
    return true;
  }

  /** The name of the event that the page was opened for. */
  get event() {
    return event(location.hash).name;
  }

  hide() {
    this.#early?.end();
    if (this.#early) undone.set(this.frame, this.#early);
    super.hide();
  }

  /** @param {Parameters<Assessment["progressed"]>} given */
  progressed(...given) {
    super.progressed(...given);
    if (this.#swap()) this.#early?.replay(this.frame);
    this.#early = undefined;
    undone.delete(this.frame);
  }
}
