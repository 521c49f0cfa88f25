// HTML as data: serialised for the snippet, or created as elements for the preview. Both come from the same pieces.

/** @typedef {[name: string, attributes: Record<string, string>, ...content: (Piece | string)[]]} Piece */

const VOID = ["br", "img"];

/** @param {string} text */
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/**
 * Serialises pieces on one line: WordPress makes paragraphs and breaks of line ends (`wpautop`), also inside the element.
 * @param {Piece[]} pieces
 */
export const serialise = (pieces) => pieces.map(write).join("");

/** @param {Piece} piece @returns {string} */
function write([name, attributes, ...content]) {
  const pairs = Object.entries(attributes).map(([key, value]) => {
    return value === "" ? ` ${key}` : ` ${key}="${escape(value).replace(/"/g, "&quot;")}"`;
  });
  const start = `<${name}${pairs.join("")}>`;
  if (VOID.includes(name)) return start;
  const inside = content.map((inner) => (typeof inner === "string" ? escape(inner) : write(inner)));
  return `${start}${inside.join("")}</${name}>`;
}

/** @param {Piece[]} pieces */
export const elements = (pieces) => pieces.map(create);

/** @param {Piece} piece @returns {Element} */
function create([name, attributes, ...content]) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, name === "script" && key === "src" ? trusted(value) : value);
  }
  element.append(...content.map((inner) => (typeof inner === "string" ? inner : create(inner))));
  return element;
}

/** @type {{ createScriptURL(url: string): string } | undefined} */
let policy;

/** Address of a script of this origin, as Trusted Types require. @param {string} url */
function trusted(url) {
  policy ??= /** @type {any} */ (window).trustedTypes?.createPolicy("boussole-embed", {
    createScriptURL(/** @type {string} */ address) {
      if (new URL(address).origin !== location.origin) throw new TypeError(`${address} is not of ${location.origin}`);
      return address;
    },
  });
  return policy?.createScriptURL(url) ?? url;
}
