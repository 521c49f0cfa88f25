// Elements, and texts with placeholders, for what stands around the widget in a kiosk.

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} properties
 * @param {(Node | string)[]} content
 */
export function element(name, properties, ...content) {
  const created = document.createElement(name);
  Object.assign(created, properties).append(...content);
  return created;
}

/**
 * Fills the placeholders of a text: `{name}`.
 * @param {string} text
 * @param {Record<string, unknown>} values
 */
export const fill = (text, values) =>
  Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, () => String(value)), text);
