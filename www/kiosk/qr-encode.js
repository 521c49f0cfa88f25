// QR codes of a kiosk: drawn by a module of WebAssembly (crates/qr-encode), which is fetched at the first.

import { bytes } from "../shared/files.js";

const SVG = "http://www.w3.org/2000/svg";

/** @type {Promise<WebAssembly.Instance> | undefined} */
let drawing;

/** Has the module fetched, so that no network is needed any more. */
export function ready() {
  drawing ??= bytes(BOUSSOLE_RELEASE.code).then(async (file) => (await WebAssembly.instantiate(file)).instance);
  drawing.catch(() => (drawing = undefined));
  return drawing;
}

/**
 * The code of a text: its width in modules, with the quiet zone, and the data of a path that draws the dark ones.
 * @param {string} text
 */
export async function code(text) {
  const { memory, place, draw, length, path } = /** @type {any} */ ((await ready()).exports);
  const given = new TextEncoder().encode(text);
  // First: the memory may be another one once there is room.
  const at = place(given.length);
  new Uint8Array(memory.buffer, at, given.length).set(given);
  const size = /** @type {number} */ (draw());
  if (!size) throw new RangeError(`${given.length} bytes are too long for a QR code`);
  return { size, path: new TextDecoder().decode(new Uint8Array(memory.buffer, path(), length())) };
}

/**
 * A code as a picture, dark on light in every scheme, as readers want it.
 * @param {{ size: number, path: string }} code
 * @param {string} name for whoever can't see it
 */
export function picture({ size, path }, name) {
  /** @param {string} kind @param {Record<string, unknown>} attributes */
  const shape = (kind, attributes) => {
    const made = document.createElementNS(SVG, kind);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  };
  const svg = shape("svg", { class: "code", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": name });
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.append(shape("rect", { width: size, height: size, fill: "#fff" }), shape("path", { d: path }));
  return svg;
}
