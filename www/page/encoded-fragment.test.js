import assert from "node:assert/strict";
import test from "node:test";
import { moveFragment, withFragment } from "./encoded-fragment.js";

const IDS = ["liberte-numerique", "dependances-ia"];
const PAGE = "https://a.example/";
const LINKS = [
  "1.liberte-numerique.express.BgGhssMCAUcBgAerBwDtQ",
  "2.dependances-ia.full.AYOhssMBRwGAB6sHhAoLDAFIAXRBAZMDzj",
  "ask.liberte-numerique.express.legal",
  "event=Forum&form=full",
  "1.liberte%252Dnumerique.express.BgG&utm_source=x",
  "1.liberte-numerique.express.BgG#",
];

test("a link behind an escaped mark becomes the fragment", () => {
  for (const link of LINKS) {
    for (const mark of ["%23", "%2523", "%252523"]) {
      for (const page of [PAGE, `${PAGE}en/`, `${PAGE}?form=full`, `${PAGE}?questionnaire=dependances-ia`, `${PAGE}?lang=en&x=%20`]) {
        assert.equal(withFragment(page + mark + link, IDS), `${page}#${link}`);
      }
    }
  }
});

test("an event link has its marks unescaped", () => {
  for (const mark of ["#", "%23", "%2523"]) {
    assert.equal(withFragment(`${PAGE}${mark}event%3DA%2520B%26form%3Dfull`, IDS), `${PAGE}#event=A%20B&form=full`);
    assert.equal(withFragment(`${PAGE}${mark}event%253DR%252526D%2526form%253Dfull`, IDS), `${PAGE}#event=R%26D&form=full`);
    assert.equal(withFragment(`${PAGE}${mark}event=R%26D&form=full`, IDS), `${PAGE}#event=R%26D&form=full`);
    assert.equal(withFragment(`${PAGE}${mark}event%3D%`, IDS), `${PAGE}#event%3D%`);
  }
});

test("any other address stays as it is", () => {
  const others = ["", "?form=full", "?q=c%23", "?q=%23section-1.2.3", "?colour=%231", "#a%231.liberte-numerique.x.y", "?x#%23event=a"];
  for (const other of others) assert.equal(withFragment(PAGE + other, IDS), PAGE + other);
});

test("the page's address is changed once, and the state stays", () => {
  const entries = [];
  globalThis.BOUSSOLE_RELEASE = { packs: { "liberte-numerique": {} } };
  globalThis.history = { state: 3, replaceState: (...entry) => entries.push(entry) };
  globalThis.location = new URL(`${PAGE}?form=full%23${LINKS[0]}`);
  moveFragment();
  globalThis.location = new URL(`${PAGE}?form=full#${LINKS[0]}`);
  moveFragment();
  assert.deepEqual(entries, [[3, "", `${PAGE}?form=full#${LINKS[0]}`]]);
});
