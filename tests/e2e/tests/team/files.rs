//! The team as files, which are kept for real and read back, and on paper.

use std::fs;

use boussole_core::answers::{Answers, Level, Response};
use boussole_core::link::decode_team;
use boussole_core::team::{disagreements, settled};
use boussole_core::texts::LazyText;
use boussole_e2e::downloads::Downloads;
use boussole_e2e::environment::root;
use boussole_e2e::known::{Known, plain};
use boussole_e2e::paper::{Paper, bare};
use boussole_e2e::stage;
use serde_json::{Value, json};

use super::*;

/// The signs of the responses that a member gave.
fn signs(written: &str) -> Vec<String> {
    written.chars().filter(|sign| *sign != ' ').map(String::from).collect()
}

/// What the team of the ten colleagues says of an item together: the levels that were given, in order.
fn levels(item: usize) -> Vec<String> {
    let mut levels: Vec<String> =
        COLLEAGUES.iter().map(|(written, _)| signs(written)[item].clone()).collect();
    levels.retain(|sign| sign.parse::<u8>().is_ok());
    levels.sort();
    levels
}

/// Has the team agree on level 1 of the first disagreement, and gives that item.
async fn agree(widget: Widget<'_>, known: &Known) -> usize {
    widget.act("workshop").await;
    widget.on("workshop").await;
    widget.choose("[name=agreed]", "1").await;
    widget.wait("the choice", "return find('input:checked')").await;
    widget.act("end").await;
    widget.on("team").await;
    disagreements(known.questionnaire(), &colleagues(known))[0].item
}

/// What the ten say together, worked out here: the lower median, and what was agreed on.
fn in_common(agreed: usize) -> Vec<String> {
    let response = |item: usize| match &levels(item)[..] {
        _ if item == agreed => String::from("1"),
        levels => levels[(levels.len() - 1) / 2].clone(),
    };
    (0..12).map(response).collect()
}

#[test]
fn the_table_has_everybody_side_by_side_in_either_language() {
    stage::run(async |stage| {
        for (locale, separator) in [("fr", b';'), ("en", b',')] {
            let browser = stage.browser().await;
            let known = Known::new(locale);
            let widget = enter_with_colleagues(&browser, &known).await;
            let agreed = agree(widget, &known).await;
            let downloads = Downloads::of(&browser).await;
            let csv = downloads.text(widget, "csv", "boussole-liberte-numerique-express-team.csv").await;
            let csv = csv.strip_prefix('\u{feff}').expect("spreadsheets are told that it is UTF-8");
            let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(csv.as_bytes());
            let heads: Vec<String> = reader.headers().expect("there is a head").iter().map(plain).collect();
            assert_eq!(heads.len(), 5 + 10 + 6);
            assert_eq!(heads[5..15], names(&known, &colleagues(&known)));
            let rows: Vec<csv::StringRecord> =
                reader.records().map(|row| row.expect("a row is sound")).collect();
            assert_eq!(rows.len(), 12);
            for (at, (written, _)) in COLLEAGUES.iter().enumerate() {
                let column: Vec<&str> = rows.iter().map(|row| &row[5 + at]).collect();
                assert_eq!(column, signs(written), "{}", heads[5 + at]);
            }
            let in_common = in_common(agreed);
            for (item, row) in rows.iter().enumerate() {
                let levels = levels(item);
                let median = &levels[(levels.len() - 1) / 2];
                let unknown =
                    COLLEAGUES.iter().filter(|(written, _)| signs(written)[item] == "?").count().to_string();
                let settled = if item == agreed { "1" } else { "" };
                let expected =
                    [&levels[0], &levels[levels.len() - 1], median, &unknown, settled, &in_common[item]];
                assert_eq!((15..21).map(|at| &row[at]).collect::<Vec<_>>(), expected, "{row:?}");
            }
        }
    });
}

