import assert from "node:assert/strict";
import test from "node:test";

globalThis.CSSStyleSheet = class {
  replaceSync() {}
};
const { reasonOf } = await import("./panel.js");

test("each error has its reason", (t) => {
  for (const method of ["warn", "error"]) t.mock.method(console, method, () => {});
  const cases = [
    ["a message of a trap", "broken"],
    [new WebAssembly.RuntimeError("unreachable"), "broken"],
    [new WebAssembly.CompileError("call to WebAssembly.instantiate() blocked by CSP"), "blocked"],
    [new WebAssembly.CompileError("Refused to create a WebAssembly object because 'unsafe-eval' is not allowed"), "blocked"],
    [new WebAssembly.CompileError("violates the following Content Security policy directive"), "blocked"],
    [new WebAssembly.CompileError("expected magic word 00 61 73 6d, found 3c 21 64 6f"), "damaged"],
    [new WebAssembly.CompileError("BufferSource argument is empty"), "damaged"],
    [new SyntaxError("https://a.example/first.json: Unexpected token '<'"), "damaged"],
    [new Error("https://a.example/boussole.wasm: 404"), "offline"],
    [new TypeError("failed to fetch"), "offline"],
    [Object.assign(new Error("faults"), { code: "questionnaire" }), "questionnaire"],
  ];
  for (const [error, reason] of cases) assert.equal(reasonOf("boussole-assessment", error), reason, String(error));
});

test("a browser without WebAssembly blocks", (t) => {
  t.mock.method(console, "warn", () => {});
  const { WebAssembly: wasm } = globalThis;
  try {
    globalThis.WebAssembly = undefined;
    assert.equal(reasonOf("boussole-assessment", new TypeError("no WebAssembly")), "blocked");
  } finally {
    globalThis.WebAssembly = wasm;
  }
});
