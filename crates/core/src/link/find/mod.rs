//! Search for links in any text: an address, a mail, a chat, a spreadsheet, a JSON file.
//!
//! Programs escape, wrap, quote and rewrite what passes through them. Each such change is undone, as often as there is
//! one; where several readings are left, the checksum decides. A text opens only if exactly one of its readings is sound.

mod candidates;
mod characters;
mod escapes;
mod gateways;

use super::{Kind, LinkError, invitation, is_exact, kind, result, sealed, team};

/// Most layers of escapes that are undone.
const MOST_LAYERS: usize = 8;

/// Minimal length of the last field of a sound link: two bytes, a `result_id`, one byte, and the checksum.
const SHORTEST_PAYLOAD: usize = 11;

/// Start of a text in the Rich Text Format.
const RTF: &str = "{\\rtf";

/// Links that a search is for: results, teams, and those of one more first field.
#[derive(Clone, Copy)]
pub struct Vocabulary {
    /// First field of the other links; empty for none.
    pub word: &'static str,
    /// True for a sound link of that word.
    pub is_sound: fn(&str) -> bool,
}

/// Results and teams alone.
pub const RESULTS: Vocabulary = Vocabulary { word: "", is_sound: |_| false };

/// Results, teams and invitations.
const ADDRESSES: Vocabulary =
    Vocabulary { word: invitation::ASK, is_sound: |text| invitation::read_invitation(text).is_some() };

/// Result and team links in a text, sound or damaged, each once, in the order of the text.
///
/// A damaged one is what its text has at that place. Without an address before it, it needs every field and a payload of the
/// minimal length. This excludes version numbers, file names and addresses; invitations are excluded too.
pub fn find(text: &str) -> Vec<String> {
    find_with(text, RESULTS)
}

/// Links of a vocabulary in a text: see [`find`].
pub fn find_with(text: &str, vocabulary: Vocabulary) -> Vec<String> {
    LinkSearch::of(text, vocabulary).links()
}

/// Exact links in a text, in their order: what is found without the search.
pub fn exact_in(text: &str) -> Vec<String> {
    runs(text.as_bytes()).filter(|(_, run)| is_exact(run)).map(|(_, run)| run.to_owned()).collect()
}

/// The link or invitation that a fragment, or an address, holds; `None` for a damaged one, and for several.
pub fn mend(fragment: &str) -> Option<String> {
    let found = LinkSearch::of(fragment, ADDRESSES).found.into_iter();
    let mut sound = found.filter_map(|(text, is_sound)| is_sound.then_some(text));
    sound.next().filter(|_| sound.next().is_none())
}

/// A search: the links that were found so far.
struct LinkSearch {
    vocabulary: Vocabulary,
    /// Texts in their order, and whether each is sound.
    found: Vec<(String, bool)>,
    /// Their places, in the order of the texts: a binary search serves thousands of links.
    sorted: Vec<usize>,
    /// True within a text that was base64: no other is looked for there.
    is_decoded: bool,
}

impl LinkSearch {
    fn of(text: &str, vocabulary: Vocabulary) -> Self {
        let mut search = Self { vocabulary, found: vec![], sorted: vec![], is_decoded: false };
        let bytes = text.as_bytes();
        search.read(bytes, text.trim_start().starts_with(RTF), MOST_LAYERS);
        // No checksum tells an exact invitation from the beginning of a longer one.
        for (_, run) in runs(bytes) {
            search.add_exact(run);
        }
        search
    }

    /// Adds the links of a text: the exact ones, and those that so many layers of escapes hide between them.
    ///
    /// An exact link stays so in each layer, even one that can't be read: an escape that a line before it seems to end with
    /// takes its first character, and an invisible character joins it to the words beside it.
    fn read(&mut self, text: &[u8], is_rtf: bool, layers: usize) {
        let mut rest = 0;
        for (place, run) in runs(text) {
            let is_sound = self.is_sound(run);
            if candidates::has_checksum(run.as_bytes()) && (is_sound || is_whole(run)) {
                self.undo(&text[rest..place], is_rtf, layers);
                self.add(run, is_sound);
                rest = place + run.len();
            }
        }
        self.undo(&text[rest..], is_rtf, layers);
    }

    /// Undoes a layer of escapes of a text, or adds the links of a text that has none.
    fn undo(&mut self, text: &[u8], is_rtf: bool, layers: usize) {
        let folded = characters::fold(text);
        let unescaped = escapes::unescaped(&folded, is_rtf);
        let unescaped = gateways::proofpoint(&unescaped).unwrap_or(unescaped);
        if layers > 0 && unescaped != folded {
            self.read(&unescaped, false, layers - 1);
        } else {
            self.scan(&folded);
        }
    }

