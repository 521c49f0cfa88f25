//! The team's result as a document for a mail or a wiki: what to talk about, who can help whom.

use super::{Together, given, told};
use crate::answers::{Complete, Response};
use crate::export::markdown::{block, escaped, head, joined, last, row, strong};
use crate::export::{RoleWords, role_word, sign};
use crate::questionnaire::Role;
use crate::score::{Range, ScoreSummary, score};
use crate::team::{Disagreement, ItemView, Resolved, consolidated, disagreements, resolved, views};
use crate::texts::fill;

/// Up to how many people are named: more are counted.
const NAMED: usize = 6;

/// The words of the document that are not the questionnaire's.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Under the title: how many people, on which day; may be empty.
    pub byline: &'a str,
    /// "Between 42 and 58 out of 100", of the consolidated answers.
    pub headline: &'a str,
    /// "Level, at least: Mastered", of the consolidated answers.
    pub level: &'a str,
    /// Above the table of the principles.
    pub principles: &'a str,
    /// The head of its first column.
    pub principle: &'a str,
    pub roles: RoleWords<'a>,
    /// For those without a role.
    pub no_role: &'a str,
    /// The head of the column of everybody together.
    pub team: &'a str,
    /// The row for all three principles together.
    pub whole: &'a str,
    /// What stands where nothing applies or nobody gave a level.
    pub dash: &'a str,
    /// Above the items to talk about.
    pub disagreements: &'a str,
    /// What is said where there is none.
    pub no_disagreements: &'a str,
    /// Two roles see different worlds: `{lower}` is the role that sees the level `{low}`, `{higher}` the one
    /// that sees `{high}`.
    pub worlds: &'a str,
    /// Levels lie apart otherwise: `{low}`, `{high}`.
    pub apart: &'a str,
    /// `{rate}` members rate what does not apply for `{others}`.
    pub disputed: &'a str,
    /// What was agreed on: `{response}`.
    pub settled: &'a str,
    /// Above the blind spots that a colleague resolves.
    pub resolved: &'a str,
    /// What is said where there is none.
    pub no_resolved: &'a str,
    /// `{ask}` don't know what `{know}` know.
    pub resolves: &'a str,
    /// `{count}` people, where they are too many to name.
    pub people: &'a str,
    /// Above the table of the items.
    pub items: &'a str,
    /// The heads of its columns: question, lowest to highest level, median, consolidated response.
    pub columns: [&'a str; 4],
    pub dont_know: &'a str,
    pub not_applicable: &'a str,
}

/// The team's result as Markdown.
pub fn document(together: &Together<'_>, words: &Words<'_>) -> String {
    let questionnaire = together.questionnaire;
    let settled = together.settled();
    let summary = settled.as_ref().map(|answers| ScoreSummary::from(&score(questionnaire, answers)));
    let mut document = String::new();
    block(&mut document, "# ", &escaped(&questionnaire.title));
    block(&mut document, "", &strong("*", words.byline));
    block(&mut document, "", &strong("**", words.headline));
    block(&mut document, "", &strong("**", words.level));
    if let Some(maturity_result) = summary.as_ref().and_then(|summary| summary.maturity_result(questionnaire))
    {
        block(&mut document, "", &escaped(&questionnaire.maturity[maturity_result.level.index()].meaning));
    }
    block(&mut document, "## ", &escaped(words.principles));
    principles(&mut document, together, summary, words);
    block(&mut document, "## ", &escaped(words.disagreements));
    let found = disagreements(questionnaire, together.team);
    let mut lines = found.iter().map(|found| (found.item, disagreement(found, together, words)));
    list(&mut document, together, &mut lines, words.no_disagreements);
    block(&mut document, "## ", &escaped(words.resolved));
    let found = resolved(questionnaire, together.team);
    let mut lines = found.iter().map(|found| (found.item, help(found, together, words)));
    list(&mut document, together, &mut lines, words.no_resolved);
    block(&mut document, "## ", &escaped(words.items));
    items(&mut document, together, settled.as_ref(), words);
    last(&mut document, &questionnaire.notice);
    document
}

