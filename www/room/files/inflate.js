// Packed data, unpacked by the browser.

import { FileError } from "./file-error.js";

/** Bytes that may still come of one file. @typedef {{ left: number }} Allowance */

/** @param {Uint8Array} data @param {string} format @param {Allowance} allowance */
export async function inflate(data, format, allowance) {
  const unpacked = new Blob([/** @type {BlobPart} */ (data)]).stream().pipeThrough(unpacker(format));
  const chunks = [];
  try {
    for (const reader = unpacked.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      allowance.left -= value.length;
      if (allowance.left < 0) throw new FileError("large");
      chunks.push(value);
    }
  } catch (error) {
    throw error instanceof FileError ? error : new FileError("damaged");
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** @param {string} format */
function unpacker(format) {
  try {
    return new DecompressionStream(/** @type {CompressionFormat} */ (format));
  } catch {
    // Chromium before 103, Firefox before 113, Safari before 16.4.
    throw new FileError("old");
  }
}
