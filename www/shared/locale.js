// Locale that a language tag asks for, by BCP 47 and the spellings of systems for web pages: `en-GB`, `EN`, `fr_CA`,
// `de_DE_formal`, `en_US.UTF-8`.

/** Shortest code of a language: `eng` is `en`. @param {string} language */
function canonical(language) {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return language;
  }
}

/**
 * Known locale for a language tag: itself, or with fewer of its subtags, from the last one on (RFC 4647, lookup).
 * @param {string | null | undefined} tag
 * @param {readonly string[]} known
 * @returns {string | undefined}
 */
export function matchLocale(tag, known) {
  const [language, ...rest] = (tag ?? "").trim().toLowerCase().split(/[-_.@]/);
  const subtags = [canonical(language), ...rest];
  for (; subtags.length; subtags.pop()) {
    const found = known.find((locale) => locale.toLowerCase() === subtags.join("-"));
    if (found) return found;
  }
}

/**
 * Locale in the address of a page, `?lang`. An unknown one is warned about, and the default is used.
 * @param {readonly string[]} known
 * @param {string} fallback
 */
export function localeOfAddress(known, fallback) {
  const tag = new URL(location.href).searchParams.get("lang");
  const found = matchLocale(tag, known);
  if (tag && !found) console.warn(`lang=${tag} is unknown; ${fallback} is used. Valid: ${known.join(", ")}.`);
  return found ?? fallback;
}
