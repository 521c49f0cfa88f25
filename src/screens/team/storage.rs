//! Storage of teams. Each version of the questionnaire has one of its own.

use crate::view::{StorageSlot, View};
use boussole_core::link;

/// The team of a version as a text.
///
/// Today's version and an earlier release store theirs in the same place: the link tells whose it is.
pub fn stored(view: &View, version: u8) -> Option<String> {
    let own = || view.stored(StorageSlot::Team).filter(|text| version_of(view, text) == Some(version));
    if version == view.state.pack.questionnaire.version {
        // A text that tells no version is that of today, and empty.
        return view
            .stored(StorageSlot::Team)
            .filter(|text| version_of(view, text).is_none_or(|its| its == version));
    }
    view.stored(StorageSlot::TeamOf(version)).or_else(own)
}

/// Stores the team of the screen's version. That of an earlier release moves to a place of its own first.
pub fn store(view: &View, text: &str) {
    let (version, today) = (view.questionnaire().version, view.state.pack.questionnaire.version);
    if version != today {
        view.store(StorageSlot::TeamOf(version), text);
        return;
    }
    if let Some(earlier) = view.stored(StorageSlot::Team)
        && let Some(its) = version_of(view, &earlier).filter(|its| *its != today)
        && view.stored(StorageSlot::TeamOf(its)).is_none()
        && !view.store(StorageSlot::TeamOf(its), &earlier)
    {
        // Without a place of its own it would be lost: it stays where it is.
        return;
    }
    view.store(StorageSlot::Team, text);
}

/// The version of a stored team; none where it can't be told.
fn version_of(view: &View, text: &str) -> Option<u8> {
    let origin = link::team_origin(text.split('\n').next().unwrap_or_default()).ok()?;
    origin.is_version_of(&view.state.pack.questionnaire).then_some(origin.version)
}
