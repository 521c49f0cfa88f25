import assert from "node:assert/strict";
import test from "node:test";
import { guard } from "./guard.js";
import { loader } from "./lazy-parts.js";

/** Answers of the server that are still to come, by file. @type {Map<string, (response: Response) => void>} */
let waiting;
const asked = [];

globalThis.BOUSSOLE_RELEASE = { parts: { plan: "plan.wasm", report: "report.wasm" } };
globalThis.fetch = (url) => {
  const file = url.href.split("/").pop();
  asked.push(file);
  return new Promise((resolve) => waiting.set(file, resolve));
};
const respond = (file, status = 200) => waiting.get(file)(new Response(file, { status }));
const turns = async () => {
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
};

test("a part is there once all that it needs is there, each file is fetched once, and a failure can be tried again", async (context) => {
  context.mock.method(console, "warn", () => {});
  context.mock.method(WebAssembly, "instantiate", async () => ({}));
  const ends = [];
  guard({ __indirect_function_table: { get: () => (data, worked) => ends.push([data, worked]) } });
  waiting = new Map();
  const [plan, report] = [loader("plan", "report"), loader("report")];
  plan(0, 1);
  assert.deepEqual(asked.splice(0), ["plan.wasm", "report.wasm"], "side by side");
  respond("plan.wasm");
  await turns();
  assert.deepEqual(ends, [], "the part waits");
  respond("report.wasm", 503);
  await turns();
  assert.deepEqual(ends.splice(0), [[1, false]]);

  plan(0, 2);
  report(0, 3);
  assert.deepEqual(asked.splice(0), ["report.wasm"], "what came stays");
  respond("report.wasm");
  await turns();
  assert.deepEqual(ends.splice(0).sort(), [[2, true], [3, true]]);
  plan(0, 4);
  await turns();
  assert.deepEqual([ends, asked], [[[4, true]], []]);
});
