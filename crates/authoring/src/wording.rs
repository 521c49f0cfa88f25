//! Rules for a single text: its length on a phone, no markup, no stray white space, typography.

use super::reader::{Located, TomlTable};
use super::rules::typography;
use super::{Edition, Rule};

/// Notes the faults of a text of at most `limit` characters. Released versions are exempt: they never change.
pub fn check(table: &TomlTable<'_>, locale: &str, text: &Located<String>, limit: usize) {
    if table.edition == Edition::Frozen {
        return;
    }
    let note = |rule: Rule, what: String, mend: &str| table.fault(rule, text.span.clone(), what, mend);
    let length = text.value.chars().count();
    if text.value.trim().is_empty() {
        note(Rule::Empty, "the text is empty".to_owned(), "write it");
    }
    if length > limit {
        note(
            Rule::Length,
            format!("the text has {length} characters, too long for a phone"),
            &format!("shorten it to {limit} characters"),
        );
    }
    if text.value.contains(['<', '>']) {
        note(Rule::Markup, "the text has markup".to_owned(), "write plain text: no < and no >");
    }
    if text.value.contains(['\n', '\r', '\t']) || text.value.contains("  ") || text.value.trim() != text.value
    {
        note(
            Rule::WhiteSpace,
            "the text has stray white space".to_owned(),
            "write it on one line, with single spaces",
        );
    }
    for (rule, what, mend) in typography::faults(locale, &text.value) {
        note(rule, what, mend);
    }
}
