//! Changes that programs make to a text with a link: one function for each of them.

/// A change on the way, by its name.
pub type Change = (&'static str, fn(&str) -> String);

/// Changes of the whole text, each of which may follow any other.
pub const LAYERS: [Change; 24] = [
    ("percent", |text| percent(text, 'A')),
    ("percent in lower case", |text| percent(text, 'a')),
    ("percent twice", |text| percent(&percent(text, 'A'), 'a')),
    ("quoted-printable", quoted_printable),
    ("quoted mail", |text| wrapped(text, 76, "\r\n> ")),
    ("mail of 76 columns", |text| wrapped(text, 76, "\r\n")),
    ("narrow mail", |text| wrapped(text, 33, "\n")),
    ("flowed mail", |text| wrapped(text, 61, " \r\n")),
    ("indented text", |text| wrapped(text, 50, "\n\t    ")),
    ("quotes of quotes", |text| wrapped(text, 64, "\n> > | ")),
    ("HTML", |text| {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('#', "&#35;").replace('"', "&quot;")
    }),
    ("HTML of an editor", |text| {
        text.replace('&', "&amp;").replace('-', "&#x2011;").replace('_', "&lowbar;")
    }),
    ("JSON", |text| text.replace('\\', "\\\\").replace('"', "\\\"").replace('/', "\\/").replace('\n', "\\n")),
    ("JSON in ASCII", |text| text.replace('\\', "\\\\").replace('-', "\\u002d").replace('.', "\\u002E")),
    ("Markdown", |text| text.replace('_', "\\_").replace('-', "\\-").replace('.', "\\.")),
    ("zero-width spaces", |text| scattered(text, "\u{200B}")),
    ("soft hyphens", |text| scattered(text, "\u{AD}")),
    ("joiners and marks of direction", |text| scattered(text, "\u{2060}\u{200E}\u{FEFF}")),
    ("non-breaking hyphens", |text| text.replace('-', "\u{2011}")),
    ("minus signs", |text| text.replace('-', "\u{2212}")),
    ("full-width forms", |text| text.replace('.', "．").replace('1', "１").replace('_', "＿")),
    ("Cyrillic letters", |text| text.replace('e', "е").replace('o', "о").replace('A', "А")),
    ("word breaks", |text| if text.contains('\\') { text.to_owned() } else { scattered(text, "<wbr>") }),
    ("UTF-16", |text| text.chars().flat_map(|character| [character, '\0']).collect()),
];

/// Texts around an address: a sentence, an editor, a chat, a gateway.
pub const SURROUNDINGS: [Change; 27] = [
    ("address", str::to_owned),
    ("sentence", |address| format!("Voici mon lien : {address}. Merci !")),
    ("French quotes", |address| format!("« {address} »")),
    ("French quotes with thin spaces", |address| format!("«\u{202F}{address}\u{202F}», dit-elle")),
    ("apostrophe", |address| format!("‘{address}’")),
    ("brackets", |address| format!("(voir {address}), puis")),
    ("tracker", |address| format!("{address}&utm_source=x&fbclid=IwAR0")),
    ("tracker of a query", |address| format!("{address}?fbclid=IwAR0_-a")),
    ("slash", |address| format!("{address}/")),
    ("space", |address| format!("{address}%20")),
    ("line", |address| format!("{address}%0A")),
    ("emphasis", |address| format!("_{address}_")),
    ("strong emphasis", |address| format!("*__{address}__*")),
    ("Markdown", |address| format!("[mon résultat]({address})")),
    ("AsciiDoc", |address| format!("link:{address}[mon résultat]")),
    ("BBCode", |address| format!("[url={address}]mon résultat[/url]")),
    ("Slack", |address| format!("<{address}|{}…>", &address[..30])),
    ("HTML", |address| format!("<p><a href=\"{address}\">{address}</a></p>")),
    ("JSON", |address| format!("{{\"link\":\"{address}\\nBonjour\"}}")),
    ("Rich Text Format", |address| {
        format!("{{\\rtf1 {{\\field{{\\*\\fldinst{{HYPERLINK \"{address}\"}}}}}}\\par}}")
    }),
    ("Google", |address| format!("https://www.google.com/url?q={}&sa=D&ust=1", percent(address, 'A'))),
    ("Facebook", |address| format!("https://l.facebook.com/l.php?u={}&h=AT0x", percent(address, 'A'))),
    ("SafeLinks", |address| {
        format!(
            "https://eur01.safelinks.protection.outlook.com/?url={}&data=05%7C02&reserved=0",
            percent(address, 'A')
        )
    }),
    ("redirect", |address| format!("https://gate.example/?u={}&source=1", percent(address, 'A'))),
    ("Barracuda", |address| {
        format!("https://linkprotect.cudasvc.com/url?a={}&c=E,1,abc", percent(address, 'a'))
    }),
    ("Sophos", |address| {
        format!("https://eu.protection.sophos.com?d=b.example&u={}&i=NWY0", base64(address))
    }),
    ("mail in base64", |address| {
        let text = format!("Bonjour,\r\n\r\nvoici mon résultat : {address}\r\n\r\nÀ bientôt");
        format!("Content-Transfer-Encoding: base64\r\n\r\n{}\r\n", wrapped(&base64(&text), 76, "\r\n"))
    }),
];

/// Changes of an address that Proofpoint makes, in both versions.
pub const PROOFPOINT: [Change; 3] = [
    ("version 2", |address| {
        let escaped = percent(&address.replace('-', "%2D").replace('_', "%5F"), 'A').replace("%25", "%");
        let rewritten = escaped.replace("%2F", "_").replace('%', "-");
        format!("https://urldefense.proofpoint.com/v2/url?u={rewritten}&d=DwMFaQ&c=euGZ&r=x")
    }),
    ("version 3", |address| {
        format!("https://urldefense.com/v3/__{}__;Iw!!A!b-c$ ", address.replace('#', "*"))
    }),
    ("version 3 of an escape", |address| {
        format!("https://urldefense.com/v3/__{}__;JQ!!A!b_c$", address.replace('#', "*23"))
    }),
];

/// Bytes other than those that a URL carries unescaped as `%XX`; `case` is the first letter of the digits above 9.
pub fn percent(text: &str, case: char) -> String {
    let escape = |byte: u8| match byte {
        _ if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => char::from(byte).to_string(),
        _ if case == 'A' => format!("%{byte:02X}"),
        _ => format!("%{byte:02x}"),
    };
    text.bytes().map(escape).collect()
}

fn quoted_printable(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'=' | b'#' | 0x80.. => format!("={byte:02X}"),
        _ => char::from(byte).to_string(),
    };
    let tokens: Vec<String> = text.bytes().map(escape).collect();
    tokens.chunks(24).map(|line| line.concat()).collect::<Vec<_>>().join("=\r\n")
}

