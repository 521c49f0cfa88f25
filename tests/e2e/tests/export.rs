//! Export: every file is downloaded, opened and read back.

use std::collections::BTreeMap;
use std::fs;

use boussole_core::answers::Response;
use boussole_core::link::Content;
use boussole_core::texts::LazyText;
use boussole_e2e::browser::{BrowserSession, Preference};
use boussole_e2e::downloads::Downloads;
use boussole_e2e::environment::root;
use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::widget::{ReportText, WidgetPage, value};
use boussole_e2e::{picture, qr_code, test_bed};
use serde_json::{Value, json};

const WRITTEN: &str = "3?12 42?- 1432";

async fn open_export<'a>(browser: &'a BrowserSession, oracle: &Oracle, page: &str) -> WidgetPage<'a> {
    browser.store_draft(&oracle.link(WRITTEN)).await;
    let widget = browser.open(page).await;
    widget.wait_for_screen("report").await;
    widget.open_screen("take").await;
    widget
}

#[test]
fn the_picture_card_is_a_png_of_either_size_with_something_on_it() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_export(&browser, &oracle, "").await;
        let downloads = Downloads::of(&browser).await;
        let mut results = Vec::new();
        for (format, size) in [("wide", (1200, 630)), ("square", (1080, 1080))] {
            widget.choose("[name=format]", format).await;
            widget.wait(format, &format!("return find('[name=format][value={format}]').checked")).await;
            let (name, png) = downloads.file(widget, "png").await;
            assert!(name.starts_with("boussole-liberte-numerique-express"), "{name}");
            assert!(name.ends_with(".png"), "{name}");
            assert_eq!(picture::size(&png), size, "{format}");
            assert!(
                picture::colours(&png) > 20,
                "{format}: letters and a rose, not {}",
                picture::colours(&png)
            );
            results.push(png);
        }
        assert_eq!(widget.text(".outcome .said").await, oracle.lazy_text(LazyText::ExportPictureSaved, &[]));

        // A typed name appears on the card.
        widget.click("[data-field=organisation]").await;
        browser.press("Bureau & fils <Lyon>").await;
        widget.wait("the name on the card", "return text('svg.card').includes('Bureau & fils <Lyon>')").await;
        let (_, named) = downloads.file(widget, "png").await;
        assert!(named != results[1], "the name is on the picture");
    });
}

#[test]
fn the_vector_card_is_sound_and_says_what_the_picture_shows() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_export(&browser, &oracle, "").await;
        let downloads = Downloads::of(&browser).await;
        widget.click("[data-field=organisation]").await;
        browser.press("Bureau & fils <Lyon>").await;
        widget.wait("the name on the card", "return text('svg.card').includes('Bureau & fils <Lyon>')").await;
        let svg = downloads.text(widget, "svg", "boussole-liberte-numerique-express.svg").await;
        let document = roxmltree::Document::parse(&svg).expect("the card is XML");
        let card = document.root_element();
        assert_eq!(card.tag_name().name(), "svg");
        let texts: String = card.descendants().filter_map(|node| node.text()).collect();
        let ReportText { headline, level, .. } = oracle.report_text(WRITTEN);
        let alternative = widget.read("return find('[data-field=alternative]').value").await;
        let alternative = plain(alternative.as_str().expect("the alternative is text"));
        for wanted in ["Bureau & fils <Lyon>", &*level] {
            assert!(plain(&texts).contains(wanted), "{wanted} in {texts}");
            assert!(alternative.contains(wanted), "{wanted} in {alternative}");
        }
        assert!(alternative.contains(&headline), "{headline} in {alternative}");
        assert!(plain(&texts).contains(&alternative), "the file has its alternative");
    });
}

async fn assert_table(browser: &BrowserSession, locale: &str, separator: u8) {
    let oracle = Oracle::new(locale);
    let widget = open_export(browser, &oracle, &format!("?lang={locale}")).await;
    let downloads = Downloads::of(browser).await;
    let csv = downloads.text(widget, "csv", "boussole-liberte-numerique-express.csv").await;
    let csv = csv.strip_prefix('\u{feff}').expect("the file has a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(csv.as_bytes());
    assert_eq!(reader.headers().expect("there is a head").len(), 9);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row is sound")).collect();
    let written: String = rows.iter().map(|row| &row[5]).collect();
    assert_eq!(oracle.answers(&written), oracle.answers(WRITTEN));
    for (row, item) in rows.iter().zip(oracle.questionnaire().items()) {
        assert_eq!([&row[1], &row[4]], [item.id.as_str(), &item.prompt]);
    }
}

#[test]
pub fn the_table_is_read_back_to_the_same_answers_in_either_language() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        assert_table(&browser, "fr", b';').await;
        assert_table(&browser, "en", b',').await;
    });
}

