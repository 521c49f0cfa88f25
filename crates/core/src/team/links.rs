//! Search for links in any text: a mail, a chat, a spreadsheet, a JSON file.

/// Minimal length of the last field of a sound link: two bytes, a `result_id`, one byte, and the checksum.
const SHORTEST_PAYLOAD: usize = 11;

/// Runs of a text that look like a result or team link, sound or damaged, in one pass.
///
/// A link ends at the first character outside of its alphabet, without full stops at the end. So quotes, brackets
/// and sentences may surround it. It follows an address and its `#` (or `%23`), or is bare. A bare link needs every
/// field and a payload of the minimal length. This excludes version numbers, file names and addresses; invitations
/// are excluded too.
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

/// True for a character of the alphabet of links.
pub fn is_of_a_link(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '_')
}

/// Link in a run of the alphabet, given the character before the run.
fn link_in(before: Option<char>, run: &str) -> Option<&str> {
    let (run, in_address) = match before {
        Some('#') => (run, true),
        // Address within an address, as share buttons write it.
        Some('%') => (run.strip_prefix("23")?, true),
        // Line break in a JSON text.
        Some('\\') => (run.strip_prefix(['n', 'r', 't']).unwrap_or(run), false),
        _ => (run, false),
    };
    let link = run.trim_start_matches(['.', '-', '_']).trim_end_matches('.');
    let mut fields = link.split('.');
    let (format, questionnaire) = (fields.next()?, fields.next()?);
    let (left, last) = (fields.clone().count(), fields.next_back()?);
    let is_number = format.bytes().all(|byte| byte.is_ascii_digit());
    let is_whole = is_number && left >= 2 && last.len() >= SHORTEST_PAYLOAD;
    // Excludes anchors of numbered sections.
    let is_named = format.bytes().chain(questionnaire.bytes()).any(|byte| byte.is_ascii_lowercase());
    let begins = link.starts_with(|first: char| first.is_ascii_digit());
    (begins && (is_whole || in_address && is_named)).then_some(link)
}
