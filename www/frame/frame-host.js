// What a host's page takes beside `<iframe data-boussole …>`: the frame is as high as what it shows, and a new screen
// is seen from its beginning. Frames may come and go at any time: each says by itself that it is there. See
// height.js for what is spoken.

const PROTOCOL = 1;

/** Nothing that a frame may show is higher. */
const HIGHEST = 50_000;

/** For each frame the key of the page in it: what an earlier page says late is not meant for it. @type {WeakMap<Element, string>} */
const keys = new WeakMap();
let pages = 0;

/** @returns {NodeListOf<HTMLIFrameElement>} */
const framed = () => document.querySelectorAll("iframe[data-boussole]");

/**
 * Whether a message comes from the page that a frame was meant to show: from its window, and from the origin of its
 * address, which a sandbox may have taken away.
 * @param {HTMLIFrameElement} frame
 * @param {MessageEvent} event
 */
function isFrom(frame, { source, origin }) {
  if (source !== frame.contentWindow) return false;
  const isNobody = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return isNobody ? origin === "null" : frame.src.startsWith(`${origin}/`);
}

/**
 * A frame is never lower than its page reserved for it by the attribute `height`: an article that is being read does
 * not move up.
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
  // Only now is the message itself looked at: reading one from anybody else would cost the page its size.
  if (!frame || event.data?.boussole !== PROTOCOL) return;
  const { type, key, height } = event.data;
  if (type === "ready") {
    const given = String(++pages);
    keys.set(frame, given);
    frame.contentWindow?.postMessage({ boussole: PROTOCOL, type: "measure", key: given }, "*");
  } else if (typeof key !== "string" || key !== keys.get(frame)) {
    return;
  } else if (type === "height" && Number.isInteger(height) && height > 0 && height <= HIGHEST) {
    fit(frame, height);
  } else if (type === "show" && document.activeElement === frame && frame.getBoundingClientRect().top < 0) {
    frame.scrollIntoView();
  }
});

for (const frame of framed()) frame.contentWindow?.postMessage({ boussole: PROTOCOL, type: "hello" }, "*");
