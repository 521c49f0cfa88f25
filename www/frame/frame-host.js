// Script of a host's page with `<iframe data-boussole …>`: fits the frame to the height of its page, and scrolls to the
// top of a new screen. Frames may be added at any time: each one posts `ready`. height.js describes the protocol.

const PROTOCOL = 1;

/** Greatest height that is accepted, in pixels. */
const MAX_HEIGHT = 50_000;

/** Key of the page in each frame: late messages of an earlier page are dropped. @type {WeakMap<Element, string>} */
const keys = new WeakMap();
let pages = 0;

/** @returns {NodeListOf<HTMLIFrameElement>} */
const framed = () => document.querySelectorAll("iframe[data-boussole]");

/**
 * Whether a message comes from the page of a frame: from its window, and from the origin of its address, which a
 * sandbox may have made opaque.
 * @param {HTMLIFrameElement} frame
 * @param {MessageEvent} event
 */
function isFrom(frame, { source, origin }) {
  if (source !== frame.contentWindow) return false;
  const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return isOpaque ? origin === "null" : frame.src.startsWith(`${origin}/`);
}

/**
 * Sets the height of a frame. The attribute `height` is the least: an article that is being read does not move up.
 * @param {HTMLIFrameElement} frame
 * @param {number} height
 */
function fit(frame, height) {
  const reserved = Number(frame.getAttribute("height")) || 0;
  const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${Math.max(height, reserved) + border}px`;
}

addEventListener("message", (event) => {
  const frame = [...framed()].find((each) => isFrom(each, event));
  // Messages of others are not read: deserialising a large one would slow the page.
  if (!frame || event.data?.boussole !== PROTOCOL) return;
  const { type, key, height } = event.data;
  if (type === "ready") {
    const pageKey = String(++pages);
    keys.set(frame, pageKey);
    frame.contentWindow?.postMessage({ boussole: PROTOCOL, type: "measure", key: pageKey }, "*");
  } else if (typeof key !== "string" || key !== keys.get(frame)) {
    return;
  } else if (type === "height" && Number.isInteger(height) && height > 0 && height <= MAX_HEIGHT) {
    fit(frame, height);
  } else if (type === "show" && document.activeElement === frame && frame.getBoundingClientRect().top < 0) {
    frame.scrollIntoView();
  }
});

for (const frame of framed()) frame.contentWindow?.postMessage({ boussole: PROTOCOL, type: "hello" }, "*");
