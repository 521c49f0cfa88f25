//! Parameters and fragments of addresses, as browsers write them.

/// Address with parameters, in the encoding of forms (WHATWG URL, `application/x-www-form-urlencoded`).
pub fn with_parameters(address: &str, parameters: &[(&'static str, String)]) -> String {
    let pairs: Vec<_> =
        parameters.iter().map(|(name, value)| [name, "=", &*form_encoded(value)].concat()).collect();
    if pairs.is_empty() { address.to_owned() } else { [address, "?", &*pairs.join("&")].concat() }
}

fn form_encoded(text: &str) -> String {
    encoded(text, b"*-._").replace("%20", "+")
}

/// Text as a part of an address: `encodeURIComponent`.
pub fn component(text: &str) -> String {
    encoded(text, b"-_.!~*'()")
}

/// Percent-encodes all bytes but letters, digits and those that are left plain.
fn encoded(text: &str, plain: &[u8]) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
