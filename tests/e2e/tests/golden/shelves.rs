//! Shelves of a browser of that release: drafts, expectations, plans, histories, teams, rooms.

use boussole_core::answers::Answers;
use boussole_core::link::{Content, decode};
use boussole_core::texts::Text;
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;
use serde_json::{Value, json};

use super::{
    RETURNING, assert_scores, browser, current, golden, is_earlier, leave, list, oracle, page, seed, storage,
    stored, text,
};

/// The browser whose shelves have the prefix of a page of others.
const PREFIX: &str = "prefix of version 3";

/// The meaning of the shelf of a kind that stands beside another one.
fn beside<'a>(golden: &'a Value, draft: &Value, kind: &str) -> &'a Value {
    &shelf_beside(golden, draft, kind).unwrap_or_else(|| panic!("there is a {kind}"))["expected"]
}

/// The shelf of a kind that stands beside another one, where there is one.
fn shelf_beside<'a>(golden: &'a Value, draft: &Value, kind: &str) -> Option<&'a Value> {
    let is_beside = |shelf: &&Value| {
        let alike = ["browser", "questionnaire", "form"].iter().all(|key| shelf[key] == draft[key]);
        alike && shelf["kind"] == kind
    };
    list(golden, "shelves").iter().find(is_beside)
}

/// The finished drafts of a browser.
fn drafts<'a>(golden: &'a Value, browser: &str) -> Vec<&'a Value> {
    let is_draft = |shelf: &&Value| shelf["browser"] == browser && shelf["kind"] == "draft";
    list(golden, "shelves").iter().filter(is_draft).collect()
}

#[test]
fn every_shelf_of_a_returning_browser_is_there() {
    test_bed::run(async |bed| {
        let (browser, golden) = (browser(bed).await, golden("shelves.json"));
        let seeded = storage(&golden, RETURNING);
        seed(&browser, &seeded).await;
        for draft in drafts(&golden, RETURNING) {
            leave(&browser).await;
            let widget = browser.open(&page(draft)).await;
            returning(widget, &golden, draft).await;
        }
        assert_eq!(stored(&browser).await, seeded, "no change by looking");

        // A page of others has the same under its own prefix.
        let seeded = storage(&golden, PREFIX);
        seed(&browser, &seeded).await;
        for draft in drafts(&golden, PREFIX) {
            let element = format!(
                "<boussole-assessment storage-prefix=\"site.example_1\" questionnaire=\"{}\" form=\"{}\"></boussole-assessment>\
                 <script type=\"module\" src=\"/boussole.js\"></script>",
                text(draft, "questionnaire"),
                text(draft, "form"),
            );
            let page = format!("{}-{}.html", text(draft, "questionnaire"), text(draft, "form"));
            bed.site.write_host(&page, &element);
            let widget = browser.open(&page).await;
            returning(widget, &golden, draft).await;
        }
        assert_eq!(stored(&browser).await, seeded, "no change by looking");

        // A kiosk neither sees nor changes anything of it.
        let widget = browser.open("?kiosk").await;
        widget.on_question(1).await;
        assert_eq!(widget.read("return find('progress').value").await, 0);
        leave(&browser).await;
        assert_eq!(stored(&browser).await, seeded);
    });
}

#[test]
fn drafts_of_earlier_versions_are_carried_over_and_their_results_stay() {
    test_bed::run(async |bed| {
        let (browser, golden) = (browser(bed).await, golden("shelves.json"));
        for returning in ["earlier version", "returning"] {
            for draft in drafts(&golden, returning) {
                seed(&browser, &storage(&golden, returning)).await;
                earlier_version(&browser, &golden, draft).await;
            }
        }
    });
}

