//! Files of the team, downloaded and read back, and its print.

use std::fs;

use boussole_core::answers::{Answers, Level, Response};
use boussole_core::link::decode_team;
use boussole_core::team::{disagreements, settled};
use boussole_core::texts::LazyText;
use boussole_e2e::downloads::Downloads;
use boussole_e2e::environment::root;
use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::pdf::{Pdf, without_spaces};
use boussole_e2e::test_bed;
use serde_json::{Value, json};

use super::*;

/// Responses of a member as characters.
fn signs(written: &str) -> Vec<String> {
    written.chars().filter(|sign| *sign != ' ').map(String::from).collect()
}

/// Sorted levels of the ten colleagues for an item.
fn levels(item: usize) -> Vec<String> {
    let mut levels: Vec<String> =
        COLLEAGUES.iter().map(|(written, _)| signs(written)[item].clone()).collect();
    levels.retain(|sign| sign.parse::<u8>().is_ok());
    levels.sort();
    levels
}

/// Agrees on level 1 for the first disagreement. Returns its item.
async fn agree(widget: WidgetPage<'_>, oracle: &Oracle) -> usize {
    widget.click_action("workshop").await;
    widget.wait_for_screen("workshop").await;
    widget.choose("[name=agreed]", "1").await;
    widget.wait("the choice", "return find('input:checked')").await;
    widget.click_action("end").await;
    widget.wait_for_screen("team").await;
    disagreements(oracle.questionnaire(), &colleagues(oracle))[0].item
}

/// Expected shared answers: lower medians, and the agreement.
fn in_common(agreed: usize) -> Vec<String> {
    let response = |item: usize| match &levels(item)[..] {
        _ if item == agreed => String::from("1"),
        levels => levels[(levels.len() - 1) / 2].clone(),
    };
    (0..12).map(response).collect()
}

#[test]
fn the_table_has_everybody_side_by_side_in_either_language() {
    test_bed::run(async |bed| {
        for (locale, separator) in [("fr", b';'), ("en", b',')] {
            let browser = bed.browser().await;
            let oracle = Oracle::new(locale);
            let widget = open_team_with_colleagues(&browser, &oracle).await;
            let agreed = agree(widget, &oracle).await;
            let downloads = Downloads::of(&browser).await;
            let csv = downloads.text(widget, "csv", "boussole-liberte-numerique-express-team.csv").await;
            let csv = csv.strip_prefix('\u{feff}').expect("the file has a byte order mark");
            let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(csv.as_bytes());
            let heads: Vec<String> = reader.headers().expect("there is a head").iter().map(plain).collect();
            assert_eq!(heads.len(), 5 + 10 + 6);
            assert_eq!(heads[5..15], names(&oracle, &colleagues(&oracle)));
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
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_team_with_colleagues(&browser, &oracle).await;
        let agreed = agree(widget, &oracle).await;
        let downloads = Downloads::of(&browser).await;
        let text = downloads.text(widget, "json", "boussole-liberte-numerique-express-team.json").await;
        let object: Value = serde_json::from_str(&text).expect("the file is JSON");
        let schema = fs::read(root().join("schemas/team.schema.json")).expect("there is a schema");
        let schema = serde_json::from_slice(&schema).expect("the schema is JSON");
        let validator = jsonschema::validator_for(&schema).expect("the schema is sound");
        let faults: Vec<String> = validator.iter_errors(&object).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());

        let team = colleagues(&oracle);
        let link = object["link"].as_str().expect("it has a link");
        assert_eq!(decode_team(oracle.questionnaire(), link), Ok(team.clone()));
        let items = object["items"].as_array().expect("it has the items");
        for ((item, item_json), expected) in items.iter().enumerate().zip(in_common(agreed)) {
            let level: u8 = expected.parse().expect("each item is known to a member");
            assert_eq!(item_json["response"], json!(level), "{item_json}");
            assert_eq!(
                item_json["agreed"],
                if item == agreed { json!(1) } else { Value::Null },
                "{item_json}"
            );
        }
        let one = Level::new(1).expect("it is one of five");
        let agreed =
            Answers::none(oracle.questionnaire()).with(oracle.questionnaire(), agreed, Response::Level(one));
        let settled = settled(oracle.questionnaire(), &team, &agreed).expect("the team has members");
        let whole = boussole_core::report::Report::new(oracle.questionnaire(), &settled).summary.whole;
        let assured = whole.expect("something applies").assured();
        assert_eq!(object["consolidated"]["scores"]["whole"]["assured"], json!(assured));

        // The file is pasted like any text with a link.
        widget.click_action("empty").await;
        widget.wait("an empty team", "return !find('.members')").await;
        paste(widget, &text).await;
        wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "10")])).await;
        assert_eq!(stored_team(&browser, &oracle).await, team);
    });
}

