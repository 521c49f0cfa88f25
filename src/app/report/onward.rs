//! Where to go from a result: to a form that asks more, to today's version of the questionnaire.

use yew::prelude::*;

use super::View;
use crate::answers::Answers;
use crate::app::Message;
use crate::pack::Longer;
use crate::texts::Text;

/// The forms that ask more, each with the way there.
pub fn longer_forms(view: &View) -> Html {
    view.pack.longer.iter().map(|longer| longer_form(view, longer)).collect()
}

fn longer_form(view: &View, longer: &Longer) -> Html {
    let questionnaire = view.questionnaire();
    let more = usize::from(longer.items).saturating_sub(questionnaire.len()).to_string();
    let minutes = longer.minutes.saturating_sub(questionnaire.minutes).to_string();
    let meaning = view.fill(Text::ReportDeeperMeaning, &[("count", &more), ("minutes", &minutes)]);
    let pursue = view.load(&view.ports.pursue, longer.form.to_string(), Message::FormFailed);
    html! {
        <div class="onward">
            <h3>{ view.text(Text::ReportDeeper) }</h3>
            <p>{ meaning }</p>
            <p class="actions">
                <button type="button" data-action="deeper" onclick={pursue}>{ view.text(Text::ReportDeeperGo) }</button>
            </p>
        </div>
    }
}

/// That a shared result was made with an earlier version, and the offer to take its answers along.
pub fn later_version(view: &View, answers: Option<&Answers>) -> Html {
    let (today, theirs) = (&view.state.pack.questionnaire, view.questionnaire());
    if today.id != theirs.id || theirs.version >= today.version {
        return Html::default();
    }
    let offer = answers.map(|answers| {
        let kept = answers.carried(theirs, today).given().to_string();
        let values = [("kept", &*kept), ("total", &*answers.given().to_string())];
        html! {
            <>
                <p>{ view.fill(Text::ReportCarryMeaning, &values) }</p>
                <p class="actions">
                    <button type="button" data-action="carry" onclick={view.on(Message::CarryOver)}>
                        { view.text(Text::ReportCarry) }
                    </button>
                </p>
            </>
        }
    });
    html! {
        <>
            <h3>{ view.text(Text::ReportLater) }</h3>
            <p class="older">{ view.fill(Text::ReportOlder, &[("version", &theirs.version.to_string())]) }</p>
            { offer }
        </>
    }
}
