// Parts of mails (RFC 5322, RFC 2045), single or in a mailbox (RFC 4155), with their encodings undone.

import { binary, bytesOf } from "./encoding.js";

/** Parts within parts that are followed. */
const DEPTH = 8;
const HEADER = /^(?:From .*\r?\n)?[A-Za-z][\w-]*:[^\n]*\n/;

/** @param {Uint8Array} head first bytes of a file */
export function isMail(head) {
  const text = binary(head);
  return HEADER.test(text) && /^(?:MIME-Version|Content-Type|Content-Transfer-Encoding|Message-ID):/im.test(text);
}

/** @typedef {{ type: string, name: string, bytes: Uint8Array }} Part */

/** @param {Uint8Array} bytes @returns {Generator<Part>} */
export function* partsOf(bytes) {
  for (const mail of binary(bytes).split(/^From .*\r?\n(?=[A-Za-z-]+:)/m)) yield* parts(mail, DEPTH);
}

/** @param {string} text @param {number} depth @returns {Generator<Part>} */
function* parts(text, depth) {
  const end = text.search(/\r?\n\r?\n/);
  if (depth === 0) return;
  // Headers alone are a text: what looks like a mail need not be one.
  if (end < 0) return yield { type: "text/plain", name: "", bytes: bytesOf(text) };
  const headers = text.slice(0, end).replace(/\r?\n[ \t]+/g, " ");
  const body = text.slice(end).replace(/^\r?\n\r?\n/, "");
  const type = (value(headers, "Content-Type") || "text/plain").toLowerCase().split(";")[0].trim();
  const boundary = parameter(headers, "boundary");
  if (type.startsWith("multipart/") && boundary) {
    const pieces = `\n${body}`.split(`\n--${boundary}`).slice(1);
    for (const piece of pieces.filter((piece) => !piece.startsWith("--"))) yield* parts(piece.replace(/^[^\n]*\n/, ""), depth - 1);
    return;
  }
  const encoding = value(headers, "Content-Transfer-Encoding").toLowerCase().trim();
  const content = decoded(body, encoding);
  if (type === "message/rfc822") return yield* parts(content, depth - 1);
  const name = parameter(headers, "filename") || parameter(headers, "name");
  yield { type, name, bytes: bytesOf(content) };
}

/** @param {string} headers @param {string} name */
const value = (headers, name) => new RegExp(`^${name}:\\s*([^\\r\\n]*)`, "im").exec(headers)?.[1] ?? "";

/** @param {string} headers @param {string} name */
function parameter(headers, name) {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, "i").exec(headers);
  return found?.[1] ?? found?.[2] ?? "";
}

/** @param {string} body @param {string} encoding */
function decoded(body, encoding) {
  if (encoding === "quoted-printable") {
    const lines = body.replace(/=[ \t]*\r?\n/g, "");
    return lines.replace(/=([\dA-F]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
  }
  if (encoding !== "base64") return body;
  const letters = body.replace(/[^A-Za-z0-9+/]/g, "");
  // A damaged end takes its last letters with it.
  return atob(letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0)));
}
