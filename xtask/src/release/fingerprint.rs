//! Names with a digest of the contents: other bytes have another name, so a browser may cache the file for ever.

use sha2::{Digest, Sha256};

const LENGTH: usize = 8;

/// Whole digest of bytes, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `page.js` with these contents becomes `page-1a2b3c4d.js`.
pub fn name(plain: &str, contents: &[u8]) -> String {
    let (stem, extension) = plain.rsplit_once('.').unwrap_or((plain, ""));
    format!("{stem}-{}.{extension}", &digest(contents)[..LENGTH])
}

/// Whether a name has a fingerprint.
pub fn is_in(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let Some((_, print)) = stem.rsplit_once('-') else { return false };
    print.len() == LENGTH && print.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_contents_have_equal_names() {
        assert_eq!(name("page.js", b"one"), name("page.js", b"one"));
        assert_ne!(name("page.js", b"one"), name("page.js", b"two"));
        assert_eq!(name("page.js", b""), "page-e3b0c442.js");
    }

    #[test]
    fn a_fingerprint_is_told_from_a_word() {
        let cases = [
            ("page-e3b0c442.js", true),
            ("liberte-numerique-express-fr-00000000.json", true),
            ("index.html", false),
            ("boussole.js", false),
            ("touch-iconette.png", false),
            ("page-E3B0C442.js", false),
        ];
        for (name, printed) in cases {
            assert_eq!(is_in(name), printed, "{name}");
        }
    }
}
