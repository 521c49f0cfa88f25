// What the pages around the widget are made of: elements, and texts with words filled in.

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} properties
 * @param {(Node | string)[]} content
 */
export function element(name, properties, ...content) {
  const made = document.createElement(name);
  Object.assign(made, properties).append(...content);
  return made;
}

/**
 * A text with its words in braces filled in.
 * @param {string} text
 * @param {Record<string, unknown>} values
 */
export const fill = (text, values) =>
  Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, String(value)), text);
