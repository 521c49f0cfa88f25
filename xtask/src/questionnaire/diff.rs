//! `diff`: changes between two versions of a questionnaire, and the fate of answers to the older one.

use anyhow::{Context, Result, bail, ensure};
use boussole_authoring::{self, Aspect, Change, Difference, Edition, Fate, Instrument, Matter, Part, Remark};
use serde_json::{Value, json};

use super::faults::OutputFormat;
use super::folder::{self, QuestionnaireFolder};
use super::outcome::{CommandOutcome, say};
use crate::project::Project;

/// Options of `diff`.
#[derive(Debug, clap::Args)]
pub struct DiffOptions {
    /// The id or the folder of the questionnaire
    questionnaire: String,
    /// The older version: the number of a frozen one, or `current`
    old: String,
    /// The newer version: the number of a frozen one, or `current`
    new: String,
    /// Format of the changes
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,
}

/// Runs the command. A change of the meaning of answers or scores under one version number is a fault.
pub fn run(project: &Project, options: &DiffOptions) -> Result<CommandOutcome> {
    let folder = QuestionnaireFolder::find(project, &options.questionnaire)?;
    let difference = compare(project, &folder, &options.old, &options.new)?;
    match options.format {
        OutputFormat::Json => say(&format!("{:#}", as_json(&difference))),
        OutputFormat::Text => say(&report(&folder.id, &difference)),
    }
    let is_broken = difference.broken_promises().next().is_some();
    Ok(if is_broken { CommandOutcome::Faulty } else { CommandOutcome::Sound })
}

fn compare(project: &Project, folder: &QuestionnaireFolder, old: &str, new: &str) -> Result<Difference> {
    let mut sources = folder.sources()?;
    sources.extend(folder::interface(project)?);
    let Ok(instruments) = boussole_authoring::instruments(&sources) else {
        bail!("the files have faults, mend them first: cargo xtask questionnaire check {}", folder.id);
    };
    let (old, new) = (version(&instruments, old)?, version(&instruments, new)?);
    ensure!(
        old.structure.version <= new.structure.version,
        "the older version comes first: {} before {}",
        new.structure.version,
        old.structure.version,
    );
    Ok(Difference::between(old, new))
}

fn version<'a>(instruments: &'a [Instrument], named: &str) -> Result<&'a Instrument> {
    let is_it = |one: &&Instrument| match one.edition {
        Edition::Current => named == "current",
        Edition::Frozen => one.structure.version.to_string() == named,
    };
    let known = || {
        let names = instruments.iter().map(|one| match one.edition {
            Edition::Current => "current".to_owned(),
            Edition::Frozen => one.structure.version.to_string(),
        });
        names.collect::<Vec<_>>().join(", ")
    };
    instruments
        .iter()
        .find(is_it)
        .with_context(|| format!("there is no version `{named}` that was frozen; there are: {}", known()))
}

/// Title of the effect of a change.
const MATTERS: [(Matter, &str); 3] = [
    (Matter::Answers, "What answers mean"),
    (Matter::Scores, "How scores are made"),
    (Matter::Wording, "What may be corrected within a version"),
];

/// Title of the fate of answers.
const FATES: [(Fate, &str); 4] = [
    (Fate::CarriedOver, "carried over"),
    (Fate::AnswerAgain, "to be answered again"),
    (Fate::New, "new"),
    (Fate::Removed, "removed"),
];

