//! Common part of all formats: `<format>.<questionnaire>.<form>.<payload>`, with a checksum at the end.

use super::model::Origin;
use super::{base64url, crc16};
use crate::questionnaire::Questionnaire;

/// Number of characters of the checksum.
pub const CHECKSUM: usize = 3;

/// Text with a valid checksum.
pub struct Sealed {
    /// True for a format with the late roles: see [`crate::questionnaire::Role::is_late`].
    pub has_late_role: bool,
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// Id of the form.
    pub form: String,
    /// Content, without its checksum.
    pub payload: Vec<u8>,
}

impl Sealed {
    /// Origin, with the version that the payload states.
    pub fn origin(&self, version: u8) -> Origin {
        Origin { questionnaire: self.questionnaire.clone(), form: self.form.clone(), version }
    }
}

/// Text of a payload.
pub fn seal(format: &str, questionnaire: &Questionnaire, payload: &[u8]) -> String {
    let payload = base64url::encode(payload);
    with_checksum([format, questionnaire.id.as_str(), questionnaire.form.as_str(), &payload].join("."))
}

/// Text with its checksum at the end.
pub fn with_checksum(mut text: String) -> String {
    let checksum = crc16::checksum(&text);
    text.extend([12, 6, 0].map(|shift| base64url::character((checksum >> shift) as u8)));
    text
}

/// Fields of a text; `None` for any spelling but that of `seal`.
pub fn open(text: &str) -> Option<Sealed> {
    let mut fields = checked(text)?.split('.');
    let has_late_role = matches!(fields.next()?.as_bytes(), [b'3' | b'4']);
    let (questionnaire, form, payload) = (fields.next()?, fields.next()?, fields.next()?);
    let payload = base64url::decode(payload)?;
    let (questionnaire, form) = (questionnaire.to_owned(), form.to_owned());
    let sealed = Sealed { has_late_role, questionnaire, form, payload };
    fields.next().is_none().then_some(sealed)
}

/// Text without its checksum, if that is valid.
pub fn checked(text: &str) -> Option<&str> {
    let (body, digits) =
        text.is_ascii().then(|| text.split_at_checked(text.len().checked_sub(CHECKSUM)?)).flatten()?;
    let mut checksum = 0u32;
    for digit in digits.bytes() {
        checksum = checksum << 6 | u32::from(base64url::bits(digit)?);
    }
    (checksum == u32::from(crc16::checksum(body))).then_some(body)
}

/// Fragment without `#`.
pub fn bare(fragment: &str) -> &str {
    fragment.strip_prefix('#').unwrap_or(fragment)
}
