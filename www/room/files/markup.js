// Text of the XML within documents of offices (docx, xlsx, pptx, odt, ods, odp), with the addresses that it links to.

/** Elements that end a line: paragraphs, breaks, cells. Runs such as `w:r` and `w:t` may split a link. */
const LINES = ["p", "h", "br", "cr", "tab", "si", "c", "v", "f", "row", "tc", "table-cell", "line-break", "Relationship", "hyperlink"];
/** Attributes with an address, or with the fragment that some programs cut from it. */
const ADDRESSES = ["Target", "href", "anchor", "location"];

const ENTITIES = /** @type {Record<string, string>} */ ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" });

/** @param {string} text */
const unescape = (text) =>
  text.replace(/&(?:#(x?)([\da-f]{1,6})|(\w{2,4}));/gi, (all, hex, code, name) => {
    if (name) return ENTITIES[name] ?? all;
    const point = parseInt(code, hex ? 16 : 10);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });

/** @param {string} name */
const local = (name) => name.slice(name.indexOf(":") + 1);

/** @param {string} xml */
export function textOf(xml) {
  const addresses = new Set();
  const text = xml.replace(/<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^<>"'])*)>|<[!?][^>]*>/g, (_, __, name, attributes) => {
    if (!name) return "";
    for (const [, key, , value] of attributes.matchAll(/([\w:.-]+)\s*=\s*(["'])(.*?)\2/gs)) {
      if (ADDRESSES.includes(local(key))) addresses.add(unescape(value));
    }
    return LINES.includes(local(name)) ? "\n" : "";
  });
  const shown = unescape(text);
  // A link that is shown as it is counts once.
  const hidden = [...addresses].filter((address) => !shown.includes(address.slice(address.lastIndexOf("#") + 1)));
  return [shown.replace(/\n{2,}/g, "\n"), ...hidden].join("\n");
}
