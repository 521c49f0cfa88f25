import assert from "node:assert/strict";
import test from "node:test";

let frames = [];
let receive = () => {};
let hosts = [];
/** Root with frames and with elements that have shadow roots. */
const rootWith = (frames, elements = () => []) => ({
  querySelectorAll: (selector) => (selector === "*" ? elements() : frames()),
  activeElement: null,
});
globalThis.document = rootWith(() => frames, () => hosts);
globalThis.addEventListener = (type, listener) => type === "message" && (receive = listener);
// A browser with scroll anchoring of its own.
globalThis.CSS = /** @type {any} */ ({ supports: () => true });
globalThis.getComputedStyle = () => ({ boxSizing: "content-box" });

/** Frame of a host, with the messages that its page receives. */
function frame(attributes = {}) {
  const messages = [];
  const contentWindow = { postMessage: (message) => messages.push(message) };
  return {
    messages,
    contentWindow,
    src: "https://boussole.example/frame/?lang=fr",
    style: {},
    sandbox: { contains: () => false },
    hasAttribute: (name) => name in attributes,
    getAttribute: (name) => attributes[name] ?? null,
    getRootNode: () => document,
    getBoundingClientRect: () => ({ top: -1 }),
    scrolls: 0,
    scrollIntoView() {
      this.scrolls++;
    },
  };
}

const early = frame();
frames = [early];
await import("./frame-host.js");

/** Posts a message as the page of a frame does. */
const post = ({ contentWindow: source }, data, origin = "https://boussole.example") =>
  receive({ source, origin, data: { boussole: 1, ...data } });

/** Frame whose page has received its key. */
function joined(attributes) {
  const one = frame(attributes);
  frames = [one];
  post(one, { type: "ready" });
  return { one, key: one.messages.at(-1).key };
}

test("a frame that is there before the script is greeted", () => {
  assert.deepEqual(early.messages, [{ boussole: 1, type: "hello" }]);
});

test("a page that is ready receives a key, and its heights are followed", () => {
  const { one, key } = joined();
  assert.deepEqual(one.messages.at(-1), { boussole: 1, type: "measure", key });
  post(one, { type: "height", key, height: 900 });
  assert.equal(one.style.height, "900px");
});

test("the attribute is the least height", () => {
  const { one, key } = joined({ height: "760" });
  post(one, { type: "height", key, height: 300 });
  assert.equal(one.style.height, "760px");
});

test("messages of other windows, origins, keys and protocols are dropped", () => {
  const { one, key } = joined();
  post(frame(), { type: "height", key, height: 900 });
  post(one, { type: "height", key, height: 900 }, "https://other.example");
  post(one, { type: "height", key: "another", height: 900 });
  post(one, { type: "height", key, height: 900, boussole: 2 });
  assert.equal(one.style.height, undefined);
});

test("frames in open shadow roots are followed", () => {
  const one = frame();
  [frames, hosts] = [[], [{ shadowRoot: rootWith(() => [], () => [{ shadowRoot: rootWith(() => [one]) }]) }]];
  post(one, { type: "ready" });
  post(one, { type: "height", key: one.messages.at(-1).key, height: 900 });
  assert.equal(one.style.height, "900px");
  hosts = [];
});

test("a frame whose page answers from another origin is told once, with both addresses", (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  const one = frame();
  frames = [one];
  for (const type of ["ready", "height"]) post(one, { type }, "https://boussole.example:8443");
  assert.equal(warn.mock.callCount(), 1);
  assert.match(warn.mock.calls[0].arguments[0], /https:\/\/boussole\.example:8443.*https:\/\/boussole\.example\/frame\//);
  assert.deepEqual(one.messages, []);
});

test("the page is searched once for a window that is of others", () => {
  let searches = 0;
  const { querySelectorAll } = document;
  document.querySelectorAll = (selector) => (searches++, querySelectorAll(selector));
  const other = frame();
  for (let times = 0; times < 3; times++) post(other, { type: "ready" });
  document.querySelectorAll = querySelectorAll;
  assert.equal(searches, 2);
});

test("heights that are no plausible number are dropped", () => {
  const { one, key } = joined();
  for (const height of [0, -1, 1.5, 50_001, "900", null]) post(one, { type: "height", key, height });
  assert.equal(one.style.height, undefined);
});

test("a page that was replaced has no key any more", () => {
  const { one, key } = joined();
  post(one, { type: "ready" });
  post(one, { type: "height", key, height: 900 });
  assert.equal(one.style.height, undefined);
});

test("a sandboxed frame has an opaque origin", () => {
  const { one, key } = joined();
  one.hasAttribute = (name) => name === "sandbox";
  post(one, { type: "height", key, height: 900 });
  assert.equal(one.style.height, undefined);
  post(one, { type: "height", key, height: 900 }, "null");
  assert.equal(one.style.height, "900px");
});

test("a new screen scrolls to the frame that has the focus", () => {
  const { one, key } = joined();
  post(one, { type: "show", key });
  assert.equal(one.scrolls, 0);
  document.activeElement = one;
  post(one, { type: "show", key });
  assert.equal(one.scrolls, 1);
});

/** Numbers below a limit, the same in every run (xorshift, 32 bits). */
function numbers(seed) {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

test("of made-up messages, only a sound height under the key of the page moves a frame", () => {
  const below = numbers(20_261);
  const { one, key } = joined();
  const values = [undefined, null, true, -1, 0, 0.5, 1, 900, 50_000, 50_001, 1e300, NaN, Infinity, "900", "", [], {}, [900], key];
  const any = () => values[below(values.length)];
  const types = ["height", "show", "hello", "measure", "toString", "__proto__", ...values];
  const origins = ["https://boussole.example", "https://boussole.example.evil", "https://boussole", "null", ""];
  let moved = 0;
  for (let count = 0; count < 50_000; count++) {
    const data = { boussole: below(4) ? 1 : any(), type: types[below(types.length)], key: below(2) ? key : any(), height: any() };
    const origin = origins[below(origins.length)];
    one.style = {};
    receive({ source: one.contentWindow, origin, data: below(9) ? data : any() });
    if (one.style.height === undefined) continue;
    moved++;
    assert.equal(origin, origins[0]);
    assert.deepEqual([data.boussole, data.type, data.key], [1, "height", key]);
    assert.equal(one.style.height, `${data.height}px`);
    assert.ok(Number.isInteger(data.height) && data.height > 0 && data.height <= 50_000);
  }
  assert.ok(moved > 20, `${moved} messages moved the frame`);
});
