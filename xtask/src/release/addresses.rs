//! Links of a page to its own address and to the same page in each language, for search engines. They read absolute addresses
//! alone, so only a release with a known address has them.

use maud::html;

use super::oembed::Base;
use crate::locales;

/// Links of a page: its canonical address, and that in each language. `at` gives the path in a language.
pub fn links(
    base: Option<&Base>,
    locales: &[String],
    current: &str,
    at: impl Fn(&str) -> Option<String>,
) -> String {
    let Some(base) = base else { return String::new() };
    let address = |locale: &str| Some(base.address(&at(locale)?));
    let alternate = |language: &str, locale: &str| {
        let address = address(locale)?;
        Some(html! { link rel="alternate" hreflang=(language) href=(address); }.into_string())
    };
    let own = address(current).map(|own| html! { link rel="canonical" href=(own); }.into_string());
    let each = locales.iter().filter_map(|locale| alternate(locale, locale));
    let others = alternate("x-default", locales::DEFAULT);
    own.into_iter().chain(each).chain(others).collect::<Vec<_>>().join("\n    ")
}

/// Path of the stand-alone page in a language.
pub fn of_first_page(locale: &str) -> String {
    if locale == locales::DEFAULT { String::new() } else { format!("{locale}/") }
}

/// Path of a page whose script translates it.
pub fn of_translated(folder: &str, locale: &str) -> String {
    if locale == locales::DEFAULT { folder.to_owned() } else { format!("{folder}?lang={locale}") }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn addresses(links: &str, relation: &str) -> BTreeSet<String> {
        let of = links.lines().filter(|line| line.contains(&format!("rel=\"{relation}\"")));
        of.map(|line| line.split_once("href=\"").unwrap().1.replace("\">", "")).collect()
    }

    #[test]
    fn each_language_names_the_same_absolute_addresses_its_own_among_them() {
        let base = "https://boussole.example/mesure".parse().unwrap();
        let locales = ["fr", "en"].map(str::to_owned);
        let first = |locale: &str| Some(of_first_page(locale));
        let embed = |locale: &str| Some(of_translated("embed/", locale));
        let paths = [&first as &dyn Fn(&str) -> Option<String>, &embed];
        for at in paths {
            let pages = locales.each_ref().map(|locale| links(Some(&base), &locales, locale, at));
            let alternates = pages.each_ref().map(|page| addresses(page, "alternate"));
            assert_eq!(alternates[0], alternates[1]);
            let own: BTreeSet<_> = pages.iter().flat_map(|page| addresses(page, "canonical")).collect();
            assert_eq!(own, alternates[0]);
            assert!(own.iter().all(|address| address.starts_with("https://boussole.example/mesure/")));
            assert!(pages[1].contains("hreflang=\"x-default\""), "{pages:?}");
        }
    }

    #[test]
    fn a_page_in_one_language_names_that_alone_and_without_an_address_nothing_is_named() {
        let locales = ["fr", "en"].map(str::to_owned);
        let only = |locale: &str| (locale == "en").then(|| "paper/a-en.html".to_owned());
        let base = "https://boussole.example".parse().unwrap();
        let page = links(Some(&base), &locales, "en", only);
        assert_eq!(addresses(&page, "alternate").len(), 1, "{page}");
        assert!(!page.contains("x-default"), "{page}");
        assert_eq!(links(None, &locales, "en", only), "");
    }
}
