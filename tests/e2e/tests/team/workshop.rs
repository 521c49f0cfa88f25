//! What the team sees, what it talks about, and what it agrees on.

use boussole_core::answers::{Answers, Level, Response};
use boussole_core::link::Content;
use boussole_core::questionnaire::{PrincipleId, Role};
use boussole_core::report::Report;
use boussole_core::team::{Disagreement, agreement, disagreements, resolved, settled};
use boussole_core::texts::LazyText;
use boussole_e2e::known::Known;
use boussole_e2e::stage;
use boussole_e2e::widget::Widget;
use serde_json::json;
use thirtyfour::Key;

use super::*;

/// The text of each paragraph of each disagreement, as it is shown.
const SHOWN: &str = "return all('.talk > li:has(.voices)').map(
    (entry) => [...entry.querySelectorAll(':scope > p')].map((each) => plain(each.textContent)))";

async fn shown(widget: Widget<'_>, script: &str) -> Vec<Vec<String>> {
    serde_json::from_value(widget.read(script).await).expect("texts")
}

#[test]
fn two_worlds_a_blind_spot_and_the_result_in_common_are_those_worked_out_by_hand() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        for locale in ["fr", "en"] {
            let known = Known::new(locale);
            let widget = enter(&browser, &known).await;
            widget.act("empty").await;
            widget.wait("an empty team", "return !find('.members')").await;
            let legal = known.link_of("1222 2222 2222", [1, 1, 1], Some(Role::Legal), 300);
            let it = known.link_of("4222 2?22 2222", [2, 2, 2], Some(Role::It), 300);
            paste(widget, &format!("{legal} {it}")).await;
            said(widget, &known.room_words(LazyText::TeamAdded, &[("count", "2")])).await;

            let (legal, it) = (role(&known, Some(Role::Legal)), role(&known, Some(Role::It)));
            let values = [("lower", &*legal), ("low", "1"), ("higher", &*it), ("high", "4")];
            let sentence = capital(&known.room_words(LazyText::TeamWorlds, &values));
            assert_eq!(shown(widget, SHOWN).await, [[subject(&known, 0), sentence]]);
            let level = |level: &str| known.room_words(LazyText::TeamLevel, &[("level", level)]);
            let voices = [(&it, level("4")), (&legal, level("1"))]
                .map(|(who, what)| format!("{} {what}", capital(who)));
            assert_eq!(widget.texts(".voices li").await, voices);

            let asks = known.room_words(LazyText::TeamAsks, &[("names", &it)]);
            let knows =
                known.room_words(LazyText::ExportLevel, &[("label", &*legal), ("level", &*level("2"))]);
            let entry = "return all('.talk > li:not(:has(.voices))').map(
                (entry) => [...entry.querySelectorAll('p')].map((each) => plain(each.textContent)))";
            assert_eq!(shown(widget, entry).await, [[subject(&known, 5), asks, capital(&knows)]]);

            // The lower of two where both know, the one that is known where one does.
            let together = stands(&known, &known.report("1222 2222 2222").summary);
            assert_eq!(widget.texts("p.lead").await.pop(), Some(together));
        }
    });
}

/// The sentence on two functions that see different worlds.
fn worlds(known: &Known, disagreement: &Disagreement) -> Option<String> {
    let (low, high) = disagreement.worlds?;
    let median = |role: Role| {
        let voice =
            disagreement.voices.iter().find(|voice| voice.role == Some(role)).expect("it has a voice");
        voice.view.median().expect("it gave a level").number().to_string()
    };
    let values = [
        ("lower", &*role(known, Some(low))),
        ("low", &*median(low)),
        ("higher", &*role(known, Some(high))),
        ("high", &*median(high)),
    ];
    Some(capital(&known.room_words(LazyText::TeamWorlds, &values)))
}

