// How long a kiosk waits for somebody who does nothing. Times are in seconds.

/** How long nothing may be done amid the questions. */
const PATIENCE = 60;
/** And before a result, which takes time to read. */
const AT_RESULT = 120;
/** How long it is said before that all will be erased: WCAG 2.2.1 asks for 20 at least. */
export const WARNING = 30;
/** What whoever needs longer is given, each time. */
export const MORE = 300;

/** A clock that nobody can set: a new hour or a step of the day must not cut anybody off. */
const now = () => performance.now() / 1000;

export class Silence {
  #since = now();
  #given = 0;

  /** Somebody is there. */
  broken() {
    this.#since = now();
  }

  /** Whoever is there needs longer, until they leave; gives how long they have now. */
  extend() {
    this.#given += MORE;
    this.broken();
    return this.#given;
  }

  /** Somebody else may come. */
  end() {
    this.#given = 0;
    this.broken();
  }

  /** Whether nothing was done for as long as somebody may need amid the questions. */
  get isLong() {
    return now() - this.#since > PATIENCE;
  }

  /** How long it is until all will be erased. @param {boolean} isAtResult */
  left(isAtResult) {
    const patience = Math.max(isAtResult ? AT_RESULT : PATIENCE, this.#given);
    return this.#since + patience + WARNING - now();
  }
}
