import assert from "node:assert/strict";
import test from "node:test";
import { isPublic, parseAddress, resultPage } from "./public-address.js";

test("addresses that only their own device can open are not public", () => {
  for (const address of ["http://localhost:8080/", "http://127.0.0.1/", "http://127.1.2.3/", "http://[::1]:8080/", "http://boussole.localhost/", "http://0.0.0.0/", "file:///boussole/index.html"]) {
    assert.equal(isPublic(new URL(address)), false, address);
  }
  for (const address of ["https://boussole.example/", "http://192.168.1.20:8080/", "https://localhost.example/"]) {
    assert.equal(isPublic(new URL(address)), true, address);
  }
});

test("an address is read as people type it", () => {
  for (const text of ["https://boussole.example/", "  https://boussole.example ", "boussole.example", "boussole.example/"]) {
    assert.equal(parseAddress(text)?.href, "https://boussole.example/", text);
  }
  for (const text of ["", " ", null, "localhost", "http://127.0.0.1", "javascript:alert(1)", "mailto:a@b.example", "https://", "a b"]) {
    assert.equal(parseAddress(text), undefined, String(text));
  }
});

test("results open at the page of the kiosk, or at the address that it was given", () => {
  const cases = [
    ["https://boussole.example/?kiosk#event=Day", "https://boussole.example/"],
    ["https://boussole.example/en/?kiosk&form=full", "https://boussole.example/en/?form=full"],
    ["http://localhost:8080/?kiosk", "http://localhost:8080/"],
    ["http://localhost/en/?kiosk=https://boussole.example/a/", "https://boussole.example/a/?lang=en"],
    ["http://localhost/?kiosk=boussole.example&form=full", "https://boussole.example/?lang=en&form=full"],
    ["https://boussole.example/?utm_source=x&kiosk&lang=fr", "https://boussole.example/?lang=fr"],
    ["http://localhost/?kiosk=https://boussole.example/?fbclid=x", "https://boussole.example/?lang=en"],
    ["http://localhost/?kiosk=nonsense%20", "http://localhost/"],
  ];
  for (const [href, page] of cases) assert.equal(resultPage(href, "en").href, page);
});

test("without an address that was given, results open at the canonical page of the release, if others can open that", () => {
  const cases = [
    ["http://localhost:8080/?kiosk", "https://boussole.example/", "https://boussole.example/"],
    ["http://192.168.1.20/en/?kiosk&form=full&utm_source=x", "https://boussole.example/en/", "https://boussole.example/en/?form=full"],
    ["http://localhost/en/?kiosk&lang=fr", "https://boussole.example/en/", "https://boussole.example/en/?lang=fr"],
    ["http://localhost/?kiosk=https://other.example", "https://boussole.example/", "https://other.example/?lang=en"],
    ["http://localhost/?kiosk", "http://127.0.0.1/", "http://localhost/"],
    ["http://localhost/?kiosk", null, "http://localhost/"],
  ];
  for (const [href, canonical, page] of cases) assert.equal(resultPage(href, "en", canonical).href, page);
});
