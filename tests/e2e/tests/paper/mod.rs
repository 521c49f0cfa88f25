//! Questionnaires on paper as pages of a release.

use boussole_e2e::axe::assert_accessible;
use boussole_e2e::pdf::Pdf;
use boussole_e2e::test_bed;
use serde_json::json;

const PAPERS: [&str; 6] = [
    "liberte-numerique-express-fr",
    "liberte-numerique-express-en",
    "liberte-numerique-full-fr",
    "liberte-numerique-full-en",
    "dependances-ia-express-fr",
    "dependances-ia-express-en",
];

#[test]
fn every_page_is_accessible_on_a_phone_and_on_a_desk() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for name in PAPERS {
            for width in [375, 1280] {
                browser.resize(width, 800).await;
                browser.load(&format!("paper/{name}.html")).await;
                assert_accessible(&browser, &format!("{name} at {width} px")).await;
                let overflow = "const { scrollWidth, clientWidth } = document.documentElement;
                    return scrollWidth - clientWidth";
                assert_eq!(browser.run(overflow, vec![]).await, json!(0), "{name} at {width} px");
            }
        }
    });
}

#[test]
fn what_scrolls_sideways_is_reached_by_keyboard_and_named() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.resize(375, 800).await;
        browser.load("paper/liberte-numerique-express-fr.html").await;
        let regions = "const scrolls = ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth;
            const named = (each) => document.getElementById(each.getAttribute('aria-labelledby'))?.textContent;
            return [...document.querySelectorAll('section')].filter(scrolls).map((each) => [each.tabIndex, named(each)])";
        let expected = json!([[0, "Calculer le résultat"], [0, "Les étapes suivantes"]]);
        assert_eq!(browser.run(regions, vec![]).await, expected);
    });
}

#[test]
fn headings_descend_one_level_at_a_time() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for name in PAPERS {
            browser.load(&format!("paper/{name}.html")).await;
            let jumps = "const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
                const levels = headings.map(({ localName }) => Number(localName[1]));
                return headings.filter((_, at) => levels[at] > (levels[at - 1] ?? 0) + 1).map((each) => each.textContent)";
            assert_eq!(browser.run(jumps, vec![]).await, json!([]), "{name}");
        }
    });
}

#[test]
pub fn the_first_question_stands_on_the_second_page() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for name in PAPERS {
            browser.load(&format!("paper/{name}.html")).await;
            let pdf = Pdf::new(&browser.print_pdf().await);
            let text = pdf.text(2);
            assert!(text.len() > 200, "{name}, page 2: {text}");
        }
    });
}
