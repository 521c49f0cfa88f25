//! `docs/rules.md`: every rule of the check with its reason, and what an author is told.

use super::Rule;

/// Where the page stands in the project.
const PATH: &str = "docs/rules.md";

const OPENING: &str = "\
# The rules of the check

`cargo xtask questionnaire check` reads every questionnaire of the project and tells all that breaks one of
these rules, each with its place, why it matters, and how to mend it. With one fault left nothing is built.

Released versions (in `frozen/`) stay as they were: only the rules without which they could not be read hold
for them.

This page is generated from the rules (`cargo xtask generate`), and each example is what the check tells of a
broken questionnaire in `tests/fixtures/broken/`.
";

/// The page on the rules, given a way to read a file of the project by its path.
///
/// The examples are the messages that the tests hold the check to: `tests/core/snapshots/`.
pub fn rules_page(read: impl Fn(&str) -> Option<String>) -> super::SourceFile {
    let mut page = OPENING.to_owned();
    for rule in Rule::ALL {
        page += &format!("\n## `{}`\n\n{} {}\n", rule.id(), rule.what(), rule.why());
        let messages = read(&format!("tests/core/snapshots/told@{}.toml.snap", rule.id()));
        if let Some(example) = messages.as_deref().and_then(|messages| example(messages, *rule)) {
            page += &format!("\n{}\n", indented(example));
        }
    }
    super::SourceFile { path: PATH.to_owned(), text: page }
}

/// The first message of a rule in a file of messages, which begins with a head between lines of hyphens.
fn example(messages: &str, rule: Rule) -> Option<&str> {
    let (_, messages) = messages.strip_prefix("---\n")?.split_once("\n---\n")?;
    let mut messages = messages.split("\n\n");
    messages.find_map(|message| message.strip_prefix(rule.id())?.strip_prefix(": "))
}

/// As Markdown shows it unchanged.
fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}
