//! The laws of a team's Markdown export: read by another program, it says who should talk to whom.

use std::array::from_fn;

use boussole_core::answers::{Complete, Level, Response};
use boussole_core::export::team::markdown;
use boussole_core::questionnaire::Role;
use boussole_core::score::{Range, ScoreSummary, score};
use boussole_core::team::{Disagreement, consolidated, disagreements, resolved};
use boussole_core::texts::fill;
use proptest::prelude::*;

use crate::export_markdown::{blocks, line};
use crate::export_team::{Case, case, number, small};

fn words(case: &Case) -> markdown::Words<'_> {
    let mut count = 0;
    let mut next = || {
        count += 1;
        case.word(count)
    };
    let [worlds, apart, disputed, settled, resolves, people] = from_fn(|at| &*case.templates[at]);
    markdown::Words {
        byline: next(),
        headline: next(),
        level: next(),
        principles: next(),
        principle: next(),
        roles: from_fn(|_| next()),
        no_role: next(),
        team: next(),
        whole: next(),
        dash: next(),
        disagreements: next(),
        no_disagreements: next(),
        worlds,
        apart,
        disputed,
        settled,
        // Without a heading between them, two lists are one.
        resolved: "Resolved",
        no_resolved: next(),
        resolves,
        people,
        items: next(),
        columns: from_fn(|_| next()),
        dont_know: next(),
        not_applicable: next(),
    }
}