/// The draft and every shelf beside it.
async fn returning(widget: WidgetPage<'_>, golden: &Value, draft: &Value) {
    let (name, oracle, expected) = (text(draft, "key"), oracle(draft), &draft["expected"]);
    if expected["report"].is_null() {
        let given = text(expected, "answers").chars().filter(|sign| *sign != '.').count();
        let resumed = format!("return find('[data-screen=item]') && find('progress').value === {given}");
        widget.wait(&format!("{name}: {given} answers"), &resumed).await;
        return;
    }
    widget.wait_for_screen("report").await;
    assert_scores(widget, &oracle, &expected["report"]["scores"], name).await;
    let gap = widget.texts(".gap").await;
    match beside(golden, draft, "expectation")["level"].as_u64() {
        Some(level) => {
            let level = boussole_e2e::oracle::plain(&oracle.questionnaire().maturity[level as usize].name);
            assert!(gap.iter().any(|said| said.contains(&level)), "{name}: {level} in {gap:?}");
        }
        None => assert_eq!(gap, Vec::<String>::new(), "{name}"),
    }
    widget.open_screen("plan").await;
    assert_eq!(plan(widget, &oracle).await, beside(golden, draft, "plan")["chosen"], "{name}");
    widget.click_action("back").await;
    widget.wait_for_screen("report").await;
    widget.open_screen("history").await;
    history(widget, beside(golden, draft, "history"), name).await;
    widget.click_action("back").await;
    widget.wait_for_screen("report").await;
    widget.open_screen("team").await;
    let stored = text(beside(golden, draft, "team"), "stored");
    let (team, _) = stored.split_once('\n').expect("two lines");
    let carried = format!("return all('input.link').some((field) => field.value.endsWith({}))", json!(team));
    widget.wait(&format!("{name}: the link of the whole team"), &carried).await;
}

/// The chosen steps on the screen: item, owner, number of the quarter.
async fn plan(widget: WidgetPage<'_>, oracle: &Oracle) -> Value {
    let shown = "return all('.actions-kept > li').map((step) => [Number(step.dataset.item),
        step.querySelector('[data-field=owner]').value, Number(step.querySelector('[data-field=due]').value)])";
    let mut steps = widget.read(shown).await;
    for step in steps.as_array_mut().into_iter().flatten() {
        let position = step[0].as_u64().and_then(|position| usize::try_from(position).ok());
        let item = position.and_then(|position| oracle.questionnaire().item(position));
        step[0] = item.expect("a step is about an item").id.as_str().into();
    }
    steps
}

async fn history(widget: WidgetPage<'_>, expected: &Value, name: &str) {
    let mut links: Vec<&str> = list(expected, "entries").iter().map(|entry| text(entry, "link")).collect();
    links.sort_unstable();
    let shown = format!(
        "return JSON.stringify([...(find('[data-field=after]')?.options ?? [])].map((each) => each.value).sort()) === {}",
        json!(json!(links).to_string())
    );
    widget.wait(&format!("{name}: {} results", links.len()), &shown).await;
    assert_eq!(widget.read("return all('.earlier > li').length").await, links.len(), "{name}");
}

/// Answers to an earlier version are carried over, and the old ones are set aside; what was stored beside them stays, and the
/// results of the history open with the new one.
async fn earlier_version(browser: &BrowserSession, golden: &Value, draft: &Value) {
    let (before, now) = (oracle(draft), current(draft));
    let (name, value) = (text(draft, "key"), &draft["value"]);
    assert!(is_earlier(draft), "{name}");
    let seeded = stored(browser).await;
    let widget = browser.open(&page(draft)).await;
    let given = before.answers(&text(&draft["expected"], "answers").replace('.', "_"));
    let carried = given.carried(before.questionnaire(), now.questionnaire());
    let [kept, total] = [carried.answered(), given.answered()].map(|count| count.to_string());
    let said = now.text(Text::NoticeCarried, &[("kept", &kept), ("total", &total)]);
    widget.wait(&said, &format!("return text('.notice p') === {}", json!(said))).await;
    let is_aside = "return localStorage.getItem(arguments[0]) === arguments[1]";
    let aside = format!("{name}:unreadable");
    browser.wait("the old draft to be set aside", is_aside, vec![json!(aside), value.clone()]).await;
    if carried.answered() == 0 {
        // The first answer replaces the draft.
        assert_eq!(browser.stored(name).await.as_deref(), value.as_str());
    } else {
        let is_new = "return localStorage.getItem(arguments[0]) !== arguments[1]";
        browser.wait("the new draft", is_new, vec![json!(name), value.clone()]).await;
        assert_eq!(answers(&now, &browser.stored(name).await.expect("a draft")), carried);
    }
    for (key, kept) in seeded
        .as_object()
        .expect("keys and values")
        .iter()
        .filter(|(key, _)| ![name, &aside].contains(&key.as_str()))
    {
        assert_eq!(browser.stored(key).await.as_deref(), kept.as_str(), "{key}");
    }
    let Some(history) = shelf_beside(golden, draft, "history") else { return };
    for given in carried.answered() + 1..=now.questionnaire().len() {
        widget.choose("", "2").await;
        let is_next = format!("return find('progress')?.value === {given} || !find('[data-screen=item]')");
        widget.wait("the next question", &is_next).await;
    }
    widget.wait_for_screen("report").await;
    widget.open_screen("history").await;
    for entry in list(&history["expected"], "entries") {
        let link = json!(entry["link"]);
        let is_there = format!(
            "return [...(find('[data-field=after]')?.options ?? [])].some((each) => each.value === {link})"
        );
        widget.wait(&format!("{name}: {link}"), &is_there).await;
    }
    let Some(team) = shelf_beside(golden, draft, "team") else { return };
    widget.click_action("back").await;
    widget.wait_for_screen("report").await;
    widget.open_screen("team").await;
    widget.click_action(&format!("open-team-{}", before.questionnaire().version)).await;
    let stored = text(&team["expected"], "stored");
    let (link, _) = stored.split_once('\n').expect("two lines");
    let carried = format!("return all('input.link').some((field) => field.value.endsWith({}))", json!(link));
    widget.wait(&format!("{name}: the team of that version"), &carried).await;
}

