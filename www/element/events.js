// Events and errors of the element, as its page receives them.

/**
 * @param {Element} element
 * @param {string} name
 * @param {unknown} [detail]
 */
export const emit = (element, name, detail) =>
  element.dispatchEvent(new CustomEvent(`boussole:${name}`, { bubbles: true, composed: true, detail }));

/**
 * Reason for which a method of the element rejects.
 * @param {string} code
 * @param {string} message
 */
export const boussoleError = (code, message) => Object.assign(new Error(message), { name: "BoussoleError", code });
