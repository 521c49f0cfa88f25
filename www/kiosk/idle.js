// Idle timer of a kiosk. Times are in seconds.

/** Idle time before the warning, in the questions. */
const AT_QUESTION = 60;
/** Idle time before the warning, at a result, which takes time to read. */
const AT_RESULT = 120;
/** Time between the warning and the erasure: WCAG 2.2.1 requires 20 at least. */
export const WARNING = 30;
/** Idle time that each extension adds. */
export const EXTENSION = 300;

/** Monotonic clock, which some systems stop while they sleep, and the clock of the day, which may be set back. */
const clocks = () => [performance.now() / 1000, Date.now() / 1000];

export class IdleTimer {
  #last = clocks();
  #silence = 0;
  #extension = 0;

  /** Time without input. Sleep counts: of two looks, the longer distance by either clock is added. */
  #elapsed() {
    const now = clocks();
    this.#silence += Math.max(0, ...now.map((time, index) => time - this.#last[index]));
    this.#last = now;
    return this.#silence;
  }

  /** Restarts at each input. */
  restart() {
    this.#last = clocks();
    this.#silence = 0;
  }

  /** Extends the idle time of this session; returns the whole extension. */
  extend() {
    this.#extension += EXTENSION;
    this.restart();
    return this.#extension;
  }

  /** Restarts for a new session, without extension. */
  reset() {
    this.#extension = 0;
    this.restart();
  }

  /** Whether the idle time of the questions has passed. */
  get isIdle() {
    return this.#elapsed() > AT_QUESTION;
  }

  /** Time until the erasure. @param {boolean} isAtResult */
  remaining(isAtResult) {
    const allowed = Math.max(isAtResult ? AT_RESULT : AT_QUESTION, this.#extension);
    return allowed + WARNING - this.#elapsed();
  }
}