#[test]
fn what_a_team_of_eleven_sees_is_what_the_core_says() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let questionnaire = known.questionnaire();
        let widget = enter(&browser, &known).await;
        paste(widget, &links(&known).join("\n")).await;
        said(widget, &known.room_words(LazyText::TeamAdded, &[("count", "10")])).await;
        let team = together(own(&known), &colleagues(&known));

        let found = disagreements(questionnaire, &team);
        assert!(found.len() > 5, "some stand behind a fold");
        let expected: Vec<Vec<String>> = found
            .iter()
            .map(|one| [subject(&known, one.item)].into_iter().chain(worlds(&known, one)).collect())
            .collect();
        assert_eq!(shown(widget, SHOWN).await, expected);

        let names = names(&known, &team);
        let expected: Vec<Vec<String>> = resolved(questionnaire, &team)
            .iter()
            .map(|one| {
                let asked: Vec<&str> = one.ask.iter().map(|at| &*names[*at]).collect();
                let asks = known.room_words(LazyText::TeamAsks, &[("names", &asked.join(", "))]);
                vec![subject(&known, one.item), asks]
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
        // A row for each function that somebody has, and for those who have none.
        assert_eq!(widget.read("return all('.marks .bars li').length").await, json!(3 * 6));

        let settled =
            settled(questionnaire, &team, &Answers::none(questionnaire)).expect("there is somebody");
        let summary = Report::new(questionnaire, &settled).summary;
        assert_eq!(widget.texts("p.lead").await.pop(), Some(stands(&known, &summary)));
        let cells = "return all('table.together tbody tr').map((row) => plain(row.cells[1].textContent))";
        let cells: Vec<String> = serde_json::from_value(widget.read(cells).await).expect("texts");
        let expected: Vec<String> = settled.iter().map(|response| short(&known, response)).collect();
        assert_eq!(cells, expected);
    });
}

/// Presses what is focused with the Tab key.
async fn press(widget: Widget<'_>, action: &str) {
    widget.tab_to(&format!("[data-action={action}]")).await;
    widget.browser.press(Key::Enter).await;
}

#[test]
fn the_workshop_by_keyboard_alone_ends_in_a_result_with_what_was_agreed_on() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let questionnaire = known.questionnaire();
        let widget = enter_with_colleagues(&browser, &known).await;
        let team = colleagues(&known);
        let found = disagreements(questionnaire, &team);
        let place = |place: usize| {
            let values = [("place", &*place.to_string()), ("count", &*found.len().to_string())];
            known.room_words(LazyText::TeamPlace, &values)
        };

        press(widget, "workshop").await;
        widget.on("workshop").await;
        widget.focus_on("h2").await;
        assert_eq!(widget.text("h2").await, known.prompt(found[0].item + 1));
        assert_eq!(widget.text(".kicker").await, place(1));
        // Tab enters the group at its first answer, from which the arrows go on.
        widget.tab_to("input").await;
        browser.press(Key::Down).await;
        widget.wait("level 1", "return find('input:checked')?.value === '1' && focus.value === '1'").await;
        press(widget, "next").await;
        widget.wait("the next one", &format!("return text('.kicker') === {}", json!(place(2)))).await;
        widget.focus_on("h2").await;
        assert_eq!(widget.text("h2").await, known.prompt(found[1].item + 1));
        widget.tab_to("input").await;
        browser.press(Key::Up).await;
        widget.wait("the last answer", "return find('input:checked')?.value === 'dont-know'").await;
        // The way back shows what was chosen.
        press(widget, "before").await;
        widget.wait("the one before", &format!("return text('.kicker') === {}", json!(place(1)))).await;
        widget.focus_on("h2").await;
        assert_eq!(widget.read("return find('input:checked').value").await, json!("1"));
        press(widget, "end").await;
        widget.on("team").await;
        widget.focus_on("h2").await;

        let level = Level::new(1).expect("it is one of five");
        let agreed = Answers::none(questionnaire)
            .with(questionnaire, found[0].item, Response::Level(level))
            .with(questionnaire, found[1].item, Response::DontKnow);
        assert_agreed(widget, &known, &team, &agreed).await;
        let widget = browser.reload().await;
        widget.on("report").await;
        widget.enter("team").await;
        assert_agreed(widget, &known, &team, &agreed).await;
    });
}

/// The two agreements, in the order in which they are talked about, and the link that they end in.
async fn assert_agreed(widget: Widget<'_>, known: &Known, team: &Team, agreed: &Answers) {
    let questionnaire = known.questionnaire();
    let answers = disagreements(questionnaire, team).into_iter().filter_map(|one| agreed.get(one.item));
    let expected: Vec<String> = answers
        .map(|response| known.room_words(LazyText::TeamAgreed, &[("answer", &short(known, response))]))
        .collect();
    assert_eq!(expected.len(), 2);
    assert_eq!(widget.texts(".agreed").await, expected);
    let settled = settled(questionnaire, team, agreed).expect("there is somebody");
    let Content::Answers(answers) = known.content(&offered(widget, "consolidated").await) else {
        panic!("the result in common holds answers")
    };
    assert_eq!(answers.complete(), Some(settled.clone()));
    let summary = Report::new(questionnaire, &settled).summary;
    assert_eq!(widget.texts("p.lead").await.pop(), Some(stands(known, &summary)));
    assert_ne!(Some(settled), boussole_core::team::consolidated(questionnaire, team), "the agreements count");
}
