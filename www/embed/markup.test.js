import assert from "node:assert/strict";
import test from "node:test";
import { serialise } from "./markup.js";

test("pieces are one line, without white space between elements", () => {
  const link = /** @type {const} */ (["a", { href: "?a=1&b" }, "Go < on"]);
  /** @type {import("./markup.js").Piece[]} */
  const pieces = [["div", {}, ["script", { src: "x.js" }], ["p", { lang: "fr", "data-x": "" }, "A", ["br", {}], [...link]]]];
  const html = '<div><script src="x.js"></script><p lang="fr" data-x>A<br><a href="?a=1&amp;b">Go &lt; on</a></p></div>';
  assert.equal(serialise(pieces), html);
});