fn report(id: &str, difference: &Difference) -> String {
    let Difference { old, new, changes, items, remarks } = difference;
    let mut text = format!("{id}, version {old} → version {new}: {}\n", count(changes.len(), "change"));
    text += "\nAnswers to the older version\n";
    for (fate, title) in FATES {
        let own: Vec<_> = items.iter().filter(|(_, of)| *of == fate).map(|(id, _)| id.as_str()).collect();
        if !own.is_empty() {
            text += &format!("  {title} ({}): {}\n", own.len(), own.join(", "));
        }
    }
    for (matter, title) in MATTERS {
        let own: Vec<_> = changes.iter().filter(|change| change.matter() == matter).collect();
        if !own.is_empty() {
            text += &format!("\n{title}\n{}", by_part(&own, items));
        }
    }
    if !remarks.is_empty() {
        text += "\nTo look at twice\n";
    }
    for remark in remarks {
        text += &format!("  {}\n", remark_text(remark, *new));
    }
    let broken = difference.broken_promises().count();
    if broken > 0 {
        text += &format!(
            "\n{} in version {new}, which was released. Raise `version` to {}, \
             and `since` of each item where answers no longer mean the same.\n",
            count(broken, "fault"),
            new.saturating_add(1),
        );
    }
    text
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// Changes grouped by part: first parts that are no items, then items in their order.
fn by_part(changes: &[&Change], items: &[(String, Fate)]) -> String {
    let mut parts: Vec<&Part> = changes.iter().map(|change| &change.part).collect();
    parts.sort_by_key(|part| match part {
        Part::Item(id) => 1 + items.iter().position(|(item, _)| item == id).unwrap_or(items.len()),
        _ => 0,
    });
    // Parts that are no items may repeat, once for each language.
    let mut unique = Vec::new();
    parts.retain(|part| {
        !unique.contains(part) && {
            unique.push(part);
            true
        }
    });
    let mut text = String::new();
    for part in parts {
        let own = changes.iter().copied().filter(|change| change.part == *part);
        let (whole, aspects): (Vec<&Change>, Vec<&Change>) =
            own.partition(|change| change.aspect == Aspect::Presence);
        match whole.first() {
            Some(change) if change.old.is_none() => text += &format!("  {part}: new\n"),
            Some(_) => text += &format!("  {part}: removed\n"),
            None => text += &format!("  {part}\n"),
        }
        aspects.iter().for_each(|change| text += &one(change));
    }
    text
}

fn one(change: &Change) -> String {
    let Change { aspect, locale, old, new, .. } = change;
    let name = match locale {
        Some(locale) => format!("{aspect}, {locale}"),
        None => aspect.to_string(),
    };
    let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_owned());
    match (old, new) {
        (None, _) if *aspect == Aspect::Language => format!("    {name}: new\n"),
        (_, None) if *aspect == Aspect::Language => format!("    {name}: removed\n"),
        (Some(old), Some(new)) if is_list(*aspect) => format!("    {name}: {}\n", listed(old, new)),
        _ if locale.is_none() => format!("    {name}: {} → {}\n", shown(old), shown(new)),
        _ => format!("    {name}\n      was  {}\n      is   {}\n", shown(old), shown(new)),
    }
}

fn is_list(aspect: Aspect) -> bool {
    matches!(aspect, Aspect::Asked | Aspect::Order | Aspect::Themes | Aspect::References)
}

/// Difference of two lists: additions, removals, or the order alone.
fn listed(old: &str, new: &str) -> String {
    let split = |list: &str| -> Vec<String> {
        list.split(", ").filter(|id| !id.is_empty()).map(str::to_owned).collect()
    };
    let (old, new) = (split(old), split(new));
    let lacking = |of: &[String], from: &[String]| -> Vec<String> {
        of.iter().filter(|id| !from.contains(id)).cloned().collect()
    };
    let (came, went) = (lacking(&new, &old), lacking(&old, &new));
    let mut differences = Vec::new();
    if !came.is_empty() {
        differences.push(format!("with {}", came.join(", ")));
    }
    if !went.is_empty() {
        differences.push(format!("without {}", went.join(", ")));
    }
    if lacking(&old, &went) != lacking(&new, &came) {
        differences.push(format!("in another order: {}", new.join(", ")));
    }
    differences.join("; ")
}

fn remark_text(remark: &Remark, version: u8) -> String {
    match remark {
        Remark::ConfirmSameMeaning(id) => format!(
            "`{id}` asks otherwise, yet its answers are carried over. If they no longer mean the same, write \
             since = {version}; if they do, all is well."
        ),
        Remark::NothingChanged(id) => format!(
            "`{id}` is to be answered again, although its prompt, help and levels are as they were. \
             If answers mean the same, take `since` back."
        ),
    }
}

