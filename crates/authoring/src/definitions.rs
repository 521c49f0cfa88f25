//! Terms that have a definition, and the texts that use them.

use super::rules::levels::words;
use super::texts::{DefinitionTexts, ItemTexts};

/// True if a text uses a term of a definition, in one of its spellings and as whole words.
pub fn uses(definition: &DefinitionTexts, text: &str) -> bool {
    let text = words(text);
    definition.forms.iter().map(|form| words(form)).any(|form| {
        // An empty spelling has a rule of its own.
        !form.is_empty() && text.windows(form.len()).any(|words| words == form)
    })
}

/// True if the question uses a term: in its prompt, its help or a level.
pub fn uses_in_question(definition: &DefinitionTexts, item: &ItemTexts) -> bool {
    let texts = [&item.prompt, &item.help].into_iter().chain(&item.levels);
    texts.into_iter().any(|text| uses(definition, text))
}

/// Texts behind each use of a term, in lower case.
#[cfg(feature = "tools")]
pub fn places(definition: &DefinitionTexts, text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let behind = |form: &String| -> Vec<String> {
        let form = form.to_lowercase();
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let whole = |(start, found): (usize, &str)| {
            let (before, after) = (&text[..start], &text[start + found.len()..]);
            let is_whole = !is_word(before.chars().next_back()) && !is_word(after.chars().next());
            is_whole.then(|| after.to_owned())
        };
        text.match_indices(&*form).filter_map(whole).collect()
    };
    // An empty spelling has a rule of its own.
    definition.forms.iter().filter(|form| !form.is_empty()).flat_map(behind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_used_as_whole_words_in_any_of_its_spellings() {
        let forms = ["critique", "critiques"].map(str::to_owned).to_vec();
        let definition =
            DefinitionTexts { id: "critical".into(), term: "critique".into(), forms, text: "…".into() };
        for (text, expected) in [
            ("Une solution critique.", true),
            ("CRITIQUES\u{202F}: deux solutions", true),
            ("l’auto-critique", true),
            ("Une criticité", false),
            ("critiquement", false),
            ("", false),
        ] {
            assert_eq!(uses(&definition, text), expected, "{text}");
        }
    }
}
