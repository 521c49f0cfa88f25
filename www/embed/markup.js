// HTML as data: written out for whoever copies it, or made into elements for whoever looks at it. Since both come
// from the same pieces, the preview is what the snippet is.

/** @typedef {[name: string, attributes: Record<string, string>, ...content: (Piece | string)[]]} Piece */

const VOID = ["br", "img"];

/** @param {string} text */
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/**
 * The pieces as text, each on a line of its own, and so is what is inside of it where that is pieces alone.
 * @param {Piece[]} pieces
 */
export const written = (pieces) => pieces.map((piece) => write(piece, "")).join("\n");

/** @param {Piece} piece @param {string} indent @returns {string} */
function write([name, attributes, ...content], indent) {
  const told = Object.entries(attributes).map(([key, value]) => {
    return value === "" ? ` ${key}` : ` ${key}="${escape(value).replace(/"/g, "&quot;")}"`;
  });
  const start = `${indent}<${name}${told.join("")}>`;
  if (VOID.includes(name)) return start;
  const isBlock = content.length > 1 && content.every((inner) => typeof inner !== "string");
  const inside = content.map((inner) => {
    return typeof inner === "string" ? escape(inner) : write(inner, isBlock ? `${indent}  ` : "");
  });
  return isBlock ? `${start}\n${inside.join("\n")}\n${indent}</${name}>` : `${start}${inside.join("")}</${name}>`;
}

/** @param {Piece[]} pieces */
export const made = (pieces) => pieces.map(make);

/** @param {Piece} piece @returns {Element} */
function make([name, attributes, ...content]) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, name === "script" && key === "src" ? trusted(value) : value);
  }
  element.append(...content.map((inner) => (typeof inner === "string" ? inner : make(inner))));
  return element;
}

/** @type {{ createScriptURL(url: string): string } | undefined} */
let policy;

/** The address of a script, as a page with Trusted Types wants it: one of this origin. @param {string} url */
function trusted(url) {
  policy ??= /** @type {any} */ (window).trustedTypes?.createPolicy("boussole-embed", {
    createScriptURL(/** @type {string} */ asked) {
      if (new URL(asked).origin !== location.origin) throw new TypeError(`${asked} is not of ${location.origin}`);
      return asked;
    },
  });
  return policy?.createScriptURL(url) ?? url;
}
