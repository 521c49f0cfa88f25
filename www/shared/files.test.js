import assert from "node:assert/strict";
import test from "node:test";
import { address, bytes, pack } from "./files.js";

/** Answers requests by file name; a number is a status. */
function serve(t, files) {
  const requests = [];
  t.mock.method(globalThis, "fetch", async (url) => {
    const name = url.pathname.split("/").at(-1);
    requests.push(name);
    const contents = files[name];
    return typeof contents === "number" ? new Response("", { status: contents }) : new Response(contents);
  });
  return requests;
}

test("addresses are relative to the script", () => {
  assert.equal(address("a.json").href, new URL("a.json", import.meta.url).href);
});

test("a file is fetched once, however often it is read", async (t) => {
  const requests = serve(t, { "one.json": "[1]" });
  assert.deepEqual(await Promise.all([pack("one.json"), pack("one.json")]), [[1], [1]]);
  assert.deepEqual(await pack("one.json"), [1]);
  assert.deepEqual(requests, ["one.json"]);
});

test("a file that failed is fetched again", async (t) => {
  const files = { "two.json": 503 };
  const requests = serve(t, files);
  await assert.rejects(pack("two.json"), /503/);
  files["two.json"] = "[2]";
  assert.deepEqual(await pack("two.json"), [2]);
  assert.deepEqual(requests, ["two.json", "two.json"]);
});

test("contents need no request", async (t) => {
  const requests = serve(t, {});
  const contents = [[0], ["text"]];
  assert.equal(await pack(contents), contents);
  assert.deepEqual(requests, []);
});

test("a binary file is read as bytes, and a missing one is an error", async (t) => {
  serve(t, { "a.wasm": "abc", "b.wasm": 404 });
  assert.equal((await bytes("a.wasm")).byteLength, 3);
  await assert.rejects(bytes("b.wasm"), /404/);
});
