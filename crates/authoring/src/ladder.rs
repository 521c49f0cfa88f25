//! Ladder of an item: its kind, and what each level and each step rests on.

use super::claims::{self, Claim};
use super::labels::{self, Label};
use super::reader::{Located, TomlTable};
use super::rule::Rule;
use boussole_core::questionnaire::ITEM_LEVELS;

/// What the levels of an item rest on.
pub struct ItemLadder {
    /// Kind of the ladder.
    pub kind: Located<String>,
    /// Claims of each level, lowest first.
    pub basis: [Located<Vec<Located<Claim>>>; ITEM_LEVELS],
    /// Claims that each step adds to those of its level.
    pub brings: [Vec<Located<Claim>>; ITEM_LEVELS - 1],
    /// Reason why a level need not contain the one below it.
    pub exception: Option<String>,
}

/// Kinds of ladder and facts that items may name.
#[derive(Clone, Copy)]
pub struct Evidence<'a> {
    /// True if the questionnaire has ladders.
    pub is_on: bool,
    /// Kinds of ladder.
    pub ladders: &'a [Label],
    /// Facts.
    pub facts: &'a [Label],
    /// True if every id of these lists is well-formed.
    pub are_known: bool,
}

impl<'a> Evidence<'a> {
    /// Facts that claims may name; `None` if one of their ids is malformed.
    pub fn known_facts(&self) -> Option<&'a [Label]> {
        self.are_known.then_some(self.facts)
    }
}

/// Reads the ladder of an item; `None` where a part of it is missing or unreadable.
pub fn read(item: &TomlTable<'_>, evidence: &Evidence<'_>) -> Option<ItemLadder> {
    let kind = item.has("ladder").then(|| item.text("ladder")).flatten();
    if let Some(kind) =
        kind.as_ref().filter(|kind| evidence.are_known && !labels::has(evidence.ladders, &kind.value))
    {
        let what = format!("[ladders] has no `{}`", kind.value);
        item.fault(Rule::Unknown, kind.span.clone(), what, "add it there, or correct the name");
    }
    let basis = item.has("basis").then(|| item.lists::<ITEM_LEVELS>("basis")).flatten();
    let read = |level: Located<Vec<_>>| Located {
        value: claims::read(item, level.value, evidence.known_facts()),
        span: level.span,
    };
    let basis = basis.map(|levels| levels.map(read));
    let brings = |step: &TomlTable<'_>| {
        let texts = if step.has("brings") { step.texts("brings") } else { Some(Vec::new()) };
        Some(claims::read(step, texts?, evidence.known_facts()))
    };
    let brings: Vec<_> = item.tables("steps").iter().filter_map(brings).collect();
    let exception = exception(item);
    if evidence.is_on {
        for (key, rule) in [("ladder", Rule::LadderShare), ("basis", Rule::LevelBasis)] {
            if !item.has(key) {
                let what = format!("{} has no `{key}`, and the questionnaire has [ladders]", item.name);
                item.fault(rule, item.span(), what, format!("add `{key}`, as docs/authoring.md shows it"));
            }
        }
    }
    Some(ItemLadder { kind: kind?, basis: basis?, brings: brings.try_into().ok()?, exception })
}

/// Reason of an item whose levels need not contain the one below.
fn exception(item: &TomlTable<'_>) -> Option<String> {
    let is_exception = item.has("contains") && item.flag("contains").is_some_and(|flag| !flag.value);
    let reason = item.has("reason").then(|| item.text("reason")).flatten();
    if is_exception && !item.has("reason") {
        let what = format!("{} is an exception without a reason", item.name);
        item.fault(Rule::LevelBasis, item.key_span("contains"), what, "write it: reason = \"…\"");
    }
    reason.filter(|_| is_exception).map(|reason| reason.value)
}

/// Notes every kind of ladder and every fact without an item.
pub fn check_coverage(
    evidence: &Evidence<'_>,
    ladders: &[Option<&ItemLadder>],
    note: impl Fn(&Located<String>, String, &str),
) {
    // A ladder with a fault is missing in its item: what it names would seem to have no item.
    if ladders.iter().any(Option::is_none) {
        return;
    }
    let ladders = || ladders.iter().flatten();
    for Label { id, .. } in evidence.ladders {
        if !ladders().any(|ladder| ladder.kind.value == id.value) {
            note(id, format!("no item has the ladder `{}`", id.value), "ladder");
        }
    }
    for Label { id, .. } in evidence.facts {
        let rests = |claim: &Located<Claim>| claim.value.fact == id.value;
        if !ladders().any(|ladder| ladder.basis.iter().any(|level| level.value.iter().any(rests))) {
            note(id, format!("no level rests on the fact `{}`", id.value), "basis");
        }
    }
}