fn as_json(difference: &Difference) -> Value {
    let matter = |matter| match matter {
        Matter::Answers => "answers",
        Matter::Scores => "scores",
        Matter::Wording => "wording",
    };
    let fate = |fate| match fate {
        Fate::CarriedOver => "carried-over",
        Fate::AnswerAgain => "answer-again",
        Fate::New => "new",
        Fate::Removed => "removed",
    };
    let same_number = difference.old == difference.new;
    let change = |change: &Change| {
        json!({
            "part": change.part.to_string(),
            "aspect": change.aspect.to_string(),
            "locale": change.locale,
            "matter": matter(change.matter()),
            "fault": same_number && change.matter() != Matter::Wording,
            "old": change.old,
            "new": change.new,
        })
    };
    let item = |(id, of): &(String, Fate)| json!({ "id": id, "answers": fate(*of) });
    let remark = |remark: &Remark| match remark {
        Remark::ConfirmSameMeaning(id) => json!({ "item": id, "remark": "confirm-same-meaning" }),
        Remark::NothingChanged(id) => json!({ "item": id, "remark": "nothing-changed" }),
    };
    json!({
        "old": difference.old,
        "new": difference.new,
        "changes": difference.changes.iter().map(change).collect::<Vec<_>>(),
        "items": difference.items.iter().map(item).collect::<Vec<_>>(),
        "remarks": difference.remarks.iter().map(remark).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::scratch::Scratch;

    fn between(scratch: &Scratch, old: &str, new: &str) -> Result<Difference> {
        compare(&scratch.project, &scratch.small(), old, new)
    }

    #[test]
    fn a_report_has_the_changes_and_what_becomes_of_the_answers() {
        let scratch = Scratch::new("diff");
        scratch.freeze();
        scratch.edit("questionnaire.toml", "version = 1", "version = 2");
        scratch.edit("questionnaire.toml", "[20, 40, 60, 80]", "[20, 40, 60, 90]");
        scratch.edit("questionnaire.toml", "id = \"exit\"", "id = \"exit\"\nsince = 2");
        scratch.edit("fr.toml", "Petit", "Menu");
        let text = report("small", &between(&scratch, "1", "current").unwrap());
        let expected = "\
small, version 1 → version 2: 3 changes

Answers to the older version
  carried over (2): list, peers
  to be answered again (1): exit

What answers mean
  the item `exit`
    since: version 1 → version 2

How scores are made
  the questionnaire
    thresholds: 20, 40, 60, 80 → 20, 40, 60, 90

What may be corrected within a version
  the questionnaire
    title, fr
      was  Petit
      is   Menu

To look at twice
  `exit` is to be answered again, although its prompt, help and levels are as they were. If answers mean the same, take `since` back.
";
        assert_eq!(text, expected, "\n{text}");
    }

    #[test]
    fn a_change_under_the_same_number_is_a_fault_and_a_correction_is_none() {
        let scratch = Scratch::new("diff-same");
        scratch.freeze();
        let options = |format| DiffOptions {
            questionnaire: "small".to_owned(),
            old: "1".to_owned(),
            new: "current".to_owned(),
            format,
        };
        let outcome = |scratch: &Scratch| run(&scratch.project, &options(OutputFormat::Text)).unwrap();
        assert_eq!(outcome(&scratch), CommandOutcome::Sound);
        scratch.edit("fr.toml", "Petit", "Menu");
        assert_eq!(outcome(&scratch), CommandOutcome::Sound);
        scratch.edit("questionnaire.toml", "[20, 40, 60, 80]", "[20, 40, 60, 90]");
        assert_eq!(outcome(&scratch), CommandOutcome::Faulty);
        let difference = between(&scratch, "1", "current").unwrap();
        let json = as_json(&difference);
        assert_eq!(
            (&json["changes"][0]["fault"], &json["changes"][1]["fault"]),
            (&json!(true), &json!(false))
        );
        assert!(report("small", &difference).contains("1 fault in version 1, which was released. Raise"));
    }

    #[test]
    fn missing_versions_and_versions_in_the_wrong_order_are_errors() {
        let scratch = Scratch::new("diff-versions");
        scratch.freeze();
        scratch.edit("questionnaire.toml", "version = 1", "version = 2");
        let error = between(&scratch, "3", "current").unwrap_err().to_string();
        assert_eq!(error, "there is no version `3` that was frozen; there are: current, 1");
        let error = between(&scratch, "current", "1").unwrap_err().to_string();
        assert_eq!(error, "the older version comes first: 1 before 2");
    }

    #[test]
    fn a_list_is_described_by_additions_and_removals() {
        let cases = [
            ("a, b", "a, b, c", "with c"),
            ("a, b", "b", "without a"),
            ("a, b", "c, b", "with c; without a"),
            ("a, b", "b, a", "in another order: b, a"),
            ("", "a", "with a"),
            ("a, b", "c, b, a", "with c; in another order: c, b, a"),
        ];
        for (old, new, expected) in cases {
            assert_eq!(listed(old, new), expected, "{old} → {new}");
        }
    }
}
