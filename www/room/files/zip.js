// Entries of a ZIP file (APPNOTE 6.3), as documents of offices are: read by the directory at its end.

import { FileError } from "./file-error.js";
import { inflate } from "./inflate.js";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** Bytes of the fixed fields: of the end, of an entry of the directory, of the head of its data. */
const SIZES = { end: 22, entry: 46, local: 30 };
/** The end may be followed by a comment of 65,535 bytes. */
const COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * Entries whose names are wanted, unpacked one after the other.
 * @param {Uint8Array} bytes @param {(name: string) => boolean} isWanted @param {import("./inflate.js").Allowance} allowance
 */
export async function* entries(bytes, isWanted, allowance) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    for (const { name, method, isLocked, start, size, length } of directory(view)) {
      if (!isWanted(name)) continue;
      if (isLocked) throw new FileError("locked");
      const from = start + SIZES.local + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      if (from + size > bytes.length) throw new FileError("damaged");
      const data = bytes.subarray(from, from + size);
      if (method !== DEFLATED && method !== STORED) throw new FileError("damaged");
      const content = method === STORED ? data : await inflate(data, "deflate-raw", allowance);
      if (content.length !== length) throw new FileError("damaged");
      yield { name, bytes: content };
    }
  } catch (error) {
    // An offset beyond the file is a `RangeError`.
    throw error instanceof RangeError ? new FileError("damaged") : error;
  }
}

/** @param {DataView} view */
function directory(view) {
  let end = view.byteLength - SIZES.end;
  const first = Math.max(0, end - COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end--;
  if (end < first) throw new FileError("damaged");
  const found = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0 && view.getUint32(at, true) === ENTRY; count--) {
    const title = view.getUint16(at + 28, true);
    const name = new Uint8Array(view.buffer, view.byteOffset + at + SIZES.entry, title);
    found.push({
      name: new TextDecoder().decode(name),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      length: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    });
    at += SIZES.entry + title + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}
