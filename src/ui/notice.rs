//! One sentence above the screen, which a screen reader hears when it appears.

use yew::prelude::*;

use crate::state::{Message, Notice};
use crate::ui::element::{Elements, element};
use crate::ui::phrases;
use crate::view::View;
use boussole_core::questionnaire::Role;
use boussole_core::texts::Text;

/// Live region with the notice of the state; empty without one.
pub fn view(view: &View) -> Html {
    // The live region is always there: one that appears together with its text is not announced.
    html! {
        <div role="status" class="notices">
            { for view.state.notice.iter().map(|notice| sentence(view, notice)) }
        </div>
    }
}

fn sentence(view: &View, notice: &Notice) -> Html {
    let text = match notice {
        Notice::Resumed(given) => {
            let values =
                [("given", &*given.to_string()), ("total", &*view.questionnaire().len().to_string())];
            view.fill(Text::NoticeResumed, &values)
        }
        Notice::Carried(kept, total, ..) => {
            let values = [("kept", &*kept.to_string()), ("total", &*total.to_string())];
            view.fill(Text::NoticeCarried, &values)
        }
        Notice::Erased(_) => view.text(Text::NoticeErased),
        Notice::Begun(_) => view.text(Text::NoticeBegun),
        Notice::NotSaved => view.text(Text::NoticeNotSaved),
        Notice::DraftUnreadable => view.text(Text::NoticeDraftUnreadable),
        Notice::Link(reason) => view.text(*reason),
        Notice::LocaleFailed => view.text(Text::NoticeLocaleFailed),
        Notice::Invited(role) => invited(view, Text::NoticeInvited, *role),
        Notice::InvitedOther(role) => invited(view, Text::NoticeInvitedOther, *role),
        Notice::FormFailed => view.text(Text::NoticeFormFailed),
    };
    html! {
        <div class="notice" key={text.clone()}>
            { element("p", text) }
            if let Notice::Erased(_) | Notice::Begun(_) | Notice::Carried(..) = notice {
                { view.quiet_button("undo", Text::NoticeUndo, view.on(Message::Undo)) }
            }
            { view.quiet_button("close-notice", Text::NoticeClose, view.on(Message::CloseNotice)) }
        </div>
    }
}

fn invited(view: &View, text: Text, role: Role) -> String {
    view.fill(text, &[("role", phrases::role(&view.pack, role))])
}
