import assert from "node:assert/strict";
import test, { afterEach } from "node:test";

const { decoder } = await import("./qr-reader.js");
const video = /** @type {any} */ ({});
const other = async () => async () => ["by the module"];
const never = () => new Promise(() => {});

/** @param {object} methods of the browser's reader */
function withReader({ formats = async () => ["qr_code"], detect = async () => [{ rawValue: "by the browser" }] }) {
  globalThis.BarcodeDetector = class {
    static getSupportedFormats = formats;
    detect = detect;
  };
}

/** Reads pictures until a code is found. @param {(video: any) => Promise<string[]>} decode */
async function read(decode) {
  for (;;) {
    const texts = await decode(video);
    if (texts.length) return texts;
  }
}

afterEach(() => delete globalThis.BarcodeDetector);

test("the reader of the browser is used alone where it works", async () => {
  withReader({});
  const decode = await decoder(() => assert.fail("nothing is loaded"));
  assert.deepEqual(await read(decode), ["by the browser"]);
});

const failing = {
  "no reader": undefined,
  "formats that reject": { formats: () => Promise.reject(new Error("no")) },
  "formats that throw": { formats: () => { throw new Error("no"); } },
  "formats that never settle": { formats: never },
  "formats without QR codes": { formats: async () => ["ean_13"] },
  "no formats": { formats: async () => undefined },
  "a reading that rejects": { detect: () => Promise.reject(new Error("no")) },
  "a reading that throws": { detect: () => { throw new Error("no"); } },
  "a reading that never settles": { detect: never },
  "readings that are always empty": { detect: async () => [] },
};
for (const [name, methods] of Object.entries(failing)) {
  test(`the module reads where there is ${name}`, async () => {
    if (methods) withReader(methods);
    assert.deepEqual(await read(await decoder(other)), ["by the module"]);
  });
}

test("the reader of the browser goes on where the module can't be loaded", async (t) => {
  let time = 0;
  t.mock.method(performance, "now", () => (time += 600));
  let readings = 0;
  withReader({ detect: async () => (++readings > 3 ? [{ rawValue: "late" }] : []) });
  const decode = await decoder(() => Promise.reject(new Error("offline")));
  assert.deepEqual(await decode(video), []);
  const all = [];
  while (readings < 5) all.push(...(await decode(video)));
  assert.ok(all.includes("late"), String(all));
});
