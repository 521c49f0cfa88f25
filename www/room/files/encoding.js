// Encodings of text files: by their mark, by their zeros, else UTF-8, else Windows-1252.

/** Bytes that are looked at. */
const HEAD = 4096;

/** @param {Uint8Array} bytes */
export function encodingOf(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const length = Math.min(bytes.length, HEAD);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2]++;
  // Half of the bytes of Latin letters are zeros; a quarter leaves room for other letters.
  const most = Math.max(...zeros);
  if (most > length / 8 && most > 4 * Math.min(...zeros)) return zeros[1] === most ? "utf-16le" : "utf-16be";
  return "utf-8";
}

/** Decoder of a text that comes in pieces. */
export class TextReader {
  #decoder;

  /** @param {Uint8Array} head first bytes */
  constructor(head) {
    const encoding = encodingOf(head);
    this.#decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
  }

  /** @param {Uint8Array} bytes @param {boolean} isLast */
  read(bytes, isLast) {
    try {
      return this.#decoder.decode(bytes, { stream: !isLast });
    } catch {
      this.#decoder = new TextDecoder("windows-1252");
      return this.#decoder.decode(bytes, { stream: !isLast });
    }
  }
}

/** @param {Uint8Array} bytes */
export const textOfBytes = (bytes) => new TextReader(bytes).read(bytes, true);

/** Each byte as the character of its number. @param {Uint8Array} bytes */
export function binary(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += HEAD) parts.push(String.fromCharCode(...bytes.subarray(at, at + HEAD)));
  return parts.join("");
}

/** @param {string} text */
export const bytesOf = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));
