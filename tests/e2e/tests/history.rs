//! History of results on this device: comparison, removal, undo, links.

use boussole_core::history::{Turn, compare};
use boussole_core::link::Content;
use boussole_core::texts::LazyText;
use boussole_e2e::browser::{BrowserSession, DRAFT, HISTORY};
use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;
use serde_json::json;

const WRITTEN: &str = "3?12 42?- 1432";
/// Earlier answers: since then one item rose, one fell, one became known, one unknown.
const EARLIER: &str = "2322 ?2?- 1432";

const EARLIER_ID: [u8; 3] = [9, 9, 9];

async fn store_history(browser: &BrowserSession, lines: &[String]) {
    let text = lines.join("\n");
    browser.run("localStorage.setItem(arguments[0], arguments[1])", vec![json!(HISTORY), json!(text)]).await;
}

/// Opens the history of a device with an earlier result and the one of today.
async fn open_history<'a>(browser: &'a BrowserSession, oracle: &Oracle) -> WidgetPage<'a> {
    browser.store_draft(&oracle.link(WRITTEN)).await;
    store_history(browser, &[oracle.link_of(EARLIER, EARLIER_ID, None, 100), oracle.link(WRITTEN)]).await;
    let widget = browser.open("").await;
    widget.wait_for_screen("report").await;
    widget.open_screen("history").await;
    widget
}

async fn on_count(widget: WidgetPage<'_>, count: usize) {
    let script = format!("return all('.earlier > li').length === {count}");
    widget.wait(&format!("{count} results"), &script).await;
}

/// Shown groups of changes, each with its items.
async fn changes(widget: WidgetPage<'_>) -> Vec<(String, Vec<String>)> {
    let script = "return all('ul.changes').map((list) => [plain(list.previousElementSibling.textContent),
        [...list.querySelectorAll('strong')].map((each) => plain(each.textContent))])";
    serde_json::from_value(widget.read(script).await).expect("texts")
}

/// Expected groups of changes, by the core.
fn expected_changes(from: (&Oracle, &str), to: (&Oracle, &str)) -> Vec<(String, Vec<String>)> {
    let content = |(oracle, written): (&Oracle, &str)| Content::Answers(oracle.answers(written));
    let questionnaire = to.0.questionnaire();
    let comparison = compare((from.0.questionnaire(), &content(from)), (questionnaire, &content(to)))
        .expect("they compare");
    let titles = [
        (Turn::Rose, LazyText::HistoryRose),
        (Turn::Fell, LazyText::HistoryFell),
        (Turn::FoundOut, LazyText::HistoryFoundOut),
        (Turn::LostSight, LazyText::HistoryLostSight),
        (Turn::Applies, LazyText::HistoryApplies),
        (Turn::NoLongerApplies, LazyText::HistoryNoLonger),
    ];
    let group = |(turn, title): (Turn, LazyText)| {
        let items = comparison.items.iter().filter(|change| change.turn() == Some(turn));
        let items: Vec<_> =
            items.map(|change| plain(&questionnaire.item(change.item).expect("it is asked").short)).collect();
        (!items.is_empty()).then(|| (to.0.lazy_text(title, &[]), items))
    };
    titles.into_iter().filter_map(group).collect()
}

#[test]
fn what_rose_and_what_fell_is_named() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_history(&browser, &oracle).await;
        on_count(widget, 2).await;
        let expected = expected_changes((&oracle, EARLIER), (&oracle, WRITTEN));
        assert_eq!(expected.len(), 4, "rose, fell, found out, lost sight");
        assert_eq!(changes(widget).await, expected);
        assert!(!widget.has("[role=status] > .small").await, "both are of the same form and version");

        // Figures of both reports; the difference is that of the assured scores.
        let rows = "return [...find('table.compared').tBodies[0].rows].map(
            (row) => [...row.cells].map((cell) => plain(cell.textContent)))";
        let rows: Vec<[String; 4]> = serde_json::from_value(widget.read(rows).await).expect("texts");
        let ends = |row: &[String]| match row[1] == row[2] {
            true => row[1].clone(),
            false => format!("{}–{}", row[1], row[2]),
        };
        let figures =
            oracle.report_text(EARLIER).figures.into_iter().zip(oracle.report_text(WRITTEN).figures);
        for (row, (before, after)) in rows.iter().zip(figures) {
            assert_eq!(row[..3], [before[0].clone(), ends(&before), ends(&after)]);
            let [from, to] = [&before, &after].map(|row| row[1].parse::<i32>().expect("points"));
            let moved = match to - from {
                0 => "=".to_owned(),
                more @ 1.. => format!("+{more}"),
                less => format!("−{}", -less),
            };
            assert_eq!(row[3], moved);
        }
        assert_eq!(rows.len(), 4);

        // In reverse order, rises are falls.
        let newest = oracle.link(WRITTEN);
        widget.pick("[data-field=before]", &newest).await;
        widget.pick("[data-field=after]", &oracle.link_of(EARLIER, EARLIER_ID, None, 100)).await;
        let expected = expected_changes((&oracle, WRITTEN), (&oracle, EARLIER));
        widget
            .wait("the other way", &format!("return find('[data-field=before]').value === {}", json!(newest)))
            .await;
        assert_eq!(changes(widget).await, expected);
    });
}

