//! Passing it on: a code to scan, a mail, a post. Each says what it hands over before it does.

use yew::prelude::*;

use super::context::ExportContext;
use crate::state::Reveals;
use crate::ui::element::{Elements, actions};
use boussole_core::link::{self, Content};
use boussole_core::texts::LazyText;
use boussole_qr_code::{Qr, qr};

/// A code of the link that is chosen above it.
pub fn code(context: &ExportContext<'_>) -> Html {
    let view = context.view();
    let content = match view.state.sharing.reveals {
        Reveals::Answers => Content::Answers(view.state.answers.clone()),
        Reveals::Scores => Content::Scores(context.report.summary.clone()),
    };
    let link = link::address(&view.page, &view.state.link(content));
    html! {
        <>
            { context.props.element("h3", LazyText::ExportCode) }
            { context.props.element("p", LazyText::ExportCodeMeaning) }
            { shown(context, &link) }
        </>
    }
}

/// A code with a way to keep it, or that the link is too long for one.
fn shown(context: &ExportContext<'_>, link: &str) -> Html {
    let Some(code) = qr(link) else {
        return context.props.element("p", LazyText::ExportCodeNone);
    };
    let picture = picture(&code, context.props.say(LazyText::ExportCodeName));
    let keep = context.offer("code", move |context| context.named("-qr.svg", "image/svg+xml", drawn(&code)));
    html! {
        <>
            { picture }
            { actions(context.props.button("qr", LazyText::ExportCodeSave, keep)) }
            { context.outcome_in("code") }
        </>
    }
}

/// The code on the screen: dark on light in every scheme, as readers want it.
pub fn picture(code: &Qr, name: String) -> Html {
    let size = code.size.to_string();
    html! {
        <svg class="code" viewBox={format!("0 0 {size} {size}")} role="img" aria-label={name} shape-rendering="crispEdges">
            <rect width={size.clone()} height={size} fill="#ffffff" />
            <path d={code.path.clone()} fill="#000000" />
        </svg>
    }
}

/// The code as a file.
pub fn drawn(Qr { size, path }: &Qr) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{size}v{size}h-{size}z\"/><path d=\"{path}\"/></svg>\n"
    )
}

/// A mail with the scores alone, and a post without any result.
pub fn messages(context: &ExportContext<'_>) -> Html {
    let view = context.view();
    let level = context.props.level_name(&context.report.summary);
    let scores = view.state.link(Content::Scores(context.report.summary.clone()));
    let link = link::address(&view.page, &scores);
    let body = context.props.fill(
        LazyText::ExportMailBody,
        &[
            ("title", &*view.questionnaire().title),
            ("headline", &context.headline()),
            ("level", level),
            ("link", &link),
        ],
    );
    let mail = [
        "mailto:?subject=",
        &encoded(&context.props.say(LazyText::ExportMailSubject)),
        "&body=",
        &encoded(&body),
    ];
    let post = ["https://www.linkedin.com/sharing/share-offsite/?url=", &encoded(&view.page)];
    html! {
        <>
            { context.props.element("h3", LazyText::ExportMessages) }
            { context.props.element("p", LazyText::ExportMailReveals) }
            { way("mail", mail.concat(), context.props.say(LazyText::ExportMail), None) }
            { context.props.element("p", LazyText::ExportPostReveals) }
            { way("post", post.concat(), context.props.say(LazyText::ExportPost), Some("_blank")) }
        </>
    }
}

/// A link to another program, which learns no address.
#[inline(never)]
fn way(action: &'static str, href: String, label: String, target: Option<&'static str>) -> Html {
    html! {
        <p class="actions">
            <a class="button" data-action={action} {href} {target} rel="noopener noreferrer">{ label }</a>
        </p>
    }
}

/// A text as a part of an address.
fn encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(byte.into()),
            _ => {
                encoded.push('%');
                // Both halves of a byte are below 16.
                encoded.push(DIGITS[usize::from(byte >> 4)].into());
                encoded.push(DIGITS[usize::from(byte & 15)].into());
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unreserved_characters_stand_for_themselves() {
        assert_eq!(encoded("Az09-._~"), "Az09-._~");
        assert_eq!(encoded("a b#é\n"), "a%20b%23%C3%A9%0A");
    }
}
