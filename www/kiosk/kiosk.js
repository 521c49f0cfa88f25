// Stand-alone page in a kiosk, `?kiosk`: after each person all data is erased. Loaded with that parameter alone: see
// docs/events.md.

import { Controls } from "./controls.js";
import { IdleTimer } from "./idle.js";
import { isPublic, resultPage } from "./public-address.js";
import { AddressForm } from "./address-form.js";
import { localeOf } from "../element/attributes.js";
import { adopt } from "../shared/stylesheets.js";
import style from "./kiosk.css";

/** Interval of the idle timer, in milliseconds. */
const INTERVAL = 500;
/** Events of a page that is seen again, perhaps after a sleep. */
const WAKING = ["visibilitychange", "pageshow", "focus", "resume"];
/** Events that restart the idle timer. */
const INPUTS = ["pointerdown", "pointermove", "pointerup", "click", "keydown", "wheel", "scroll", "input"];

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets.push(sheet);

const element = document.querySelector("boussole-assessment");
if (!element) throw new Error("the page has no assessment");
/** Address and language at the start of each session. */
const start = { href: location.href, lang: localeOf(element) };
const timer = new IdleTimer();
/** Assessment on the screen; after a failure, another one. @type {Session | undefined} */
let session;
const controls = new Controls(timer, element, () => session?.restart());
/** Page that opens results, in a language. @param {string} lang */
const opening = (lang) => resultPage(location.href, lang, document.querySelector("link[rel=canonical]")?.getAttribute("href"));
if (!isPublic(opening(start.lang))) new AddressForm(element);

for (const type of INPUTS) {
  addEventListener(type, (event) => controls.onInput(event), { capture: true, passive: true });
}
setInterval(() => controls.tick(), INTERVAL);
// Intervals of a page that was asleep are late.
for (const type of WAKING) addEventListener(type, () => controls.tick(), { capture: true });
// Pages in the back/forward cache must hold no data.
addEventListener("pagehide", () => session?.erase());
addEventListener("pageshow", ({ persisted }) => persisted && session?.restart());

/** @typedef {{ erase(): void, restart(): Promise<void> }} Session */

/** Assessment that erases its data. @param {typeof import("../page/prerendered.js").Prerendered} Kind */
export const kiosk = (Kind) =>
  class extends Kind {
    /** @param {ConstructorParameters<typeof import("../page/prerendered.js").Prerendered>} args */
    constructor(...args) {
      super(...args);
      // Result links open in the page without `?kiosk`.
      this.element.removeAttribute("links");
      adopt(this.frame, sheet);
      session = this;
    }

    /** Updates without asking. @param {() => void} activate */
    onUpdate = (activate) => controls.scheduleUpdate(activate);

    /** @param {Parameters<import("../page/prerendered.js").Prerendered["onProgress"]>} args */
    onProgress(...args) {
      super.onProgress(...args);
      // A widget that was taken away may report once more.
      if (!this.widget) return;
      const [, answered, , isReported] = args;
      controls.onProgress(answered > 0, isReported ? this.#link : "");
    }

    /** Link to the result, for the page without `?kiosk`: a draft has the format of a link. */
    get #link() {
      const page = opening(this.locale);
      page.hash = this.widget?.draft ?? "";
      return page.href;
    }

    erase() {
      // Drops the draft that `unmount` returns.
      this.widget?.unmount();
      this.widget = undefined;
      this.hide();
      controls.reset();
    }

    async restart() {
      this.erase();
      this.element.setAttribute("lang", start.lang);
      await this.show();
      history.replaceState(null, "", start.href);
      scrollTo(0, 0);
    }
  };
