//! Report content equals that of the core.

use boussole_core::questionnaire::{Role, Word};
use boussole_core::report::{NextStep, next_step};
use boussole_core::score::Range;
use boussole_core::texts::Text;
use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::test_bed;

const CASES: [&str; 8] = [
    "3?12 420- 1432",
    "2222 2222 2222",
    "0000 0000 0000",
    "4444 4444 4444",
    "???? ???? ????",
    "4444 4444 0000",
    "1230 ??4? 2130",
    "4321 0123 4321",
];

#[test]
pub fn the_figures_are_those_of_the_core() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        for written in CASES {
            let widget = browser.open_report(&oracle.link(written)).await;
            assert_eq!(widget.report_text().await, oracle.report_text(written), "{written}");
            let held_back =
                oracle.report(written).summary.maturity_result(oracle.questionnaire()).unwrap().held_back;
            assert_eq!(widget.has(".held-back").await, held_back, "{written}");
        }
    });
}

#[test]
fn the_figures_are_those_worked_out_by_hand() {
    // Four items per principle, all of equal weight, as are the principles.
    let cases = [
        // All items at half: 50 everywhere.
        ("2222 2222 2222", ["50 50", "50 50", "50 50", "50 50"]),
        // No item known: 0 to 100.
        ("???? ???? ????", ["0 100", "0 100", "0 100", "0 100"]),
        // choose (75 + 0..100 + 25 + 50)/4 = 37.5..62.5, master (100 + 50 + 0)/3 = 50,
        // build (25 + 100 + 75 + 50)/4 = 62.5. The whole: 150/3 = 50 to 175/3 = 58.3.
        ("3?12 420- 1432", ["38 63", "50 50", "63 63", "50 58"]),
    ];
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("en");
        for (written, expected) in cases {
            browser.store_draft(&oracle.link(written)).await;
            let widget = browser.open("?lang=en").await;
            widget.wait_for_screen("report").await;
            let figures = widget.report_text().await.figures;
            let shown: Vec<_> = figures.iter().map(|row| format!("{} {}", row[1], row[2])).collect();
            assert_eq!(shown, expected, "{written}");
        }
    });
}

#[test]
fn blind_spots_and_priorities_are_named() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        for written in CASES {
            let widget = browser.open_report(&oracle.link(written)).await;
            let report = oracle.report(written);
            let items = |positions: &[usize]| -> Vec<_> {
                positions.iter().filter_map(|position| oracle.questionnaire().item(*position)).collect()
            };
            // A group per role that can answer.
            let blind_spots = widget.texts(".blind-spots li p").await;
            let mut expected = Vec::new();
            for (_, role) in Role::WORDS {
                let items = items(&report.blind_spots).into_iter();
                let prompts: Vec<_> =
                    items.filter(|item| item.respondent == *role).map(|item| plain(&item.prompt)).collect();
                if !prompts.is_empty() {
                    expected.push(oracle.text(Text::ReportAsk, &[("role", &oracle.role(*role))]));
                    expected.extend(prompts);
                }
            }
            assert_eq!(blind_spots, expected, "{written}");

            let first = &report.priorities[..report.priorities.len().min(3)];
            let priorities = widget.texts(".priorities .subject").await;
            let expected: Vec<_> = items(first).iter().map(|item| plain(&item.short)).collect();
            assert_eq!(priorities, expected, "{written}");
            assert_steps(&oracle, written, first, &widget.texts(".priorities .step").await);
        }
    });
}

/// Asserts the step of each priority, or the role to ask.
fn assert_steps(oracle: &Oracle, written: &str, positions: &[usize], steps: &[String]) {
    for (position, step) in positions.iter().zip(steps) {
        let item = oracle.questionnaire().item(*position).expect("a priority is an item");
        match next_step(item, oracle.responses(written)[*position]) {
            Some(NextStep::Take(expected)) => assert_eq!(*step, plain(&expected.text), "{written}"),
            Some(NextStep::FindOut(_)) => assert!(!step.is_empty(), "{written}"),
            None => panic!("{written}: nothing is left to do about question {}", position + 1),
        }
    }
}

