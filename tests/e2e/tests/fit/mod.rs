//! Nothing runs over an edge, and nothing is cut off: longer texts, larger letters, wider spacing.

mod tours;

use std::path::PathBuf;

use boussole_authoring::pseudolocale::LOCALE;
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::environment;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed::{self, TestBed};
use serde_json::json;

/// Script: elements of the page and of the widget that run over an edge: of the window, of a box that hides what runs
/// over, of a picture.
const FAULTS: &str = "
    // That of the window follows a page that is too wide.
    const innerWidth = arguments[0];
    const all = (root) => [...root.querySelectorAll('*')]
        .flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
    const shown = all(document).filter((each) => each.checkVisibility() && !each.closest('.unseen, noscript, template'));
    const named = (each) => `${each.localName}.${each.getAttribute('class') ?? ''}: ${each.textContent.trim().slice(0, 60)}`;
    const scrolls = (each) => each && (/auto|scroll/.test(getComputedStyle(each).overflowX) || scrolls(each.parentElement));
    const isOver = (each) => each.getBoundingClientRect().right > innerWidth + 0.5 && !each.parentElement?.closest('svg') && !scrolls(each);
    const hides = (each) => /hidden|clip/.test(getComputedStyle(each).overflowX) && each.localName !== 'svg';
    const isCut = (each) => hides(each) && each.textContent.trim() && each.scrollWidth > each.clientWidth + 1;
    const isOutside = (each) => {
        const text = each.getBoundingClientRect();
        const picture = each.ownerSVGElement.getBoundingClientRect();
        const isOpen = getComputedStyle(each.ownerSVGElement).overflowX === 'visible';
        const [left, right] = isOpen ? [0, innerWidth] : [picture.left, picture.right];
        return text.left < left - 1 || text.right > right + 1;
    };
    const wide = document.scrollingElement.scrollWidth - innerWidth;
    return [
        ...(wide > 0 ? [`the page is ${wide} px too wide`] : []),
        ...shown.filter(isOver).map((each) => `over: ${named(each)}`),
        ...shown.filter(isCut).map((each) => `cut: ${named(each)}`),
        ...shown.filter((each) => each.localName === 'text' && isOutside(each)).map((each) => `outside: ${named(each)}`),
    ];
";

/// Script: puts a style behind those of the page and of every shadow root; none where it is empty.
const RESTYLE: &str = "
    const within = (root) => [root, ...[...root.querySelectorAll('*')].flatMap((each) => each.shadowRoot ? within(each.shadowRoot) : [])];
    const sheet = new CSSStyleSheet();
    sheet.isOfTest = true;
    sheet.replaceSync(arguments[0]);
    for (const root of within(document)) {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((each) => !each.isOfTest), sheet];
    }
";

/// How a reader reads.
struct Condition {
    name: &'static str,
    /// Width of the window, in CSS pixels.
    width: u32,
    /// Size of the letters that the browser is set to, in CSS pixels.
    letters: u32,
    style: &'static str,
}

/// Width of a phone, in CSS pixels.
const PHONE: u32 = 375;

/// Letters as browsers have them at first.
const LETTERS: u32 = 16;

/// Texts as they are written.
const PLAIN: Condition = Condition { name: "", width: PHONE, letters: LETTERS, style: "" };

/// Conditions under which WCAG 2.2 wants no loss: 1.4.12, and 1.4.4 in both ways.
const CONDITIONS: [Condition; 3] = [
    Condition {
        name: "text spacing",
        width: 320,
        letters: LETTERS,
        style: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
            p { margin-block-end: 2em !important }",
    },
    Condition { name: "root at 200 %", width: PHONE, letters: LETTERS, style: ":root { font-size: 200% !important }" },
    Condition { name: "letters of 32 px", width: PHONE, letters: 32, style: "" },
];

/// Browser and texts of a tour.
struct Phone<'a> {
    browser: &'a BrowserSession,
    oracle: Oracle,
    locale: &'static str,
    conditions: &'static [Condition],
}

impl Phone<'_> {
    async fn check(&self, what: &str) {
        for condition in self.conditions {
            let what = format!("{what} {} {}", self.locale, condition.name);
            self.set(condition).await;
            // Pictures of every screen, to look at what is reported.
            if let Some(folder) = std::env::var_os("BOUSSOLE_PICTURES") {
                let path = std::path::Path::new(&folder).join(format!("{}.png", what.replace(' ', "-")));
                std::fs::write(path, self.browser.picture().await).expect("the picture can be written");
            }
            let faults = self.browser.run(FAULTS, vec![json!(condition.width)]).await;
            assert_eq!(faults, json!([]), "{what}");
        }
        if self.conditions.len() > 1 {
            self.set(&PLAIN).await;
        }
    }

    async fn set(&self, condition: &Condition) {
        let &Condition { width, letters, style, .. } = condition;
        let browser = self.browser;
        browser.scale(width, 667, 1).await;
        browser.command("Page.setFontSizes", json!({ "fontSizes": { "standard": letters } })).await;
        browser.run(RESTYLE, vec![json!(style)]).await;
        let is_set = "return document.documentElement.clientWidth === arguments[0]";
        browser.wait("the width", is_set, vec![json!(width)]).await;
    }

    fn page(&self, parameters: &str) -> String {
        format!("?lang={}{parameters}", self.locale)
    }

    /// Path of the page of its own in the language.
    fn start(&self) -> String {
        if self.locale == "fr" { String::new() } else { format!("{}/", self.locale) }
    }
}

fn run(
    dist: PathBuf,
    locale: &'static str,
    conditions: &'static [Condition],
    tour: impl AsyncFnOnce(&TestBed, Phone<'_>),
) {
    test_bed::run_with(&dist, async |bed| {
        let browser = bed.browser().await;
        // Phones show no scroll bars.
        browser.command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        browser.scale(PHONE, 667, 1).await;
        tour(bed, Phone { browser: &browser, oracle: Oracle::new(locale), locale, conditions }).await;
    });
}

/// Tests of one tour: the pseudolocale, whose texts are 40 % longer than French, and each language under the conditions.
macro_rules! tests_of {
    ($($tour:ident),*) => {
        $(mod $tour {
            use super::*;

            #[test]
            fn with_longer_texts() {
                run(environment::pseudolocale_dist(), LOCALE, &[PLAIN], tours::$tour);
            }

            #[test]
            fn with_larger_letters_and_wider_spacing_in_french() {
                run(environment::dist(), "fr", &CONDITIONS, tours::$tour);
            }

            #[test]
            fn with_larger_letters_and_wider_spacing_in_english() {
                run(environment::dist(), "en", &CONDITIONS, tours::$tour);
            }
        })*
    };
}

tests_of!(questions, report, pages);