/// Text in lines of a width, which part no escape but those of percent.
pub fn wrapped(text: &str, width: usize, separator: &str) -> String {
    let mut lines = vec![String::new()];
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '&' => rest.find(';').filter(|end| *end < 9).map_or(1, |end| end + 1),
            '<' => rest.find('>').filter(|end| *end < 9).map_or(1, |end| end + 1),
            '\\' if rest.starts_with("\\u") => 6.min(rest.len()),
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            _ => first.len_utf8(),
        };
        let last = lines.last_mut().expect("there is a line");
        last.push_str(&rest[..end]);
        if last.chars().count() >= width {
            lines.push(String::new());
        }
        rest = &rest[end..];
    }
    lines.join(separator)
}

/// Text with something put in after every seventh character that begins no escape.
fn scattered(text: &str, what: &str) -> String {
    let mut output = String::new();
    let mut since = 0;
    let mut in_tag = false;
    for character in text.chars() {
        output.push(character);
        in_tag = character == '<' || in_tag && character != '>';
        since = if character.is_ascii_lowercase() && !in_tag && !text.contains('&') && !text.contains('\\') {
            since + 1
        } else {
            0
        };
        if since == 3 {
            output.push_str(what);
            since = 0;
        }
    }
    output
}

pub fn base64(text: &str) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let encode = |chunk: &[u8]| {
        let bits =
            chunk.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        let digit = |place: usize| match place <= chunk.len() {
            true => char::from(ALPHABET[(bits >> (18 - 6 * place)) as usize & 63]),
            false => '=',
        };
        (0..4).map(digit).collect::<String>()
    };
    text.as_bytes().chunks(3).map(encode).collect()
}
