// How the element speaks to the page that it is in: events and errors.

/**
 * @param {Element} element
 * @param {string} name
 * @param {unknown} [detail]
 */
export const tell = (element, name, detail) =>
  element.dispatchEvent(new CustomEvent(`boussole:${name}`, { bubbles: true, composed: true, detail }));

/**
 * What a method is rejected with.
 * @param {string} code
 * @param {string} message
 */
export const refusal = (code, message) => Object.assign(new Error(message), { name: "BoussoleError", code });
