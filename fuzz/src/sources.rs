//! Sources of a questionnaire on a host's page, changed in any way.

use boussole_authoring::{SourceFile, build_own};

use crate::fixtures;
use crate::input::FuzzInput;

/// Sources of a small questionnaire.
const FILES: [(&str, &str); 2] = [
    ("questionnaire.toml", include_str!("../../tests/fixtures/questionnaires/small/questionnaire.toml")),
    ("fr.toml", include_str!("../../tests/fixtures/questionnaires/small/fr.toml")),
];

/// Most changes of a file.
const CHANGES: u8 = 6;

/// Changes the sources, or takes others in their place, and builds packs of them.
pub fn run(data: &[u8]) {
    fixtures::with(|fixtures| {
        let mut input = FuzzInput(data);
        let mut sources = FILES.map(|(name, text)| SourceFile {
            path: format!("questionnaires/small/{name}"),
            text: text.to_owned(),
        });
        let file = &mut sources[usize::from(input.byte() % 2)];
        match input.byte() % 4 {
            0 => file.text = input.rest().into_owned(),
            count => (0..count % CHANGES).for_each(|_| change(&mut file.text, &mut input)),
        }
        match build_own(&sources, &fixtures.languages) {
            Ok(packs) => {
                for pack in packs {
                    pack.pack().expect("a pack of sound sources opens");
                }
            }
            Err(faults) => {
                assert!(!faults.is_empty(), "the sources are refused without a fault");
                for fault in faults {
                    let lines = sources.iter().find(|file| file.path == fault.path);
                    let lines = lines.map_or(1, |file| file.text.lines().count() + 1);
                    assert!((1..=lines).contains(&fault.line) && fault.column >= 1, "{fault}");
                }
            }
        }
    });
}

/// Replaces a piece of a text by another one.
fn change(text: &mut String, input: &mut FuzzInput<'_>) {
    let start = text.floor_char_boundary(input.below(text.len() + 1));
    let end = text.floor_char_boundary((start + usize::from(input.byte())).min(text.len()));
    text.replace_range(start..end.max(start), &input.text());
}
