//! Pseudolocale: texts of a made-up language, about 40 % longer than their source and with an accent on every letter.
//!
//! A screen that shows a plain letter has a text outside of the files of texts; one that breaks would break in German.

use crate::source::path_segments;
use crate::{Fault, Rule, SourceFile, build};

/// Tag of the language: BCP 47 keeps `qaa` to `qtz` for private use.
pub const LOCALE: &str = "qps";

/// Letters and what stands for them. Letters that have an accent already stay.
const ACCENTED: [(char, char); 52] = [
    ('a', 'à'),
    ('b', 'ḃ'),
    ('c', 'ç'),
    ('d', 'ď'),
    ('e', 'é'),
    ('f', 'ḟ'),
    ('g', 'ğ'),
    ('h', 'ĥ'),
    ('i', 'ï'),
    ('j', 'ĵ'),
    ('k', 'ķ'),
    ('l', 'ľ'),
    ('m', 'ṁ'),
    ('n', 'ñ'),
    ('o', 'ô'),
    ('p', 'ṗ'),
    ('q', 'ɋ'),
    ('r', 'ř'),
    ('s', 'š'),
    ('t', 'ť'),
    ('u', 'û'),
    ('v', 'ṽ'),
    ('w', 'ŵ'),
    ('x', 'ẋ'),
    ('y', 'ÿ'),
    ('z', 'ž'),
    ('A', 'À'),
    ('B', 'Ḃ'),
    ('C', 'Ç'),
    ('D', 'Ď'),
    ('E', 'É'),
    ('F', 'Ḟ'),
    ('G', 'Ğ'),
    ('H', 'Ĥ'),
    ('I', 'Ï'),
    ('J', 'Ĵ'),
    ('K', 'Ķ'),
    ('L', 'Ľ'),
    ('M', 'Ṁ'),
    ('N', 'Ñ'),
    ('O', 'Ô'),
    ('P', 'Ṗ'),
    ('Q', 'Ɋ'),
    ('R', 'Ř'),
    ('S', 'Š'),
    ('T', 'Ť'),
    ('U', 'Û'),
    ('V', 'Ṽ'),
    ('W', 'Ŵ'),
    ('X', 'Ẋ'),
    ('Y', 'Ÿ'),
    ('Z', 'Ž'),
];

/// Growth of a word, in tenths of a character a character.
const GROWTH: usize = 4;

/// Growth that each word begins with, in tenths of a character: that of the spaces and signs around it. What a word is owed
/// ends with it: a word is the same in each text, so that a term is found in the texts that use it.
const START: usize = 12;

/// Beginning of a line with the spellings of a term.
const SPELLINGS: &str = "forms = [";

/// Letters that are repeated to make a text longer.
const VOWELS: &str = "aeiouyàâéèêëîïôùûœAEIOUYÀÂÉÈÊÎÔ";

/// Length of the texts on a line of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Length {
    /// 40 % more.
    Longer,
    /// That of the source, whose length leaves no room below the limit of its kind.
    Same,
}

/// Translations of the sources in a language. A text that would break the limit of its kind gets no longer: no language
/// may break it. Released versions have none.
pub fn translations(sources: &[SourceFile], language: &str) -> Vec<SourceFile> {
    let name = format!("{language}.toml");
    let is_translated = |source: &&SourceFile| matches!(path_segments(source)[..], ["questionnaires", _, file] | ["www", "texts", file] if file == name);
    let originals = || sources.iter().filter(is_translated);
    let translation = |source: &SourceFile| SourceFile {
        path: source.path.replace(&name, &format!("{LOCALE}.toml")),
        text: longer_file(&source.text),
    };
    let longer: Vec<SourceFile> = originals().map(translation).collect();
    let faults = build(&[sources, &longer].concat()).err().unwrap_or_default();
    let within_limits = |(original, longer): (&SourceFile, SourceFile)| {
        let is_too_long = |line: usize| {
            let is_it =
                |fault: &Fault| (&fault.path, fault.line, fault.rule) == (&longer.path, line, Rule::Length);
            faults.iter().any(is_it)
        };
        let length = |line| if is_too_long(line) { Length::Same } else { Length::Longer };
        SourceFile { text: file(&original.text, length), path: longer.path.clone() }
    };
    originals().zip(longer.clone()).map(within_limits).collect()
}

/// File of texts with each text longer and translated.
pub fn longer_file(source: &str) -> String {
    file(source, |_| Length::Longer)
}

/// File of texts, TOML or JSON, with each text translated; keys, comments and table names stay. `length` has the length
/// of the texts on each line, counted from 1.
fn file(source: &str, length: impl Fn(usize) -> Length) -> String {
    let lines = (1..).zip(source.split_inclusive('\n'));
    lines.map(|(number, line)| translated_line(line, length(number))).collect()
}

