// Form for those who set up a kiosk at an address that other devices can't open: the public address, for the codes of results.

import { parseAddress } from "./public-address.js";
import { localeOf } from "../element/attributes.js";
import { element } from "./dom.js";

export class AddressForm {
  #assessment;
  #form = element("form", { className: "kiosk-address" });
  #reason = element("p", {});
  #label = element("label", { htmlFor: "kiosk-address" });
  #field = element("input", { id: "kiosk-address", name: "address", inputMode: "url", autocomplete: "off" });
  #button = element("button", {});
  #fault = element("p", { role: "status" });

  /** @param {Element} assessment */
  constructor(assessment) {
    this.#assessment = assessment;
    this.#form.onsubmit = (event) => this.#submit(event);
    this.#form.append(this.#reason, this.#label, this.#field, this.#button, this.#fault);
    document.querySelector("main")?.before(this.#form);
    new MutationObserver(() => this.#translate()).observe(assessment, { attributeFilter: ["lang"] });
    this.#translate();
  }

  #translate() {
    const texts = BOUSSOLE_RELEASE.kioskTexts[localeOf(this.#assessment)];
    // A form with a name is a landmark.
    this.#form.ariaLabel = texts.address_label;
    this.#reason.textContent = texts.address;
    this.#label.textContent = texts.address_label;
    this.#button.textContent = texts.address_use;
    if (this.#fault.textContent) this.#fault.textContent = texts.address_wrong;
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const address = parseAddress(this.#field.value);
    if (address) {
      const page = new URL(location.href);
      page.searchParams.set("kiosk", address.href);
      return location.replace(page);
    }
    this.#fault.textContent = BOUSSOLE_RELEASE.kioskTexts[localeOf(this.#assessment)].address_wrong;
    this.#field.focus();
  }
}
