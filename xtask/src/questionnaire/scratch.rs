//! Project of a test: one small questionnaire in a folder that ends with the test.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::folder::{self, FROZEN, QuestionnaireFolder};
use super::lock;
use crate::project::Project;

/// Project in a temporary folder.
pub struct Scratch {
    /// Folders of the project.
    pub project: Project,
    _folder: TempDir,
}

impl Scratch {
    /// A project with the questionnaire `small` of the fixtures, version 1, and the widget's own texts.
    pub fn new(name: &str) -> Self {
        let folder = tempfile::Builder::new().prefix(&format!("boussole-{name}-")).tempdir().unwrap();
        let root = folder.path().to_owned();
        let ours = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        copy(&ours.join("tests/fixtures/questionnaires/small"), &root.join("questionnaires/small"));
        for texts in ["www/texts", "www/paper"] {
            copy(&ours.join(texts), &root.join(texts));
        }
        let project = Project { target: root.join("target"), cache: root.join("cache"), root };
        Self { project, _folder: folder }
    }

    /// Path of a file or folder of the project.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.project.root.join(relative)
    }

    /// The questionnaire of the fixtures.
    pub fn small(&self) -> QuestionnaireFolder {
        QuestionnaireFolder::find(&self.project, "small").unwrap()
    }

    /// Replaces the first occurrence of a text in a file of the questionnaire.
    #[track_caller]
    pub fn edit(&self, name: &str, old: &str, new: &str) {
        let path = self.path("questionnaires/small").join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{name} has {old}");
        fs::write(path, text.replacen(old, new, 1)).unwrap();
    }

    /// Releases the questionnaire as it is now, as version 1.
    pub fn freeze(&self) {
        let small = self.path("questionnaires/small");
        for path in folder::toml_files(&small).unwrap() {
            let frozen = small.join(FROZEN).join("1");
            fs::create_dir_all(&frozen).unwrap();
            fs::copy(&path, frozen.join(path.file_name().unwrap())).unwrap();
        }
        lock::Lock::of(&self.small().sources().unwrap()).write(&small).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for path in folder::toml_files(from).unwrap() {
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}
