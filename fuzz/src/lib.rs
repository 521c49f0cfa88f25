//! Targets for fuzzing: each is a function of any bytes, and panics where a law of the project is broken.
//!
//! `cargo xtask fuzz` runs them under libFuzzer; `corpus/` keeps inputs that reach much of the code, which a native test runs
//! as well. No input makes a target panic, and besides:
//!
//! | target | law |
//! |---|---|
//! | [`links`] | what opens is written again as it was, and one questionnaire alone opens it |
//! | [`damage`] | a link with one wrong character, or two that changed places, never opens |
//! | [`search`] | what is found is found again by itself; an exact link on a line of its own is always found |
//! | [`shelves`] | what was read from storage, written and read again is the same |
//! | [`packs`] | a pack that is valid is written again as it was, and can be answered to the end |
//! | [`sources`] | sources without a fault make packs that open; a fault has a place within its file |
//! | [`figures`] | figures of a room are written again as they were |
//! | [`requests`] | a request of a page leaves valid answers |
//! | [`files`] | other programs read from a file what was written, and run nothing of it |
//! | [`pictures`] | a picture has texts or none |

pub mod damage;
pub mod figures;
pub mod files;
mod fixtures;
mod input;
pub mod links;
pub mod packs;
pub mod pictures;
pub mod requests;
pub mod search;
pub mod shelves;
pub mod sources;
mod spelling;

/// A target with its name.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 10] = [
    ("damage", damage::run),
    ("figures", figures::run),
    ("files", files::run),
    ("links", links::run),
    ("packs", packs::run),
    ("pictures", pictures::run),
    ("requests", requests::run),
    ("search", search::run),
    ("shelves", shelves::run),
    ("sources", sources::run),
];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_law_holds_for_the_kept_inputs() {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        for (name, run) in TARGETS {
            let inputs: Vec<_> = corpus.join(name).read_dir().unwrap().map(|entry| entry.unwrap()).collect();
            assert!(!inputs.is_empty(), "{name} has no inputs");
            for input in inputs {
                // The name of the input that breaks a law comes with the panic.
                println!("{name}: {}", input.path().display());
                run(&fs::read(input.path()).unwrap());
            }
        }
    }

    #[test]
    fn every_target_is_a_program() {
        let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
        assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
        for (name, _) in TARGETS {
            assert!(manifest.contains(&format!("name = \"{name}\"\npath = \"targets/{name}.rs\"")), "{name}");
        }
    }
}
