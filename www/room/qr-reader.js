// Reader of QR codes: the browser's own where it works, else another. The browser's may be there and reject, never answer, or
// never find anything: it is tried before it is relied on.

/** Longest time for an answer of the browser's reader, and without a code before the other one reads too, in milliseconds. */
const LIMIT = 1000;

/** @typedef {(video: HTMLVideoElement) => Promise<string[]>} Decode */

/**
 * Rejects where a promise does not settle in time.
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
const inTime = (promise) =>
  Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("no answer in time")), LIMIT))]);

/**
 * Reader that uses the browser's, and loads another where that one fails or finds nothing for a while.
 * @param {() => Promise<Decode>} load
 * @returns {Promise<Decode>}
 */
export async function decoder(load) {
  /** @type {Decode | undefined} */
  let native = await nativeDecoder().catch(() => undefined);
  if (!native) return load();
  let found = performance.now();
  /** @type {Promise<Decode | undefined> | undefined} */
  let other;
  return async (video) => {
    try {
      const texts = (await native?.(video)) ?? [];
      if (texts.length) found = performance.now();
      if (native && performance.now() - found < LIMIT) return texts;
    } catch {
      native = undefined;
    }
    // Where the other one can't be loaded, the browser's goes on alone.
    other ??= native ? load().catch(() => undefined) : load();
    return (await other)?.(video) ?? [];
  };
}

/** The browser's own reader, if it reads QR codes. @returns {Promise<Decode | undefined>} */
async function nativeDecoder() {
  const { BarcodeDetector } = /** @type {any} */ (globalThis);
  /** @type {string[]} */
  const formats = (await inTime(BarcodeDetector.getSupportedFormats())) ?? [];
  if (!formats.includes("qr_code")) return;
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  return async (video) => (await inTime(detector.detect(video))).map((/** @type {any} */ code) => code.rawValue);
}
