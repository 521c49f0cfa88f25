//! Disagreements, workshop, and agreements of a team.

use boussole_core::answers::{Answers, Level, Response};
use boussole_core::link::Content;
use boussole_core::questionnaire::{PrincipleId, Role};
use boussole_core::report::Report;
use boussole_core::team::{Disagreement, agreement, disagreements, resolved, settled};
use boussole_core::texts::LazyText;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;
use serde_json::json;
use thirtyfour::Key;

use super::*;

/// Script: paragraphs of each disagreement.
const SHOWN: &str = "return all('.talk > li:has(.voices)').map(
    (entry) => [...entry.querySelectorAll(':scope > p')].map((each) => plain(each.textContent)))";

async fn shown(widget: WidgetPage<'_>, script: &str) -> Vec<Vec<String>> {
    serde_json::from_value(widget.read(script).await).expect("texts")
}

#[test]
fn two_worlds_a_blind_spot_and_the_result_in_common_are_those_worked_out_by_hand() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for locale in ["fr", "en"] {
            let oracle = Oracle::new(locale);
            let widget = open_team(&browser, &oracle).await;
            widget.click_action("empty").await;
            widget.wait("an empty team", "return !find('.members')").await;
            let legal = oracle.link_of("1222 2222 2222", [1, 1, 1], Some(Role::Legal), 300);
            let it = oracle.link_of("4222 2?22 2222", [2, 2, 2], Some(Role::It), 300);
            paste(widget, &format!("{legal} {it}")).await;
            wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "2")])).await;

            let (legal, it) = (role(&oracle, Some(Role::Legal)), role(&oracle, Some(Role::It)));
            let values = [("lower", &*legal), ("low", "1"), ("higher", &*it), ("high", "4")];
            let sentence = capital(&oracle.lazy_text(LazyText::TeamWorlds, &values));
            assert_eq!(shown(widget, SHOWN).await, [[subject(&oracle, 0), sentence]]);
            let level = |level: &str| oracle.lazy_text(LazyText::TeamLevel, &[("level", level)]);
            let voices = [(&it, level("4")), (&legal, level("1"))]
                .map(|(who, what)| format!("{} {what}", capital(who)));
            assert_eq!(widget.texts(".voices li").await, voices);

            let asks = oracle.lazy_text(LazyText::TeamAsks, &[("names", &it)]);
            let knows =
                oracle.lazy_text(LazyText::ExportLevel, &[("label", &*legal), ("level", &*level("2"))]);
            let entry = "return all('.talk > li:not(:has(.voices))').map(
                (entry) => [...entry.querySelectorAll('p')].map((each) => plain(each.textContent)))";
            assert_eq!(shown(widget, entry).await, [[subject(&oracle, 5), asks, capital(&knows)]]);

            // The lower level where both know one; the known level where one does.
            let together = result_line(&oracle, &oracle.report("1222 2222 2222").summary);
            assert_eq!(widget.texts("p.lead").await.pop(), Some(together));
        }
    });
}

/// Sentence on two roles of different levels.
fn worlds(oracle: &Oracle, disagreement: &Disagreement) -> Option<String> {
    let (low, high) = disagreement.opposed_roles?;
    let median = |role: Role| {
        let voice =
            disagreement.role_views.iter().find(|voice| voice.role == Some(role)).expect("it has a voice");
        voice.view.median().expect("it gave a level").number().to_string()
    };
    let values = [
        ("lower", &*role(oracle, Some(low))),
        ("low", &*median(low)),
        ("higher", &*role(oracle, Some(high))),
        ("high", &*median(high)),
    ];
    Some(capital(&oracle.lazy_text(LazyText::TeamWorlds, &values)))
}

#[test]
fn what_a_team_of_eleven_sees_is_what_the_core_says() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let questionnaire = oracle.questionnaire();
        let widget = open_team(&browser, &oracle).await;
        paste(widget, &links(&oracle).join("\n")).await;
        wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "10")])).await;
        let team = together(own(&oracle), &colleagues(&oracle));

        let found = disagreements(questionnaire, &team);
        assert!(found.len() > 5, "some are folded");
        let expected: Vec<Vec<String>> = found
            .iter()
            .map(|one| [subject(&oracle, one.item)].into_iter().chain(worlds(&oracle, one)).collect())
            .collect();
        assert_eq!(shown(widget, SHOWN).await, expected);

        let names = names(&oracle, &team);
        let expected: Vec<Vec<String>> = resolved(questionnaire, &team)
            .iter()
            .map(|one| {
                let asked: Vec<&str> = one.ask.iter().map(|at| &*names[*at]).collect();
                let asks = oracle.lazy_text(LazyText::TeamAsks, &[("names", &asked.join(", "))]);
                vec![subject(&oracle, one.item), asks]
            })
            .collect();
        let entries = "return all('.talk > li:not(:has(.voices))').map(
            (entry) => [...entry.querySelectorAll('p')].slice(0, 2).map((each) => plain(each.textContent)))";
        assert_eq!(shown(widget, entries).await, expected);

        let agreement = agreement(questionnaire, &team);
        let spreads = widget.texts(".marks > p").await;
        for (id, sentence) in PrincipleId::ALL.iter().zip(&spreads) {
            let apart = agreement.principles[*id as usize].expect("something applies").apart;
            assert!(sentence.contains(&format!(" {apart} ")) || apart == 0, "{apart} in {sentence}");
        }
        assert_eq!(spreads.len(), 3);
        // A row per role in the team, and one for members without a role.
        assert_eq!(widget.read("return all('.marks .bars li').length").await, json!(3 * 6));

        let settled =
            settled(questionnaire, &team, &Answers::none(questionnaire)).expect("the team has members");
        let summary = Report::new(questionnaire, &settled).summary;
        assert_eq!(widget.texts("p.lead").await.pop(), Some(result_line(&oracle, &summary)));
        let cells = "return all('table.together tbody tr').map((row) => plain(row.cells[1].textContent))";
        let cells: Vec<String> = serde_json::from_value(widget.read(cells).await).expect("texts");
        let expected: Vec<String> = settled.iter().map(|response| short(&oracle, response)).collect();
        assert_eq!(cells, expected);
    });
}

