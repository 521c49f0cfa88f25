//! Result of a team as a document for a mail or a wiki: subjects of discussion, and members who can help others.

use super::{TeamExport, level_response, sign_or};
use crate::answers::Complete;
use crate::calendar::Day;
use crate::export::markdown::{block, escaped, head, joined, last, row, strong};
use crate::export::{ExportTexts, sign};
use crate::phrases;
use crate::questionnaire::Role;
use crate::score::{Range, ScoreSummary, score};
use crate::team::{Disagreement, ItemView, Resolved, consolidated, disagreements, resolved, views};
use crate::texts::{LazyText, Text};

/// Maximum of people listed by name: more are counted.
const NAMED: usize = 6;

/// Heads of the columns of the table of the items, after the first one.
const COLUMNS: [LazyText; 3] = [LazyText::TeamRange, LazyText::TeamMedianOf, LazyText::TeamMedian];

/// Result of the team as Markdown.
pub fn document(team_export: &TeamExport<'_>, today: Day, texts: ExportTexts<'_>) -> String {
    let questionnaire = team_export.questionnaire;
    let settled = team_export.settled();
    let summary = settled.as_ref().map(|answers| ScoreSummary::from(&score(questionnaire, answers)));
    let mut document = String::new();
    block(&mut document, "# ", &escaped(&questionnaire.title));
    block(&mut document, "", &strong("*", &byline(team_export, today, texts)));
    if let Some(range) = summary.as_ref().and_then(|summary| summary.whole) {
        block(&mut document, "", &strong("**", &phrases::out_of(texts.first, range)));
    }
    if let Some(summary) = &summary {
        block(&mut document, "", &strong("**", &texts.level(questionnaire, summary)));
    }
    if let Some(maturity_result) = summary.as_ref().and_then(|summary| summary.maturity_result(questionnaire))
    {
        block(&mut document, "", &escaped(&questionnaire.maturity[maturity_result.level.index()].meaning));
    }
    block(&mut document, "## ", &escaped(texts.first.get(Text::ReportPrinciples)));
    principles(&mut document, team_export, summary, texts);
    block(&mut document, "## ", &escaped(texts.lazy.get(LazyText::TeamTalk)));
    let found = disagreements(questionnaire, team_export.team);
    let mut lines = found.iter().map(|found| (found.item, disagreement(found, team_export, texts)));
    list(&mut document, team_export, &mut lines, texts.lazy.get(LazyText::TeamTalkNone));
    block(&mut document, "## ", &escaped(texts.lazy.get(LazyText::TeamResolved)));
    let found = resolved(questionnaire, team_export.team);
    let mut lines = found.iter().map(|found| (found.item, resolution(found, team_export, texts)));
    list(&mut document, team_export, &mut lines, texts.lazy.get(LazyText::TeamResolvedNone));
    block(&mut document, "## ", &escaped(texts.lazy.get(LazyText::TeamItems)));
    items(&mut document, team_export, settled.as_ref(), texts);
    last(&mut document, &questionnaire.notice);
    document
}

/// Number of members and the day.
fn byline(team_export: &TeamExport<'_>, today: Day, texts: ExportTexts<'_>) -> String {
    let count = team_export.team.members().len().to_string();
    let people = texts.lazy.fill(LazyText::TeamMembers, &[("count", &count)]);
    [people, phrases::day(texts.first, today)].join(" · ")
}

/// Writes the table of the principles, with a column for each role and for the team.
fn principles(
    document: &mut String,
    team_export: &TeamExport<'_>,
    all: Option<ScoreSummary>,
    texts: ExportTexts<'_>,
) {
    let TeamExport { questionnaire, team, .. } = *team_export;
    let mut heads = vec![escaped(texts.first.get(Text::ReportPrinciple))];
    let mut summaries = vec![];
    for role in team.roles() {
        heads.push(escaped(
            role.map_or(texts.lazy.get(LazyText::TeamNoRole), |role| phrases::role(texts.first, role)),
        ));
        let answers = consolidated(questionnaire, &team.of_role(role));
        summaries.push(answers.map(|answers| ScoreSummary::from(&score(questionnaire, &answers))));
    }
    heads.push(escaped(texts.lazy.get(LazyText::TeamMedian)));
    summaries.push(all);
    head(document, &heads);
    let mut line = |name: String, of: &dyn Fn(&ScoreSummary) -> Option<Range>| {
        let mut cells = vec![name];
        cells.extend(summaries.iter().map(|summary| {
            let range = summary.as_ref().and_then(of);
            span(range.map(|range| (range.assured(), range.possible())), texts)
        }));
        row(document, &cells);
    };
    for (principle, at) in questionnaire.principles.iter().zip([0, 1, 2]) {
        line(escaped(&principle.name), &|summary| summary.principles[at]);
    }
    line(strong("**", texts.first.get(Text::ReportWhole)), &|summary| summary.whole);
    document.push('\n');
}

