//! Results of earlier days on this device: compared, deleted, brought back, added from links.

use boussole_core::history::{History, Turn, compare};
use boussole_core::link::Content;
use boussole_core::texts::LazyText;
use boussole_e2e::browser::{Browser, DRAFT, HISTORY};
use boussole_e2e::known::{Known, plain};
use boussole_e2e::stage;
use boussole_e2e::widget::Widget;
use serde_json::json;

const WRITTEN: &str = "3?12 42?- 1432";
/// One rose since, one fell, one was found out, one is no longer known.
const EARLIER: &str = "2322 ?2?- 1432";

const EARLIER_MARK: [u8; 3] = [9, 9, 9];

async fn keep_history(browser: &Browser, lines: &[String]) {
    let text = lines.join("\n");
    browser.run("localStorage.setItem(arguments[0], arguments[1])", vec![json!(HISTORY), json!(text)]).await;
}

/// The room of a device that has an earlier result besides the one of today.
async fn open_history<'a>(browser: &'a Browser, known: &Known) -> Widget<'a> {
    browser.keep(&known.link(WRITTEN)).await;
    keep_history(browser, &[known.link_of(EARLIER, EARLIER_MARK, None, 100), known.link(WRITTEN)]).await;
    let widget = browser.open("").await;
    widget.on("report").await;
    widget.enter("history").await;
    widget
}

/// The results that are kept in the browser.
async fn kept(browser: &Browser) -> Vec<String> {
    let history = History::read(&browser.kept(HISTORY).await.unwrap_or_default());
    history.entries().map(|entry| entry.link.clone()).collect()
}

async fn on_count(widget: Widget<'_>, count: usize) {
    let script = format!("return all('.earlier > li').length === {count}");
    widget.wait(&format!("{count} results"), &script).await;
}

/// The titles of what changed, each with its items.
async fn changes(widget: Widget<'_>) -> Vec<(String, Vec<String>)> {
    let script = "return all('ul.changes').map((list) => [plain(list.previousElementSibling.textContent),
        [...list.querySelectorAll('strong')].map((each) => plain(each.textContent))])";
    serde_json::from_value(widget.read(script).await).expect("texts")
}

/// The same, worked out by the core.
fn expected_changes(from: (&Known, &str), to: (&Known, &str)) -> Vec<(String, Vec<String>)> {
    let content = |(known, written): (&Known, &str)| Content::Answers(known.answers(written));
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
        (!items.is_empty()).then(|| (to.0.room_words(title, &[]), items))
    };
    titles.into_iter().filter_map(group).collect()
}

#[test]
fn what_rose_and_what_fell_is_named() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = open_history(&browser, &known).await;
        on_count(widget, 2).await;
        let expected = expected_changes((&known, EARLIER), (&known, WRITTEN));
        assert_eq!(expected.len(), 4, "rose, fell, found out, lost sight");
        assert_eq!(changes(widget).await, expected);
        assert!(!widget.has("[role=status] > .small").await, "both are of the same form and version");

        // The figures are those of each report, the difference is between their assured parts.
        let rows = "return [...find('table.compared').tBodies[0].rows].map(
            (row) => [...row.cells].map((cell) => plain(cell.textContent)))";
        let rows: Vec<[String; 4]> = serde_json::from_value(widget.read(rows).await).expect("texts");
        let ends = |row: &[String]| match row[1] == row[2] {
            true => row[1].clone(),
            false => format!("{}–{}", row[1], row[2]),
        };
        let figures = known.told(EARLIER).figures.into_iter().zip(known.told(WRITTEN).figures);
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

        // The other way round, what rose fell.
        let newest = known.link(WRITTEN);
        widget.pick("[data-field=before]", &newest).await;
        widget.pick("[data-field=after]", &known.link_of(EARLIER, EARLIER_MARK, None, 100)).await;
        let expected = expected_changes((&known, WRITTEN), (&known, EARLIER));
        widget
            .wait("the other way", &format!("return find('[data-field=before]').value === {}", json!(newest)))
            .await;
        assert_eq!(changes(widget).await, expected);
    });
}

