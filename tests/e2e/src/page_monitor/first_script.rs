//! Script before all scripts of a page: it sends errors, warnings and breaches of the policy to the server of the page.
//! Firefox and WebKit report none of them to a test.

use percent_encoding::percent_decode_str;

use super::console_message::ConsoleMessage;

/// Start of the paths that belong to the harness.
pub const PREFIX: &str = "/e2e-";

/// Start of the path of a message; its level and its text follow.
pub const LOG: &str = "/e2e-log?";

/// Sender of messages. A request that is waited for has arrived before the script of the test goes on.
pub const SCRIPT: &str = "{
    const send = (level, text) => {
        const request = new XMLHttpRequest();
        request.open('POST', `/e2e-log?${level}&${encodeURIComponent(text)}`, false);
        try {
            request.send();
        } catch {}
    };
    const plain = (value) => (value instanceof Error ? `${value.name}: ${value.message}` : String(value));
    for (const [name, level] of [['error', 'error'], ['warn', 'warning']]) {
        const original = console[name];
        console[name] = (...values) => {
            send(level, values.map(plain).join(' '));
            original.apply(console, values);
        };
    }
    addEventListener('error', ({ message }) => message && send('error', message), true);
    addEventListener('unhandledrejection', ({ reason }) => send('error', plain(reason)));
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
        if (!blockedURI.includes('/e2e-'))
            send('error', `e2e-policy ${effectiveDirective} blocked ${blockedURI}: ${sample}`);
    }, true);
}";

/// Name of its file.
pub const FILE: &str = "e2e-first.js";

/// Element that runs it.
pub fn element() -> String {
    format!("<script src=\"/{FILE}\"></script>")
}

/// Message of a path, without [`LOG`].
pub fn message(sent: &str) -> Option<ConsoleMessage> {
    let (level, text) = sent.split_once('&')?;
    let text = percent_decode_str(text).decode_utf8_lossy().into_owned();
    Some(if level == "error" { ConsoleMessage::Error(text) } else { ConsoleMessage::Warning(text) })
}
