//! Rules: names of a kind, steps of an item, and a help and its prompt differ.

use crate::Rule;
use crate::folder::{LocaleFile, ReadFolder};
use crate::reader::Faults;
use crate::texts_reader::PlacedText;

/// Notes every name and every step that is like one before it, and every help that is like its prompt.
pub fn check(read: &ReadFolder<'_>, faults: &Faults) {
    for locale in &read.locales {
        compare_names(locale, faults);
        compare_helps(locale, faults);
    }
}

/// Scope within which a text must be unlike others: its kind in the whole file, or in its table.
fn scope(text: &PlacedText) -> Option<(&str, &str)> {
    let group = text.table.trim_start_matches('[').split(['.', ']']).next().unwrap_or_default();
    match text.key {
        "name" if text.table.starts_with('[') => Some((group, "name")),
        "name" => Some(("maturity", "name")),
        "short" => Some(("items", "short")),
        "steps" => Some((&text.table, "steps")),
        _ => None,
    }
}

fn compare_names(locale: &LocaleFile<'_>, faults: &Faults) {
    // A list: the browser checks a host's questionnaire by this too, and a map costs it a kilobyte.
    let mut earlier: Vec<((&str, &str), String, &PlacedText)> = Vec::new();
    for text in &locale.placed {
        let (Some(scope), words) = (scope(text), words(&text.text.value)) else { continue };
        if words.is_empty() {
            continue;
        }
        let twin = earlier.iter().rfind(|(of, like, _)| *of == scope && *like == words);
        if let Some((_, _, twin)) = twin {
            let kind = if text.key == "steps" { "step" } else { "name" };
            let place =
                if kind == "step" { format!("step {}", twin.index + 1) } else { twin.table.to_string() };
            let what = format!("the {kind} is that of {place}");
            let mend = format!("give each a {kind} of its own");
            faults.note(Rule::Alike, locale.file, text.text.span.clone(), what, mend);
        }
        earlier.push((scope, words, text));
    }
}

fn compare_helps(locale: &LocaleFile<'_>, faults: &Faults) {
    let prompt_of = |help: &PlacedText| {
        locale.placed.iter().find(|text| text.key == "prompt" && text.table == help.table)
    };
    for help in locale.placed.iter().filter(|text| text.key == "help") {
        let said = words(&help.text.value);
        if !said.is_empty() && prompt_of(help).is_some_and(|prompt| words(&prompt.text.value) == said) {
            let mend = "define a word of the prompt, or say what counts";
            let span = help.text.span.clone();
            faults.note(Rule::RepeatedHelp, locale.file, span, "the help repeats the prompt", mend);
        }
    }
}

/// Words of a text in lower case, without punctuation.
fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
