// Files of the organiser: texts of any encoding, mails, documents, and what is packed in them, as slices of text.

import { FileError } from "./file-error.js";
import { TextReader, binary, textOfBytes } from "./encoding.js";
import { inflate } from "./inflate.js";
import { isMail, partsOf } from "./mail.js";
import { textOf } from "./markup.js";
import { SLICE, slices, whole } from "./slices.js";
import { entries } from "./zip.js";

/** Largest file, and the most that may be unpacked from one, in bytes. */
const MOST = 100_000_000;
/** Files within files that are followed. */
const DEPTH = 4;
/** Bytes by which the kind of a file is known. */
const HEAD = 16 * 1024;
/** Beginnings of files, as characters of their bytes. @type {[string, RegExp][]} */
const KINDS = [
  ["zip", /^PK(?:\x03\x04|\x05\x06)/],
  ["gzip", /^\x1f\x8b/],
  ["pdf", /^%PDF/],
  ["office", /^\xd0\xcf\x11\xe0/],
  ["image", /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0|RIFF.{4}WEBP|.{4}ftyp|II\*\0|MM\0\*)/s],
];
/** Files within others that may have links. */
const READABLE = /\.(?:xml|rels|txt|csv|tsv|md|html?|json|eml|mbox|rtf|docx|xlsx|pptx|od[tsp]|zip|gz)$/i;

/** @typedef {(kind: "file" | "text" | "progress" | "end", value: string) => void} Emit */

/** @param {Iterable<File>} files @param {Emit} emit */
export async function readFiles(files, emit) {
  for (const file of files) {
    emit("file", file.name);
    emit("end", await read(file, emit));
  }
}

/** Hands over the texts of a file; the reason for which some may be missing, or nothing. @param {File} file @param {Emit} emit */
async function read(file, emit) {
  try {
    if (file.size === 0) throw new FileError("empty");
    if (file.size > MOST) throw new FileError("large");
    const head = await bytesOfBlob(file.slice(0, HEAD));
    const kind = kindOf(head);
    if (kind === "text") return await readText(file, head, emit);
    for await (const text of texts(await bytesOfBlob(file), { left: MOST }, DEPTH)) {
      for (const slice of slices(text)) await hand(slice, emit);
    }
    return kind === "pdf" ? kind : "";
  } catch (error) {
    return error instanceof FileError ? error.reason : "failed";
  }
}

/** @param {Blob} blob */
const bytesOfBlob = async (blob) => new Uint8Array(await blob.arrayBuffer());

/** @param {string} slice @param {Emit} emit */
async function hand(slice, emit) {
  emit("text", slice);
  // The page draws and answers between two slices.
  await new Promise((done) => setTimeout(done));
}

/** A text is never in memory as a whole. @param {Blob} file @param {Uint8Array} head @param {Emit} emit */
async function readText(file, head, emit) {
  const reader = new TextReader(head);
  let rest = "";
  let told = 0;
  for (let at = 0; at < file.size; at += SLICE) {
    const isLast = at + SLICE >= file.size;
    rest += reader.read(await bytesOfBlob(file.slice(at, at + SLICE)), isLast);
    const end = isLast ? rest.length : whole(rest);
    await hand(rest.slice(0, end), emit);
    rest = rest.slice(end);
    const tenths = Math.floor((10 * Math.min(at + SLICE, file.size)) / file.size);
    // Screen readers say each change.
    if (tenths > told) emit("progress", String(10 * (told = tenths)));
  }
  return "";
}

/** @param {Uint8Array} head */
function kindOf(head) {
  const start = binary(head.subarray(0, 16));
  return KINDS.find(([, beginning]) => beginning.test(start))?.[0] ?? (isMail(head) ? "mail" : "text");
}

/**
 * Texts of a file that is in memory.
 * @param {Uint8Array} bytes @param {import("./inflate.js").Allowance} allowance @param {number} depth
 * @returns {AsyncGenerator<string>}
 */
async function* texts(bytes, allowance, depth) {
  if (depth === 0 || bytes.length === 0) return;
  switch (kindOf(bytes.subarray(0, HEAD))) {
    case "image":
      throw new FileError("image");
    case "gzip":
      return yield* texts(await inflate(bytes, "gzip", allowance), allowance, depth - 1);
    case "zip":
      return yield* packed(bytes, allowance, depth);
    case "mail":
      return yield* mailed(bytes, allowance, depth);
    case "office":
      // Programs before 2007 store text in one byte or two a letter.
      yield binary(bytes);
      return yield new TextDecoder("utf-16le").decode(bytes);
    case "pdf":
      return yield binary(bytes);
    default:
      yield textOfBytes(bytes);
  }
}

/** @param {Uint8Array} bytes @param {import("./inflate.js").Allowance} allowance @param {number} depth */
async function* packed(bytes, allowance, depth) {
  for await (const entry of entries(bytes, (name) => READABLE.test(name), allowance)) {
    if (/\.(?:xml|rels)$/i.test(entry.name)) yield textOf(textOfBytes(entry.bytes));
    else yield* texts(entry.bytes, allowance, depth - 1);
  }
}

/** @param {Uint8Array} bytes @param {import("./inflate.js").Allowance} allowance @param {number} depth */
async function* mailed(bytes, allowance, depth) {
  for (const { type, name, bytes: content } of partsOf(bytes)) {
    if (type.startsWith("text/")) yield textOfBytes(content);
    else if (READABLE.test(name)) yield* texts(content, allowance, depth - 1);
  }
}
