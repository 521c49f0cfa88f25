// Script of a host's page with `<iframe data-boussole …>`: fits the frame to the height of its page, and scrolls to the
// top of a new screen. Frames may be added at any time: each one posts `ready`. height.js describes the protocol.

import { anchorBelow } from "../shared/anchor.js";

const PROTOCOL = 1;

/** Greatest height that is accepted, in pixels. */
const MAX_HEIGHT = 50_000;

/** Key of the page in each frame: late messages of an earlier page are dropped. @type {WeakMap<Element, string>} */
const keys = new WeakMap();
let pages = 0;

/** Windows that have posted a message, and the frame of each. @type {WeakMap<object, HTMLIFrameElement | null>} */
const known = new WeakMap();

/** Frames within a root, open shadow roots included. @param {ParentNode} root @returns {HTMLIFrameElement[]} */
const framed = (root) => [
  .../** @type {NodeListOf<HTMLIFrameElement>} */ (root.querySelectorAll("iframe[data-boussole]")),
  ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? framed(shadowRoot) : [])),
];

/** Frame of a window. The search is done once for each: pages of others post often. @param {MessageEventSource} source */
function frameOf(source) {
  if (!known.has(source)) {
    known.set(source, framed(document).find(({ contentWindow }) => contentWindow === source) ?? null);
  }
  return known.get(source);
}

/**
 * Whether a message of a frame has the origin of its address, which a sandbox may have made opaque.
 * @param {HTMLIFrameElement} frame
 * @param {string} origin
 */
function isOrigin(frame, origin) {
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
  anchorBelow(frame);
  frame.style.height = `${Math.max(height, reserved) + border}px`;
}

/** @param {HTMLIFrameElement} frame */
const isFocused = (frame) => /** @type {Document | ShadowRoot} */ (frame.getRootNode()).activeElement === frame;

addEventListener("message", (event) => {
  const frame = event.source && frameOf(event.source);
  // Messages of others are not read: deserialising a large one would slow the page.
  if (!frame || event.data?.boussole !== PROTOCOL) return;
  const { type, key, height } = event.data;
  if (!isOrigin(frame, event.origin)) {
    const reason = `its page is at ${event.origin}, and its src at ${frame.src}: write the address that the page has in the end`;
    if (type === "ready") console.warn(`boussole-frame: the height of a frame is not followed, since ${reason}.`);
    return;
  }
  if (type === "ready") {
    const pageKey = String(++pages);
    keys.set(frame, pageKey);
    frame.contentWindow?.postMessage({ boussole: PROTOCOL, type: "measure", key: pageKey }, "*");
  } else if (typeof key !== "string" || key !== keys.get(frame)) {
    return;
  } else if (type === "height" && Number.isInteger(height) && height > 0 && height <= MAX_HEIGHT) {
    fit(frame, height);
  } else if (type === "show" && isFocused(frame) && frame.getBoundingClientRect().top < 0) {
    frame.scrollIntoView();
  }
});

for (const frame of framed(document)) frame.contentWindow?.postMessage({ boussole: PROTOCOL, type: "hello" }, "*");
