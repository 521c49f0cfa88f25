//! The check of the texts: what is missing or too much, and how a text may be written.

use crate::project::interface;
use crate::sources::{check, edited, faults_of, sources};

const FRENCH: &str = "fr.toml";
const ENGLISH: &str = "en.toml";
const STRUCTURE: &str = "questionnaire.toml";
const WIDGET: &str = "www/texts/fr.toml";

#[test]
fn a_missing_text() {
    check(&[(FRENCH, "short = \"Sortie\"\n", "")], &["fr.toml:86: [items.exit] has no `short`"]);
    check(&[(FRENCH, "title = \"Petit\"\n", "")], &["fr.toml:1: the file has no `title`"]);
    check(
        &[(ENGLISH, "[dimensions.\"build/commons\"]\nname = \"Commons\"\n", "")],
        &["en.toml:38: `build/commons` of the structure has no texts in [dimensions]"],
    );
    check(
        &[(FRENCH, "[[maturity]]\nname = \"Premier\"\nmeaning = \"Rien n’est connu.\"\n", "")],
        &["fr.toml:1: there are 4 maturity levels"],
    );
    check(&[(FRENCH, "\"Petit\"", "\"\"")], &["fr.toml:1: the text is empty"]);
    check(&[(WIDGET, "title = \"title\"\n", "")], &["www/texts/fr.toml:2: [failure] has no `title`"]);
    check(&[(WIDGET, "and = \"and\"\n", "")], &[&line_of("[list]", "[list] has no `and`")]);
}

/// A fault on the line of the widget's texts that reads like this.
fn line_of(line: &str, what: &str) -> String {
    let sources = sources();
    let widget = sources.iter().find(|file| file.path == WIDGET).expect("the widget's texts");
    let before = widget.text.lines().position(|found| found == line).expect("there is such a line");
    format!("{WIDGET}:{}: {what}", before + 1)
}

#[test]
fn a_text_too_many_in_one_language() {
    check(
        &[(FRENCH, "[items.exit]", "[items.other]\nshort = \"Autre\"\n\n[items.exit]")],
        &[
            "fr.toml:86: the structure has no `other` in items",
            "fr.toml:86: [items.other] has no `prompt`",
            "fr.toml:86: [items.other] has no `help`",
            "fr.toml:86: [items.other] has no `evidence`",
            "fr.toml:86: [items.other] has no `levels`",
            "fr.toml:86: [items.other] has no `steps`",
        ],
    );
    check(
        &[(ENGLISH, "short = \"Exit\"", "short = \"Exit\"\nlong = \"Exit\"")],
        &["en.toml:88: [items.exit] has an unknown key `long`"],
    );
    check(
        &[(WIDGET, "title = \"title\"", "title = \"title\"\nold = \"old\"")],
        &["www/texts/fr.toml:4: [failure] has an unknown key `old`"],
    );
}

#[test]
fn fewer_than_five_levels() {
    check(&[(FRENCH, "    \"Aucune.\",\n", "")], &["fr.toml:72: `levels` of [items.list] has 4 texts"]);
    check(
        &[(FRENCH, "    \"Aucune.\",\n", "    \"A.\",\n    \"B.\",\n")],
        &["fr.toml:72: `levels` of [items.list] has 6 texts"],
    );
    check(
        &[(FRENCH, "    \"Demander qui sait.\",\n", "")],
        &["fr.toml:79: `steps` of [items.list] has 3 texts"],
    );
    check(
        &[(STRUCTURE, "    { owner = \"it\", effort = \"meeting\" },\n", "")],
        &["questionnaire.toml:33: the item has 3 steps"],
    );
}

#[test]
fn two_levels_that_read_the_same() {
    check(&[(FRENCH, "\"Quelques noms.\"", "\"Aucune.\"")], &["fr.toml:74: level 1 reads like level 0"]);
    check(&[(FRENCH, "\"Une liste courte.\"", "\"aucune\"")], &["fr.toml:75: level 2 reads like level 0"]);
}

#[test]
fn markup_in_a_text() {
    check(&[(FRENCH, "\"Sortie\"", "\"<b>Sortie</b>\"")], &["fr.toml:87: the text has markup"]);
    check(&[(FRENCH, "\"Quelques noms.\"", "\"Moins de 3 > 2.\"")], &["fr.toml:74: the text has markup"]);
    check(&[(WIDGET, "\"title\"", "\"<title>\"")], &["www/texts/fr.toml:3: the text has markup"]);
}

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
    // It is the rule of one language.
    check(&[(ENGLISH, "\"Exit\"", "\"Exit: why?\"")], &[]);
}

#[test]
fn the_stand_in_for_the_widgets_texts_is_like_the_projects_own() {
    let own: Vec<String> = interface().into_iter().map(|file| file.path).collect();
    assert_eq!(own, ["www/texts/en.toml", "www/texts/fr.toml"]);
    let fixtures = sources().into_iter().filter(|file| !file.path.starts_with("www/"));
    assert_eq!(faults_of(&fixtures.chain(interface()).collect::<Vec<_>>()), [""; 0]);
}
