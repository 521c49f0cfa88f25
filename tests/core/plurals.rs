//! Plural forms of the widget's texts.

use boussole_authoring::PluralRule;
use boussole_core::texts::{FORMS, fill};

use crate::project::sources_in;
use crate::sources::check;

/// Texts with `{count}` that are right for every number, each with the reason.
const FOR_EVERY_NUMBER: [(&str, &str); 22] = [
    ("opening.duration", "a form has several questions"),
    ("report.deeper_meaning", "no word depends on the number"),
    ("share.full_reveals", "the number stands in brackets"),
    ("plan.others_more", "the number stands in brackets"),
    ("history.form", "a form has several questions"),
    ("history.refused", "no word depends on the number"),
    ("team.renewed", "no word depends on the number"),
    ("team.refused", "no word depends on the number"),
    ("team.more", "no word depends on the number"),
    ("team.talk_meaning", "no word depends on the number"),
    ("team.place", "no word depends on the number"),
    ("weakest_why", "no word depends on the number"),
    ("levels_told", "no word depends on the number"),
    ("code_read", "no word depends on the number"),
    ("added", "no word depends on the number"),
    ("renewed", "no word depends on the number"),
    ("brought", "no word depends on the number"),
    ("refused", "no word depends on the number"),
    ("more", "no word depends on the number in English"),
    ("form_of", "a form has several questions"),
    ("cover_forms", "a form has several questions"),
    ("event_hint", "the number is that of a limit"),
];

#[test]
fn every_number_has_the_form_of_its_language() {
    for (locale, is_one) in [("fr", (|n| n < 2) as fn(usize) -> bool), ("en", |n| n == 1), ("qps", |n| n < 2)]
    {
        let rule = PluralRule::of(locale).expect("a rule");
        let form =
            |category: &str| Some(format!("{{count}} answer{}", if category == "one" { "" } else { "s" }));
        let text = rule.joined(form).expect("both forms");
        for number in 0..=101 {
            let expected = format!("{number} answer{}", if is_one(number) { "" } else { "s" });
            assert_eq!(fill(&text, &[("count", &number.to_string())]), expected, "{locale}");
        }
    }
}

#[test]
fn a_text_with_a_number_has_forms_or_is_right_for_every_number() {
    let mut plain = Vec::new();
    for file in
        ["www/texts", "www/room", "www/poster", "www/embed"].iter().flat_map(|folder| sources_in(folder))
    {
        let table: toml::Table = file.text.parse().expect("TOML");
        for (key, value) in &table {
            match value {
                toml::Value::String(text) => plain.push((key.clone(), text.clone())),
                toml::Value::Table(section) => {
                    let texts = section.iter().filter_map(|(name, text)| Some((name, text.as_str()?)));
                    plain.extend(texts.map(|(name, text)| (format!("{key}.{name}"), text.to_owned())));
                }
                _ => {}
            }
        }
        assert!(!file.text.contains(FORMS), "{}", file.path);
    }
    // A text of the room with forms is a section of the file here.
    plain
        .retain(|(key, text)| text.contains("{count}") && !key.ends_with(".one") && !key.ends_with(".other"));
    let mut keys: Vec<&str> = plain.iter().map(|(key, _)| &**key).collect();
    keys.sort_unstable();
    keys.dedup();
    let mut reviewed = FOR_EVERY_NUMBER.map(|(key, _)| key);
    reviewed.sort_unstable();
    assert_eq!(keys, reviewed);
}

#[test]
fn forms_that_a_language_does_not_have_are_told_and_so_are_those_that_lack() {
    let key = "missing = \"missing\"";
    check(
        &[("www/texts/fr.toml", key, "missing = { one = \"une\", few = \"deux\", other = \"{count}\" }")],
        &["www/texts/fr.toml:80: [overview.missing] has an unknown key `few`"],
    );
    check(
        &[("www/texts/en.toml", key, "missing = { one = \"one\" }")],
        &["www/texts/en.toml:80: [overview.missing] has no `other`"],
    );
    check(
        &[("www/texts/en.toml", key, "missing = { one = \" one\", other = \"{count}\" }")],
        &["www/texts/en.toml:80: the text has stray white space"],
    );
}
