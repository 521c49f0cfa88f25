//! stand-in until merged
pub fn with(text: &str, _link: &str) -> String {
    text.to_owned()
}