#[test]
fn one_result_is_deleted_and_brought_back_and_so_are_all() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = open_history(&browser, &known).await;
        let before = kept(&browser).await;
        on_count(widget, 2).await;
        // The newest stands first.
        widget.press_enter_on(".earlier > li:last-child [data-action=remove]").await;
        on_count(widget, 1).await;
        assert_eq!(kept(&browser).await, [known.link(WRITTEN)]);
        assert!(widget.has("[data-action=undo-remove]").await);
        widget.act("undo-remove").await;
        on_count(widget, 2).await;
        assert_eq!(kept(&browser).await, before);

        // The present result stays as long as its answers do.
        widget.act("remove-all").await;
        on_count(widget, 1).await;
        assert_eq!(kept(&browser).await, [known.link(WRITTEN)]);
        assert!(
            !widget.has("[data-action=remove], [data-action=remove-all]").await,
            "nothing is left to delete"
        );
        widget.act("undo-remove").await;
        on_count(widget, 2).await;
        assert_eq!(kept(&browser).await, before);

        widget.act("remove-all").await;
        on_count(widget, 1).await;
        let widget = browser.reload().await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(WRITTEN), "one's own answers stay");
        assert_eq!(kept(&browser).await, [known.link(WRITTEN)]);
    });
}

#[test]
fn the_focus_is_never_lost_in_the_room() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let widget = open_history(&browser, &Known::new("fr")).await;
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
fn links_are_found_in_a_mail_and_damaged_ones_are_told() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = open_history(&browser, &known).await;
        let good = [
            known.link_of("1111 1111 1111", [4, 5, 6], None, 40),
            known.link_of("2222 1111 1111", [7, 7, 7], None, 200),
        ];
        let sound = known.link_of("3333 1111 1111", [8, 8, 8], None, 220);
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
        widget.act("add").await;
        let said = [
            known.room_words(LazyText::HistoryAdded, &[("count", "2")]),
            known.room_words(LazyText::HistoryRefused, &[("count", "1")]),
        ];
        widget.wait("the outcome", "return text('p.said')").await;
        assert_eq!(widget.text("p.said").await, said.join(" "));
        on_count(widget, 4).await;
        let all = kept(&browser).await;
        let expected = [
            good[0].clone(),
            known.link_of(EARLIER, EARLIER_MARK, None, 100),
            good[1].clone(),
            known.link(WRITTEN),
        ];
        assert_eq!(all, expected, "in the order of their days");
        assert_eq!(browser.draft().await, Some(known.link(WRITTEN)), "one's own answers stay");

        // What says nothing of a result adds nothing.
        widget.read("find('[data-field=paste]').value = 'Bonjour, rien ici.'").await;
        widget.act("add").await;
        let none = known.room_words(LazyText::HistoryAddedNone, &[]);
        widget.wait("that nothing was found", &format!("return text('p.said') === {}", json!(none))).await;
        assert_eq!(kept(&browser).await, all);
    });
}

#[test]
fn a_result_of_an_earlier_version_is_shown_as_it_was_and_compared_on_common_ground() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let (before, now) = (Known::first_version("fr"), Known::new("fr"));
        browser.keep(&now.link(WRITTEN)).await;
        let old = before.link_of(EARLIER, EARLIER_MARK, None, 10);
        keep_history(&browser, &[old.clone(), now.link(WRITTEN)]).await;
        let widget = browser.open("").await;
        widget.on("report").await;
        widget.enter("history").await;
        on_count(widget, 2).await;
        let entry = widget.text(".earlier > li:last-child").await;
        assert!(entry.contains(&now.room_words(LazyText::HistoryVersion, &[("version", "1")])), "{entry}");
        assert!(entry.contains(&before.told(EARLIER).level), "{entry}");
        let note = now.room_words(LazyText::HistoryOtherForm, &[]);
        assert!(widget.texts("[role=status] > .small").await.contains(&note));
        assert_eq!(changes(widget).await, expected_changes((&before, EARLIER), (&now, WRITTEN)));

        let contents = [(&before, EARLIER), (&now, WRITTEN)]
            .map(|(known, written)| Content::Answers(known.answers(written)));
        let comparison = compare((before.questionnaire(), &contents[0]), (now.questionnaire(), &contents[1]));
        let shared = comparison.expect("they compare").shared.to_string();
        assert_ne!(shared, "12", "some items changed since");
        let title = now.room_words(LazyText::HistoryDimensions, &[("count", &shared)]);
        assert!(widget.texts("summary").await.contains(&title), "{title}");

        widget.click(".earlier > li:last-child [data-action=open]").await;
        widget.on("shared").await;
        assert_eq!(widget.told().await, before.told(EARLIER));
        widget.act("mine").await;
        widget.on("report").await;
        assert_eq!(widget.told().await, now.told(WRITTEN));
    });
}

