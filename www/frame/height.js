// Tells the host's script (boussole-frame.js) how high the page is, and when a new screen begins. Nothing else is
// ever told: no answer, no score, not where the reader is.
//
// This page says `ready`; a script that listens answers `measure` with a key, and is then told a `height` with each
// change, and `show`, each with that key. A script that comes late says `hello`, and hears `ready` again.

/** What every message carries: whose it is, and the version of what is spoken. */
const PROTOCOL = 1;

/** The longest key that is taken. */
const LONGEST = 64;

/**
 * Listens to the host from now on.
 * @param {Element} element the widget
 */
export function report(element) {
  if (parent === window) return;
  // Not the whole page, which is a line higher while it prints.
  const shown = element.parentElement ?? element;
  /** @type {string | undefined} */
  let key;
  let told = 0;
  let toldBefore = 0;

  /** @param {Record<string, unknown>} message */
  const say = (message) => {
    // To whichever host it is: there is nothing to hide in a height.
    parent.postMessage({ boussole: PROTOCOL, ...message }, "*");
  };
  const ready = () => say({ type: "ready" });
  const measure = () => {
    const height = Math.ceil(shown.getBoundingClientRect().height);
    if (key === undefined || height === told) return;
    [toldBefore, told] = [told, height];
    say({ type: "height", key, height });
  };
  // Without a scroll bar, unless the host keeps the frame lower than it was told: then all can still be reached. A
  // frame that has the height that was told before is only on its way.
  const settle = () => {
    const isFollowed = innerHeight >= told || innerHeight === toldBefore;
    document.documentElement.classList.toggle("followed", isFollowed);
  };

  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.boussole !== PROTOCOL) return;
    if (data.type === "hello") ready();
    if (data.type === "measure" && typeof data.key === "string" && data.key.length <= LONGEST) {
      document.documentElement.classList.add("followed");
      key = data.key;
      told = 0;
      measure();
    }
  });
  new ResizeObserver(measure).observe(shown);
  // Browsers let the former rest in a frame that is not in sight, which would then grow before the reader's eyes.
  const { shadowRoot } = element;
  if (shadowRoot) new MutationObserver(measure).observe(shadowRoot, { childList: true, subtree: true });
  addEventListener("resize", () => key !== undefined && settle());
  addEventListener("focusin", (event) => {
    // The program puts the focus on the heading of a new screen.
    const heading = /** @type {Element} */ (event.composedPath()[0]);
    if (key !== undefined && heading.matches("h2")) say({ type: "show", key });
  });
  ready();
}
