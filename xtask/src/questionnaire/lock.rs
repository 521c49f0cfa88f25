//! `frozen/lock.toml`: the digest of every file of every released version. Links of a released version must open
//! unchanged, so its files never change.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use boussole_authoring::{Fault, Rule, SourceFile};
use toml::Spanned;

use super::folder::{self, FROZEN};
use crate::release::fingerprint::digest;

/// Name of the file in the folder of the released versions.
pub const LOCK: &str = "lock.toml";

const HEADER: &str = "\
# The SHA-256 of every file of every released version, written by `cargo xtask questionnaire freeze`.
# Links that were made with a version open with it: its files never change, and neither do these lines.
";

/// The digest of each file, by version and name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock(BTreeMap<u8, BTreeMap<String, String>>);

impl Lock {
    /// The lock of the released versions among the sources of a questionnaire.
    pub fn of(sources: &[SourceFile]) -> Self {
        let mut lock = Self::default();
        for source in sources {
            if let Some((_, version, name)) = frozen(&source.path)
                && let Ok(version) = version.parse()
            {
                lock.add(version, name, &source.text);
            }
        }
        lock
    }

    /// Adds a file of a version.
    pub fn add(&mut self, version: u8, name: &str, text: &str) {
        self.0.entry(version).or_default().insert(name.to_owned(), digest_of(text));
    }

    /// The lock of a questionnaire; an empty one where nothing was released.
    pub fn read(questionnaire: &Path) -> Result<Self> {
        let path = questionnaire.join(FROZEN).join(LOCK);
        if !path.exists() {
            return Ok(Self::default());
        }
        let text = fs::read_to_string(&path).with_context(|| format!("{} can't be read", path.display()))?;
        let read: BTreeMap<String, BTreeMap<String, String>> =
            toml::from_str(&text).with_context(|| format!("{} is no lock", path.display()))?;
        let version = |(version, files): (String, _)| Ok((version.parse()?, files));
        let versions: Result<_> = read.into_iter().map(version).collect();
        Ok(Self(versions.with_context(|| format!("{} is no lock", path.display()))?))
    }

    /// Writes the lock of a questionnaire.
    pub fn write(&self, questionnaire: &Path) -> Result<()> {
        let path = questionnaire.join(FROZEN).join(LOCK);
        fs::write(&path, self.text()).with_context(|| format!("{} can't be written", path.display()))
    }

    fn text(&self) -> String {
        let mut text = HEADER.to_owned();
        for (version, files) in &self.0 {
            text += &format!("\n[{version}]\n");
            for (name, digest) in files {
                text += &format!("\"{name}\" = \"{digest}\"\n");
            }
        }
        text
    }
}

/// Id, version and name of a file of a released version.
fn frozen(path: &str) -> Option<(&str, &str, &str)> {
    match path.split('/').collect::<Vec<_>>()[..] {
        ["questionnaires", id, FROZEN, version, name] => Some((id, version, name)),
        _ => None,
    }
}

/// Lock of a questionnaire as a source, in which its faults are shown.
pub fn source(questionnaire: &Path, id: &str) -> Result<Option<SourceFile>> {
    let path = questionnaire.join(FROZEN).join(LOCK);
    let name = format!("questionnaires/{id}");
    path.exists().then(|| folder::read(&path, questionnaire, &name)).transpose()
}

/// Digests of a lock, each with its place.
type LockedDigests = BTreeMap<String, BTreeMap<String, Spanned<String>>>;

/// Every difference between the released versions of a questionnaire and its lock.
pub fn faults(lock: Option<&SourceFile>, sources: &[SourceFile]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut noted: LockedDigests = BTreeMap::new();
    if let Some(lock) = lock {
        match toml::from_str(&lock.text) {
            Ok(read) => noted = read,
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                let mend = "restore the file as it was committed";
                return vec![Fault::at(Rule::Version, lock, span, error.message(), mend)];
            }
        }
    }
    for source in sources {
        let Some((id, version, name)) = frozen(&source.path) else { continue };
        let wanted = noted.get_mut(version).and_then(|files| files.remove(name));
        faults.extend(difference(source, wanted.as_ref(), id, version));
    }
    let gone = noted.iter().flat_map(|(version, files)| files.iter().map(move |file| (version, file)));
    if let Some(lock) = lock {
        faults.extend(gone.map(|(version, (name, digest))| is_gone(lock, digest.span(), version, name)));
    }
    faults
}