#[test]
fn every_dimension_has_its_figures() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let written = "3?12 42?- 1432";
        let widget = browser.open_report(&oracle.link(written)).await;
        widget.open_details().await;
        let scores = oracle.report(written).scores.dimensions;
        let mut scores = scores.iter();
        let mut expected = Vec::new();
        for principle in &oracle.questionnaire().principles {
            expected.push(vec![plain(&principle.name)]);
            for (dimension, score) in principle.dimensions.iter().zip(scores.by_ref()) {
                let dash = oracle.text(Text::ReportDash, &[]);
                let ends = score.map(Range::from).map(|range| [range.assured(), range.possible()]);
                let ends = ends.map_or([dash.clone(), dash], |ends| ends.map(|points| points.to_string()));
                expected.push([&[plain(&dimension.name)], &ends[..]].concat());
            }
        }
        let cells = "return all('table.dimensions tbody tr').map(
            (row) => [...row.cells].map((cell) => plain(cell.textContent)))";
        let found: Vec<Vec<String>> = serde_json::from_value(widget.read(cells).await).expect("texts");
        assert_eq!(found, expected);
    });
}

#[test]
fn one_screen_says_it_all() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        // Script: bottom edges of headline, level and facts.
        let feet = "return all('.headline, .level, .facts div').map(
            (each) => Math.round(each.getBoundingClientRect().bottom + scrollY))";
        for locale in ["fr", "en"] {
            let oracle = Oracle::new(locale);
            for (width, height) in [(1280, 800), (375, 667)] {
                browser.resize(width, height).await;
                browser.store_draft(&oracle.link("3?12 42?- 1432")).await;
                let widget = browser.open(&format!("?lang={locale}")).await;
                widget.wait_for_screen("report").await;
                widget.click_action("close-notice").await;
                widget.wait("the notice to go", "return !find('.notice')").await;
                let feet: Vec<u32> = serde_json::from_value(widget.read(feet).await).expect("numbers");
                assert_eq!(feet.len(), 5, "score, level, weakest principle, coverage, blind spots");
                assert!(feet.iter().all(|foot| *foot <= height), "{locale}, {width}: {feet:?}");
            }
        }
    });
}

#[test]
fn facts_say_what_is_weakest_and_what_is_known() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        for written in CASES {
            let widget = browser.open_report(&oracle.link(written)).await;
            let report = oracle.report(written);
            let whole = report.scores.whole.expect("something applies");
            let values =
                [("known", &*whole.known.to_string()), ("applicable", &*whole.applicable.to_string())];
            let facts = widget.texts(".facts dd").await;
            assert_eq!(facts[1], oracle.text(Text::ReportKnownOf, &values), "{written}");
            assert_eq!(facts[2], report.blind_spots.len().to_string(), "{written}");
            for id in report.summary.weakest().into_iter().filter(|_| report.summary.weakest().len() < 3) {
                let name = plain(&oracle.questionnaire().principle(id).name);
                assert!(facts[0].contains(&name), "{written}: {name} in {}", facts[0]);
            }
        }
    });
}

#[test]
pub fn every_chart_has_its_sentences_and_its_table() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let written = "3?12 42?- 1432";
        let widget = browser.open_report(&oracle.link(written)).await;
        widget.open_details().await;
        // A bar per principle and dimension with a score, each under its sentence.
        let scores = oracle.report(written).scores;
        let scored = scores.principles.iter().chain(&scores.dimensions).flatten().count();
        let lone = "return all('.bars .bar').filter((bar) => !plain(bar.previousElementSibling?.textContent)).length";
        assert_eq!(widget.read("return all('.bars .bar').length").await, scored);
        assert_eq!(widget.read(lone).await, 0);
        // A square per item.
        let squares = "return all('.spread tbody tr').map((row) => [
            row.querySelectorAll('rect').length, Number(row.cells[1].textContent)])";
        let squares: Vec<[usize; 2]> = serde_json::from_value(widget.read(squares).await).expect("numbers");
        assert!(squares.iter().all(|[drawn, labelled]| drawn == labelled), "{squares:?}");
        assert_eq!(squares.iter().map(|[drawn, _]| drawn).sum::<usize>(), oracle.questionnaire().len());
        assert_eq!(
            widget
                .read(
                    "return all('.holds svg').length > 0 && all('.holds svg').every(
            (each) => each.querySelectorAll('rect').length === 4)"
                )
                .await,
            true
        );
    });
}

#[test]
fn the_chart_is_a_picture_a_sentence_and_a_table() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open_report(&oracle.link("3?12 420- 1432")).await;
        assert!(widget.has("svg.emblem[role=img][aria-label]").await);
        let sentences = widget.texts(".why-principles .bar-said").await;
        assert_eq!(sentences.len(), 3);
        for (sentence, row) in sentences.iter().zip(oracle.report_text("3?12 420- 1432").figures) {
            assert!(row.iter().all(|cell| sentence.contains(cell)), "{sentence} holds {row:?}");
        }
        widget.click("summary").await;
        widget.wait("the table to open", "return find('table.figures').checkVisibility()").await;
        assert_eq!(widget.texts("table.figures thead th").await[0], oracle.text(Text::ReportPrinciple, &[]));
    });
}
