//! Finds links in any text: a mail, a chat, a spreadsheet, a JSON file.

/// The shortest that the last field of a sound link can be: a result_id, two bytes before and one behind it,
/// and the checksum.
const SHORTEST_PAYLOAD: usize = 11;

/// Everything in a text that is meant as a result or team link, sound or damaged, in one pass.
///
/// A link ends at the first character that none is written with, and loses the full stops behind it; so it
/// may stand in quotes, brackets or a sentence, and several on a line. It may stand behind an address and its
/// `#` (or `%23`), or by itself; then it must have every field and a payload that is long enough, so that
/// version numbers, file names and addresses are left alone. So are invitations.
pub fn links_in(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    let mut before = None;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let end = rest.find(|character| !is_of_a_link(character)).unwrap_or(rest.len());
            let (run, behind) = rest.split_at(end);
            let link = link_in(before, run);
            let mut behind = behind.chars();
            before = behind.next();
            rest = behind.as_str();
            if link.is_some() {
                return link;
            }
        }
        None
    })
}

/// Whether a character is one that links are written with.
pub fn is_of_a_link(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '_')
}

/// What is meant as a link in a run of its characters, given the character before.
fn link_in(before: Option<char>, run: &str) -> Option<&str> {
    let (run, in_address) = match before {
        Some('#') => (run, true),
        // An address within an address, as share buttons write it.
        Some('%') => (run.strip_prefix("23")?, true),
        // A line break in a JSON text.
        Some('\\') => (run.strip_prefix(['n', 'r', 't']).unwrap_or(run), false),
        _ => (run, false),
    };
    let link = run.trim_start_matches(['.', '-', '_']).trim_end_matches('.');
    let mut fields = link.split('.');
    let (format, questionnaire) = (fields.next()?, fields.next()?);
    let (left, last) = (fields.clone().count(), fields.next_back()?);
    let is_number = format.bytes().all(|byte| byte.is_ascii_digit());
    let is_whole = is_number && left >= 2 && last.len() >= SHORTEST_PAYLOAD;
    // Not the anchor of a numbered section.
    let is_named = format.bytes().chain(questionnaire.bytes()).any(|byte| byte.is_ascii_lowercase());
    let begins = link.starts_with(|first: char| first.is_ascii_digit());
    (begins && (is_whole || in_address && is_named)).then_some(link)
}
