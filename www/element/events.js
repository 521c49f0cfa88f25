// Events and errors of the element, as its page receives them.

/**
 * Details of the events: types of crates/core/src/host/events.rs.
 * @typedef {import("../../npm/result.js").Shown} Shown
 * @typedef {import("../../npm/result.js").Progress} Progress
 * @typedef {import("../../npm/result.js").Failure} Failure
 * @typedef {import("../../npm/result.js").Scores | import("../../npm/result.js").Result} DisclosedResult
 * @typedef {{
 *   ready: Shown,
 *   started: Shown,
 *   progress: Progress,
 *   completed: Shown & { result?: DisclosedResult },
 *   shared: null,
 *   reset: null,
 *   error: Failure,
 * }} Details
 */

/**
 * @template {keyof Details} Name
 * @param {Element} element
 * @param {Name} name
 * @param {Details[Name]} [detail]
 */
export const emit = (element, name, detail) =>
  element.dispatchEvent(new CustomEvent(`boussole:${name}`, { bubbles: true, composed: true, detail }));

/**
 * Reason for which a method of the element rejects.
 * @param {string} code
 * @param {string} message
 */
export const boussoleError = (code, message) => Object.assign(new Error(message), { name: "BoussoleError", code });