#[test]
fn a_chosen_separator_is_that_of_every_table_and_of_the_next_visit() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("en");
        let widget = open_export(&browser, &oracle, "?lang=en").await;
        let downloads = Downloads::of(&browser).await;
        let name = "boussole-liberte-numerique-express.csv";
        let chosen = "return find('[data-field=separator]').value";
        assert_eq!(widget.read(chosen).await, json!(","));
        widget.pick("[data-field=separator]", ";").await;
        assert!(downloads.text(widget, "csv", name).await.lines().all(|line| line.contains(';')));
        let widget = browser.open("?lang=en").await;
        widget.wait_for_screen("report").await;
        widget.open_screen("take").await;
        assert_eq!(widget.read(chosen).await, json!(";"));
        assert!(downloads.text(widget, "csv", name).await.lines().all(|line| line.contains(';')));
        widget.click_action("back").await;
        widget.wait_for_screen("report").await;
        widget.open_screen("team").await;
        assert_eq!(widget.read(chosen).await, json!(";"));
    });
}

/// Events of a calendar file by their identifiers: sequence, status and time.
fn events(calendar: &str) -> BTreeMap<String, [String; 3]> {
    let unfolded = calendar.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT").skip(1).map(|event| {
        let value = |name: &str| {
            let lines = event.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
            lines.map(str::to_owned).next().unwrap_or_default()
        };
        (value("UID"), [value("SEQUENCE"), value("STATUS"), value("DTSTAMP")])
    });
    events.collect()
}

#[test]
pub fn a_plan_that_is_exported_again_moves_its_events_and_cancels_those_of_dropped_steps() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_export(&browser, &oracle, "").await;
        let downloads = Downloads::of(&browser).await;
        let name = "boussole-liberte-numerique-express.ics";
        let first = events(&downloads.text(widget, "calendar", name).await);
        assert_eq!(first.len(), 6);
        assert!(first.values().all(|[sequence, status, _]| sequence.is_empty() && status.is_empty()));
        widget.click_action("back").await;
        widget.wait_for_screen("report").await;
        widget.open_screen("plan").await;
        widget.press_enter_on(".actions-kept li:nth-child(2) [data-action=drop]").await;
        widget.wait("five steps", "return all('.actions-kept > li').length === 5").await;
        // Another visit knows of the first file too.
        let widget = browser.open("").await;
        widget.wait_for_screen("report").await;
        widget.open_screen("take").await;
        let second = events(&downloads.text(widget, "calendar", name).await);
        assert!(second.keys().eq(first.keys()), "{second:?}");
        let count = |status: &str| second.values().filter(|[_, is, _]| is == status).count();
        assert_eq!((count("CONFIRMED"), count("CANCELLED")), (5, 1));
        for (uid, [sequence, _, time]) in &second {
            assert_eq!(sequence, "1");
            assert!(*time > first[uid][2], "{time}");
        }
    });
}

#[test]
pub fn the_object_fits_its_schema_and_its_link_is_the_result() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_export(&browser, &oracle, "").await;
        let downloads = Downloads::of(&browser).await;
        let object = downloads.text(widget, "json", "boussole-liberte-numerique-express.json").await;
        let object: Value = serde_json::from_str(&object).expect("the file is JSON");
        let schema = fs::read(root().join("schemas/result.schema.json")).expect("there is a schema");
        let schema = serde_json::from_slice(&schema).expect("the schema is JSON");
        let validator = jsonschema::validator_for(&schema).expect("the schema is sound");
        let faults: Vec<String> = validator.iter_errors(&object).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());

        assert_eq!(
            oracle.content(object["link"].as_str().expect("it has a link")),
            Content::Answers(oracle.answers(WRITTEN))
        );
        let items = object["items"].as_array().expect("it has the items");
        for (item, response) in items.iter().zip(oracle.responses(WRITTEN)) {
            let expected = match response {
                Response::Level(level) => json!(level.number()),
                Response::DontKnow => json!("?"),
                Response::NotApplicable => json!("-"),
            };
            assert_eq!(item["response"], expected, "{}", value(response));
        }
        assert_eq!(items.len(), 12);
    });
}

