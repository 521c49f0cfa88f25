//! Footer of every screen: use of the answers, erasure, languages.

use yew::prelude::*;

use crate::state::Message;
use crate::ui::element::Elements;
use crate::view::View;
use boussole_core::pack::Locale;
use boussole_core::texts::Text;

/// Footer of the widget.
pub fn view(view: &View) -> Html {
    let erase = {
        let (result_id, dispatch) = (view.ports.new_result_id.clone(), view.dispatch.clone());
        Callback::from(move |_: MouseEvent| dispatch.emit(Message::Erase(result_id.emit(()))))
    };
    html! {
        <div class="footer">
            { view.element("p", Text::FooterPrivacy) }
            <p class="footer-actions">
                if view.state.answers.answered() > 0 {
                    { view.quiet_button("erase", Text::FooterErase, erase) }
                }
                { for others(view).map(|locale| switch(view, locale)) }
            </p>
        </div>
    }
}

fn others(view: &View) -> impl Iterator<Item = &Locale> {
    view.pack.locales.iter().filter(|locale| locale.id != view.questionnaire().locale)
}

fn switch(view: &View, locale: &Locale) -> Html {
    let translate = view.load(&view.ports.load_locale, locale.id.clone(), Message::LocaleFailed);
    html! {
        <button type="button" class="quiet" data-action="language" lang={locale.id.clone()} onclick={translate}>
            { locale.name.clone() }
        </button>
    }
}