#[test]
fn the_document_has_every_text_of_the_screen() {
    test_bed::run(async |bed| {
        for locale in ["fr", "en"] {
            let browser = bed.browser().await;
            let oracle = Oracle::new(locale);
            let widget = open_team_with_colleagues(&browser, &oracle).await;
            let agreed = agree(widget, &oracle).await;
            let downloads = Downloads::of(&browser).await;
            let document =
                downloads.text(widget, "markdown", "boussole-liberte-numerique-express-team.md").await;
            let document = plain(&document.replace('\\', ""));
            let item_json = oracle.report_text(&in_common(agreed).concat());
            let people = oracle.lazy_text(LazyText::TeamMembers, &[("count", "10")]);
            let mut wanted = vec![item_json.headline, item_json.level, people];
            // Each disagreement with its sentence.
            let shown = "return all('.talk > li:has(.voices) > p:not(.agreed)').map((each) => plain(each.textContent))";
            let shown: Vec<String> = serde_json::from_value(widget.read(shown).await).expect("texts");
            assert!(shown.len() > 5);
            wanted.extend(shown);
            // Capital letters depend on the document.
            let document = document.to_lowercase();
            for text in wanted {
                assert!(document.contains(&text.to_lowercase()), "{text} in {document}");
            }
        }
    });
}

/// Records the content of the print frame: the print dialogue is out of reach.
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
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.monitor().before_each_page(NOTE_PRINTS).await;
        let oracle = Oracle::new("fr");
        let widget = open_team_with_colleagues(&browser, &oracle).await;
        let agreed = agree(widget, &oracle).await;
        widget.click_action("print").await;
        wait_for_outcome(widget, &oracle.lazy_text(LazyText::ExportPrinting, &[])).await;
        let printed = widget.wait("something to be printed", "return window.printed").await;
        let screen = "return [true, all('.team > div > :not(.on-screen)').map((each) => each.outerHTML),
            root.adoptedStyleSheets.length]";
        assert_eq!(
            printed,
            widget.read(screen).await,
            "the room, its styles, and nothing of the page around it"
        );
        let shown = "return all('.talk > li:has(.voices) > p').map((each) => plain(each.textContent))";
        let shown: Vec<String> = serde_json::from_value(widget.read(shown).await).expect("texts");

        // The printed content is the team screen in its styles: the PDF of the page has the same.
        let document = Pdf::new(&browser.print_pdf().await);
        let text: String =
            (1..=document.pages()).map(|page| document.text(page.try_into().expect("few"))).collect();
        let summary = result_line(&oracle, &oracle.report(&in_common(agreed).concat()).summary);
        let agreed = oracle.lazy_text(
            LazyText::TeamAgreed,
            &[("answer", &oracle.lazy_text(LazyText::TeamLevel, &[("level", "1")]))],
        );
        for wait_for_message in shown.iter().chain([&summary, &agreed]) {
            assert!(text.contains(&without_spaces(wait_for_message)), "{wait_for_message} on {text}");
        }
        for hidden in [LazyText::TeamPaste, LazyText::TeamAskMeaning, LazyText::TeamFiles] {
            let hidden = oracle.lazy_text(hidden, &[]);
            assert!(!text.contains(&without_spaces(&hidden)), "{hidden} on {text}");
        }
        browser.command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let controls = "return all('.team :is(button, input, textarea)').filter((each) => each.checkVisibility()).length";
        assert_eq!(widget.read(controls).await, json!(0));
    });
}
