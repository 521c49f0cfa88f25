// Answers as a page gives them, and as the program takes them.

import { refusal } from "../element/events.js";

/** What stands beside the levels 0 to 4, as the program counts it; null takes an answer away. */
const WORDS = new Map([["dont-know", 5], ["not-applicable", 6], [null, 7]]);

/**
 * Ids and codes by turns.
 * @param {Record<string, any>} answers
 */
export const coded = (answers) =>
  Object.entries(Object(answers)).flatMap(([item, answer]) => {
    const code = [0, 1, 2, 3, 4].includes(answer) ? answer : WORDS.get(answer);
    if (code === undefined) throw refusal("invalid-answers", `${item}: ${answer} is no answer`);
    return [item, code];
  });
