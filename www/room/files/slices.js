// Slices of a long text, cut where no link is: the program looks through one in some milliseconds.

/** Characters of a slice. */
export const SLICE = 256 * 1024;
/** Characters without any place to cut, after which a text is cut anywhere. */
const LONGEST = 4 * SLICE;
/** Characters at the end of a slice in which a place is looked for. */
const LOOK = 8192;
/** Places to cut, the best first: links may be wrapped over lines, but not over empty ones. */
const PLACES = [/\n\s*\n(?!.*\n\s*\n)/s, /\n(?!.*\n)/s, /\s(?!.*\s)/s, /["'<>()[\]{},;|](?!.*["'<>()[\]{},;|])/s];

/** Length of the part of a text that can be handed over now. @param {string} text */
export function whole(text) {
  const from = Math.max(0, text.length - LOOK);
  const end = text.slice(from);
  for (const place of PLACES) {
    const found = place.exec(end);
    if (found) return from + found.index + found[0].length;
  }
  return text.length > LONGEST ? text.length : 0;
}

/** @param {string} text */
export function* slices(text) {
  let at = 0;
  while (text.length - at > SLICE) {
    let end = 0;
    for (let size = SLICE; end === 0 && size <= LONGEST + SLICE; size += SLICE) end = whole(text.slice(at, at + size));
    const slice = text.slice(at, at + (end || SLICE));
    at += slice.length;
    yield slice;
  }
  yield text.slice(at);
}
