import assert from "node:assert/strict";
import test from "node:test";

globalThis.BOUSSOLE_RELEASE = { colours: { lightPaper: "#fdfcf8", darkPaper: "#14181d" } };
const { CONTRAST, contrast, hex, parts, readable, SCHEMES, toTenths } = await import("./contrast.js");

test("known colours become those of the program: tests/core/contrast.rs", () => {
  /** Colour, contrast on the light paper, colour in the light scheme and in the dark one. */
  const known = [
    ["#1f3a5f", 11.1, "#1f3a5f", "#74859c"],
    ["#ffd700", 1.3, "#857000", "#ffd700"],
    ["#a13a1b", 6.5, "#a13a1b", "#b96d56"],
    ["#ffffff", 1, "#707070", "#ffffff"],
    ["#000000", 20.4, "#000000", "#858585"],
    ["#777777", 4.3, "#757575", "#828282"],
  ];
  for (const [colour, ratio, light, dark] of known) {
    const given = parts(colour);
    const corrected = [SCHEMES.light, SCHEMES.dark].map((scheme) => hex(readable(given, scheme)));
    assert.deepEqual([toTenths(contrast(given, SCHEMES.light.paper)), ...corrected], [ratio, light, dark], colour);
  }
});

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
