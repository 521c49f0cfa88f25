// Module of WebAssembly that reads QR codes (crates/qr-decode), for browsers without a reader of their own that works.

import { later } from "boussole-later";
import { bytes } from "../shared/files.js";

/** The longer side of what is looked at, in pixels: enough for a code of 60 squares that fills a third of it. */
const SIDE = 960;

/** @returns {Promise<import("./qr-reader.js").Decode>} */
export async function loadDecoder() {
  const { scan } = await later();
  const module = await WebAssembly.compile(await bytes(scan));
  /** @type {any} */
  let program;
  const start = async () => (program = (await WebAssembly.instantiate(module, {})).exports);
  await start();
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const { videoWidth: width, videoHeight: height } = video;
    if (!context || !width || !height) return [];
    const scale = Math.min(1, SIDE / Math.max(width, height));
    [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    try {
      const place = program.place(canvas.width, canvas.height);
      const grey = new Uint8Array(program.memory.buffer, place, canvas.width * canvas.height);
      for (let at = 0; at < grey.length; at++) grey[at] = (data[4 * at] + 2 * data[4 * at + 1] + data[4 * at + 2]) >> 2;
      const length = program.scan();
      if (!length) return [];
      const text = new Uint8Array(program.memory.buffer, program.answer(), length);
      return new TextDecoder().decode(text.slice()).split("\n");
    } catch {
      // A picture that no decoder was made for: the next one is read by a new one.
      await start();
      return [];
    }
  };
}