type Block = (&'static str, String);

/// The blocks of the document that are meant.
fn document(case: &Case, words: &markdown::Words<'_>) -> Vec<Block> {
    let questionnaire = &case.questionnaire;
    let summary = |answers: Option<Complete>| {
        answers.map(|answers| ScoreSummary::from(&score(questionnaire, &answers)))
    };
    let all = summary(case.settled());
    let mut blocks = vec![("h1", line(&questionnaire.title))];
    blocks.extend([words.byline, words.headline, words.level].map(|text| ("p", line(text))));
    let level = all
        .as_ref()
        .and_then(|all| all.maturity_result(questionnaire))
        .map(|maturity_result| maturity_result.level.index());
    blocks.extend(level.map(|level| ("p", line(&questionnaire.maturity[level].meaning))));

    blocks.push(("h2", line(words.principles)));
    let roles = case.team.roles();
    let role = |role: &Option<Role>| role.map_or(words.no_role, |role| words.roles[role as usize]);
    let heads = [words.principle].into_iter().chain(roles.iter().map(role)).chain([words.team]);
    blocks.extend(heads.map(|text| ("cell", line(text))));
    let of_role = |role: &Option<Role>| summary(consolidated(questionnaire, &case.team.of_role(*role)));
    let columns: Vec<Option<ScoreSummary>> = roles.iter().map(of_role).chain([all]).collect();
    let span = |range: Option<Range>| match range {
        Some(range) if range.is_open() => format!("{}–{}", range.assured(), range.possible()),
        Some(range) => range.assured().to_string(),
        None => line(words.dash),
    };
    let names = questionnaire.principles.iter().map(|principle| &*principle.name).chain([words.whole]);
    for (at, name) in names.enumerate() {
        blocks.push(("cell", line(name)));
        let range = |summary: &ScoreSummary| summary.principles.get(at).copied().unwrap_or(summary.whole);
        blocks.extend(columns.iter().map(|column| ("cell", span(column.as_ref().and_then(range)))));
    }

    let found = disagreements(questionnaire, &case.team);
    let told = found.iter().map(|found| (found.item, disagreement(case, found, words)));
    list(case, &mut blocks, [words.disagreements, words.no_disagreements], told.collect());
    let found = resolved(questionnaire, &case.team);
    let told = found.iter().map(|found| {
        let [ask, know] = [&found.ask, &found.know].map(|members| people(case, members, words));
        (found.item, fill(words.resolves, &[("ask", &ask), ("know", &know)]))
    });
    list(case, &mut blocks, [words.resolved, words.no_resolved], told.collect());

    blocks.push(("h2", line(words.items)));
    blocks.extend(words.columns.map(|text| ("cell", line(text))));
    for (at, item) in questionnaire.items().enumerate() {
        let [lowest, highest, median] = case.levels(at);
        let levels = match (lowest, highest) {
            (Some(lowest), Some(highest)) if lowest < highest => format!("{lowest}–{highest}"),
            _ => lowest.map_or(line(words.dash), |level| level.to_string()),
        };
        let median = median.map_or(line(words.dash), |level| level.to_string());
        let response = case.consolidated(at).map_or(line(words.dash), |it| line(&response(it, words)));
        blocks.extend([line(&item.short), levels, median, response].map(|text| ("cell", text)));
    }
    blocks.push(("p", line(&questionnaire.notice)));
    blocks.retain(|(kind, text)| *kind == "cell" || *kind == "li" || !text.is_empty());
    blocks
}

fn response(response: Response, words: &markdown::Words<'_>) -> String {
    match response {
        Response::Level(level) => level.number().to_string(),
        Response::DontKnow => words.dont_know.to_owned(),
        Response::NotApplicable => words.not_applicable.to_owned(),
    }
}

fn list(case: &Case, blocks: &mut Vec<Block>, [title, nothing]: [&str; 2], told: Vec<(usize, String)>) {
    blocks.push(("h2", line(title)));
    if told.is_empty() {
        blocks.push(("p", line(nothing)));
    }
    blocks.extend(told.into_iter().map(|(at, text)| {
        let short = &case.questionnaire.item(at).expect("it is about an item").short;
        let parts = [line(short), line(&text)];
        ("li", parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – "))
    }));
}

fn disagreement(case: &Case, found: &Disagreement, words: &markdown::Words<'_>) -> String {
    let [lowest, highest, _] = case.levels(found.item).map(|level| level.unwrap_or(0).to_string());
    let median = |role: Role| {
        let voice = found.voices.iter().find(|voice| voice.role == Some(role)).expect("the role is there");
        voice.view.median().map(Level::number).expect("it sees a level").to_string()
    };
    let mut told = vec![];
    if let Some((lower, higher)) = found.worlds {
        let [one, other] = [lower, higher].map(|role| words.roles[role as usize]);
        let (low, high) = (median(lower), median(higher));
        told.push(fill(words.worlds, &[("lower", one), ("low", &low), ("higher", other), ("high", &high)]));
    } else if lowest != highest {
        told.push(fill(words.apart, &[("low", &lowest), ("high", &highest)]));
    }
    let others = case.count(found.item, Response::NotApplicable);
    let rate = case.responses(found.item).into_iter().filter_map(number).count();
    if others > 0 && rate > 0 {
        let (rate, others) = (rate.to_string(), others.to_string());
        told.push(fill(words.disputed, &[("rate", &rate), ("others", &others)]));
    }
    if let Some(agreed) = case.agreed.get(found.item) {
        told.push(fill(words.settled, &[("response", &response(agreed, words))]));
    }
    told.join(" ")
}

fn people(case: &Case, members: &[usize], words: &markdown::Words<'_>) -> String {
    if members.len() > 6 {
        return fill(words.people, &[("count", &members.len().to_string())]);
    }
    let names = members.iter().map(|member| &*case.names[*member]).filter(|name| !name.is_empty());
    names.collect::<Vec<_>>().join(", ")
}

proptest! {
    #[test]
    fn every_text_is_read_as_it_is_and_nothing_becomes_markup(case in case()) {
        let words = words(&case);
        let text = markdown::document(&case.together(), &words);
        prop_assert_eq!(blocks(&text), document(&case, &words), "{}", text);
    }
}

#[test]
fn a_document_says_who_should_talk_to_whom() {
    let words = markdown::Words {
        byline: "3 personnes",
        headline: "Entre 42 et 58 sur 100",
        level: "",
        principles: "Les principes",
        principle: "Principe",
        roles: ["Direction", "DSI", "Achats", "Juridique", "Métiers"],
        no_role: "Sans fonction",
        team: "Ensemble",
        whole: "Global",
        dash: "—",
        disagreements: "À discuter",
        no_disagreements: "Rien",
        worlds: "{lower} voit le niveau {low}, {higher} le niveau {high}.",
        apart: "De {low} à {high}.",
        disputed: "{rate} le notent, {others} le disent sans objet.",
        settled: "Convenu : {response}.",
        resolved: "Angles morts levés",
        no_resolved: "Aucun",
        resolves: "{ask} peut demander à {know}.",
        people: "{count} personnes",
        items: "Point par point",
        columns: ["Point", "Étendue", "Médiane", "Retenu"],
        dont_know: "inconnu",
        not_applicable: "sans objet",
    };
    let expected = "\
# Boussole

*3 personnes*

**Entre 42 et 58 sur 100**

## Les principes

| Principe | DSI | Juridique | Ensemble |
| :--- | ---: | ---: | ---: |
| Choisir | 100 | 25 | 25 |
| Maîtriser | 38 | 63 | 38–88 |
| Bâtir | 50 | 50 | 75 |
| **Global** | 63 | 46 | 46–63 |

## À discuter

- **Point 0** – Juridique voit le niveau 1, DSI le niveau 4. 2 le notent, 1 le disent sans objet.
- **Point 2** – DSI voit le niveau 0, Juridique le niveau 2. Convenu : inconnu.

## Angles morts levés

- **Point 1** – Juridique 2 peut demander à Juridique 1, =DSI 1.
- **Point 2** – Juridique 1 peut demander à =DSI 1, Juridique 2.

## Point par point

| Point | Étendue | Médiane | Retenu |
| :--- | ---: | ---: | ---: |
| Point 0 | 1–4 | 1 | 1 |
| Point 1 | 3 | 3 | 3 |
| Point 2 | 0–2 | 0 | inconnu |
| Point 3 | 2 | 2 | 3 |
";
    assert_eq!(markdown::document(&small().together(), &words), expected);
}
