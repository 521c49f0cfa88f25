// Height of the page, and the start of a new screen, reported to the host's script (boussole-frame.js). No message holds
// an answer, a score or a position.
//
// Protocol: this page posts `ready`. A script that listens posts `measure` with a key, and receives `height` after each
// change and `show`, each with that key. A script that loads late posts `hello`, and receives `ready` again.

import { onResize } from "./resize.js";

/** Version of the protocol, under `boussole` in every message. */
const PROTOCOL = 1;

/** Most characters of a key. */
const MAX_KEY = 64;

/**
 * Reports to the host, once it listens.
 * @param {Element} element the widget
 */
export function reportHeight(element) {
  if (parent === window) return;
  // The whole page is a line higher while it prints.
  const shown = element.parentElement ?? element;
  /** @type {string | undefined} */
  let key;
  let reported = 0;
  let reportedBefore = 0;

  /** @param {Record<string, unknown>} message */
  const post = (message) => {
    // Any origin may receive it: a height is no secret.
    parent.postMessage({ boussole: PROTOCOL, ...message }, "*");
  };
  const ready = () => post({ type: "ready" });
  const measure = () => {
    const height = Math.ceil(shown.getBoundingClientRect().height);
    if (key === undefined || height === reported) return;
    [reportedBefore, reported] = [reported, height];
    post({ type: "height", key, height });
  };
  // Hides the scroll bar, unless the host keeps the frame lower than reported: then all stays within reach. A frame
  // with the height before the last one is about to grow.
  const settle = () => {
    const isFollowed = innerHeight >= reported || innerHeight === reportedBefore;
    document.documentElement.classList.toggle("followed", isFollowed);
  };

  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.boussole !== PROTOCOL) return;
    if (data.type === "hello") ready();
    if (data.type === "measure" && typeof data.key === "string" && data.key.length <= MAX_KEY) {
      document.documentElement.classList.add("followed");
      key = data.key;
      reported = 0;
      measure();
    }
  });
  onResize(shown, measure);
  // Resize observers pause in a frame out of sight, which would then grow while it is read.
  const { shadowRoot } = element;
  if (shadowRoot) new MutationObserver(measure).observe(shadowRoot, { childList: true, subtree: true });
  addEventListener("resize", () => key !== undefined && settle());
  addEventListener("focusin", (event) => {
    // A new screen begins with the focus on its heading.
    const heading = /** @type {Element} */ (event.composedPath()[0]);
    if (key !== undefined && heading.matches("h2")) post({ type: "show", key });
  });
  ready();
}
