//! Texts within texts: addresses as security gateways rewrite them, and base64.

use super::super::base64url;

/// Start of an address within one of Proofpoint's, version 2. It writes `-` for `%` and `_` for `/`.
const VERSION_2: &[u8] = b"/v2/url?u=";

/// Start and end of an address within one of Proofpoint's, version 3. It writes `*` for characters that it lists at the end.
const VERSION_3: [&[u8]; 2] = [b"/v3/__", b"__;"];

/// Most characters of that list.
const LONGEST_LIST: usize = 1000;

/// Least characters of base64 that can hold the address of a link.
const SHORTEST_BASE64: usize = 40;

/// Text with the addresses that Proofpoint rewrote; `None` without one.
pub fn proofpoint(text: &[u8]) -> Option<Vec<u8>> {
    let mut output = Vec::new();
    let mut rest = text;
    let mut is_changed = false;
    while let Some(place) = rest.iter().position(|byte| *byte == b'/') {
        output.extend(&rest[..place]);
        rest = &rest[place..];
        let read = if let Some(address) = behind(rest, VERSION_2) {
            Some(version_2(address, &mut output))
        } else {
            behind(rest, VERSION_3[0]).map(|address| version_3(address, &mut output))
        };
        is_changed |= read.is_some();
        match read {
            Some(behind) => rest = behind,
            None => {
                output.push(b'/');
                rest = &rest[1..];
            }
        }
    }
    output.extend(rest);
    is_changed.then_some(output)
}

/// Text behind a mark at its start, within which a line may break.
fn behind<'a>(text: &'a [u8], mark: &[u8]) -> Option<&'a [u8]> {
    mark.iter().try_fold(text, |text, byte| {
        let text = text.strip_prefix(b"\n").unwrap_or(text);
        text.strip_prefix(&[*byte])
    })
}

/// Writes the address at the start of a text, and returns what is behind it.
fn version_2<'a>(text: &'a [u8], output: &mut Vec<u8>) -> &'a [u8] {
    let is_end = |byte: &u8| matches!(byte, b'&' | b' ' | b'"' | b'<' | b'>');
    let (address, behind) = text.split_at(text.iter().position(is_end).unwrap_or(text.len()));
    output.push(b' ');
    output.extend(address.iter().filter(|byte| **byte != b'\n').map(|byte| match byte {
        b'-' => b'%',
        b'_' => b'/',
        _ => *byte,
    }));
    output.push(b' ');
    behind
}

/// Writes the address at the start of a text, and returns what is behind it. One without an end stays as it is.
fn version_3<'a>(text: &'a [u8], output: &mut Vec<u8>) -> &'a [u8] {
    let is_end = |byte: &u8| matches!(byte, b';' | b' ' | b'"' | b'<' | b'>');
    let length = text.iter().position(is_end).map_or(text.len(), |place| place + 1);
    let (address, behind) = text.split_at(length);
    let whole: Vec<u8> = address.iter().copied().filter(|byte| *byte != b'\n').collect();
    let Some(whole) = whole.strip_suffix(VERSION_3[1]) else {
        output.extend(address);
        return behind;
    };
    let (list, _) = base64(&behind[..behind.len().min(LONGEST_LIST)]);
    let mut replaced = list.iter();
    output.push(b' ');
    let mut rest = whole;
    while let Some((first, mut behind)) = rest.split_first() {
        let mut count = usize::from(*first == b'*');
        // A second star is followed by the length of a run, from 2 for `A`.
        if let ([b'*', run, ..], b'*') = (behind, first)
            && let Some(length) = base64url::bits(*run)
        {
            (count, behind) = (usize::from(length) + 2, &behind[2..]);
        }
        if count == 0 {
            output.push(*first);
        }
        output.extend(replaced.by_ref().take(count));
        rest = behind;
    }
    output.push(b' ');
    behind
}

/// Texts in base64 within a text, decoded, and where each begins.
pub fn base64_texts(text: &[u8]) -> Vec<(usize, Vec<u8>)> {
    let mut texts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (decoded, mut length) = base64(rest);
        if length >= SHORTEST_BASE64 {
            texts.push((text.len() - rest.len(), decoded));
        } else if let Some(line) = rest[..length].iter().position(|byte| *byte == b'\n') {
            // A word before the text is no part of it.
            length = line;
        }
        rest = &rest[(length + 1).min(rest.len())..];
    }
    texts
}

/// Bytes of the base64 at the start of a text, in either alphabet, up to one that is none of a text; and its length.
fn base64(text: &[u8]) -> (Vec<u8>, usize) {
    let (mut bytes, mut word, mut count) = (Vec::new(), 0u32, 0);
    for (place, byte) in text.iter().enumerate() {
        let digit = match byte {
            b'+' => Some(62),
            b'/' => Some(63),
            _ => base64url::bits(*byte),
        };
        match digit {
            Some(digit) => {
                (word, count) = (word << 6 | u32::from(digit), count + 1);
                let decoded = (word >> ((4 - count % 4) % 4 * 2)) as u8;
                let is_text = !decoded.is_ascii_control() || matches!(decoded, b'\n' | b'\r' | b'\t');
                match count % 4 {
                    1 => {}
                    _ if is_text => bytes.push(decoded),
                    _ => return (bytes, place),
                }
            }
            None if *byte == b'\n' => {}
            None => return (bytes, place),
        }
    }
    (bytes, text.len())
}
