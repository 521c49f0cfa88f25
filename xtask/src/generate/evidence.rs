//! `docs/evidence.md`: what the levels of each item rest on, and where each fact counts.

use boussole_authoring::{Claim, Edition, Instrument, ItemLadder, ItemSource, Label, Located, Structure};

const HEADER: &str = "\
# Evidence

What counts where, in each questionnaire with ladders. A claim is a fact and an amount of it: `one`, `few` (the first three),
`half`, `most`, `all`. A level has every claim of the levels below it; the tables give those that it adds. No fact counts in
more than two items. Written by `cargo xtask generate` from `questionnaires/`, never by hand: the tests fail where it is
out of date.
";

/// Sentence for a project without ladders.
const NONE: &str = "\nNo questionnaire has ladders yet.\n";

/// The page, of all current questionnaires with ladders.
pub fn page(instruments: &[Instrument]) -> String {
    let has_ladders = |one: &&Instrument| one.edition == Edition::Current && one.structure.has_ladders;
    let sections: String =
        instruments.iter().filter(has_ladders).map(|one| section(&one.structure)).collect();
    HEADER.to_owned() + if sections.is_empty() { NONE } else { &sections }
}

fn section(structure: &Structure) -> String {
    let mut text = format!("\n## `{}`, version {}\n\n### Ladders\n\n", structure.id, structure.version);
    text += "| ladder | axis | items |\n|---|---|---|\n";
    for Label { id, name } in in_order(&structure.ladders) {
        let has =
            |item: &&ItemSource| item.ladder.as_ref().is_some_and(|ladder| ladder.kind.value == id.value);
        let items = structure.items.iter().filter(has).map(|item| format!("`{}`", item.id));
        text += &format!("| `{}` | {name} | {} |\n", id.value, items.collect::<Vec<_>>().join(", "));
    }
    text += "\n### Items\n\n| item | ladder | themes | level 0 | level 1 | level 2 | level 3 | level 4 |\n";
    text += "|---|---|---|---|---|---|---|---|\n";
    for item in &structure.items {
        text += &item.ladder.as_ref().map(|ladder| row(item, ladder)).unwrap_or_default();
    }
    text += "\n### Facts\n\n| fact | what it is | counts in |\n|---|---|---|\n";
    for Label { id, name } in in_order(&structure.facts) {
        let counts = |item: &ItemSource| {
            let rests = |level: &&Located<Vec<Located<Claim>>>| {
                level.value.iter().any(|one| one.value.fact == id.value)
            };
            let has_it = item.ladder.iter().any(|ladder| ladder.basis.iter().any(|level| rests(&level)));
            has_it.then(|| format!("`{}`", item.id))
        };
        let items: Vec<String> = structure.items.iter().filter_map(counts).collect();
        text += &format!("| `{}` | {name} | {} |\n", id.value, items.join(", "));
    }
    text
}

/// Labels in the order of the author, by ideas and not by letters.
fn in_order(labels: &[Label]) -> Vec<&Label> {
    let mut labels: Vec<_> = labels.iter().collect();
    labels.sort_by_key(|label| label.id.span.start);
    labels
}

/// Row of an item: the claims that each level adds to those of the level below.
fn row(item: &ItemSource, ladder: &ItemLadder) -> String {
    let mut below: &[Located<Claim>] = &[];
    let added = |level: &Located<Vec<Located<Claim>>>, below: &[Located<Claim>]| {
        let is_new = |claim: &&Located<Claim>| !claim.value.is_held_by(below.iter().map(|one| &one.value));
        let new = level.value.iter().filter(is_new).map(|claim| format!("`{}`", claim.value));
        new.collect::<Vec<_>>().join(", ")
    };
    let mut cells = Vec::new();
    for level in &ladder.basis {
        cells.push(added(level, below));
        below = &level.value;
    }
    let exception = ladder.exception.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
    let themes = item.themes.join(", ");
    format!("| `{}` | `{}`{exception} | {themes} | {} |\n", item.id, ladder.kind.value, cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::folder;
    use crate::questionnaire::scratch::Scratch;

    fn page_of(scratch: &Scratch) -> String {
        page(&boussole_authoring::instruments(&folder::sources(&scratch.project).unwrap()).unwrap())
    }

    #[test]
    fn each_level_is_there_with_the_claims_that_it_adds() {
        let scratch = Scratch::new("evidence");
        assert!(page_of(&scratch).ends_with(NONE));
        let file = scratch.path("questionnaires/small/questionnaire.toml");
        let mut text = std::fs::read_to_string(&file).unwrap();
        for (id, ladder) in [("list", "coverage"), ("exit", "proof"), ("peers", "outcome")] {
            let basis = format!(
                "ladder = \"{ladder}\"\nbasis = [[], [\"{id}\"], [\"{id}=few\"], [\"{id}=few\"], [\"{id}=all\"]]"
            );
            text = text.replacen(&format!("id = \"{id}\"\n"), &format!("id = \"{id}\"\n{basis}\n"), 1);
            for claim in ["one", "few", "few", "all"] {
                let brings = format!("\", brings = [\"{id}={claim}\"] }},\n");
                let item = text.find(&format!("id = \"{id}\"\n")).unwrap();
                let step = item + text[item..].find("\" },\n").unwrap();
                text.replace_range(step..step + "\" },\n".len(), &brings);
            }
        }
        text += "\n[ladders]\ncoverage = \"How many\"\nproof = \"How far\"\noutcome = \"What came\"\n";
        text += "\n[facts]\nlist = \"A list\"\nexit = \"An exit\"\npeers = \"Peers\"\n";
        std::fs::write(&file, text).unwrap();
        let page = page_of(&scratch);
        assert!(page.contains("| `coverage` | How many | `list` |\n"), "{page}");
        let row = "| `exit` | `proof` |  |  | `exit=one` | `exit=few` |  | `exit=all` |\n";
        assert!(page.contains(row), "{page}");
        assert!(page.ends_with("| `peers` | Peers | `peers` |\n"), "{page}");
    }
}
