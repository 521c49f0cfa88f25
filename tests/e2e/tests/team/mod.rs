//! Team: results of several people side by side, exchanged as links.

mod files;
pub mod members;
mod quality;
pub mod team_link;
pub mod workshop;

use boussole_core::answers::Response;
use boussole_core::link::{self, Day, ResultId};
use boussole_core::questionnaire::Role;
use boussole_core::score::{Range, ScoreSummary};
use boussole_core::team::{Member, Team};
use boussole_core::texts::LazyText;
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::{Oracle, plain, unescaped};
use boussole_e2e::widget::WidgetPage;
use serde_json::json;

/// Storage key of the team.
const TEAM: &str = "boussole:liberte-numerique:express:team";

/// Own result, without a role.
const OWN: &str = "3?12 42?- 1432";

/// Two per role, with few agreements and different blind spots.
const COLLEAGUES: [(&str, Role); 10] = [
    ("1011 12?- 0121", Role::GeneralManagement),
    ("3444 34?1 3442", Role::It),
    ("13?2 1111 2120", Role::Legal),
    ("2232 ?2?2 1?21", Role::Procurement),
    ("2121 2212 1111", Role::Business),
    ("4444 3443 4434", Role::It),
    ("1111 11?1 0010", Role::Legal),
    ("2?32 2221 2222", Role::Business),
    ("0112 1210 1012", Role::GeneralManagement),
    ("3233 22?- 2212", Role::Procurement),
];

/// Result id and day of a colleague.
fn made(position: usize) -> ([u8; 3], u16) {
    let number = u8::try_from(position).expect("a team is small");
    ([200, number, 7], 300 + u16::from(number))
}

/// Fragments of the colleagues' links, without `#`.
fn links(oracle: &Oracle) -> Vec<String> {
    let link = |(position, (written, role)): (usize, &(&str, Role))| {
        let (result_id, day) = made(position);
        oracle.link_of(written, result_id, Some(*role), day)
    };
    COLLEAGUES.iter().enumerate().map(link).collect()
}

/// Team of the colleagues.
fn colleagues(oracle: &Oracle) -> Team {
    let mut team = Team::default();
    for (position, (written, role)) in COLLEAGUES.iter().enumerate() {
        let (result_id, day) = made(position);
        team.join(member(oracle, written, result_id, Some(*role), day));
    }
    team
}

fn member(oracle: &Oracle, written: &str, result_id: [u8; 3], role: Option<Role>, day: u16) -> Member {
    let answers = oracle.answers(written).complete().expect("every question has an answer");
    Member { answers, result_id: ResultId(result_id), role, day: Some(Day(day)) }
}

/// Own result as a member, with the values of `Oracle::link`.
fn own(oracle: &Oracle) -> Member {
    member(oracle, OWN, [1, 2, 3], None, 327)
}

/// Team with a member before the others.
fn together(before: Member, team: &Team) -> Team {
    let mut all = Team::default();
    all.join(before);
    for member in team.members() {
        all.join(member.clone());
    }
    all
}

/// Page in the language of a questionnaire.
fn page(oracle: &Oracle) -> String {
    match &*oracle.questionnaire().locale {
        "fr" => String::new(),
        locale => format!("?lang={locale}"),
    }
}

/// Opens the team from the own report.
async fn open_team<'a>(browser: &'a BrowserSession, oracle: &Oracle) -> WidgetPage<'a> {
    browser.store_draft(&oracle.link(OWN)).await;
    let widget = browser.open(&page(oracle)).await;
    widget.wait_for_screen("report").await;
    widget.open_screen("team").await;
    widget
}

/// Opens the team with the ten colleagues instead of the own result.
async fn open_team_with_colleagues<'a>(browser: &'a BrowserSession, oracle: &Oracle) -> WidgetPage<'a> {
    let widget = open_team(browser, oracle).await;
    widget.click_action("remove").await;
    widget.wait("an empty team", "return !find('.members')").await;
    paste(widget, &links(oracle).join("\n")).await;
    wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "10")])).await;
    widget
}

