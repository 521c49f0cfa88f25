import assert from "node:assert/strict";
import test from "node:test";
import { isLink, takeFragment } from "./fragment.js";

const IDS = ["liberte-numerique", "dependances-ia"];
const LINK = "1.liberte-numerique.express.BgGhssMCAUcBgAerBwDtQ";

/** Page at an address, with the state of its router. */
function page(href, replaceState) {
  globalThis.location = new URL(href);
  const entries = [];
  globalThis.history = { state: { page: 3 }, replaceState: replaceState ?? ((...entry) => entries.push(entry)) };
  return entries;
}

test("fragments of a page's own are no links", () => {
  const own = ["", "#", "#access_token=a.b.c&state=1", "#2.1.3", "#/guide/v1.2.3/x", "#!/a.b.c", "#section-1.2.3", "#ask.me"];
  const alike = ["#1-liberte-numerique", "#liberte-numerique", "#/1.2/liberte-numerique", "#v1.liberte-numerique.html", "#ask.liberte", "#event=1.liberte-numerique.x"];
  for (const fragment of [...own, ...alike]) assert.equal(isLink(fragment, IDS), false, fragment);
});

test("links are found as mail programs leave them, and though they are damaged", () => {
  const sent = [LINK, `${LINK}&utm_source=x`, `${LINK}.`, `%20${LINK}%0A`, `"${LINK}"`, `_${LINK}_`, LINK.replace("-", "\\-")];
  const wrapped = [LINK.replace("numerique", "nume\u200Brique"), LINK.replace("-", "\u2011"), `%231.${LINK.slice(2)}`];
  const damaged = ["1.liberte-numerique", LINK.replace(".", ""), LINK.replace(".express", "express"), LINK.toUpperCase(), "9.dependances-ia.full.x"];
  const layered = [`%25231.${LINK.slice(2)}`, LINK.replaceAll("-", "%25252D"), LINK.replaceAll("-", "%2d"), LINK.replaceAll(".", "．")];
  const others = ["ask.dependances-ia.full.cio", `2.liberte-numerique.full.x`, `${LINK}%`];
  for (const text of [...sent, ...wrapped, ...damaged, ...layered, ...others]) assert.equal(isLink(`#${text}`, IDS), true, text);
});

test("a link leaves the address, whatever its base, and the state stays", () => {
  const entries = page(`https://a.example//b?c=1#${LINK}`);
  assert.equal(takeFragment(IDS, false), `#${LINK}`);
  assert.deepEqual(entries, [[{ page: 3 }, "", "https://a.example//b?c=1"]]);
});

test("any other fragment stays where it is", () => {
  const entries = page("https://a.example/#access_token=a.b.c");
  assert.equal(takeFragment(IDS, false), undefined);
  assert.deepEqual(entries, []);
});

test("a page of our own takes all that can only be a link", () => {
  page("https://a.example/#1.newer-questionnaire.express.AAAA");
  assert.equal(takeFragment(IDS, true), "#1.newer-questionnaire.express.AAAA");
  page("https://a.example/#ask.newer");
  assert.equal(takeFragment(IDS, true), "#ask.newer");
  page("https://a.example/#1%252Enewer%252Eexpress");
  assert.equal(takeFragment(IDS, true), "#1%252Enewer%252Eexpress");
  page("https://a.example/#event%3DA.B.C");
  assert.equal(takeFragment(IDS, true), undefined);
  page("https://a.example/#event=A.B.C");
  assert.equal(takeFragment(IDS, true), undefined);
});

test("a page that may not change its address opens the link all the same", () => {
  page(`https://a.example/#${LINK}`, () => {
    throw new Error("sandboxed");
  });
  assert.equal(takeFragment(IDS, false), `#${LINK}`);
});
