//! Action plan: chosen steps and order, owners, what if, shortest way to a level.

use boussole_core::answers::{Complete, Level, Response};
use boussole_core::link::Day;
use boussole_core::plan::{Plan, shortest_way, what_if};
use boussole_core::questionnaire::{PrincipleId, Word};
use boussole_core::score::{MaturityLevel, ScoreSummary, score};
use boussole_core::texts::LazyText;
use boussole_e2e::browser::{BrowserSession, DRAFT};
use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::test_bed;
use boussole_e2e::widget::WidgetPage;
use serde_json::json;

const WRITTEN: &str = "3?12 42?- 1432";

async fn open_plan<'a>(browser: &'a BrowserSession, oracle: &Oracle) -> WidgetPage<'a> {
    let widget = browser.open_report(&oracle.link(WRITTEN)).await;
    widget.open_screen("plan").await;
    widget
}

fn given(oracle: &Oracle) -> Complete {
    oracle.answers(WRITTEN).complete().expect("all are given")
}

/// Proposed plan. The day determines the quarters alone.
fn proposed(oracle: &Oracle) -> Plan {
    Plan::proposed(oracle.questionnaire(), &given(oracle), &oracle.report(WRITTEN), Day(327))
}

/// Positions of the plan's items, in their order.
async fn plan_items(widget: WidgetPage<'_>) -> Vec<usize> {
    let script = "return all('.actions-kept > li').map((entry) => Number(entry.dataset.item))";
    serde_json::from_value(widget.read(script).await).expect("positions are numbers")
}

/// Sentence with score and level of answers.
fn sentence(oracle: &Oracle, text: LazyText, answers: &Complete) -> String {
    let questionnaire = oracle.questionnaire();
    let summary = ScoreSummary::from(&score(questionnaire, answers));
    let (whole, maturity_result) = (summary.whole.unwrap(), summary.maturity_result(questionnaire).unwrap());
    let points = if whole.is_open() { LazyText::SharedBetween } else { LazyText::SharedExactly };
    let ends = [whole.assured(), whole.possible()].map(|points| points.to_string());
    let points = oracle.lazy_text(points, &[("assured", &ends[0]), ("possible", &ends[1])]);
    let level = &questionnaire.maturity[maturity_result.level.index()].name;
    oracle.lazy_text(text, &[("points", &points), ("level", level)])
}

async fn on_order(widget: WidgetPage<'_>, expected: &[usize]) {
    let script = "return all('.actions-kept > li').map((entry) => entry.dataset.item).join()";
    let wanted: Vec<String> = expected.iter().map(usize::to_string).collect();
    let script = format!("{script} === '{}'", wanted.join(","));
    widget.wait(&format!("the steps on {expected:?}"), &script).await;
}

#[test]
fn the_plan_is_what_the_core_proposes_and_says_what_it_would_bring() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_plan(&browser, &oracle).await;
        let plan = proposed(&oracle);
        let expected: Vec<usize> = plan.chosen().iter().map(|action| action.item).collect();
        assert_eq!(plan_items(widget).await, expected);
        let owners = "return all('.actions-kept [data-field=owner]').map((list) => list.value)";
        let expected: Vec<&str> = plan.chosen().iter().map(|action| action.owner.word()).collect();
        assert_eq!(widget.read(owners).await, json!(expected));
        let after = plan.carried_out(oracle.questionnaire(), &given(&oracle));
        let outcome = [
            sentence(&oracle, LazyText::PlanNow, &given(&oracle)),
            sentence(&oracle, LazyText::PlanAfter, &after),
        ];
        assert_eq!(widget.texts(".outcome p").await, outcome);
    });
}

