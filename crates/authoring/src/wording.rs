//! Rules for a single text: its length on a phone, no markup, no stray white space, nothing invisible, typography.

use super::encoding;
use super::reader::{Located, TomlTable};
use super::rule::{ASKS_FOR_STYLE, Rule};
use super::rules::typography;
use super::source::Edition;

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
    let hidden = text.value.chars().find(|c| ASKS_FOR_STYLE && is_invisible(*c));
    if let Some(hidden) = hidden {
        note(
            Rule::Invisible,
            format!("the text has a character that can't be seen, U+{:04X}", u32::from(hidden)),
            "delete it: write the words around it anew, or take \\u and its digits out",
        );
    }
    if ASKS_FOR_STYLE && encoding::is_misread(&text.value) {
        let what = "the text has letters of another encoding, as “Ã©” for “é”".to_owned();
        note(Rule::Encoding, what, "write them anew, and save the file as UTF-8");
    }
    for (rule, what, mend) in typography::faults(locale, &text.value) {
        note(rule, what, mend);
    }
}

/// True for a character that has no width and no shape, or none that was meant. White space has a rule of its own, and a soft
/// hyphen shows at the end of a line.
fn is_invisible(c: char) -> bool {
    let zero_width = matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{180E}' | '\u{115F}'
        | '\u{1160}' | '\u{3164}' | '\u{E0000}'..='\u{E007F}');
    let direction =
        matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}');
    let line = matches!(c, '\u{2028}' | '\u{2029}' | encoding::LOST);
    zero_width || direction || line || c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}
