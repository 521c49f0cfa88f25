//! Check of released versions: the current files of the same number ask and count the same, as links promise.

use std::ops::Range;

use super::compare::{Change, Difference, Matter};
use super::part::{Aspect, Part};
use crate::reader::{Document, Faults};
use crate::{Edition, Fault, Instrument, Rule, SourceFile};

/// Changes of the meaning of answers, or of scores, in released versions.
pub fn faults(instruments: &[Instrument], sources: &[SourceFile]) -> Vec<Fault> {
    let of_edition = |edition| instruments.iter().filter(move |one| one.edition == edition);
    let pairs = of_edition(Edition::Frozen).flat_map(|frozen| {
        let twin = move |current: &&Instrument| {
            current.structure.id == frozen.structure.id
                && current.structure.version == frozen.structure.version
        };
        of_edition(Edition::Current).filter(twin).map(move |current| (frozen, current))
    });
    pairs.flat_map(|(frozen, current)| broken(frozen, current, sources)).collect()
}

fn broken(frozen: &Instrument, current: &Instrument, sources: &[SourceFile]) -> Vec<Fault> {
    let folder = format!("questionnaires/{}", current.structure.id);
    let file = |name: &str| sources.iter().find(|source| source.path == format!("{folder}/{name}.toml"));
    let version = current.structure.version;
    let fault = |change: &Change| {
        let source = file(change.locale.as_deref().unwrap_or("questionnaire"))?;
        let span = place(change, source);
        Some(Fault::at(Rule::Version, source, span, what(change, version), mend(change, version)))
    };
    Difference::between(frozen, current).broken_promises().filter_map(fault).collect()
}

fn what(change: &Change, version: u8) -> String {
    let Change { part, aspect, .. } = change;
    match (&change.old, &change.new) {
        (None, _) if *aspect == Aspect::Presence => {
            format!("{part} is new, but version {version} was released without it")
        }
        (_, None) if *aspect == Aspect::Presence => {
            format!("{part} is gone, but version {version} was released with it")
        }
        _ => format!("{part}: {aspect} changed since version {version} was released"),
    }
}

fn mend(change: &Change, version: u8) -> String {
    let next = match change.matter() {
        Matter::Answers => ", and `since` of the item where answers no longer mean the same",
        Matter::Scores | Matter::Wording => "",
    };
    let back = match &change.old {
        Some(old) if change.aspect != Aspect::Presence => format!("put it back: {old}"),
        _ => "put it back as it was".to_owned(),
    };
    format!("raise `version` to {}{next}; or {back}", version.saturating_add(1))
}

/// Place of a change in its file; that of the version where the part is gone.
fn place(change: &Change, source: &SourceFile) -> Range<usize> {
    // Both files are free of faults when they are compared.
    let ignored = Faults::default();
    let Some(document) = Document::parse(source, Edition::Current, &ignored) else { return 0..0 };
    let top = document.top();
    let by_id = |group: &str, id: &str| {
        let ids = top.tables(group).into_iter().filter_map(|table| table.text("id"));
        ids.into_iter().find(|found| found.value == id).map(|found| found.span)
    };
    let text = |id: &str| {
        let item = top.table("items")?.table(id)?;
        match change.aspect {
            Aspect::Prompt => Some(item.text("prompt")?.span),
            Aspect::Help => Some(item.text("help")?.span),
            Aspect::Level(level) => Some(item.texts("levels")?.get(level)?.span.clone()),
            _ => None,
        }
    };
    let found = match &change.part {
        Part::Item(id) if change.locale.is_some() => text(id),
        Part::Item(id) => by_id("items", id),
        Part::Dimension(id) => by_id("dimensions", id),
        Part::Principle(id) => by_id("principles", id),
        Part::Profile(id) => by_id("profiles", id),
        Part::Form(id) => top.table("forms").and_then(|forms| Some(forms.table(id)?.span())),
        _ => top.numbers::<4>("thresholds").map(|thresholds| thresholds.span),
    };
    found.unwrap_or_else(|| top.key_span("version"))
}
