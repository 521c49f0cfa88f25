import assert from "node:assert/strict";
import test from "node:test";
import { adopt } from "./stylesheets.js";

test("a style sheet is added to a root once, behind the others", () => {
  const [first, second] = [{}, {}];
  const root = { adoptedStyleSheets: [first] };
  const element = { getRootNode: () => root };
  adopt(element, second);
  adopt(element, second);
  adopt(element, first);
  assert.deepEqual(root.adoptedStyleSheets, [first, second]);
  assert.equal(root.adoptedStyleSheets[1], second);
});
