// Links of a page's header to the other languages. The build writes one for each language but the default, so there are
// always as many as there are other languages.

/** @returns {HTMLAnchorElement[]} */
export const languageLinks = () => [...document.querySelectorAll(".other-language")].map((link) => /** @type {any} */ (link));

/**
 * Fills the elements that name a text in `data-text`; a description in the head has it as its content.
 * @param {Record<string, string>} texts
 */
export function fillTexts(texts) {
  for (const element of document.querySelectorAll("[data-text]")) {
    const text = texts[/** @type {HTMLElement} */ (element).dataset.text ?? ""];
    if (element.localName === "meta") element.setAttribute("content", text);
    else element.textContent = text;
  }
}

/** Gives the page the canonical address of a language, where its head has one. @param {string} current */
function updateCanonical(current) {
  const own = document.querySelector(`link[hreflang="${current}"]`)?.getAttribute("href");
  if (own) document.querySelector("link[rel=canonical]")?.setAttribute("href", own);
}

/**
 * Points the links to the languages that the page is not in.
 * @param {string} current
 * @param {string[]} languages
 * @param {(lang: string) => string} name of a language in itself
 * @param {(lang: string) => string} [search] query of the page's address in a language
 */
export function updateLanguageLinks(current, languages, name, search = (lang) => `?lang=${lang}`) {
  updateCanonical(current);
  const others = languages.filter((lang) => lang !== current);
  languageLinks().forEach((link, index) => {
    const lang = others[index] ?? current;
    [link.lang, link.hreflang, link.search, link.textContent] = [lang, lang, search(lang), name(lang)];
  });
}