/// Each principle as each role sees it, and all of them together.
fn principles(document: &mut String, together: &Together<'_>, all: Option<ScoreSummary>, words: &Words<'_>) {
    let Together { questionnaire, team, .. } = *together;
    let mut heads = vec![escaped(words.principle)];
    let mut summaries = vec![];
    for role in team.roles() {
        heads.push(escaped(role.map_or(words.no_role, |role| role_word(&words.roles, role))));
        let answers = consolidated(questionnaire, &team.of_role(role));
        summaries.push(answers.map(|answers| ScoreSummary::from(&score(questionnaire, &answers))));
    }
    heads.push(escaped(words.team));
    summaries.push(all);
    head(document, &heads);
    let mut line = |name: String, of: &dyn Fn(&ScoreSummary) -> Option<Range>| {
        let mut cells = vec![name];
        cells.extend(summaries.iter().map(|summary| {
            let range = summary.as_ref().and_then(of);
            span(range.map(|range| (range.assured(), range.possible())), words)
        }));
        row(document, &cells);
    };
    for (principle, at) in questionnaire.principles.iter().zip([0, 1, 2]) {
        line(escaped(&principle.name), &|summary| summary.principles[at]);
    }
    line(strong("**", words.whole), &|summary| summary.whole);
    document.push('\n');
}

/// From one number to another; one of them where they are equal.
fn span(ends: Option<(u8, u8)>, words: &Words<'_>) -> String {
    match ends {
        Some((low, high)) if low == high => low.to_string(),
        Some((low, high)) => [&*low.to_string(), "–", &*high.to_string()].concat(),
        None => escaped(words.dash),
    }
}

/// Items, each with what is said of it.
fn list(
    document: &mut String,
    together: &Together<'_>,
    lines: &mut dyn Iterator<Item = (usize, String)>,
    nothing: &str,
) {
    let mut is_empty = true;
    for (at, text) in lines {
        let short = together.questionnaire.item(at).map_or("", |item| &item.short);
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

/// Who sees what, and what was made of it.
fn disagreement(found: &Disagreement, together: &Together<'_>, words: &Words<'_>) -> String {
    let view = &found.view;
    let mut text = match found.worlds {
        Some((lower, higher)) => {
            let values = [
                ("lower", role_word(&words.roles, lower)),
                ("low", seen(found, lower)),
                ("higher", role_word(&words.roles, higher)),
                ("high", seen(found, higher)),
            ];
            fill(words.worlds, &values)
        }
        None if view.distance() > 0 => {
            let level = |level| told(given(level), "");
            fill(words.apart, &[("low", level(view.lowest())), ("high", level(view.highest()))])
        }
        None => String::new(),
    };
    if view.is_disputed() {
        let (rate, others) = (view.knew().to_string(), view.not_applicable.to_string());
        text.push(' ');
        text.push_str(&fill(words.disputed, &[("rate", &rate), ("others", &others)]));
    }
    if let Some(response) = together.agreed.get(found.item) {
        text.push(' ');
        text.push_str(&fill(words.settled, &[("response", said(response, words))]));
    }
    text
}

/// The median level of a role.
fn seen(found: &Disagreement, role: Role) -> &'static str {
    let voice = found.voices.iter().find(|voice| voice.role == Some(role));
    told(given(voice.and_then(|voice| voice.view.median())), "")
}

/// Who can ask whom.
fn help(found: &Resolved, together: &Together<'_>, words: &Words<'_>) -> String {
    let (ask, know) = (people(&found.ask, together, words), people(&found.know, together, words));
    fill(words.resolves, &[("ask", &ask), ("know", &know)])
}

fn people(members: &[usize], together: &Together<'_>, words: &Words<'_>) -> String {
    if members.len() > NAMED {
        return fill(words.people, &[("count", &members.len().to_string())]);
    }
    let mut names = String::new();
    for name in members.iter().map(|member| together.name(*member)) {
        if !name.is_empty() && !names.is_empty() {
            names.push_str(", ");
        }
        names.push_str(name);
    }
    names
}

fn items(document: &mut String, together: &Together<'_>, settled: Option<&Complete>, words: &Words<'_>) {
    let Together { questionnaire, team, .. } = *together;
    head(document, &words.columns.map(escaped));
    for (at, (item, view)) in questionnaire.items().zip(views(questionnaire, team)).enumerate() {
        let response = settled.and_then(|settled| settled.get(at));
        let response = response.map_or(words.dash, |response| said(response, words));
        let cells = [
            escaped(&item.short),
            span(levels(&view), words),
            escaped(told(given(view.median()), words.dash)),
            escaped(response),
        ];
        row(document, &cells);
    }
    document.push('\n');
}

fn levels(view: &ItemView) -> Option<(u8, u8)> {
    Some((view.lowest()?.number(), view.highest()?.number()))
}

/// A response in a word: the number of the level.
fn said<'a>(response: Response, words: &Words<'a>) -> &'a str {
    match response {
        Response::Level(_) => sign(response),
        Response::DontKnow => words.dont_know,
        Response::NotApplicable => words.not_applicable,
    }
}