#[test]
pub fn the_files_hold_the_plan_as_it_was_put() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(WRITTEN)).await;
        let widget = browser.open("").await;
        widget.wait_for_screen("report").await;
        widget.open_screen("plan").await;
        widget.press_enter_on(".actions-kept li:nth-child(2) [data-action=drop]").await;
        widget.wait("five steps", "return all('.actions-kept > li').length === 5").await;
        let steps = widget.texts(".actions-kept .step").await;
        widget.click_action("back").await;
        widget.wait_for_screen("report").await;
        widget.open_screen("take").await;
        let downloads = Downloads::of(&browser).await;

        let calendar = downloads.text(widget, "calendar", "boussole-liberte-numerique-express.ics").await;
        // Folded lines continue after a space.
        let calendar = calendar.replace("\r\n ", "");
        let lines: Vec<&str> = calendar.lines().collect();
        let count = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
        assert_eq!((lines[0], lines[lines.len() - 1]), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
        for start in ["BEGIN:VEVENT", "END:VEVENT", "UID:", "DTSTART;VALUE=DATE:", "SUMMARY:"] {
            assert_eq!(count(start), 5, "{start} in {calendar}");
        }
        let summaries: Vec<String> = lines
            .iter()
            .filter_map(|line| line.strip_prefix("SUMMARY:"))
            .map(|summary| plain(&summary.replace('\\', "")))
            .collect();
        assert_eq!(summaries, steps);

        let document = downloads.text(widget, "markdown", "boussole-liberte-numerique-express.md").await;
        let document = plain(&document.replace('\\', ""));
        let ReportText { headline, level, figures, .. } = oracle.report_text(WRITTEN);
        for text in steps.iter().chain([&headline, &level]).chain(figures.iter().flatten()) {
            assert!(document.contains(text.as_str()), "{text} in {document}");
        }

        let object = downloads.text(widget, "json", "boussole-liberte-numerique-express.json").await;
        let object: Value = serde_json::from_str(&object).expect("the file is JSON");
        let steps_json = object["plan"].as_array().expect("it has the plan").iter();
        let exported: Vec<String> =
            steps_json.map(|step| plain(step["step"].as_str().unwrap_or_default())).collect();
        assert_eq!(exported, steps);
    });
}

#[test]
fn the_code_on_the_screen_is_the_link_that_is_chosen() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        for (preference, width) in [(Preference::Light, 1280), (Preference::Dark, 375)] {
            browser.prefer(preference).await;
            browser.resize(width, 800).await;
            let widget = open_export(&browser, &oracle, "").await;
            let mut results = Vec::new();
            for kind in ["full", "scores"] {
                widget.choose("[name=share]", kind).await;
                widget.wait(kind, &format!("return find('[name=share][value={kind}]').checked")).await;
                let link = widget.link().await;
                assert_eq!(qr_code::read_from(widget).await, link, "{kind}");
                let (page, fragment) = link.split_once('#').expect("a link has a fragment");
                assert_eq!(page, browser.address(""));
                results.push(oracle.content(fragment));
            }
            let expected =
                [Content::Answers(oracle.answers(WRITTEN)), Content::Scores(oracle.report(WRITTEN).summary)];
            assert_eq!(results, expected);
        }
    });
}

#[test]
fn the_code_is_saved_as_a_picture_of_the_same_link() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = open_export(&browser, &Oracle::new("fr"), "").await;
        let downloads = Downloads::of(&browser).await;
        let svg = downloads.text(widget, "qr", "boussole-liberte-numerique-express-qr.svg").await;
        let document = roxmltree::Document::parse(&svg).expect("the code is XML");
        let drawn = widget.read("return find('svg.code path').getAttribute('d')").await;
        let paths: Vec<_> = document.descendants().filter_map(|node| node.attribute("d")).collect();
        assert!(paths.contains(&drawn.as_str().expect("a path has its data")), "{svg}");
    });
}

/// Decoded percent-encoded text.
fn decoded(encoded: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        let digit =
            |byte: Option<u8>| char::from(byte.expect("two digits follow")).to_digit(16).expect("a digit");
        bytes.push(match byte {
            b'%' => (digit(rest.next()) * 16 + digit(rest.next())) as u8,
            _ => byte,
        });
    }
    String::from_utf8(bytes).expect("it is UTF-8")
}