    /// Links in their order, without what is the beginning of a sound one: programs shorten what they show.
    fn links(self) -> Vec<String> {
        let Self { found, sorted, .. } = self;
        let mut shown = vec![true; found.len()];
        for (place, next) in sorted.iter().zip(sorted.iter().skip(1)) {
            let ((text, is_sound), (longer, is_longer_sound)) = (&found[*place], &found[*next]);
            shown[*place] = *is_sound || !is_longer_sound || !longer.starts_with(text.as_str());
        }
        found.into_iter().zip(shown).filter_map(|((text, _), is_shown)| is_shown.then_some(text)).collect()
    }

    /// Adds the links of a text without escapes, and of texts in base64 within it, at their places.
    fn scan(&mut self, plain: &[u8]) {
        let texts = if self.is_decoded { vec![] } else { gateways::base64_texts(plain) };
        let mut decoded = texts.into_iter().peekable();
        for (place, run) in runs(plain) {
            while let Some((_, text)) = decoded.next_if(|(start, _)| *start < place) {
                self.read_decoded(&text);
            }
            if self.add_exact(run) {
                continue;
            }
            let is_sound = |text: &str| self.is_sound(text);
            let readings = candidates::sound(&plain[place..], self.vocabulary.word, is_sound);
            match &*readings {
                [one] => self.add(one, true),
                _ if self.is_meant(place.checked_sub(1).map(|before| plain[before]), run) => {
                    self.add(run, false);
                }
                _ => {}
            }
        }
        for (_, text) in decoded {
            self.read_decoded(&text);
        }
    }

    fn read_decoded(&mut self, text: &[u8]) {
        self.is_decoded = true;
        self.read(text, false, MOST_LAYERS);
        self.is_decoded = false;
    }

    fn add_exact(&mut self, run: &str) -> bool {
        let is_sound = self.is_sound(run);
        if is_sound {
            self.add(run, true);
        }
        is_sound
    }

    fn add(&mut self, text: &str, is_sound: bool) {
        let found = &self.found;
        match self.sorted.binary_search_by(|place| found[*place].0.as_str().cmp(text)) {
            Ok(known) => self.found[self.sorted[known]].1 |= is_sound,
            Err(place) => {
                self.sorted.insert(place, self.found.len());
                self.found.push((text.to_owned(), is_sound));
            }
        }
    }

    fn is_sound(&self, text: &str) -> bool {
        let word = self.vocabulary.word;
        if !word.is_empty() && text.starts_with(word) {
            return (self.vocabulary.is_sound)(text);
        }
        match kind(text) {
            Ok(Kind::Result) => result::scores(text).is_ok(),
            Ok(Kind::Team) => team::origin(text).is_ok(),
            Err(LinkError::Newer) => sealed::open(text).is_some(),
            Err(_) => false,
        }
    }

    /// True if a run looks like a link, given the character before it.
    fn is_meant(&self, before: Option<u8>, run: &str) -> bool {
        let mut fields = run.split('.');
        let (Some(format), Some(questionnaire)) = (fields.next(), fields.next()) else { return false };
        let (left, last) = (fields.clone().count(), fields.next_back().unwrap_or_default());
        let is_number = !format.is_empty() && format.bytes().all(|byte| byte.is_ascii_digit());
        if format == self.vocabulary.word {
            return !questionnaire.is_empty()
                && questionnaire.bytes().all(|byte| byte.is_ascii_digit())
                && left > 0;
        }
        let is_whole = is_number && left >= 2 && last.len() >= SHORTEST_PAYLOAD;
        // Excludes anchors of numbered sections.
        let is_named = format.bytes().chain(questionnaire.bytes()).any(|byte| byte.is_ascii_lowercase());
        run.starts_with(|first: char| first.is_ascii_digit())
            && (is_whole || before == Some(b'#') && is_named)
    }
}

/// True for an exact link with a payload: a checksum alone agrees with one text in 2¹⁶.
fn is_whole(run: &str) -> bool {
    is_exact(run) && run.rsplit('.').next().is_some_and(|payload| payload.len() >= SHORTEST_PAYLOAD)
}

/// Runs of the alphabet of links, without marks around them, and their places.
fn runs(text: &[u8]) -> impl Iterator<Item = (usize, &str)> {
    let mut place = 0;
    std::iter::from_fn(move || {
        let start = place + text[place..].iter().position(|byte| is_of_a_link(*byte))?;
        let length = text[start..].iter().take_while(|byte| is_of_a_link(**byte)).count();
        place = start + length;
        // The alphabet is ASCII.
        let run = std::str::from_utf8(&text[start..place]).unwrap_or_default();
        let link = run.trim_start_matches(['.', '-', '_']);
        Some((place - link.len(), link.trim_end_matches('.')))
    })
}

/// True for a character of the alphabet of links.
fn is_of_a_link(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_')
}
