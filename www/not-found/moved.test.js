import assert from "node:assert/strict";
import test from "node:test";
import { moved } from "./moved.js";

const LINK = "1.liberte-numerique.express.BgGhssMCAUcBgAerBwDtQ";

test("a link in the path becomes the fragment of its page", () => {
  for (const [path, expected] of [
    [`/%23${LINK}`, `/#${LINK}`],
    [`/en/%23${LINK}`, `/en/#${LINK}`],
    [`/a/b/%2523${LINK}`, `/a/b/#${LINK}`],
    [`/%252523${LINK}?utm_source=x`, `/#${LINK}?utm_source=x`],
    ["/%23event=Day%2520of", "/#event=Day%2520of"],
    [`/%23${LINK}#x`, `/#${LINK}`],
  ]) {
    assert.equal(moved(`https://a.example${path}`), `https://a.example${expected}`);
  }
});

test("every other address stays, and none leads to another host", () => {
  for (const path of ["/", "/none", "/%23", "/a%23b", "/?x=%23b", "/#%23b", "/en/none/"]) {
    assert.equal(moved(`https://a.example${path}`), undefined, path);
  }
  for (const path of ["//b.example/%23x", "///%23x", "/\\b.example/%23x", "/%5Cb.example/%23x", "/@b.example/%23javascript:x"]) {
    assert.equal(new URL(moved(`https://a.example${path}`)).origin, "https://a.example", path);
  }
});