#[test]
fn the_mail_holds_the_scores_alone_and_the_post_no_result() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_export(&browser, &oracle, "").await;
        // For every choice above.
        for kind in ["scores", "full"] {
            widget.choose("[name=share]", kind).await;
            widget.wait(kind, &format!("return find('[name=share][value={kind}]').checked")).await;
            let mail = widget.read("return find('[data-action=mail]').href").await;
            let mail = decoded(mail.as_str().expect("a mail has an address"));
            let start = format!("mailto:?subject={}", oracle.lazy_texts.get(LazyText::ExportMailSubject));
            assert!(mail.starts_with(&start), "{mail}");
            let links: Vec<&str> = mail.split_whitespace().filter(|word| word.contains('#')).collect();
            let [link] = links[..] else { panic!("one link, not {links:?}") };
            let (page, fragment) = link.split_once('#').expect("it has a fragment");
            assert_eq!(page, browser.address(""));
            assert_eq!(oracle.content(fragment), Content::Scores(oracle.report(WRITTEN).summary));
            assert!(plain(&mail).contains(&oracle.report_text(WRITTEN).headline), "{mail}");
        }
        let post = "const post = find('[data-action=post]'); return [post.href, post.rel, post.target]";
        let post: [String; 3] = serde_json::from_value(widget.read(post).await).expect("texts");
        let (to, page) = post[0].split_once("?url=").expect("the page is handed over");
        assert_eq!(to, "https://www.linkedin.com/sharing/share-offsite/");
        assert_eq!(decoded(page), browser.address(""));
        assert_eq!(post[1], "noopener noreferrer");
        for (action, key) in [("mail", LazyText::ExportMailReveals), ("post", LazyText::ExportPostReveals)] {
            let before = format!(
                "return plain(find('[data-action={action}]').parentElement.previousElementSibling.textContent)"
            );
            assert_eq!(
                widget.read(&before).await,
                json!(oracle.lazy_text(key, &[])),
                "the disclosure comes before the link"
            );
        }
    });
}

/// Script: what is read from a canvas is of chance, as in browsers that resist fingerprinting.
const SCRAMBLED: &str = "
    const { getImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.getImageData = function (...place) {
        const image = getImageData.apply(this, place);
        crypto.getRandomValues(image.data);
        return image;
    };
";

#[test]
fn a_picture_that_is_scrambled_when_read_back_is_offered_as_svg() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.monitor().before_each_page(SCRAMBLED).await;
        let widget = open_export(&browser, &oracle, "").await;
        widget.click_action("png").await;
        let said = oracle.lazy_text(LazyText::ExportPictureFailed, &[]);
        widget.wait(&said, &format!("return text('.outcome .said') === {}", json!(said))).await;
        let downloads = Downloads::of(&browser).await;
        let svg = downloads.text(widget, "svg", "boussole-liberte-numerique-express.svg").await;
        assert!(svg.starts_with("<svg"), "{svg}");
    });
}

#[test]
fn the_content_of_a_file_is_copied_where_the_download_may_be_denied() {
    test_bed::run(async |bed| {
        for locale in ["fr", "en"] {
            let browser = bed.browser().await;
            let oracle = Oracle::new(locale);
            let widget = open_export(&browser, &oracle, &format!("?lang={locale}")).await;
            let downloads = Downloads::of(&browser).await;
            browser.allow_reading_the_clipboard().await;
            assert!(!widget.has("[data-action=copy-content]").await, "nothing was asked for yet");
            for action in ["csv", "markdown", "json", "svg"] {
                let (_, file) = downloads.file(widget, action).await;
                let file = String::from_utf8(file).expect("the file is text");
                assert_eq!(widget.text(".outcome .said").await, oracle.lazy_text(LazyText::ExportSaved, &[]));
                widget.click_action("copy-content").await;
                let copied = oracle.lazy_text(LazyText::ExportContentCopied, &[]);
                widget.wait(&copied, &format!("return text('.outcome .said') === {}", json!(copied))).await;
                assert_eq!(browser.clipboard().await, file.trim_start_matches('\u{FEFF}'), "{action}");
                assert!(!widget.has("[data-field=content]").await, "the content is in the clipboard");
            }
            // A picture in pixels has no text to copy.
            downloads.file(widget, "png").await;
            let said = oracle.lazy_text(LazyText::ExportPictureSaved, &[]);
            widget.wait(&said, &format!("return text('.outcome .said') === {}", json!(said))).await;
            assert!(!widget.has("[data-action=copy-content]").await);
        }
    });
}

#[test]
fn the_content_of_a_file_is_shown_where_it_may_not_be_copied() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        // A blank page outside of the site has no clipboard.
        let denied = "if (navigator.clipboard) {
            navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
        }";
        browser.monitor().before_each_page(denied).await;
        let oracle = Oracle::new("fr");
        let widget = open_export(&browser, &oracle, "").await;
        let downloads = Downloads::of(&browser).await;
        let (_, file) = downloads.file(widget, "markdown").await;
        widget.click_action("copy-content").await;
        let shown = widget.wait("the content", "return find('[data-field=content]')?.value").await;
        assert_eq!(shown, json!(String::from_utf8(file).expect("the file is text")));
        let said = oracle.lazy_text(LazyText::ExportContentShown, &[]);
        assert_eq!(widget.text(".outcome .said").await, said);
    });
}