#[test]
fn a_step_is_moved_by_keyboard_and_the_focus_goes_with_it() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_plan(&browser, &oracle).await;
        let mut order = plan_items(widget).await;
        let (moved, last) = (order[0], order.len() - 1);
        widget.press_enter_on(&format!("[data-item='{moved}'] [data-action=later]")).await;
        for place in 1..=last {
            order.swap(place - 1, place);
            on_order(widget, &order).await;
            // No next button at the end: the focus moves to the previous one.
            let button = if place == last { "earlier" } else { "later" };
            widget.focus_on(&format!("[data-item='{moved}'] [data-action={button}]")).await;
            browser.press(thirtyfour::Key::Enter).await;
        }
        order.swap(last - 1, last);
        on_order(widget, &order).await;
        let widget = browser.reload().await;
        widget.open_screen("plan").await;
        assert_eq!(plan_items(widget).await, order, "a reload keeps the order");
    });
}

#[test]
fn a_step_is_dropped_and_added_back_by_keyboard_and_the_score_follows() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_plan(&browser, &oracle).await;
        let order = plan_items(widget).await;
        let (dropped, rest) = (order[0], &order[1..]);
        widget.press_enter_on(&format!("[data-item='{dropped}'] [data-action=drop]")).await;
        on_order(widget, rest).await;
        widget.focus_on("h3").await;
        let plan = proposed(&oracle).dropping(dropped);
        let after = sentence(
            &oracle,
            LazyText::PlanAfter,
            &plan.carried_out(oracle.questionnaire(), &given(&oracle)),
        );
        assert_eq!(widget.texts(".outcome p").await[1], after);
        assert_ne!(
            after,
            sentence(&oracle, LazyText::PlanAfter, &given(&oracle)),
            "the rest still brings something"
        );

        widget.press_enter_on(&format!(".actions-others [data-item='{dropped}'] [data-action=keep]")).await;
        on_order(widget, &[rest, &[dropped]].concat()).await;
        widget.focus_on(&format!("[data-item='{dropped}'] [data-action=drop]")).await;
        let plan = plan.keeping(dropped);
        let after = sentence(
            &oracle,
            LazyText::PlanAfter,
            &plan.carried_out(oracle.questionnaire(), &given(&oracle)),
        );
        assert_eq!(widget.texts(".outcome p").await[1], after);

        for item in plan_items(widget).await {
            widget.press_enter_on(&format!("[data-item='{item}'] [data-action=drop]")).await;
        }
        on_order(widget, &[]).await;
        assert_eq!(
            widget.texts(".outcome p").await[1],
            sentence(&oracle, LazyText::PlanAfter, &given(&oracle))
        );
    });
}

#[test]
pub fn owner_and_quarter_survive_a_reload_and_another_language() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_plan(&browser, &oracle).await;
        let last = *plan_items(widget).await.last().expect("something is proposed");
        let fields = |widget: WidgetPage<'_>| {
            let script = format!(
                "return ['owner', 'due'].map(
                    (field) => find(`.actions-kept [data-item='{last}'] [data-field=${{field}}]`)?.value)"
            );
            let browser = browser.clone();
            let host = widget.host.to_owned();
            async move { browser.widget_at(&host).read(&script).await }
        };
        let before = fields(widget).await;
        let owner = if before[0] == "legal" { "business" } else { "legal" };
        let due = "return [...find('.actions-kept [data-field=due]').options].at(-1).value";
        let due = widget.read(due).await.as_str().expect("a quarter has a number").to_owned();
        assert_ne!(before[1], json!(due));
        widget.pick(&format!(".actions-kept [data-item='{last}'] [data-field=owner]"), owner).await;
        widget.pick(&format!(".actions-kept [data-item='{last}'] [data-field=due]"), &due).await;
        widget
            .wait(
                "both to be stored",
                "return localStorage.getItem('boussole:liberte-numerique:express:plan')",
            )
            .await;
        assert_eq!(fields(widget).await, json!([owner, due]));

        let widget = browser.reload().await;
        widget.open_screen("plan").await;
        assert_eq!(fields(widget).await, json!([owner, due]));
        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en] [data-screen=plan]')").await;
        assert_eq!(fields(widget).await, json!([owner, due]));
        assert_eq!(browser.draft().await, Some(oracle.link(WRITTEN)), "the answers are as they were");
    });
}

