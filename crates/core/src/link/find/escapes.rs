//! Escapes that mail, gateways, chats and editors write into a link: one layer of all of them.

/// Entities of HTML that occur in links, or beside them.
const ENTITIES: [(&str, &str); 14] = [
    ("amp", "&"),
    ("num", "#"),
    ("period", "."),
    ("lowbar", "_"),
    ("hyphen", "-"),
    ("dash", "-"),
    ("ndash", "\u{2013}"),
    ("sol", "/"),
    ("nbsp", " "),
    ("shy", ""),
    ("zwnj", ""),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
];

/// Most bytes of an entity between `&` and `;`.
const LONGEST_ENTITY: usize = 9;

/// Text without one layer of escapes: percent, quoted-printable, HTML, JSON, Markdown, RTF.
///
/// Bytes that an escape stands for may be UTF-8. A line break within an escape is left out.
pub fn unescaped(text: &[u8], is_rtf: bool) -> Vec<u8> {
    let mut output = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, behind)) = rest.split_first() {
        let read = match first {
            b'%' => hex(behind, 2, true),
            b'=' => hex(behind, 2, false).or_else(|| Some((None, soft_break(behind)?))),
            b'&' => entity(behind, &mut output),
            b'\\' if is_rtf => rtf(behind),
            b'\\' => backslash(behind),
            _ => None,
        };
        // A line may break between the bytes of one character.
        let is_within = output.last().is_some_and(|last| !last.is_ascii());
        let Some((value, length)) = read.filter(|(_, length)| is_within || !takes_link(behind, *length))
        else {
            if !(*first == b'\n' && is_within && matches!(behind.first(), Some(b'%' | b'='))) {
                output.push(*first);
            }
            rest = behind;
            continue;
        };
        match value {
            // Percent and quoted-printable write bytes.
            Some(byte @ ..=0xFF) if matches!(first, b'%' | b'=') => output.push(byte as u8),
            Some(code) => output.extend(char::from_u32(code).unwrap_or(' ').encode_utf8(&mut [0; 4]).bytes()),
            None => {}
        }
        rest = &behind[length..];
    }
    output
}

/// Character, if there is one, and the length of what stands for it.
type Read = Option<(Option<u32>, usize)>;

/// Number of so many hexadecimal digits, between which a line may break, and before them too if that is no escape by itself.
fn hex(text: &[u8], digits: u32, is_wrapped: bool) -> Read {
    let (mut number, mut read) = (0, 0);
    for (place, byte) in text.iter().enumerate() {
        match char::from(*byte).to_digit(16) {
            Some(digit) => (number, read) = (number << 4 | digit, read + 1),
            None if *byte == b'\n' && (read > 0 || is_wrapped) => {}
            None => return None,
        }
        if read == digits {
            return Some((Some(number), place + 1));
        }
    }
    None
}

/// True if an escape of so many bytes ends with the first character of a link, which stands on a line of its own.
fn takes_link(behind: &[u8], length: usize) -> bool {
    let Some([.., b'\n', b'0'..=b'9']) = behind.get(..length) else { return false };
    matches!(behind[length..], [b'.', b'a'..=b'z', ..])
}

/// Length of the space before a line break, which stays.
fn soft_break(text: &[u8]) -> Option<usize> {
    let spaces = text.iter().take_while(|byte| **byte == b' ').count();
    matches!(text.get(spaces), Some(b'\n' | b'\r')).then_some(spaces)
}

/// Entity behind its `&`. A named one is written at once.
fn entity(text: &[u8], output: &mut Vec<u8>) -> Read {
    let length = text.iter().take(LONGEST_ENTITY).position(|byte| *byte == b';')?;
    let name = std::str::from_utf8(&text[..length]).ok()?;
    let code = match name.strip_prefix('#') {
        Some(number) => Some(match number.strip_prefix(['x', 'X']) {
            Some(number) => u32::from_str_radix(number, 16).ok()?,
            None => number.parse().ok()?,
        }),
        None => {
            let (_, meaning) = ENTITIES.iter().find(|(known, _)| *known == name)?;
            output.extend(meaning.bytes());
            None
        }
    };
    Some((code, length + 1))
}

/// Escape of JSON or Markdown behind its backslash.
fn backslash(text: &[u8]) -> Read {
    let first = *text.first()?;
    let code = match first {
        b'u' if text.get(1) == Some(&b'{') => {
            let (code, length) = braced(&text[2..])?;
            return Some((Some(code), length + 2));
        }
        b'u' => return hex(&text[1..], 4, false).map(|(code, length)| (code, length + 1)),
        b'x' => return hex(&text[1..], 2, false).map(|(code, length)| (code, length + 1)),
        b'n' | b'r' | b'\n' => b'\n',
        b't' => b' ',
        _ if first.is_ascii_punctuation() => first,
        _ => return None,
    };
    Some((Some(code.into()), 1))
}

/// Hexadecimal number up to a closing brace.
fn braced(text: &[u8]) -> Option<(u32, usize)> {
    let length = text.iter().take(LONGEST_ENTITY).position(|byte| *byte == b'}')?;
    let code = u32::from_str_radix(std::str::from_utf8(&text[..length]).ok()?, 16).ok()?;
    Some((code, length + 1))
}

/// Control of RTF behind its backslash. A control word parts words.
fn rtf(text: &[u8]) -> Read {
    match *text.first()? {
        b'\'' => hex(&text[1..], 2, false).map(|(code, length)| (code, length + 1)),
        b'_' => Some((Some(b'-'.into()), 1)),
        b'-' => Some((None, 1)),
        b'~' => Some((Some(b' '.into()), 1)),
        b'u' if text.get(1).is_some_and(u8::is_ascii_digit) => {
            let digits = text[1..].iter().take(6).take_while(|byte| byte.is_ascii_digit()).count();
            let number = std::str::from_utf8(&text[1..=digits]).ok()?.parse().ok()?;
            // The character for readers that know no Unicode follows.
            let length = 1 + digits + usize::from(text.get(1 + digits) == Some(&b'?'));
            Some((Some(number), length))
        }
        first if first.is_ascii_alphabetic() => {
            let word = text.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            Some((Some(b'\n'.into()), word))
        }
        first => Some((Some(first.into()), 1)),
    }
}
