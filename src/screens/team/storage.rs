//! Storage of teams. Each version of the questionnaire has one of its own.

use crate::view::{StorageSlot, View};
use boussole_core::link;

/// The team of a version as a text.
///
/// Today's version and an earlier release store theirs in the same place: the link tells whose it is.
pub fn stored(view: &View, version: u8) -> Option<String> {
    let today = view.state.pack.questionnaire.version;
    let earlier = (version != today).then(|| view.stored(StorageSlot::TeamOf(version))).flatten();
    let is_of_version = |text: &String| version_of(text).unwrap_or(today) == version;
    earlier.or_else(|| view.stored(StorageSlot::Team).filter(is_of_version))
}

/// Stores the team of the screen's version. That of an earlier release moves to a place of its own first.
pub fn store(view: &View, text: &str) {
    let (version, today) = (view.questionnaire().version, view.state.pack.questionnaire.version);
    if version != today {
        view.store(StorageSlot::TeamOf(version), text);
        return;
    }
    let before = view.stored(StorageSlot::Team).unwrap_or_default();
    if let Some(its) = version_of(&before).filter(|its| *its != today)
        && view.stored(StorageSlot::TeamOf(its)).is_none()
        && !view.store(StorageSlot::TeamOf(its), &before)
    {
        // Without a place of its own it would be lost: it stays where it is.
        return;
    }
    view.store(StorageSlot::Team, text);
}

/// The version of a stored team; none where it can't be told.
fn version_of(text: &str) -> Option<u8> {
    link::team_origin(link_of(text)).ok().map(|origin| origin.version)
}

/// The link of a stored team; agreements follow it.
pub fn link_of(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default()
}
