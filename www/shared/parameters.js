// Parameters that an address of ours has: result links have no others, since others may tell of the reader.

/** Parameters beside the language, named like the attributes. @type {("questionnaire" | "form")[]} */
export const NAMES = ["questionnaire", "form"];

/**
 * Names and values of those that an address has.
 * @param {URL} address
 * @returns {[string, string][]}
 */
export const parametersOf = ({ searchParams }) =>
  ["lang", ...NAMES].flatMap((name) => {
    const value = searchParams.get(name);
    return value ? [[name, value]] : [];
  });