/// Line of a file. Texts of several lines are none of this project's files.
fn translated_line(line: &str, length: Length) -> String {
    if line.starts_with(['#', '[']) {
        return line.to_owned();
    }
    let mut translated = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('"') {
        let (content, after) = after.split_at(end_of_text(after));
        let behind = after.strip_prefix('"').unwrap_or(after);
        let is_key = behind.trim_start().starts_with([':', '=']);
        let content = match length {
            _ if is_key => content.to_owned(),
            // A term is found in texts of either length.
            Length::Longer if line.starts_with(SPELLINGS) => {
                [Length::Same, length].map(|length| text(content, length)).join("\", \"")
            }
            _ => text(content, length),
        };
        let closing = if behind.len() < after.len() { "\"" } else { "" };
        translated.extend([before, "\"", &content, closing]);
        rest = behind;
    }
    translated + rest
}

/// Place of the quotation mark that ends a text.
fn end_of_text(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.char_indices().find(|(_, letter)| {
        let is_end = *letter == '"' && !is_escaped;
        is_escaped = *letter == '\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |(place, _)| place)
}

/// Text with an accent on every letter; `{keys}` and escapes (`\u202F`, `\n`) stay.
fn text(source: &str, length: Length) -> String {
    let mut translated = String::new();
    let mut owed = START;
    let mut rest = source;
    while let Some(letter) = rest.chars().next() {
        let kept = kept(rest);
        translated.push_str(&rest[..kept]);
        if kept > 0 {
            rest = &rest[kept..];
            continue;
        }
        let accented = ACCENTED.iter().find(|(plain, _)| *plain == letter).map_or(letter, |(_, it)| *it);
        translated.push(accented);
        if !letter.is_alphanumeric() {
            owed = START;
        } else if length == Length::Longer {
            owed += GROWTH;
            if VOWELS.contains(letter) {
                // A vowel in capitals goes on in small letters, as a word does.
                let repeated: String = accented.to_lowercase().collect();
                translated.push_str(&repeated.repeat(owed / 10));
                owed %= 10;
            }
        }
        rest = &rest[letter.len_utf8()..];
    }
    translated
}

/// Length in bytes of the key or the escape that a text begins with; 0 for none.
fn kept(text: &str) -> usize {
    if text.starts_with('{') {
        return text.find('}').map_or(0, |end| end + 1);
    }
    match text.as_bytes() {
        [b'\\', b'u', ..] => text.len().min(6),
        [b'\\', _, ..] => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_accents_and_keys_and_spaces_stay() {
        for (source, translated) in [
            ("Une {count} : où ?", "Ûñé {count} : ôù ?"),
            ("«\u{202f}Oui\u{202f}»\\u202Fet\\n\\\"x", "«\u{202f}Ôûï\u{202f}»\\u202Féť\\n\\\"ẋ"),
            ("{a}/{b}", "{a}/{b}"),
            ("", ""),
        ] {
            assert_eq!(text(source, Length::Same), translated);
        }
    }

    #[test]
    fn texts_are_about_two_fifths_longer() {
        let source = "Pour les dirigeants : mesurer ce que l’organisation choisit, maîtrise et construit.";
        let growth = text(source, Length::Longer).chars().count() * 100 / source.chars().count();
        assert!((135..=141).contains(&growth), "{growth}");
    }

    #[test]
    fn a_word_is_the_same_in_each_text() {
        let word = text("critiques", Length::Longer);
        for source in ["Vos solutions critiques, toutes.", "«\u{202f}critiques\u{202f}»", "non-critiques"] {
            assert!(text(source, Length::Longer).contains(&word), "{source}");
        }
    }

    #[test]
    fn a_spelling_is_that_of_texts_of_either_length() {
        let longer = longer_file("forms = [\"eau\", \"eaux\"]\n");
        assert_eq!(longer, "forms = [\"éàû\", \"ééààû\", \"éàûẋ\", \"ééààûẋ\"]\n");
    }

    #[test]
    fn a_file_keeps_its_keys_comments_and_lines() {
        let source = "# \"Non\"\n[items.\"a\"]\nnote = \"oui\" \nlist = [\"a\", \"b\"]\n  \"c\",\n\"key.a\" = \"d\"\n\"e\": \"f\",\n";
        let translated = "# \"Non\"\n[items.\"a\"]\nnote = \"ôûï\" \nlist = [\"à\", \"ḃ\"]\n  \"ç\",\n\"key.a\" = \"ď\"\n\"e\": \"ḟ\",\n";
        assert_eq!(file(source, |_| Length::Same), translated);
        let longer =
            file("a = \"eau\"\nb = \"eau\"", |line| if line == 1 { Length::Longer } else { Length::Same });
        assert_eq!(longer, "a = \"ééààû\"\nb = \"éàû\"");
    }
}