#[test]
fn the_object_fits_its_schema_and_its_link_is_the_team() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = enter_with_colleagues(&browser, &known).await;
        let agreed = agree(widget, &known).await;
        let downloads = Downloads::of(&browser).await;
        let text = downloads.text(widget, "json", "boussole-liberte-numerique-express-team.json").await;
        let object: Value = serde_json::from_str(&text).expect("the file is JSON");
        let schema = fs::read(root().join("schemas/team.schema.json")).expect("there is a schema");
        let schema = serde_json::from_slice(&schema).expect("the schema is JSON");
        let validator = jsonschema::validator_for(&schema).expect("the schema is sound");
        let faults: Vec<String> = validator.iter_errors(&object).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());

        let team = colleagues(&known);
        let link = object["link"].as_str().expect("it has a link");
        assert_eq!(decode_team(known.questionnaire(), link), Ok(team.clone()));
        let items = object["items"].as_array().expect("it has the items");
        for ((item, told), expected) in items.iter().enumerate().zip(in_common(agreed)) {
            let level: u8 = expected.parse().expect("each item is known to somebody");
            assert_eq!(told["response"], json!(level), "{told}");
            assert_eq!(told["agreed"], if item == agreed { json!(1) } else { Value::Null }, "{told}");
        }
        let one = Level::new(1).expect("it is one of five");
        let agreed =
            Answers::none(known.questionnaire()).with(known.questionnaire(), agreed, Response::Level(one));
        let settled = settled(known.questionnaire(), &team, &agreed).expect("there is somebody");
        let whole = boussole_core::report::Report::new(known.questionnaire(), &settled).summary.whole;
        let assured = whole.expect("something applies").assured();
        assert_eq!(object["consolidated"]["scores"]["whole"]["assured"], json!(assured));

        // The file is read back like any text that holds the link.
        widget.act("empty").await;
        widget.wait("an empty team", "return !find('.members')").await;
        paste(widget, &text).await;
        said(widget, &known.room_words(LazyText::TeamAdded, &[("count", "10")])).await;
        assert_eq!(kept(&browser, &known).await, team);
    });
}

#[test]
fn the_document_says_in_words_what_the_room_shows() {
    stage::run(async |stage| {
        for locale in ["fr", "en"] {
            let browser = stage.browser().await;
            let known = Known::new(locale);
            let widget = enter_with_colleagues(&browser, &known).await;
            let agreed = agree(widget, &known).await;
            let downloads = Downloads::of(&browser).await;
            let document =
                downloads.text(widget, "markdown", "boussole-liberte-numerique-express-team.md").await;
            let document = plain(&document.replace('\\', ""));
            let told = known.told(&in_common(agreed).concat());
            let people = known.room_words(LazyText::TeamMembers, &[("count", "10")]);
            let mut wanted = vec![told.headline, told.level, people];
            // Each disagreement with its sentence on the two worlds.
            let shown = "return all('.talk > li:has(.voices) > p:not(.agreed)').map((each) => plain(each.textContent))";
            let shown: Vec<String> = serde_json::from_value(widget.read(shown).await).expect("texts");
            assert!(shown.len() > 5);
            wanted.extend(shown);
            // Where a sentence begins is the document's.
            let document = document.to_lowercase();
            for text in wanted {
                assert!(document.contains(&text.to_lowercase()), "{text} in {document}");
            }
        }
    });
}

/// Notes what a frame is about to print, and lets the browser print it: no test can see its window.
const NOTE_PRINTS: &str = "
    const print = window.print.bind(window);
    window.print = () => {
        const root = document.body.shadowRoot;
        const parts = [...(root?.querySelectorAll('.boussole .team > div > :not(.on-screen)') ?? [])];
        top.printed = [top !== window, parts.map((each) => each.outerHTML), root?.adoptedStyleSheets.length];
        print();
    };";

#[test]
fn the_print_button_prints_what_the_team_says_and_none_of_its_controls() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.watch().before_each_page(NOTE_PRINTS).await;
        let known = Known::new("fr");
        let widget = enter_with_colleagues(&browser, &known).await;
        let agreed = agree(widget, &known).await;
        widget.act("print").await;
        said(widget, &known.room_words(LazyText::ExportPrinting, &[])).await;
        let printed = widget.wait("something to be printed", "return window.printed").await;
        let room = "return [true, all('.team > div > :not(.on-screen)').map((each) => each.outerHTML),
            root.adoptedStyleSheets.length]";
        assert_eq!(
            printed,
            widget.read(room).await,
            "the room, its styles, and nothing of the page around it"
        );
        let shown = "return all('.talk > li:has(.voices) > p').map((each) => plain(each.textContent))";
        let shown: Vec<String> = serde_json::from_value(widget.read(shown).await).expect("texts");

        // What is printed is the room in its styles, so a test reads it where the browser prints the page.
        let paper = Paper::new(&browser.paper().await);
        let text: String =
            (1..=paper.pages()).map(|page| paper.text(page.try_into().expect("few"))).collect();
        let summary = stands(&known, &known.report(&in_common(agreed).concat()).summary);
        let agreed = known.room_words(
            LazyText::TeamAgreed,
            &[("answer", &known.room_words(LazyText::TeamLevel, &[("level", "1")]))],
        );
        for said in shown.iter().chain([&summary, &agreed]) {
            assert!(text.contains(&bare(said)), "{said} on {text}");
        }
        for hidden in [LazyText::TeamPaste, LazyText::TeamAskMeaning, LazyText::TeamFiles] {
            let hidden = known.room_words(hidden, &[]);
            assert!(!text.contains(&bare(&hidden)), "{hidden} on {text}");
        }
        browser.command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let controls = "return all('.team :is(button, input, textarea)').filter((each) => each.checkVisibility()).length";
        assert_eq!(widget.read(controls).await, json!(0));
    });
}