#[test]
fn a_new_assessment_keeps_the_history_and_can_be_undone() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.keep(&known.link(WRITTEN)).await;
        keep_history(&browser, &[known.link_of(EARLIER, EARLIER_MARK, None, 100), known.link(WRITTEN)]).await;
        let widget = browser.open("").await;
        widget.on("report").await;
        widget.act("anew").await;
        widget.on_question(1).await;
        assert_eq!(kept(&browser).await.len(), 2);
        widget.act("undo").await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(WRITTEN));

        widget.act("anew").await;
        widget.answer_all(&known.responses("4444 4444 4444")).await;
        widget.on("report").await;
        widget.enter("history").await;
        on_count(widget, 3).await;
        let links = kept(&browser).await;
        let contents: Vec<Content> = links.iter().map(|link| known.content(link)).collect();
        let expected =
            [EARLIER, WRITTEN, "4444 4444 4444"].map(|written| Content::Answers(known.answers(written)));
        assert_eq!(contents, expected);
        let expected = expected_changes((&known, WRITTEN), (&known, "4444 4444 4444"));
        assert_eq!(changes(widget).await, expected, "the last two are compared first");
    });
}

#[test]
fn erasing_clears_the_history_and_undoing_brings_it_back() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = open_history(&browser, &known).await;
        let before = kept(&browser).await;
        widget.act("erase").await;
        widget.on_question(1).await;
        widget.wait("nothing to be kept", "return localStorage.length === 0").await;
        widget.act("undo").await;
        widget.on("report").await;
        widget.wait("the draft to be back", &format!("return localStorage.getItem('{DRAFT}')")).await;
        assert_eq!(kept(&browser).await, before);
        widget.enter("history").await;
        on_count(widget, 2).await;
    });
}

#[test]
fn a_result_that_a_link_opened_is_taken_along_and_leaves_ones_own() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.keep(&known.link(WRITTEN)).await;
        keep_history(&browser, &[known.link(WRITTEN)]).await;
        let theirs = known.link_of(EARLIER, EARLIER_MARK, None, 100);
        let widget = browser.open(&format!("#{theirs}")).await;
        widget.on("shared").await;
        widget.act("bring-history").await;
        widget.on("history").await;
        on_count(widget, 2).await;
        assert_eq!(kept(&browser).await, [theirs, known.link(WRITTEN)]);
        assert_eq!(changes(widget).await, expected_changes((&known, EARLIER), (&known, WRITTEN)));
        widget.act("back").await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(WRITTEN));
        assert_eq!(browser.draft().await, Some(known.link(WRITTEN)));
    });
}

#[test]
fn a_device_with_one_result_says_what_a_comparison_needs() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open("").await;
        widget.answer_all(&known.responses(WRITTEN)).await;
        widget.on("report").await;
        widget.enter("history").await;
        on_count(widget, 1).await;
        let said = known.room_words(LazyText::HistoryOnlyOne, &[]);
        assert!(widget.texts("[data-screen=history] p").await.contains(&said));
        let links = kept(&browser).await;
        assert_eq!(links.len(), 1);
        assert_eq!(known.content(&links[0]), Content::Answers(known.answers(WRITTEN)));
    });
}
