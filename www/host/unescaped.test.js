import assert from "node:assert/strict";
import { test } from "node:test";
import { unescaped } from "./unescaped.js";

test("letters are written out, and all else stays as it is", () => {
  for (const [address, written] of [
    ["https://host.example/анкета/", "https://host.example/анкета/"],
    ["https://host.example/enqu%C3%AAte/", "https://host.example/enquête/"],
    ["https://host.example/%E8%AA%BF%E6%9F%BB", "https://host.example/調査"],
    ["https://host.example/a%2Fb/", "https://host.example/a%2Fb/"],
    ["https://host.example/100%/", "https://host.example/100%/"],
    ["https://host.example/%FF/", "https://host.example/%FF/"],
    ["https://host.example/%C3/", "https://host.example/%C3/"],
  ]) {
    assert.equal(unescaped(new URL(address)), written);
  }
});