#[test]
fn one_result_is_deleted_and_brought_back_and_so_are_all() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_history(&browser, &oracle).await;
        let before = browser.stored_results().await;
        on_count(widget, 2).await;
        // The newest comes first.
        widget.press_enter_on(".earlier > li:last-child [data-action=remove]").await;
        on_count(widget, 1).await;
        assert_eq!(browser.stored_results().await, [oracle.link(WRITTEN)]);
        assert!(widget.has("[data-action=undo-remove]").await);
        widget.click_action("undo-remove").await;
        on_count(widget, 2).await;
        assert_eq!(browser.stored_results().await, before);

        // The current result stays with its answers.
        widget.click_action("remove-all").await;
        on_count(widget, 1).await;
        assert_eq!(browser.stored_results().await, [oracle.link(WRITTEN)]);
        assert!(
            !widget.has("[data-action=remove], [data-action=remove-all]").await,
            "nothing is left to delete"
        );
        widget.click_action("undo-remove").await;
        on_count(widget, 2).await;
        assert_eq!(browser.stored_results().await, before);

        widget.click_action("remove-all").await;
        on_count(widget, 1).await;
        let widget = browser.reload().await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN), "one's own answers stay");
        assert_eq!(browser.stored_results().await, [oracle.link(WRITTEN)]);
    });
}

#[test]
fn the_focus_is_never_lost_in_the_history() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let widget = open_history(&browser, &Oracle::new("fr")).await;
        on_count(widget, 2).await;
        let somewhere = "return focus !== null && focus.isConnected";
        for selector in [
            ".earlier > li:last-child [data-action=remove]",
            "[data-action=undo-remove]",
            "[data-action=remove-all]",
            "[data-action=undo-remove]",
        ] {
            widget.press_enter_on(selector).await;
            widget.wait(&format!("the focus after {selector}"), somewhere).await;
        }
    });
}

#[test]
pub fn links_are_found_in_a_mail_and_damaged_ones_are_named() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_history(&browser, &oracle).await;
        let good = [
            oracle.link_of("1111 1111 1111", [4, 5, 6], None, 40),
            oracle.link_of("2222 1111 1111", [7, 7, 7], None, 200),
        ];
        let sound = oracle.link_of("3333 1111 1111", [8, 8, 8], None, 220);
        let last = if sound.ends_with('A') { "B" } else { "A" };
        let damaged = format!("{}{last}", &sound[..sound.len() - 1]);
        let page = browser.address("");
        let mail = format!(
            "Bonjour,\n\n> Voici le premier : {page}#{}.\n> Le suivant (<{page}#{}>) aussi.\nEt : {page}#{damaged}\n\
             https://example.org/page#section.2\n",
            good[0], good[1]
        );
        let type_in = format!("find('[data-field=paste]').value = {}", json!(mail));
        widget.read(&type_in).await;
        widget.click_action("add").await;
        let message = [
            oracle.lazy_text(LazyText::HistoryAdded, &[("count", "2")]),
            oracle.lazy_text(LazyText::HistoryRefused, &[("count", "1")]),
        ];
        widget.wait("the outcome", "return text('p.said')").await;
        assert_eq!(widget.text("p.said").await, message.join(" "));
        on_count(widget, 4).await;
        let all = browser.stored_results().await;
        let expected = [
            good[0].clone(),
            oracle.link_of(EARLIER, EARLIER_ID, None, 100),
            good[1].clone(),
            oracle.link(WRITTEN),
        ];
        assert_eq!(all, expected, "in the order of their days");
        assert_eq!(browser.draft().await, Some(oracle.link(WRITTEN)), "one's own answers stay");

        // A text without a link adds nothing.
        widget.read("find('[data-field=paste]').value = 'Bonjour, rien ici.'").await;
        widget.click_action("add").await;
        let none = oracle.lazy_text(LazyText::HistoryAddedNone, &[]);
        widget.wait("that nothing was found", &format!("return text('p.said') === {}", json!(none))).await;
        assert_eq!(browser.stored_results().await, all);
    });
}

