//! A small questionnaire with its sources, to break in one place at a time.

use boussole_authoring::{Fault, SourceFile, build};
use boussole_core::texts::{LazyText, Name, Text};

/// A change to a source: in which file, which text becomes which other.
pub type Edit<'a> = (&'a str, &'a str, &'a str);

/// The small questionnaire in French and English, and the widget's texts in both.
pub fn sources() -> Vec<SourceFile> {
    let fixtures = [
        ("questionnaire.toml", include_str!("../fixtures/questionnaires/small/questionnaire.toml")),
        ("fr.toml", include_str!("../fixtures/questionnaires/small/fr.toml")),
        ("en.toml", include_str!("../fixtures/questionnaires/small/en.toml")),
    ];
    let fixture = |(name, text): (&str, &str)| source(&format!("questionnaires/small/{name}"), text);
    let interface =
        |(locale, name): (&str, &str)| source(&format!("www/texts/{locale}.toml"), &interface_texts(name));
    let interfaces = [("fr", "Français"), ("en", "English")];
    fixtures.into_iter().map(fixture).chain(interfaces.into_iter().map(interface)).collect()
}

pub fn source(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.to_owned(), text: text.to_owned() }
}

/// A stand-in for the widget's texts: its name, what it says when it can't run, and each text by its key.
fn interface_texts(name: &str) -> String {
    let mut text = format!("name = \"{name}\"\n[failure]\n");
    for key in ["title", "offline", "damaged", "broken", "blocked", "questionnaire", "retry", "open"] {
        text += &format!("{key} = \"{key}\"\n");
    }
    text += "[host]\nscores = \"scores\"\nanswers = \"answers\"\n";
    let mut last = "";
    let keys = Text::ALL.iter().map(|(_, key)| *key).chain(LazyText::ALL.iter().map(|(_, key)| *key));
    for key in keys {
        let (section, key) = key.split_once('.').expect("a key has a section");
        if section != last {
            text += &format!("[{section}]\n");
        }
        text += &format!("{key} = \"{key}\"\n");
        last = section;
    }
    text
}

/// The same with one of everything that a questionnaire may do without.
pub fn full_sources() -> Vec<SourceFile> {
    let item = |respondent: &str| format!("respondent = \"{respondent}\"\n");
    let (list, exit, peers) = (item("it"), item("legal"), item("general-management"));
    let ladder =
        |item: &str, kind: &str, basis: &str| format!("{item}ladder = \"{kind}\"\nbasis = {basis}\n");
    let step = |owner: &str, effort: &str| format!("{{ owner = \"{owner}\", effort = \"{effort}\" }}");
    let brings = |step: &str, claim: &str| step.replace(" }", &format!(", brings = [\"{claim}\"] }}"));
    let (listed, tried, shared) =
        (step("procurement", "quarter"), step("it", "quarter"), step("business", "weeks"));
    let named = "layer = \"software\"\nthemes = [\"sharing\"]\nreferences = [\"data-act\"]\n";
    let peers_basis = "[[], [], [\"sharing\"], [\"sharing=few\"], [\"sharing=few\"]]";
    let outcome = ladder(&peers, "outcome", peers_basis)
        + "contains = false\nreason = \"A test of the key.\"\n"
        + named;
    let claims = "[[], [], [], [], [\"list=all\"]]";
    let mut sources = edited(&[
        ("questionnaire.toml", &listed, &brings(&listed, "list=all")),
        ("questionnaire.toml", &tried, &brings(&tried, "trial=one")),
        ("questionnaire.toml", &shared, &brings(&shared, "sharing")),
        // The next step of the same kind.
        (
            "questionnaire.toml",
            &format!("{shared},\n    {{ owner = \"it\""),
            &format!("{},\n    {{ owner = \"it\"", brings(&shared, "sharing=few")),
        ),
        ("questionnaire.toml", &list, &ladder(&list, "coverage", "[[], [], [], [], [\"list=all\"]]")),
        ("questionnaire.toml", &exit, &ladder(&exit, "proof", "[[], [], [], [\"trial\"], [\"trial=one\"]]")),
        ("questionnaire.toml", &peers, &outcome),
        (
            "questionnaire.toml",
            "id = \"choose\"\nweight = 1\n",
            &format!("id = \"choose\"\nweight = 1\nclaims = {claims}\n"),
        ),
    ]);
    for (name, text) in [
        ("questionnaire.toml", include_str!("../fixtures/questionnaires/additions/questionnaire.toml")),
        ("fr.toml", include_str!("../fixtures/questionnaires/additions/fr.toml")),
        ("en.toml", include_str!("../fixtures/questionnaires/additions/en.toml")),
    ] {
        named_in(&mut sources, name).text += text;
    }
    sources
}

/// The sources after some changes. Each must change something, in the first place where it can.
pub fn edited(edits: &[Edit<'_>]) -> Vec<SourceFile> {
    edited_in(sources(), edits)
}

/// Some sources after some changes.
pub fn edited_in(mut sources: Vec<SourceFile>, edits: &[Edit<'_>]) -> Vec<SourceFile> {
    for (name, old, new) in edits {
        let file = named_in(&mut sources, name);
        assert!(file.text.contains(old), "{name} has {old}");
        file.text = file.text.replacen(old, new, 1);
    }
    sources
}

fn named_in<'a>(sources: &'a mut [SourceFile], name: &str) -> &'a mut SourceFile {
    sources.iter_mut().find(|file| short(&file.path) == name).expect("there is such a file")
}

fn short(path: &str) -> &str {
    path.strip_prefix("questionnaires/small/").unwrap_or(path)
}

/// Faults of sources: a line for each, with the path, the line and the description.
pub fn faults_of(sources: &[SourceFile]) -> Vec<String> {
    let told = |fault: &Fault| format!("{}:{}: {}", short(&fault.path), fault.line, fault.what);
    build(sources).err().unwrap_or_default().iter().map(told).collect()
}

/// Faults after some changes.
#[track_caller]
pub fn check(edits: &[Edit<'_>], expected: &[&str]) {
    let found = faults_of(&edited(edits));
    assert_eq!(found, expected, "\nfound:\n{}", found.join("\n"));
}