/// Tabs to an element and presses Enter.
async fn press(widget: WidgetPage<'_>, action: &str) {
    widget.tab_to(&format!("[data-action={action}]")).await;
    widget.browser.press(Key::Enter).await;
}

#[test]
pub fn the_workshop_by_keyboard_alone_ends_in_a_result_with_what_was_agreed_on() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let questionnaire = oracle.questionnaire();
        let widget = open_team_with_colleagues(&browser, &oracle).await;
        let team = colleagues(&oracle);
        let found = disagreements(questionnaire, &team);
        let place = |place: usize| {
            let values = [("place", &*place.to_string()), ("count", &*found.len().to_string())];
            oracle.lazy_text(LazyText::TeamPlace, &values)
        };

        press(widget, "workshop").await;
        widget.wait_for_screen("workshop").await;
        widget.focus_on("h2").await;
        assert_eq!(widget.text("h2").await, oracle.prompt(found[0].item + 1));
        assert_eq!(widget.text(".kicker").await, place(1));
        // Tab focuses the first answer of the group; arrows move on.
        widget.tab_to("input").await;
        browser.press(Key::Down).await;
        widget.wait("level 1", "return find('input:checked')?.value === '1' && focus.value === '1'").await;
        press(widget, "next").await;
        widget.wait("the next one", &format!("return text('.kicker') === {}", json!(place(2)))).await;
        widget.focus_on("h2").await;
        assert_eq!(widget.text("h2").await, oracle.prompt(found[1].item + 1));
        widget.tab_to("input").await;
        browser.press(Key::Up).await;
        widget.wait("the last answer", "return find('input:checked')?.value === 'dont-know'").await;
        // Going back shows the chosen answer.
        press(widget, "before").await;
        widget.wait("the one before", &format!("return text('.kicker') === {}", json!(place(1)))).await;
        widget.focus_on("h2").await;
        assert_eq!(widget.read("return find('input:checked').value").await, json!("1"));
        press(widget, "end").await;
        widget.wait_for_screen("team").await;
        widget.focus_on("h2").await;

        let level = Level::new(1).expect("it is one of five");
        let agreed = Answers::none(questionnaire)
            .with(questionnaire, found[0].item, Response::Level(level))
            .with(questionnaire, found[1].item, Response::DontKnow);
        assert_agreed(widget, &oracle, &team, &agreed).await;
        let widget = browser.reload().await;
        widget.wait_for_screen("report").await;
        widget.open_screen("team").await;
        assert_agreed(widget, &oracle, &team, &agreed).await;
    });
}

/// Asserts both agreements in their order, and the resulting link.
async fn assert_agreed(widget: WidgetPage<'_>, oracle: &Oracle, team: &Team, agreed: &Answers) {
    let questionnaire = oracle.questionnaire();
    let answers = disagreements(questionnaire, team).into_iter().filter_map(|one| agreed.get(one.item));
    let expected: Vec<String> = answers
        .map(|response| oracle.lazy_text(LazyText::TeamAgreed, &[("answer", &short(oracle, response))]))
        .collect();
    assert_eq!(expected.len(), 2);
    assert_eq!(widget.texts(".agreed").await, expected);
    let settled = settled(questionnaire, team, agreed).expect("the team has members");
    let Content::Answers(answers) = oracle.content(&offered(widget, "consolidated").await) else {
        panic!("the result in common holds answers")
    };
    assert_eq!(answers.complete(), Some(settled.clone()));
    let summary = Report::new(questionnaire, &settled).summary;
    assert_eq!(widget.texts("p.lead").await.pop(), Some(result_line(oracle, &summary)));
    assert_ne!(Some(settled), boussole_core::team::consolidated(questionnaire, team), "the agreements count");
}