#[test]
fn what_if_answers_at_once_and_keeps_nothing() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_plan(&browser, &oracle).await;
        let plan_items = "return Object.entries(localStorage).sort()";
        let before = widget.read(plan_items).await;
        widget.click(".what-if summary").await;
        let outcome = ".answer-at-once [role=status]";
        let unchanged = sentence(&oracle, LazyText::PlanTried, &given(&oracle));
        assert_eq!(widget.text(outcome).await, unchanged);

        // First question from 3 to 4, second from a blind spot to 1 and 2.
        let level = |number| Response::Level(Level::new(number).unwrap());
        let steps = [(0, level(4)), (1, level(1)), (1, level(2))];
        let mut tried = given(&oracle);
        for (item, response) in steps {
            widget.press_enter_on(&format!("[data-trial='{item}'] [data-action=up]")).await;
            tried = what_if(oracle.questionnaire(), &tried, &[(item, response)]);
            let expected = sentence(&oracle, LazyText::PlanTried, &tried);
            let script = format!("return text({}) === {}", json!(outcome), json!(expected));
            widget.wait(&expected, &script).await;
        }
        assert_ne!(sentence(&oracle, LazyText::PlanTried, &tried), unchanged);
        assert!(
            widget.read("return find(`[data-trial='0'] [data-action=up]`).disabled").await == json!(true)
        );
        // Down to "I don't know".
        for _ in 0..3 {
            widget.click("[data-trial='1'] [data-action=down]").await;
        }
        widget.wait("the blind spot", "return !find(`[data-trial='1']`).matches('.tried')").await;
        widget.click_action("reset").await;
        let script = format!("return text({}) === {}", json!(outcome), json!(unchanged));
        widget.wait("one's own answers", &script).await;
        assert!(!widget.has(".tried").await);
        assert_eq!(widget.read(plan_items).await, before);
        widget.click_action("back").await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
    });
}

#[test]
fn a_target_shows_the_shortest_way_and_its_steps_can_be_added() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let (questionnaire, report) = (oracle.questionnaire(), oracle.report(WRITTEN));
        let highest = MaturityLevel::new(4).unwrap();
        for id in PrincipleId::ALL {
            browser.clear_storage().await;
            let widget = open_plan(&browser, &oracle).await;
            widget.pick(&format!("[data-field=target-{id}]"), "4").await;
            let climbs = shortest_way(questionnaire, &given(&oracle), &report.scores, id, highest).unwrap();
            let steps: usize = climbs.iter().map(|climb| climb.steps()).sum();
            let outcome = widget.text(".target [role=status] p").await;
            assert_eq!(
                outcome,
                oracle.lazy_text(LazyText::PlanWay, &[("count", &steps.to_string())]),
                "{id}"
            );
            let subjects: Vec<_> =
                climbs.iter().map(|climb| plain(&questionnaire.item(climb.item).unwrap().short)).collect();
            assert_eq!(widget.texts(".climbs strong").await, subjects, "{id}");

            let mut expected = plan_items(widget).await;
            expected.extend(
                climbs
                    .iter()
                    .map(|climb| climb.item)
                    .filter(|item| !expected.contains(item))
                    .collect::<Vec<_>>(),
            );
            widget.press_enter_on(&format!("[data-action=keep-{id}]")).await;
            on_order(widget, &expected).await;
            widget.focus_on("h3").await;
        }
    });
}

#[test]
fn a_plan_belongs_to_its_result() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_plan(&browser, &oracle).await;
        let order = plan_items(widget).await;
        widget.press_enter_on(&format!("[data-item='{}'] [data-action=drop]", order[0])).await;
        on_order(widget, &order[1..]).await;
        // Erasing removes the plan, undoing restores it.
        widget.click_action("back").await;
        widget.wait_for_screen("report").await;
        widget.click_action("erase").await;
        widget.on_question(1).await;
        let plan = format!("return localStorage.getItem('{DRAFT}:plan') === null");
        widget.wait("the plan to go", &plan).await;
        widget.click_action("undo").await;
        widget.wait_for_screen("report").await;
        widget.open_screen("plan").await;
        assert_eq!(plan_items(widget).await, order[1..]);
    });
}
