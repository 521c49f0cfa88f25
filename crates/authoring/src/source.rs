//! Source files, and the editions of a questionnaire.

/// A source file with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Path relative to the project, with `/`: a file of a questionnaire (see [`Edition`]), or `www/texts/<locale>.toml`.
    pub path: String,
    /// Content.
    pub text: String,
}

/// State of a questionnaire that a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// Working version: `questionnaires/<id>/<file>`. Every rule holds for it.
    Current,
    /// Released version: `questionnaires/<id>/frozen/<version>/<file>`. Only the rules that reading needs hold for it.
    Frozen,
}

/// Splits the path of a file at each `/`.
pub fn path_segments(file: &SourceFile) -> Vec<&str> {
    file.path.split('/').collect()
}