/// Digest of a text with LF at the end of each line: Git may write CRLF on Windows.
fn digest_of(text: &str) -> String {
    digest(text.replace("\r\n", "\n").as_bytes())
}

fn difference(
    source: &SourceFile,
    wanted: Option<&Spanned<String>>,
    id: &str,
    version: &str,
) -> Option<Fault> {
    let found = digest_of(&source.text);
    let (what, mend) = match wanted {
        None => (
            format!("the file is not locked as a part of version {version}"),
            format!("remove it; a version is released by `cargo xtask questionnaire freeze {id}`"),
        ),
        Some(wanted) if *wanted.get_ref() != found => (
            format!("the file is no longer as version {version} was released"),
            format!(
                "restore it: git checkout -- {}; what is to change belongs in the next version",
                source.path
            ),
        ),
        Some(_) => return None,
    };
    Some(Fault::at(Rule::Version, source, 0..0, what, mend))
}

fn is_gone(lock: &SourceFile, span: Range<usize>, version: &str, name: &str) -> Fault {
    let path = lock.path.replace(LOCK, &format!("{version}/{name}"));
    let what = format!("version {version} was released with {name}, which is gone");
    Fault::at(Rule::Version, lock, span, what, format!("restore it: git checkout -- {path}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::scratch::Scratch;

    fn reported(scratch: &Scratch) -> Vec<String> {
        let lock = source(&scratch.small().path, "small").unwrap();
        let faults = faults(lock.as_ref(), &scratch.small().sources().unwrap());
        faults.iter().map(|fault| format!("{}:{}: {}", fault.path, fault.line, fault.what)).collect()
    }

    #[test]
    fn what_is_as_it_was_released_has_no_fault() {
        let scratch = Scratch::new("lock-unchanged");
        assert_eq!(reported(&scratch), [""; 0]);
        scratch.freeze();
        assert_eq!(reported(&scratch), [""; 0]);
        scratch.edit("fr.toml", "Petit", "Menu");
        assert_eq!(reported(&scratch), [""; 0], "the current version may change");
    }

    #[test]
    fn lines_that_end_as_on_windows_are_no_change() {
        let scratch = Scratch::new("lock-lines");
        scratch.freeze();
        let path = scratch.path("questionnaires/small/frozen/1/fr.toml");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace('\n', "\r\n")).unwrap();
        assert_eq!(reported(&scratch), [""; 0]);
    }

    #[test]
    fn a_released_file_that_changed_or_went_or_came_is_a_fault() {
        let scratch = Scratch::new("lock-broken");
        scratch.freeze();
        scratch.edit("frozen/1/fr.toml", "Petit", "Menu");
        fs::remove_file(scratch.path("questionnaires/small/frozen/1/en.toml")).unwrap();
        fs::write(scratch.path("questionnaires/small/frozen/1/de.toml"), "").unwrap();
        let folder = "questionnaires/small/frozen";
        let expected = [
            format!("{folder}/1/de.toml:1: the file is not locked as a part of version 1"),
            format!("{folder}/1/fr.toml:1: the file is no longer as version 1 was released"),
            format!("{folder}/lock.toml:5: version 1 was released with en.toml, which is gone"),
        ];
        assert_eq!(reported(&scratch), expected);
    }

    #[test]
    fn without_its_lock_every_released_file_is_a_fault() {
        let scratch = Scratch::new("lock-gone");
        scratch.freeze();
        fs::remove_file(scratch.path("questionnaires/small/frozen/lock.toml")).unwrap();
        assert_eq!(reported(&scratch).len(), 3);
    }

    #[test]
    fn a_lock_that_is_none_is_one_fault() {
        let scratch = Scratch::new("lock-none");
        scratch.freeze();
        fs::write(scratch.path("questionnaires/small/frozen/lock.toml"), "[1]\nfr.toml = 3\n").unwrap();
        assert_eq!(reported(&scratch).len(), 1);
        assert!(Lock::read(&scratch.small().path).is_err());
    }

    #[test]
    fn what_is_written_is_read_again() {
        let scratch = Scratch::new("lock-read");
        scratch.freeze();
        let lock = Lock::read(&scratch.small().path).unwrap();
        assert_eq!(lock, Lock::of(&scratch.small().sources().unwrap()));
        assert_eq!(lock.0[&1].keys().collect::<Vec<_>>(), ["en.toml", "fr.toml", "questionnaire.toml"]);
    }
}
