//! Page of the rules, `docs/rules.md`: each with its reason and an example of its message.

use super::Rule;

/// Path of the page in the project.
const PATH: &str = "docs/rules.md";

const OPENING: &str = "\
# The rules of the check

`cargo xtask questionnaire check` reads every questionnaire of the project and reports every breach of these rules,
each with its place, the reason, and how to mend it. With one fault left nothing is built.

Released versions (in `frozen/`) never change: only the rules that reading needs hold for them.

The rules from `ladder-share` to `claim` hold for questionnaires with `[ladders]`. A page of others that shows its own
questionnaire is not asked for them, nor for rules of style.

This page is generated from the rules (`cargo xtask generate`). Each example is a message of the check on a
broken questionnaire in `tests/fixtures/broken/`.
";

/// Writes the page; `read` gives the content of a file of the project by its path.
///
/// Examples come from the snapshots of the tests, `tests/core/snapshots/`.
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

/// First message of a rule in a snapshot, whose head stands between lines of hyphens.
fn example(messages: &str, rule: Rule) -> Option<&str> {
    let (_, messages) = messages.strip_prefix("---\n")?.split_once("\n---\n")?;
    let mut messages = messages.split("\n\n");
    messages.find_map(|message| message.strip_prefix(rule.id())?.strip_prefix(": "))
}

/// Indents a text as a code block of Markdown.
fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}
