//! The check of the texts: where the line runs between what may be written and what not. For one case of each
//! fault see `corpus`.

use crate::project::interface;
use crate::sources::{check, edited, faults_of, sources};

const FRENCH: &str = "fr.toml";
const ENGLISH: &str = "en.toml";

#[test]
fn a_text_too_long_for_a_phone() {
    // The limit of each kind of text, and one character more.
    let short = "\"Sortie\"";
    check(&[(FRENCH, short, &format!("\"{}\"", "é".repeat(40)))], &[]);
    for (old, limit, line) in [
        (short, 40, 87),
        ("\"Petit\"", 60, 1),
        ("\"Un questionnaire pour les essais.\"", 160, 2),
        ("\"Choisir\"", 20, 6),
        ("\"Choisir en connaissance de cause\"", 90, 7),
        ("\"Visibilité\"", 40, 39),
        ("\"Premier\"", 20, 48),
        ("\"Rien n’est connu.\"", 220, 49),
        ("\"Quelle liste de fournisseurs critiques pourriez-vous montrer\u{202F}?\"", 140, 69),
        ("\"Est critique ce qui arrêterait l’activité.\"", 160, 70),
        ("\"Aucune.\"", 110, 73),
        ("\"Demander qui sait.\"", 140, 80),
        ("\"La liste, datée\"", 120, 71),
        ("\"Tout est à découvrir.\"", 260, 9),
    ] {
        let longer = limit + 1;
        check(
            &[(FRENCH, old, &format!("\"{}\"", "é".repeat(longer)))],
            &[&format!("fr.toml:{line}: the text has {longer} characters, too long for a phone")],
        );
    }
}

#[test]
fn white_space_and_apostrophes() {
    for stray in [" Sortie", "Sortie ", "Une  sortie", "Une\\tsortie", "Une\\nsortie"] {
        let edit = (FRENCH, "\"Sortie\"", &*format!("\"{stray}\""));
        check(&[edit], &["fr.toml:87: the text has stray white space"]);
    }
    check(&[(ENGLISH, "one’s", "one's")], &["en.toml:18: the text has a typewriter's apostrophe"]);
}

#[test]
fn french_typography() {
    let without = |mark: char| format!("fr.toml:87: no narrow no-break space beside {mark}");
    for (text, marks) in [
        ("Sortie\u{202F}?", ""),
        ("Sortie\u{202F}: \u{AB}\u{202F}oui\u{202F}\u{BB}", ""),
        ("À 10:30, voir https://exemple.fr", ""),
        ("Vraiment\u{202F}?!", ""),
        ("Sortie ?", "?"),
        ("Sortie\u{A0}?", "?"),
        ("Sortie: oui", ":"),
        ("Sortie; non", ";"),
        ("Sortie!", "!"),
        ("«oui»", "«»"),
        ("\u{AB} oui\u{202F}\u{BB}", "«"),
        ("\u{AB}\u{202F}oui \u{BB}", "»"),
    ] {
        let expected: Vec<String> = marks.chars().map(without).collect();
        let found = faults_of(&edited(&[(FRENCH, "\"Sortie\"", &format!("\"{text}\""))]));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn english_typography() {
    let spaced = |mark: char| format!("en.toml:87: a space before {mark}, as in French");
    for (text, marks) in [
        ("Exit: why?", ""),
        ("Exit, ? for “I don’t know”", ""),
        ("At 10:30, see https://example.org", ""),
        ("Exit ?", "?"),
        ("Exit\u{202F}: why\u{A0}!", ":!"),
        ("(Exit) ; “done” ?", ";?"),
    ] {
        let expected: Vec<String> = marks.chars().map(spaced).collect();
        let found = faults_of(&edited(&[(ENGLISH, "\"Exit\"", &format!("\"{text}\""))]));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_space_before_a_comma_or_a_full_stop() {
    for (text, told) in [
        ("Plan, reviewed.", ""),
        ("A host in .org", ""),
        ("Plan , reviewed", "the text has a space before ,"),
        ("Plan\u{202F}.", "the text has a space before ."),
    ] {
        let found = faults_of(&edited(&[(ENGLISH, "\"Exit\"", &format!("\"{text}\""))]));
        let expected: Vec<String> =
            told.split_terminator('\n').map(|told| format!("en.toml:87: {told}")).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_prompt_asks_one_thing() {
    const NARROW: &str = "\u{202F}";
    for (locale, prompt, second) in [
        ("fr", "Quand un contrat prend fin, qui décide", ""),
        ("fr", "Que faites-vous d’un contrat qui change et que vous gardez", ""),
        ("fr", "Où sont vos données ou celles de vos clients", ""),
        ("fr", "Qui décide et qui signe", "et qui"),
        ("fr", "Qui décide, et avec quelle règle", "et avec quelle"),
        ("fr", "Qui décide ou jusqu’où", "ou jusqu où"),
        ("fr", "Qui décide et/ou signe", "et/ou"),
        ("en", "When a contract ends, who decides", ""),
        ("en", "Who decides about the more or less critical ones", ""),
        ("en", "Who decides and how", "and how"),
        ("en", "Who decides, or with whom", "or with whom"),
        ("en", "Who decides AND/OR signs", "and/or"),
    ] {
        let (file, old, mark) = match locale {
            "fr" => (FRENCH, "Que se passe-t-il quand un contrat prend fin\u{202F}?", NARROW),
            _ => (ENGLISH, "What happens when a contract ends?", ""),
        };
        let found = faults_of(&edited(&[(file, old, &format!("{prompt}{mark}?"))]));
        let told = format!("{file}:88: the prompt asks two things: “{second}”");
        assert_eq!(found, if second.is_empty() { vec![] } else { vec![told] }, "{prompt}");
    }
}

#[test]
fn levels_that_read_alike() {
    for (level, is_alike) in [
        ("A full list.", false),
        ("A full list, checked.", false),
        ("A full list, checked last year.", true),
        ("A FULL list: checked this year!", true),
        ("A full plan, checked last year.", false),
        ("This year, a full list, checked.", false),
    ] {
        let edits = [
            (ENGLISH, "\"A full list.\"", "\"Another one.\""),
            (ENGLISH, "\"A short list.\"", &*format!("\"{level}\"")),
        ];
        let alike = ["en.toml:77: level 4 reads like level 2".to_owned()];
        assert_eq!(faults_of(&edited(&edits)), if is_alike { &alike[..] } else { &[] }, "{level}");
    }
}

#[test]
fn a_sentence_in_two_languages() {
    // Names and short texts may be the same: nobody would tell them from a translation.
    for (old, same, is_told) in [
        ("\"A short list.\"", "\"Une liste courte.\"", true),
        ("\"A note of a meeting\"", "\"Une note de réunion\"", true),
        ("\"None.\"", "\"Aucune.\"", false),
        ("\"Commons\"", "\"Mise en commun\"", false),
    ] {
        let found = faults_of(&edited(&[(ENGLISH, old, same)]));
        assert_eq!(found.iter().any(|told| told.contains("the same in `fr` and `en`")), is_told, "{same}");
    }
}

#[test]
fn the_stand_in_for_the_widgets_texts_is_like_the_projects_own() {
    let own: Vec<String> = interface().into_iter().map(|file| file.path).collect();
    assert_eq!(own, ["www/texts/en.toml", "www/texts/fr.toml"]);
    let fixtures = sources().into_iter().filter(|file| !file.path.starts_with("www/"));
    assert_eq!(faults_of(&fixtures.chain(interface()).collect::<Vec<_>>()), [""; 0]);
}
