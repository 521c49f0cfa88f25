//! Pieces of sentences that screens and exports share, from the texts of the widget.

use crate::calendar::{Day, date, two_digits};
use crate::questionnaire::Role;
use crate::score::{MaturityResult, Range};
use crate::texts::{Text, Texts};

/// The name of a role.
pub fn role(texts: &Texts, role: Role) -> &str {
    texts.get(match role {
        Role::GeneralManagement => Text::RoleGeneralManagement,
        Role::It => Text::RoleIt,
        Role::Procurement => Text::RoleProcurement,
        Role::Legal => Text::RoleLegal,
        Role::Business => Text::RoleBusiness,
        Role::Finance => Text::RoleFinance,
        Role::Security => Text::RoleSecurity,
    })
}

/// A day in figures, in the order of the locale.
pub fn day(texts: &Texts, day: Day) -> String {
    let (year, month, day) = date(day);
    let values = [("day", &*two_digits(day)), ("month", &two_digits(month)), ("year", &year.to_string())];
    texts.fill(Text::DateDay, &values)
}

/// The points of a range: "Between 42 and 58", or "42".
pub fn points(texts: &Texts, range: Range) -> String {
    let text = if range.is_open() { Text::ReportBetween } else { Text::ReportExactly };
    let (assured, possible) = (range.assured().to_string(), range.possible().to_string());
    texts.fill(text, &[("assured", &assured), ("possible", &possible)])
}

/// The points of a range with their maximum: "Between 42 and 58 out of 100".
pub fn out_of(texts: &Texts, range: Range) -> String {
    points(texts, range) + " " + texts.get(Text::ReportOutOf)
}

/// The points of a principle, in a sentence with its name.
pub fn principle(texts: &Texts, name: &str, range: Option<Range>) -> String {
    let Some(range) = range else { return texts.fill(Text::ReportPrincipleNone, &[("name", name)]) };
    let text = if range.is_open() { Text::ReportPrincipleBetween } else { Text::ReportPrincipleExactly };
    let (assured, possible) = (range.assured().to_string(), range.possible().to_string());
    texts.fill(text, &[("name", name), ("assured", &assured), ("possible", &possible)])
}

/// The label before the name of a maturity level: "Level", or "Level, at least".
pub fn level_label(maturity_result: MaturityResult) -> Text {
    if maturity_result.at_least { Text::ReportLevelAtLeast } else { Text::ReportLevel }
}
