//! The laws of a team's Markdown export: read by another program, it says who should talk to whom.

use boussole_core::answers::{Complete, Level, Response};
use boussole_core::export::team::markdown;
use boussole_core::link::Day;
use boussole_core::questionnaire::Role;
use boussole_core::score::{Range, ScoreSummary, score};
use boussole_core::team::{Disagreement, consolidated, disagreements, resolved};
use boussole_core::texts::{LazyText, Text};
use proptest::prelude::*;

use crate::export::role_name;
use crate::export_markdown::{blocks, line, written_day, written_level, written_points};
use crate::export_team::{Case, case, number, small};
use crate::widget_texts::WidgetTexts;

const TODAY: Day = Day(327);

impl Case {
    fn first(&self, text: Text) -> &str {
        self.texts.first.get(text)
    }

    fn lazy(&self, text: LazyText) -> &str {
        self.texts.lazy.get(text)
    }

    fn role(&self, role: Role) -> &str {
        role_name(&self.texts.first, role)
    }

    fn dash(&self) -> String {
        line(self.first(Text::ReportDash))
    }
}

type Block = (&'static str, String);

/// The blocks of the document that are meant.
fn document(case: &Case) -> Vec<Block> {
    let questionnaire = &case.questionnaire;
    let summary = |answers: Option<Complete>| {
        answers.map(|answers| ScoreSummary::from(&score(questionnaire, &answers)))
    };
    let all = summary(case.settled());
    let mut blocks = vec![("h1", line(&questionnaire.title))];
    let count = case.team.members().len().to_string();
    let members = case.texts.lazy.fill(LazyText::TeamMembers, &[("count", &count)]);
    let byline = format!("{members} · {}", written_day(&case.texts, TODAY));
    let whole = all.as_ref().and_then(|all| all.whole);
    let headline = whole.map(|whole| written_points(&case.texts, whole)).unwrap_or_default();
    let level = all.as_ref().map(|all| written_level(&case.texts, questionnaire, all)).unwrap_or_default();
    blocks.extend([byline, headline, level].map(|text| ("p", line(&text))));
    let level = all
        .as_ref()
        .and_then(|all| all.maturity_result(questionnaire))
        .map(|maturity_result| maturity_result.level.index());
    blocks.extend(level.map(|level| ("p", line(&questionnaire.maturity[level].meaning))));

    blocks.push(("h2", line(case.first(Text::ReportPrinciples))));
    let roles = case.team.roles();
    let role = |role: &Option<Role>| role.map_or(case.lazy(LazyText::TeamNoRole), |role| case.role(role));
    let heads = [case.first(Text::ReportPrinciple)]
        .into_iter()
        .chain(roles.iter().map(role))
        .chain([case.lazy(LazyText::TeamMedian)]);
    blocks.extend(heads.map(|text| ("cell", line(text))));
    let of_role = |role: &Option<Role>| summary(consolidated(questionnaire, &case.team.of_role(*role)));
    let columns: Vec<Option<ScoreSummary>> = roles.iter().map(of_role).chain([all]).collect();
    let span = |range: Option<Range>| match range {
        Some(range) if range.is_open() => format!("{}–{}", range.assured(), range.possible()),
        Some(range) => range.assured().to_string(),
        None => case.dash(),
    };
    let names = questionnaire
        .principles
        .iter()
        .map(|principle| &*principle.name)
        .chain([case.first(Text::ReportWhole)]);
    for (at, name) in names.enumerate() {
        blocks.push(("cell", line(name)));
        let range = |summary: &ScoreSummary| summary.principles.get(at).copied().unwrap_or(summary.whole);
        blocks.extend(columns.iter().map(|column| ("cell", span(column.as_ref().and_then(range)))));
    }

    let found = disagreements(questionnaire, &case.team);
    let told = found.iter().map(|found| (found.item, disagreement(case, found)));
    list(case, &mut blocks, [LazyText::TeamTalk, LazyText::TeamTalkNone], told.collect());
    let found = resolved(questionnaire, &case.team);
    let told = found.iter().map(|found| {
        let [ask, know] = [&found.ask, &found.know].map(|members| people(case, members));
        (found.item, case.texts.lazy.fill(LazyText::TeamResolves, &[("ask", &ask), ("know", &know)]))
    });
    list(case, &mut blocks, [LazyText::TeamResolved, LazyText::TeamResolvedNone], told.collect());

    blocks.push(("h2", line(case.lazy(LazyText::TeamItems))));
    let columns = [LazyText::TeamRange, LazyText::TeamMedianOf, LazyText::TeamMedian];
    let columns = columns.map(|text| case.lazy(text));
    let columns = [case.first(Text::WhyItem)].into_iter().chain(columns);
    blocks.extend(columns.map(|text| ("cell", line(text))));
    for (at, item) in questionnaire.items().enumerate() {
        let [lowest, highest, median] = case.levels(at);
        let levels = match (lowest, highest) {
            (Some(lowest), Some(highest)) if lowest < highest => format!("{lowest}–{highest}"),
            _ => lowest.map_or(case.dash(), |level| level.to_string()),
        };
        let median = median.map_or(case.dash(), |level| level.to_string());
        let response = case.consolidated(at).map_or(case.dash(), |it| line(response(it, case)));
        blocks.extend([line(&item.short), levels, median, response].map(|text| ("cell", text)));
    }
    blocks.push(("p", line(&questionnaire.notice)));
    blocks.retain(|(kind, text)| *kind == "cell" || *kind == "li" || !text.is_empty());
    blocks
}

fn response(response: Response, case: &Case) -> &str {
    match response {
        Response::Level(level) => ["0", "1", "2", "3", "4"][level.index()],
        Response::DontKnow => case.first(Text::ItemDontKnow),
        Response::NotApplicable => case.first(Text::ItemNotApplicable),
    }
}

fn list(case: &Case, blocks: &mut Vec<Block>, [title, nothing]: [LazyText; 2], told: Vec<(usize, String)>) {
    blocks.push(("h2", line(case.lazy(title))));
    if told.is_empty() {
        blocks.push(("p", line(case.lazy(nothing))));
    }
    blocks.extend(told.into_iter().map(|(at, text)| {
        let short = &case.questionnaire.item(at).expect("it is about an item").short;
        let parts = [line(short), line(&text)];
        ("li", parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – "))
    }));
}

fn disagreement(case: &Case, found: &Disagreement) -> String {
    let [lowest, highest, _] = case.levels(found.item).map(|level| level.unwrap_or(0).to_string());
    let median = |role: Role| {
        let voice =
            found.role_views.iter().find(|voice| voice.role == Some(role)).expect("the role is there");
        voice.view.median().map(Level::number).expect("it sees a level").to_string()
    };
    let mut told = vec![];
    if let Some((lower, higher)) = found.opposed_roles {
        let [one, other] = [lower, higher].map(|role| case.role(role));
        let (low, high) = (median(lower), median(higher));
        told.push(case.texts.lazy.fill(
            LazyText::TeamWorlds,
            &[("lower", one), ("low", &low), ("higher", other), ("high", &high)],
        ));
    } else if lowest != highest {
        told.push(case.texts.lazy.fill(LazyText::TeamFrom, &[("low", &lowest), ("high", &highest)]));
    }
    let others = case.count(found.item, Response::NotApplicable);
    let rate = case.responses(found.item).into_iter().filter_map(number).count();
    if others > 0 && rate > 0 {
        let (rate, others) = (rate.to_string(), others.to_string());
        told.push(case.texts.lazy.fill(LazyText::TeamDisputed, &[("rate", &rate), ("others", &others)]));
    }
    if let Some(agreed) = case.agreed.get(found.item) {
        told.push(case.texts.lazy.fill(LazyText::TeamSettled, &[("response", response(agreed, case))]));
    }
    told.join(" ")
}

fn people(case: &Case, members: &[usize]) -> String {
    if members.len() > 6 {
        return case.texts.lazy.fill(LazyText::TeamPeople, &[("count", &members.len().to_string())]);
    }
    let names = members.iter().map(|member| &*case.names[*member]).filter(|name| !name.is_empty());
    names.collect::<Vec<_>>().join(", ")
}

proptest! {
    #[test]
    fn every_text_is_read_as_it_is_and_nothing_becomes_markup(case in case()) {
        let text = markdown::document(&case.export(), TODAY, case.texts.export());
        prop_assert_eq!(blocks(&text), document(&case), "{}", text);
    }
}

#[test]
fn a_document_says_who_should_talk_to_whom() {
    let texts = WidgetTexts::named(
        &[
            (Text::DateDay, "{day}/{month}/{year}"),
            (Text::ReportBetween, "Entre {assured} et {possible}"),
            (Text::ReportOutOf, "sur 100"),
            (Text::ReportLevelAtLeast, "Niveau, au moins"),
            (Text::ReportPrinciples, "Les principes"),
            (Text::ReportPrinciple, "Principe"),
            (Text::RoleIt, "DSI"),
            (Text::RoleLegal, "Juridique"),
            (Text::ReportWhole, "Global"),
            (Text::ReportDash, "—"),
            (Text::WhyItem, "Point"),
            (Text::ItemDontKnow, "inconnu"),
            (Text::ItemNotApplicable, "sans objet"),
        ],
        &[
            (LazyText::TeamMembers, "{count} personnes"),
            (LazyText::ExportLevel, "{label} : {level}"),
            (LazyText::TeamNoRole, "Sans fonction"),
            (LazyText::TeamTalk, "À discuter"),
            (LazyText::TeamTalkNone, "Rien"),
            (LazyText::TeamWorlds, "{lower} voit le niveau {low}, {higher} le niveau {high}."),
            (LazyText::TeamFrom, "De {low} à {high}."),
            (LazyText::TeamDisputed, "{rate} le notent, {others} le disent sans objet."),
            (LazyText::TeamSettled, "Convenu : {response}."),
            (LazyText::TeamResolved, "Angles morts levés"),
            (LazyText::TeamResolvedNone, "Aucun"),
            (LazyText::TeamResolves, "{ask} peut demander à {know}."),
            (LazyText::TeamPeople, "{count} personnes"),
            (LazyText::TeamItems, "Point par point"),
            (LazyText::TeamRange, "Étendue"),
            (LazyText::TeamMedianOf, "Médiane"),
            (LazyText::TeamMedian, "Retenu"),
        ],
    );
    let expected = "\
# Boussole

*3 personnes · 24/11/2026*

**Entre 46 et 63 sur 100**

**Niveau, au moins : level 2**

## Les principes

| Principe | DSI | Juridique | Retenu |
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
    assert_eq!(markdown::document(&small().export(), TODAY, texts.export()), expected);
}