/// Two numbers with a dash; one number if they are equal.
fn span(ends: Option<(u8, u8)>, texts: ExportTexts<'_>) -> String {
    match ends {
        Some((low, high)) if low == high => low.to_string(),
        Some((low, high)) => [&*low.to_string(), "–", &*high.to_string()].concat(),
        None => escaped(texts.first.get(Text::ReportDash)),
    }
}

/// Writes a list of items, each with a sentence.
fn list(
    document: &mut String,
    team_export: &TeamExport<'_>,
    lines: &mut dyn Iterator<Item = (usize, String)>,
    nothing: &str,
) {
    let mut is_empty = true;
    for (at, text) in lines {
        let short = team_export.questionnaire.item(at).map_or("", |item| &item.short);
        document.push_str("- ");
        joined(document, &[strong("**", short), escaped(&text)], " – ");
        document.push('\n');
        is_empty = false;
    }
    if is_empty {
        return block(document, "", &escaped(nothing));
    }
    document.push('\n');
}

/// Sentences on a disagreement: opposed roles or levels, disputed relevance, agreement.
fn disagreement(found: &Disagreement, team_export: &TeamExport<'_>, texts: ExportTexts<'_>) -> String {
    let view = &found.view;
    let mut text = match found.opposed_roles {
        Some((lower, higher)) => {
            let values = [
                ("lower", phrases::role(texts.first, lower)),
                ("low", median_sign(found, lower)),
                ("higher", phrases::role(texts.first, higher)),
                ("high", median_sign(found, higher)),
            ];
            texts.lazy.fill(LazyText::TeamWorlds, &values)
        }
        None if view.distance() > 0 => {
            let level = |level| sign_or(level_response(level), "");
            texts
                .lazy
                .fill(LazyText::TeamFrom, &[("low", level(view.lowest())), ("high", level(view.highest()))])
        }
        None => String::new(),
    };
    if view.is_disputed() {
        let (rate, others) = (view.knew().to_string(), view.not_applicable.to_string());
        text.push(' ');
        text.push_str(&texts.lazy.fill(LazyText::TeamDisputed, &[("rate", &rate), ("others", &others)]));
    }
    if let Some(response) = team_export.agreed.get(found.item) {
        text.push(' ');
        text.push_str(
            &texts
                .lazy
                .fill(LazyText::TeamSettled, &[("response", texts.response(response, |_| sign(response)))]),
        );
    }
    text
}

/// Sign of the median level of a role.
fn median_sign(found: &Disagreement, role: Role) -> &'static str {
    let view = found.role_views.iter().find(|view| view.role == Some(role));
    sign_or(level_response(view.and_then(|view| view.view.median())), "")
}

/// Sentence on the members who can ask and those who know.
fn resolution(found: &Resolved, team_export: &TeamExport<'_>, texts: ExportTexts<'_>) -> String {
    let (ask, know) = (people(&found.ask, team_export, texts), people(&found.know, team_export, texts));
    texts.lazy.fill(LazyText::TeamResolves, &[("ask", &ask), ("know", &know)])
}

fn people(members: &[usize], team_export: &TeamExport<'_>, texts: ExportTexts<'_>) -> String {
    if members.len() > NAMED {
        return texts.lazy.fill(LazyText::TeamPeople, &[("count", &members.len().to_string())]);
    }
    let mut names = String::new();
    for name in members.iter().map(|member| team_export.name(*member)) {
        if !name.is_empty() && !names.is_empty() {
            names.push_str(", ");
        }
        names.push_str(name);
    }
    names
}

fn items(
    document: &mut String,
    team_export: &TeamExport<'_>,
    settled: Option<&Complete>,
    texts: ExportTexts<'_>,
) {
    let TeamExport { questionnaire, team, .. } = *team_export;
    let mut heads = vec![escaped(texts.first.get(Text::WhyItem))];
    heads.extend(COLUMNS.map(|column| escaped(texts.lazy.get(column))));
    head(document, &heads);
    for (at, (item, view)) in questionnaire.items().zip(views(questionnaire, team)).enumerate() {
        let response = settled.and_then(|settled| settled.get(at));
        let response = response.map_or(texts.first.get(Text::ReportDash), |response| {
            texts.response(response, |_| sign(response))
        });
        let cells = [
            escaped(&item.short),
            span(levels(&view), texts),
            escaped(sign_or(level_response(view.median()), texts.first.get(Text::ReportDash))),
            escaped(response),
        ];
        row(document, &cells);
    }
    document.push('\n');
}

fn levels(view: &ItemView) -> Option<(u8, u8)> {
    Some((view.lowest()?.number(), view.highest()?.number()))
}
