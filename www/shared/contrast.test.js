import assert from "node:assert/strict";
import test from "node:test";

globalThis.BOUSSOLE_RELEASE = { colours: { lightPaper: "#fdfcf8", darkPaper: "#14181d" } };
const { CONTRAST, contrast, hex, parts, readable, SCHEMES, toTenths } = await import("./contrast.js");

test("contrast is 21 between black and white, 1 between equal colours, and symmetric", () => {
  assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(contrast([255, 255, 255], [0, 0, 0]), 21);
  assert.equal(contrast([31, 58, 95], [31, 58, 95]), 1);
});

test("a contrast that falls short never shows the needed value", () => {
  assert.equal(toTenths(4.499), 4.4);
  assert.equal(toTenths(4.5), 4.5);
});

test("hex and parts are inverse", () => {
  for (const colour of ["#000000", "#1f3a5f", "#ffffff"]) assert.equal(hex(parts(colour)), colour);
});

test("a corrected colour suffices on its paper, and one that does already stays", () => {
  for (const scheme of [SCHEMES.light, SCHEMES.dark]) {
    for (const colour of ["#ffdd00", "#777777", "#000000", "#ffffff", "#1f3a5f"].map(parts)) {
      const found = readable(colour, scheme);
      assert.ok(contrast(found, scheme.paper) >= CONTRAST, `${hex(colour)} on ${hex(scheme.paper)}`);
      if (contrast(colour, scheme.paper) >= CONTRAST) assert.equal(found, colour);
    }
  }
});
