// The stand-alone page in a kiosk, `?kiosk`: for one person after the other, of whom it keeps nothing. It is loaded nowhere
// else: see docs/events.md.

import { Desk } from "./controls.js";
import { Silence } from "./idle.js";
import { adopt } from "../shared/stylesheets.js";
import style from "./kiosk.css";

/** How often the silence is looked at, in milliseconds. */
const GLANCE = 500;
/** What tells that somebody is there. */
const SIGNS = ["pointerdown", "pointermove", "pointerup", "click", "keydown", "wheel", "scroll", "input"];

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets.push(sheet);

/** What everybody begins with. */
const start = { href: location.href, lang: document.documentElement.lang };
const silence = new Silence();
/** @type {Attended | undefined} what is shown; after a failure there is another */
let shown;
const desk = new Desk(silence, start.lang, () => shown?.forget());

for (const sign of SIGNS) {
  addEventListener(sign, (event) => desk.hear(event), { capture: true, passive: true });
}
setInterval(() => desk.look(), GLANCE);
// What the browser may show again when somebody goes back to it holds nothing.
addEventListener("pagehide", () => shown?.leave());
addEventListener("pageshow", ({ persisted }) => persisted && shown?.forget());

/** @typedef {{ leave(): void, forget(): Promise<void> }} Attended */

/** An assessment that forgets. @param {typeof import("../page/prerendered.js").Prepared} Kind */
export const attended = (Kind) =>
  class extends Kind {
    /** @param {ConstructorParameters<typeof import("../page/prerendered.js").Prepared>} given */
    constructor(...given) {
      super(...given);
      // Results of others are for other places, and one's own opens in the page that anybody may have.
      this.element.removeAttribute("links");
      adopt(this.frame, sheet);
      shown = this;
    }

    /** Nobody at the kiosk decides on a release. @param {() => void} take */
    offered = (take) => desk.renew(take);

    /** @param {Parameters<import("../page/prerendered.js").Prepared["progressed"]>} given */
    progressed(...given) {
      super.progressed(...given);
      // The program may still have a word for a widget that is gone.
      if (!this.widget) return;
      const [, answered, , isReported] = given;
      desk.follow(answered > 0, isReported ? this.#link : "");
    }

    /** The result as a link to the page outside of the kiosk: a draft is what such a link holds. */
    get #link() {
      const page = new URL(location.href);
      page.hash = this.widget?.draft ?? "";
      page.searchParams.delete("kiosk");
      return page.href;
    }

    leave() {
      // What the program gives back would be at hand for the next one.
      this.widget?.unmount();
      this.widget = undefined;
      this.hide();
      desk.rest();
    }

    async forget() {
      this.leave();
      this.element.setAttribute("lang", start.lang);
      await this.show();
      history.replaceState(null, "", start.href);
      scrollTo(0, 0);
    }
  };
