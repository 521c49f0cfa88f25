import assert from "node:assert/strict";
import test from "node:test";
import { applyEvent, isEvent, MAX_NAME, parseEvent } from "./event.js";

test("an event link has a name and perhaps a form", () => {
  assert.deepEqual(parseEvent("#event=Forum%20du%20num%C3%A9rique&form=full"), { name: "Forum du numérique", form: "full" });
  assert.deepEqual(parseEvent("#event=%20a%20"), { name: "a", form: "" });
});

test("an event link is read as programs leave it", () => {
  const expected = { name: "Forum du numérique", form: "full" };
  const name = "Forum%20du%20num%C3%A9rique";
  for (const tail of ["", "&utm_source=x", "?fbclid=x", ".", ")", "%20", "/", "&amp;fbclid=x"]) {
    assert.deepEqual(parseEvent(`#event=${name}&form=full${tail}`), expected, tail);
  }
  assert.deepEqual(parseEvent(`#event=${name.replaceAll("%", "%25")}&amp;form=full`), expected);
  assert.deepEqual(parseEvent(`#event=${name}?fbclid=x`), { ...expected, form: "" });
  assert.equal(parseEvent("#event=100%25").name, "100%");
});

test("other fragments are none", () => {
  for (const fragment of ["", "#", "#1.abc", "#form=full", "#events=a"]) {
    assert.equal(isEvent(fragment), false, fragment);
    assert.deepEqual(parseEvent(fragment), { name: "", form: "" });
  }
});

test("an invalid name is left out, and the form stays", () => {
  const invalid = ["a%0Ab", "%E2%80%AEabc", "%", "x".repeat(MAX_NAME + 1)];
  for (const name of invalid) assert.deepEqual(parseEvent(`#event=${name}&form=full`), { name: "", form: "full" }, name);
  const longest = "é".repeat(MAX_NAME);
  assert.equal(parseEvent(`#event=${encodeURIComponent(longest)}`).name, longest);
});

/** Element on a page with an event link. */
function open(hash, attributes = {}) {
  const place = { textContent: "" };
  globalThis.BOUSSOLE_RELEASE = { packs: { "liberte-numerique": { express: {}, full: {} } } };
  globalThis.location = { hash };
  globalThis.document = { querySelector: () => place };
  globalThis.addEventListener = () => {};
  applyEvent({
    getAttribute: (name) => attributes[name] ?? null,
    hasAttribute: (name) => name in attributes,
    setAttribute: (name, value) => (attributes[name] = value),
  });
  return { name: place.textContent, form: attributes.form };
}

test("the page shows the name and takes the form, unless the address has one", () => {
  assert.deepEqual(open("#event=A&form=full"), { name: "A", form: "full" });
  assert.deepEqual(open("#event=A&form=full", { form: "express" }), { name: "A", form: "express" });
  assert.deepEqual(open("#event=A&form=toString"), { name: "A", form: undefined });
});