fn answers(oracle: &Oracle, draft: &str) -> Answers {
    match decode(oracle.questionnaire(), draft).map(|link| link.content) {
        Ok(Content::Answers(answers)) => answers,
        other => panic!("{draft}: {other:?}"),
    }
}

/// One line of the organiser's list: name, day and count.
fn line(figures: &Value) -> [String; 2] {
    [text(figures, "name").to_owned(), format!("· {}", figures["count"])]
}

#[test]
fn every_room_of_an_organiser_is_there() {
    test_bed::run(async |bed| {
        let (browser, golden) = (browser(bed).await, golden("shelves.json"));
        let seeded = storage(&golden, "organiser");
        seed(&browser, &seeded).await;
        let rooms = list(&golden, "shelves").iter().filter(|shelf| shelf["kind"] == "room");
        for shelf in rooms {
            leave(&browser).await;
            browser.load(&format!("room/?questionnaire={}", text(shelf, "questionnaire"))).await;
            organised(&browser, &shelf["expected"], text(shelf, "key")).await;
        }
        assert_eq!(stored(&browser).await, seeded, "no change by looking");
    });
}

async fn organised(browser: &BrowserSession, expected: &Value, name: &str) {
    let all = [list(expected, "rooms"), list(expected, "imported")].concat();
    let counts: Vec<String> = all.iter().map(|figures| format!("· {}", figures["count"])).collect();
    let counted = "const lines = [...document.querySelectorAll('.list > li > :first-child')];
        return lines.length === arguments[0].length && lines.every((each, at) => {
            const words = each.textContent.replace(/\\s+/g, ' ');
            return words.includes(arguments[0][at] + ' ') || words.endsWith(arguments[0][at]);
        })";
    browser.wait(&format!("{name}: {counts:?}"), counted, vec![json!(counts)]).await;
    let lines = browser.run("return [...document.querySelectorAll('.list > li > :first-child')].map((each) => each.textContent)", vec![]).await;
    for (figures, shown) in all.iter().zip(lines.as_array().into_iter().flatten()) {
        let shown = shown.as_str().unwrap_or_default();
        for part in line(figures) {
            assert!(shown.contains(&part), "{name}: {part} in {shown}");
        }
    }
    // Medians of each part, room by room, as they stand beside each other.
    let shown = "return [...document.querySelectorAll('.lines')].map((part) =>
        [...part.querySelectorAll('strong')].map((each) => (each.textContent.match(/\\d+/g) ?? []).map(Number)))";
    let shown = browser.run(shown, vec![]).await;
    for (part, rows) in shown.as_array().into_iter().flatten().enumerate() {
        for (figures, row) in all.iter().zip(rows.as_array().into_iter().flatten()) {
            let statistics = &figures["statistics"];
            let spread = if part == 3 { &statistics["whole"] } else { &statistics["principles"][part] };
            let Some(quartiles) = spread["quartiles"].as_array() else { continue };
            let mut expected = quartiles.clone();
            let mut found = row.as_array().cloned().unwrap_or_default();
            for numbers in [&mut expected, &mut found] {
                numbers.sort_by_key(Value::as_u64);
            }
            assert_eq!(found, expected, "{name}: part {part} of {}", figures["name"]);
        }
    }
    assert_eq!(shown.as_array().map(Vec::len), Some(4), "{name}");
}
