//! The team: results that people hand to each other as links, side by side.

mod files;
mod members;
mod quality;
mod team_link;
mod workshop;

use boussole_core::answers::Response;
use boussole_core::link::{self, Day, ResultId};
use boussole_core::questionnaire::Role;
use boussole_core::score::{Range, ScoreSummary};
use boussole_core::team::{Member, Team};
use boussole_core::texts::LazyText;
use boussole_e2e::browser::Browser;
use boussole_e2e::known::{Known, plain};
use boussole_e2e::widget::Widget;
use serde_json::json;

/// Where the browser keeps the team.
const TEAM: &str = "boussole:liberte-numerique:express:team";

/// One's own result, of which no function is told.
const OWN: &str = "3?12 42?- 1432";

/// Two of each function, who agree on little and don't all know the same.
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

/// The result_id and the day of the colleague at a position.
fn made(position: usize) -> ([u8; 3], u16) {
    let number = u8::try_from(position).expect("a team is small");
    ([200, number, 7], 300 + u16::from(number))
}

/// The links that the colleagues send, without `#`.
fn links(known: &Known) -> Vec<String> {
    let link = |(position, (written, role)): (usize, &(&str, Role))| {
        let (result_id, day) = made(position);
        known.link_of(written, result_id, Some(*role), day)
    };
    COLLEAGUES.iter().enumerate().map(link).collect()
}

/// The colleagues.
fn colleagues(known: &Known) -> Team {
    let mut team = Team::default();
    for (position, (written, role)) in COLLEAGUES.iter().enumerate() {
        let (result_id, day) = made(position);
        team.join(member(known, written, result_id, Some(*role), day));
    }
    team
}

fn member(known: &Known, written: &str, result_id: [u8; 3], role: Option<Role>, day: u16) -> Member {
    let answers = known.answers(written).complete().expect("every question has an answer");
    Member { answers, result_id: ResultId(result_id), role, day: Some(Day(day)) }
}

/// One's own result as a member, as `Known::link` makes it.
fn own(known: &Known) -> Member {
    member(known, OWN, [1, 2, 3], None, 327)
}

/// A team with others before it.
fn together(before: Member, team: &Team) -> Team {
    let mut all = Team::default();
    all.join(before);
    for member in team.members() {
        all.join(member.clone());
    }
    all
}

/// The page in the language of a questionnaire.
fn page(known: &Known) -> String {
    match &*known.questionnaire().locale {
        "fr" => String::new(),
        locale => format!("?lang={locale}"),
    }
}

/// Goes to the room of the team from one's own report.
async fn enter<'a>(browser: &'a Browser, known: &Known) -> Widget<'a> {
    browser.keep(&known.link(OWN)).await;
    let widget = browser.open(&page(known)).await;
    widget.on("report").await;
    widget.enter("team").await;
    widget
}

/// The same, with the ten colleagues in the place of oneself.
async fn enter_with_colleagues<'a>(browser: &'a Browser, known: &Known) -> Widget<'a> {
    let widget = enter(browser, known).await;
    widget.act("remove").await;
    widget.wait("an empty team", "return !find('.members')").await;
    paste(widget, &links(known).join("\n")).await;
    said(widget, &known.room_words(LazyText::TeamAdded, &[("count", "10")])).await;
    widget
}

/// Puts a text into the field for links, and hands it over.
async fn paste(widget: Widget<'_>, text: &str) {
    widget
        .wait(
            "the field",
            &format!("const field = find('[data-field=paste]'); field.value = {}; return true", json!(text)),
        )
        .await;
    widget.act("add").await;
}

/// Waits until it is said what came of something.
async fn said(widget: Widget<'_>, expected: &str) {
    widget.wait(expected, &format!("return text('.said p') === {}", json!(expected))).await;
}

/// The team that a browser keeps.
async fn kept(browser: &Browser, known: &Known) -> Team {
    let text = browser.kept(TEAM).await.expect("the team is kept");
    let (team, _) = text.split_once('\n').expect("what was agreed on stands behind the team");
    link::decode_team(known.questionnaire(), team).expect("it can be read")
}

/// The link in a field, without its page.
async fn offered(widget: Widget<'_>, field: &str) -> String {
    let link = widget.wait(field, &format!("return find('[data-field={field}]')?.value")).await;
    let link = link.as_str().expect("a field holds text").to_owned();
    let (page, fragment) = link.split_once('#').expect("a link has a fragment");
    assert!(page.starts_with(&widget.browser.address("")), "{link}");
    fragment.to_owned()
}

/// What a function is called, or that it is not told.
fn role(known: &Known, role: Option<Role>) -> String {
    role.map_or_else(|| known.room_words(LazyText::TeamNoRole, &[]), |role| known.role(role))
}

/// What the members of a team are called.
fn names(known: &Known, team: &Team) -> Vec<String> {
    let members = team.members();
    let of =
        |role: Option<Role>, up_to: usize| members[..up_to].iter().filter(|one| one.role == role).count();
    let name = |(position, member): (usize, &Member)| match of(member.role, members.len()) {
        1 => role(known, member.role),
        _ => format!("{} {}", role(known, member.role), of(member.role, position) + 1),
    };
    members.iter().enumerate().map(name).collect()
}

/// As a sentence begins.
fn capital(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_uppercase() + rest
}

/// Where a result stands, in one line.
fn stands(known: &Known, summary: &ScoreSummary) -> String {
    let whole = summary.whole.expect("something applies");
    let level = summary.maturity_result(known.questionnaire()).expect("something applies").level;
    let level = &known.questionnaire().maturity[level.index()].name;
    known.room_words(LazyText::HistorySummary, &[("points", &*points(known, whole)), ("level", level)])
}

fn points(known: &Known, range: Range) -> String {
    let (assured, possible) = (range.assured().to_string(), range.possible().to_string());
    let text = if range.is_open() { LazyText::PlanBetween } else { LazyText::PlanExactly };
    known.room_words(text, &[("assured", &assured), ("possible", &possible)])
}

/// A response in the words of the room.
fn short(known: &Known, response: Response) -> String {
    match response {
        Response::Level(level) => {
            known.room_words(LazyText::TeamLevel, &[("level", &level.number().to_string())])
        }
        Response::DontKnow => known.room_words(LazyText::TeamUnknown, &[]),
        Response::NotApplicable => known.room_words(LazyText::TeamNotApplicable, &[]),
    }
}

/// What the questions are called in short.
fn subject(known: &Known, item: usize) -> String {
    plain(&known.questionnaire().item(item).expect("there is such a question").short)
}
