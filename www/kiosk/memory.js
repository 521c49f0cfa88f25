// Where the program keeps what is answered in a kiosk: in this page alone. It finds a storage that works, and the browser is
// given nothing of it, nor is what the browser keeps of anybody else seen.

/** @type {Map<string, string>} */
const kept = new Map();

const memory = {
  get length() {
    return kept.size;
  },
  /** @param {number} index */
  key: (index) => [...kept.keys()][index] ?? null,
  /** @param {string} key */
  getItem: (key) => kept.get(key) ?? null,
  /** @param {string} key @param {string} value */
  setItem: (key, value) => void kept.set(key, String(value)),
  /** @param {string} key */
  removeItem: (key) => void kept.delete(key),
  clear: () => kept.clear(),
};

/** From now on the page has this in the place of the browser's storage. */
export function keepNothing() {
  Object.defineProperty(window, "localStorage", { value: memory, configurable: true });
  return memory;
}