/// Pastes a text into the field for links and adds it.
async fn paste(widget: WidgetPage<'_>, text: &str) {
    widget
        .wait(
            "the field",
            &format!("const field = find('[data-field=paste]'); field.value = {}; return true", json!(text)),
        )
        .await;
    widget.click_action("add").await;
}

/// Waits for the message after an action.
async fn wait_for_message(widget: WidgetPage<'_>, expected: &str) {
    widget.wait(expected, &format!("return text('.said p') === {}", json!(expected))).await;
}

/// Waits for the outcome of an export.
async fn wait_for_outcome(widget: WidgetPage<'_>, expected: &str) {
    widget.wait(expected, &format!("return text('.outcome .said') === {}", json!(expected))).await;
}

/// Stored team.
async fn stored_team(browser: &BrowserSession, oracle: &Oracle) -> Team {
    let text = browser.stored(TEAM).await.expect("the team is stored");
    let (team, _) = text.split_once('\n').expect("agreements follow the team");
    link::decode_team(oracle.questionnaire(), team).expect("it can be read")
}

/// Fragment of the link in a field.
async fn offered(widget: WidgetPage<'_>, field: &str) -> String {
    let link = widget.wait(field, &format!("return find('[data-field={field}]')?.value")).await;
    let link = link.as_str().expect("a field holds text").to_owned();
    let (page, fragment) = link.split_once('#').expect("a link has a fragment");
    assert!(page.starts_with(&widget.browser.address("")), "{link}");
    unescaped(fragment)
}

/// Text of a role, or of a missing one.
fn role(oracle: &Oracle, role: Option<Role>) -> String {
    role.map_or_else(|| oracle.lazy_text(LazyText::TeamNoRole, &[]), |role| oracle.role(role))
}

/// Names of the members.
fn names(oracle: &Oracle, team: &Team) -> Vec<String> {
    let members = team.members();
    let of =
        |role: Option<Role>, up_to: usize| members[..up_to].iter().filter(|one| one.role == role).count();
    let name = |(position, member): (usize, &Member)| match of(member.role, members.len()) {
        1 => role(oracle, member.role),
        _ => format!("{} {}", role(oracle, member.role), of(member.role, position) + 1),
    };
    members.iter().enumerate().map(name).collect()
}

/// Text with a capital first letter.
fn capital(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_uppercase() + rest
}

/// Line with score and level of a result.
fn result_line(oracle: &Oracle, summary: &ScoreSummary) -> String {
    let whole = summary.whole.expect("something applies");
    let level = summary.maturity_result(oracle.questionnaire()).expect("something applies").level;
    let level = &oracle.questionnaire().maturity[level.index()].name;
    oracle.lazy_text(LazyText::ExportSummary, &[("points", &*points(oracle, whole)), ("level", level)])
}

fn points(oracle: &Oracle, range: Range) -> String {
    let (assured, possible) = (range.assured().to_string(), range.possible().to_string());
    let text = if range.is_open() { LazyText::SharedBetween } else { LazyText::SharedExactly };
    oracle.lazy_text(text, &[("assured", &assured), ("possible", &possible)])
}

/// Short text of a response.
fn short(oracle: &Oracle, response: Response) -> String {
    match response {
        Response::Level(level) => {
            oracle.lazy_text(LazyText::TeamLevel, &[("level", &level.number().to_string())])
        }
        Response::DontKnow => oracle.lazy_text(LazyText::TeamUnknown, &[]),
        Response::NotApplicable => oracle.lazy_text(LazyText::TeamNotApplicable, &[]),
    }
}

/// Short name of a question.
fn subject(oracle: &Oracle, item: usize) -> String {
    plain(&oracle.questionnaire().item(item).expect("there is such a question").short)
}