#[test]
fn a_result_of_an_earlier_version_is_shown_as_it_was_and_compared_on_common_ground() {
    test_bed::run(async |bed| {
        let now = Oracle::new("fr");
        for before in &Oracle::earlier_versions("fr") {
            let browser = bed.browser().await;
            let version = before.questionnaire().version.to_string();
            browser.store_draft(&now.link(WRITTEN)).await;
            let old = before.link_of(EARLIER, EARLIER_ID, None, 10);
            store_history(&browser, &[old.clone(), now.link(WRITTEN)]).await;
            let widget = browser.open("").await;
            widget.wait_for_screen("report").await;
            widget.open_screen("history").await;
            on_count(widget, 2).await;
            let entry = widget.text(".earlier > li:last-child").await;
            assert!(
                entry.contains(&now.lazy_text(LazyText::HistoryVersion, &[("version", &version)])),
                "{entry}"
            );
            assert!(entry.contains(&before.report_text(EARLIER).level), "{entry}");
            let note = now.lazy_text(LazyText::HistoryOtherForm, &[]);
            assert!(widget.texts("[role=status] > .small").await.contains(&note));
            assert_eq!(changes(widget).await, expected_changes((before, EARLIER), (&now, WRITTEN)));

            let contents = [(before, EARLIER), (&now, WRITTEN)]
                .map(|(oracle, written)| Content::Answers(oracle.answers(written)));
            let comparison =
                compare((before.questionnaire(), &contents[0]), (now.questionnaire(), &contents[1]));
            let shared = comparison.expect("they compare").shared.to_string();
            assert_ne!(shared, "12", "some items changed since");
            let title = now.lazy_text(LazyText::HistoryDimensions, &[("count", &shared)]);
            assert!(widget.texts("summary").await.contains(&title), "{title}");

            widget.click(".earlier > li:last-child [data-action=open]").await;
            widget.wait_for_screen("shared").await;
            assert_eq!(widget.report_text().await, before.report_text(EARLIER));
            widget.click_action("mine").await;
            widget.wait_for_screen("report").await;
            assert_eq!(widget.report_text().await, now.report_text(WRITTEN));
        }
    });
}

#[test]
fn a_new_assessment_keeps_the_history_and_can_be_undone() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(WRITTEN)).await;
        store_history(&browser, &[oracle.link_of(EARLIER, EARLIER_ID, None, 100), oracle.link(WRITTEN)])
            .await;
        let widget = browser.open("").await;
        widget.wait_for_screen("report").await;
        widget.click_action("anew").await;
        widget.on_question(1).await;
        assert_eq!(browser.stored_results().await.len(), 2);
        widget.click_action("undo").await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));

        widget.click_action("anew").await;
        widget.answer_to_report(&oracle.responses("4444 4444 4444")).await;
        widget.open_screen("history").await;
        on_count(widget, 3).await;
        let links = browser.stored_results().await;
        let contents: Vec<Content> = links.iter().map(|link| oracle.content(link)).collect();
        let expected =
            [EARLIER, WRITTEN, "4444 4444 4444"].map(|written| Content::Answers(oracle.answers(written)));
        assert_eq!(contents, expected);
        let expected = expected_changes((&oracle, WRITTEN), (&oracle, "4444 4444 4444"));
        assert_eq!(changes(widget).await, expected, "the last two are compared first");
    });
}

#[test]
fn erasing_clears_the_history_and_undoing_brings_it_back() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_history(&browser, &oracle).await;
        let before = browser.stored_results().await;
        widget.click_action("erase").await;
        widget.on_question(1).await;
        widget.wait("nothing to be stored", "return localStorage.length === 0").await;
        widget.click_action("undo").await;
        widget.wait_for_screen("report").await;
        widget.wait("the draft to be back", &format!("return localStorage.getItem('{DRAFT}')")).await;
        assert_eq!(browser.stored_results().await, before);
        widget.open_screen("history").await;
        on_count(widget, 2).await;
    });
}

#[test]
fn a_result_that_a_link_opened_is_taken_along_and_leaves_ones_own() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(WRITTEN)).await;
        store_history(&browser, &[oracle.link(WRITTEN)]).await;
        let theirs = oracle.link_of(EARLIER, EARLIER_ID, None, 100);
        let widget = browser.open(&format!("#{theirs}")).await;
        widget.wait_for_screen("shared").await;
        widget.click_action("bring-history").await;
        widget.wait_for_screen("history").await;
        on_count(widget, 2).await;
        assert_eq!(browser.stored_results().await, [theirs, oracle.link(WRITTEN)]);
        assert_eq!(changes(widget).await, expected_changes((&oracle, EARLIER), (&oracle, WRITTEN)));
        widget.click_action("back").await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
        assert_eq!(browser.draft().await, Some(oracle.link(WRITTEN)));
    });
}

#[test]
fn a_device_with_one_result_says_what_a_comparison_needs() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("").await;
        widget.answer_to_report(&oracle.responses(WRITTEN)).await;
        widget.open_screen("history").await;
        on_count(widget, 1).await;
        let message = oracle.lazy_text(LazyText::HistoryOnlyOne, &[]);
        assert!(widget.texts("[data-screen=history] p").await.contains(&message));
        let links = browser.stored_results().await;
        assert_eq!(links.len(), 1);
        assert_eq!(oracle.content(&links[0]), Content::Answers(oracle.answers(WRITTEN)));
    });
}
