//! Answers of all members as a table for a spreadsheet: one row an item, one column a member.

use super::{TeamExport, level_response, sign_or};
use crate::export::csv::{BYTE_ORDER_MARK, Separator, row};
use crate::team::views;
use crate::texts::{LazyText, Texts};

/// Heads of the columns before those of the members.
const ITEM: [LazyText; 5] = [
    LazyText::ExportColumnNumber,
    LazyText::ExportColumnItem,
    LazyText::ExportColumnPrinciple,
    LazyText::ExportColumnDimension,
    LazyText::ExportColumnQuestion,
];

/// Heads of the columns after those of the members.
const TEAM: [LazyText; 6] = [
    LazyText::TeamLowest,
    LazyText::TeamHighest,
    LazyText::TeamMedianOf,
    LazyText::TeamUnknownCount,
    LazyText::TeamAgreedOn,
    LazyText::TeamMedian,
];

/// Answers as CSV, each response in one sign.
///
/// A cell is empty without a level, without an agreement, or for a team without a member.
pub fn table(team_export: &TeamExport<'_>, texts: &Texts<LazyText>, separator: Separator) -> String {
    let TeamExport { questionnaire, team, agreed, .. } = *team_export;
    let members = team.members();
    let settled = team_export.settled();
    let mut table = String::from(BYTE_ORDER_MARK);
    let mut heads = ITEM.map(|text| texts.get(text)).to_vec();
    heads.extend((0..members.len()).map(|member| team_export.name(member)));
    heads.extend(TEAM.map(|text| texts.get(text)));
    row(&mut table, separator, &heads);
    let mut views = views(questionnaire, team).into_iter().enumerate();
    for principle in &questionnaire.principles {
        for dimension in &principle.dimensions {
            // There is one view an item.
            for (item, (at, view)) in dimension.items.iter().zip(views.by_ref()) {
                let (position, dont_know) = ((at + 1).to_string(), view.dont_know.to_string());
                let mut cells =
                    vec![&*position, item.id.as_str(), &principle.name, &dimension.name, &item.prompt];
                cells.extend(members.iter().map(|member| sign_or(member.answers.get(at), "")));
                cells.extend(
                    [view.lowest(), view.highest(), view.median()]
                        .map(|level| sign_or(level_response(level), "")),
                );
                let response = settled.as_ref().and_then(|settled| settled.get(at));
                cells.extend([&*dont_know, sign_or(agreed.get(at), ""), sign_or(response, "")]);
                row(&mut table, separator, &cells);
            }
        }
    }
    table
}
