//! What the report says is what the core says.

use boussole::questionnaire::{Role, Word};
use boussole::report::{NextStep, next_step};
use boussole::score::Range;
use boussole::texts::{Name, Text};
use boussole_e2e::known::{Known, plain};
use boussole_e2e::stage;

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
fn the_figures_are_those_of_the_core() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        for written in CASES {
            let widget = browser.open_report(&known.link(written)).await;
            assert_eq!(widget.told().await, known.told(written), "{written}");
            let held_back = known.report(written).standing.verdict(known.questionnaire()).unwrap().held_back;
            assert_eq!(widget.has(".held-back").await, held_back, "{written}");
        }
    });
}

#[test]
fn the_figures_are_those_worked_out_by_hand() {
    // Four items a principle, each a quarter of it; the principles weigh alike.
    let cases = [
        // All at half: 50 everywhere.
        ("2222 2222 2222", ["50 50", "50 50", "50 50", "50 50"]),
        // Nothing known: anything is possible.
        ("???? ???? ????", ["0 100", "0 100", "0 100", "0 100"]),
        // choose (75 + 0..100 + 25 + 50)/4 = 37.5..62.5; master (100 + 50 + 0)/3 = 50;
        // build (25 + 100 + 75 + 50)/4 = 62.5; the whole 150/3 = 50 to 175/3 = 58.3.
        ("3?12 420- 1432", ["38 63", "50 50", "63 63", "50 58"]),
    ];
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("en");
        for (written, expected) in cases {
            browser.keep(&known.link(written)).await;
            let widget = browser.open("?lang=en").await;
            widget.on("report").await;
            let figures = widget.told().await.figures;
            let shown: Vec<_> = figures.iter().map(|row| format!("{} {}", row[1], row[2])).collect();
            assert_eq!(shown, expected, "{written}");
        }
    });
}

#[test]
fn blind_spots_and_priorities_are_named() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        for written in CASES {
            let widget = browser.open_report(&known.link(written)).await;
            let report = known.report(written);
            let items = |positions: &[usize]| -> Vec<_> {
                positions.iter().filter_map(|position| known.questionnaire().item(*position)).collect()
            };
            // A group for each function that is best placed to know.
            let blind_spots = widget.texts(".blind-spots li p").await;
            let mut expected = Vec::new();
            for (_, role) in Role::WORDS {
                let items = items(&report.blind_spots).into_iter();
                let prompts: Vec<_> =
                    items.filter(|item| item.respondent == *role).map(|item| plain(&item.prompt)).collect();
                if !prompts.is_empty() {
                    expected.push(known.words(Text::ReportAsk, &[("role", &role_in_words(&known, *role))]));
                    expected.extend(prompts);
                }
            }
            assert_eq!(blind_spots, expected, "{written}");

            let first = &report.priorities[..report.priorities.len().min(3)];
            let priorities = widget.texts(".priorities .subject").await;
            let expected: Vec<_> = items(first).iter().map(|item| plain(&item.short)).collect();
            assert_eq!(priorities, expected, "{written}");
            assert_steps(&known, written, first, &widget.texts(".priorities .step").await);
        }
    });
}

fn role_in_words(known: &Known, role: Role) -> String {
    let wanted = format!("role.{}", role.word().replace('-', "_"));
    let (text, _) = Text::ALL.iter().find(|(_, key)| *key == wanted).expect("each role has a text");
    known.words(*text, &[])
}

/// Each priority comes with its step, or with whom to ask.
fn assert_steps(known: &Known, written: &str, positions: &[usize], steps: &[String]) {
    for (position, step) in positions.iter().zip(steps) {
        let item = known.questionnaire().item(*position).expect("a priority is an item");
        match next_step(item, known.responses(written)[*position]) {
            Some(NextStep::Take(expected)) => assert_eq!(*step, plain(&expected.text), "{written}"),
            Some(NextStep::FindOut(_)) => assert!(!step.is_empty(), "{written}"),
            None => panic!("{written}: nothing is left to do about question {}", position + 1),
        }
    }
}

#[test]
fn every_dimension_has_its_figures() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let written = "3?12 42?- 1432";
        let widget = browser.open_report(&known.link(written)).await;
        let scores = known.report(written).scores.dimensions;
        let mut scores = scores.iter();
        let mut expected = Vec::new();
        for principle in &known.questionnaire().principles {
            expected.push(vec![plain(&principle.name)]);
            for (dimension, score) in principle.dimensions.iter().zip(scores.by_ref()) {
                let dash = known.words(Text::ReportDash, &[]);
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
fn the_chart_is_a_picture_a_sentence_and_a_table() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open_report(&known.link("3?12 420- 1432")).await;
        assert!(widget.has("svg.emblem[role=img][aria-label]").await);
        let sentences = widget.texts(".bars .bar-said").await;
        assert_eq!(sentences.len(), 3);
        for (sentence, row) in sentences.iter().zip(known.told("3?12 420- 1432").figures) {
            assert!(row.iter().all(|cell| sentence.contains(cell)), "{sentence} holds {row:?}");
        }
        widget.click("summary").await;
        widget.wait("the table to open", "return find('table.figures').checkVisibility()").await;
        assert_eq!(widget.texts("table.figures thead th").await[0], known.words(Text::ReportPrinciple, &[]));
    });
}
