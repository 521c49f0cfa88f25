//! Characters that programs put in the place of those of a link, or between them.

/// Place of an en dash: programs write it for one hyphen, or for two.
pub const EN_DASH: u8 = 1;

/// Place of an em dash: programs write it for two hyphens, or for one.
pub const EM_DASH: u8 = 2;

/// Place of a character that can't be in a link.
const OTHER: u8 = 3;

/// Letters that look like Latin ones, each before that one.
const ALIKE: &str =
    "аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwӏlАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSУYοoνvαaιiΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

/// Inline elements of HTML that programs put into a long word.
const INLINE: [&[u8]; 8] = [b"wbr", b"br", b"span", b"font", b"b", b"i", b"u", b"mark"];

/// Most bytes of the tag of such an element.
const LONGEST_TAG: usize = 300;

/// Text in ASCII: without what is invisible, one byte for each character, look-alikes as what they look like.
///
/// A line break, with indentation and quote marks behind it, is `\n`; other white space is one space.
pub fn fold(bytes: &[u8]) -> Vec<u8> {
    let mut folded = Folded(Vec::with_capacity(bytes.len()));
    for chunk in bytes.utf8_chunks() {
        chunk.valid().chars().for_each(|character| folded.add(character));
        // Bytes outside of UTF-8 are read as Windows-1252.
        for byte in chunk.invalid() {
            folded.add(match byte {
                0x96 => '\u{2013}',
                0x97 => '\u{2014}',
                _ => char::from(*byte),
            });
        }
    }
    folded.0
}

/// Text so far.
struct Folded(Vec<u8>);

impl Folded {
    fn add(&mut self, character: char) {
        let byte = match character {
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => b'\n',
            '\t' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
                b' '
            }
            ' '..='~' => character as u8,
            '\0'
            | '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E007F}' => return,
            '\u{2010}' | '\u{2011}' | '\u{2043}' | '\u{2212}' | '\u{2D7}' | '\u{FE58}' | '\u{FE63}' => b'-',
            '\u{1}' | '\u{2012}' | '\u{2013}' => EN_DASH,
            '\u{2}' | '\u{2014}' | '\u{2015}' => EM_DASH,
            '\u{2024}' | '\u{3002}' | '\u{FF61}' => b'.',
            // Full-width forms are in the order of ASCII.
            '\u{FF01}'..='\u{FF5E}' => (u32::from(character) - 0xFEE0) as u8,
            '\u{FB00}'..='\u{FB04}' => return self.0.extend(ligature(character)),
            _ => alike(character),
        };
        self.push(byte);
    }

    fn push(&mut self, byte: u8) {
        let last = self.0.last().copied();
        match (byte, last) {
            (b' ', Some(b' ' | b'\n')) | (b'>' | b'|' | b'\n', Some(b'\n')) => {}
            (b'\n', Some(b' ')) => {
                self.0.pop();
                self.push(b'\n');
            }
            (b'>', _) => match tag(&self.0) {
                Some(start) => {
                    self.0.truncate(start);
                    self.push(b'\n');
                }
                None => self.0.push(byte),
            },
            _ => self.0.push(byte),
        }
    }
}

fn ligature(character: char) -> &'static [u8] {
    match character {
        '\u{FB00}' => b"ff",
        '\u{FB01}' => b"fi",
        '\u{FB02}' => b"fl",
        '\u{FB03}' => b"ffi",
        _ => b"ffl",
    }
}

fn alike(character: char) -> u8 {
    let mut pairs = ALIKE.chars();
    while let (Some(foreign), Some(latin)) = (pairs.next(), pairs.next()) {
        if foreign == character {
            return latin as u8;
        }
    }
    OTHER
}

/// Place of a tag within a word, at the end of a text without its `>`. A tag with an address is none of these.
fn tag(text: &[u8]) -> Option<usize> {
    let length = text.iter().rev().take(LONGEST_TAG).position(|byte| matches!(byte, b'<' | b'#'))?;
    let (before, content) = text.split_at(text.len() - length);
    let name = content.strip_prefix(b"/").unwrap_or(content);
    let name = &name[..name.iter().take_while(|byte| byte.is_ascii_alphabetic()).count()];
    let is_inline = INLINE.iter().any(|known| known.eq_ignore_ascii_case(name));
    (before.last() == Some(&b'<') && is_inline).then(|| before.len() - 1)
}
