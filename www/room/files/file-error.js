// Reason for which a file can't be read: a name that the program has a sentence for.

/** @typedef {"empty" | "large" | "image" | "pdf" | "locked" | "damaged" | "old" | "failed"} Reason */

export class FileError extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}
