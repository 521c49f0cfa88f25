import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";

const SCOPE = "https://boussole.example/app/";
const fingerprint = (text) => createHash("sha256").update(text).digest("hex").slice(0, 8);
const PAGE = "<p>page</p>";
const SCRIPT = "script";
const FILE = `page-${fingerprint(SCRIPT)}.js`;

/** Caches of the origin, by name and address. */
const stores = new Map();
const open = async (name) => {
  const store = stores.get(name) ?? new Map();
  stores.set(name, store);
  return {
    put: async (url, response) => void store.set(String(url), response),
    match: async (url) => store.get(String(url)),
  };
};
globalThis.caches = {
  open,
  keys: async () => [...stores.keys()],
  delete: async (name) => stores.delete(name),
  match: async (url) => [...stores.values()].map((store) => store.get(String(url))).find(Boolean),
};

let windows = [];
const listeners = {};
globalThis.self = {
  registration: { scope: SCOPE },
  clients: { claim: async () => {}, matchAll: async () => windows },
  skipWaiting: async () => {},
  addEventListener: (type, listener) => (listeners[type] = listener),
};
globalThis.BOUSSOLE_RELEASE = { worker: { version: "v2", pages: { "": fingerprint(PAGE) }, files: [FILE] } };
await import("./worker.js");
const NAME = `boussole ${SCOPE} v2`;

/** Serves files of the scope; counts the requests. */
function serve(t, files) {
  const requests = [];
  t.mock.method(globalThis, "fetch", async (input) => {
    const path = String(input.url ?? input).slice(SCOPE.length);
    requests.push(path);
    return new Response(files[path] ?? "", { status: path in files ? 200 : 404 });
  });
  return requests;
}

const run = (type, event = {}) => {
  let work;
  listeners[type]({ ...event, waitUntil: (promise) => (work = promise) });
  return work;
};

/** Answer of the worker; undefined where the request passes to the network. */
const request = (path, mode = "no-cors", method = "GET") => {
  let answer;
  listeners.fetch({ request: { url: SCOPE + path, mode, method }, respondWith: (promise) => (answer = promise) });
  return answer;
};

test("an installation caches pages and files of the release", async (t) => {
  stores.clear();
  const requests = serve(t, { "": PAGE, [FILE]: SCRIPT });
  await run("install");
  assert.deepEqual([...stores.get(NAME).keys()], [SCOPE, SCOPE + FILE]);
  assert.deepEqual(requests, ["", FILE]);
});

test("a file of another release fails the installation", async (t) => {
  stores.clear();
  serve(t, { "": "<p>sign in</p>", [FILE]: SCRIPT });
  await assert.rejects(run("install"), /of another release/);
});

test("files of an earlier release are not fetched again", async (t) => {
  stores.clear();
  await (await open(`boussole ${SCOPE} v1`)).put(SCOPE + FILE, new Response(SCRIPT));
  const requests = serve(t, { "": PAGE });
  await run("install");
  assert.deepEqual(requests, [""]);
});

test("pages and fingerprinted files come from the cache, all others from the network", async (t) => {
  stores.clear();
  serve(t, { "": PAGE, [FILE]: SCRIPT });
  await run("install");
  const requests = serve(t, {});
  assert.equal(await (await request("index.html", "navigate")).text(), PAGE);
  assert.equal(await (await request(`${FILE}?attempt=1`)).text(), SCRIPT);
  for (const [path, mode, method] of [["embed/", "navigate"], ["boussole.js"], [FILE, "cors", "POST"]]) {
    assert.equal(request(path, mode, method), undefined, path);
  }
  assert.deepEqual(requests, []);
});

test("other releases are deleted once no page is open, those of other folders never", async () => {
  stores.clear();
  for (const name of [NAME, `boussole ${SCOPE} v1`, "boussole https://boussole.example/ v1", "other"]) await open(name);
  windows = [{}];
  await run("activate");
  assert.equal(stores.size, 4);
  windows = [];
  await run("activate");
  assert.deepEqual([...stores.keys()], [NAME, "boussole https://boussole.example/ v1", "other"]);
});
