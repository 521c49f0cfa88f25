//! Names with a digest of the contents: other bytes have another name, so a browser may cache the file for ever.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

const LENGTH: usize = 8;

/// Whole digest of bytes, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Command of a system with GNU's tools that prints [`of_release`], run in the folder of the release.
pub const RELEASE_COMMAND: &str =
    "find . -type f -printf '%P\\n' | LC_ALL=C sort | tr '\\n' '\\0' | xargs -0 sha256sum | sha256sum";

/// Digest of a whole release: that of the list of its files' digests and names, which `sha256sum` would print.
pub fn of_release(files: &BTreeMap<String, Vec<u8>>) -> String {
    let list: String = files.iter().map(|(name, bytes)| format!("{}  {name}\n", digest(bytes))).collect();
    digest(list.as_bytes())
}

/// Digest of a release for its builder, with the way to have it by other means.
pub fn release_notice(digest: &str) -> String {
    format!("\nSHA-256 of the release: {digest}\nThe same by other means: cd dist && {RELEASE_COMMAND}\n")
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
