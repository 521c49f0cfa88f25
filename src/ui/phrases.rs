//! Small pieces of sentences: roles, efforts, days, lists.

use boussole_core::answers::Response;
use boussole_core::link::Day;
use boussole_core::pack::Pack;
use boussole_core::phrases;
pub use boussole_core::phrases::level_label;
use boussole_core::questionnaire::{Effort, Item, Layer, PrincipleId, Role};
use boussole_core::report::NextStep;
use boussole_core::score::{Range, ScoreSummary};
use boussole_core::texts::Text;

use crate::view::View;

/// Role in words.
pub fn role(pack: &Pack, role: Role) -> &str {
    phrases::role(&pack.texts, role)
}

/// Which layer, in words.
pub fn layer(pack: &Pack, layer: Layer) -> &str {
    pack.texts.get(match layer {
        Layer::Infrastructure => Text::LayerInfrastructure,
        Layer::Software => Text::LayerSoftware,
        Layer::Cloud => Text::LayerCloud,
        Layer::Ai => Text::LayerAi,
    })
}

/// At what cost, in words.
pub fn effort(pack: &Pack, effort: Effort) -> &str {
    pack.texts.get(match effort {
        Effort::Meeting => Text::EffortMeeting,
        Effort::Weeks => Text::EffortWeeks,
        Effort::Quarter => Text::EffortQuarter,
    })
}

/// Next step in words.
pub fn step(pack: &Pack, next: &NextStep<'_>) -> String {
    match next {
        NextStep::Take(step) => step.text.clone(),
        NextStep::FindOut(who) => pack.texts.fill(Text::ReportFindOut, &[("role", role(pack, *who))]),
    }
}

/// A text as a sentence or a label begins: no name of ours begins with a letter beyond ASCII.
pub fn capital(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// Names one after another: "a, b and c".
pub fn list(pack: &Pack, names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [name] => (*name).to_owned(),
        [names @ .., last] => format!("{} {} {last}", names.join(", "), pack.texts.get(Text::ListAnd)),
    }
}

/// A day as the locale writes it in figures.
pub fn day(pack: &Pack, day: Day) -> String {
    phrases::day(&pack.texts, day)
}

/// A response in words.
pub fn answer_text(view: &View, item: &Item, response: Response) -> String {
    match response {
        Response::Level(level) => item.levels[level.index()].clone(),
        Response::DontKnow => view.text(Text::ItemDontKnow),
        Response::NotApplicable => view.text(Text::ItemNotApplicable),
    }
}

/// The name of a principle.
pub fn principle_name(view: &View, id: PrincipleId) -> &str {
    &view.questionnaire().principle(id).name
}

/// The names of the weakest principles, as a list in a sentence.
pub fn weak_names(view: &View, summary: &ScoreSummary) -> String {
    let names: Vec<&str> = summary.weakest().into_iter().map(|id| principle_name(view, id)).collect();
    list(&view.pack, &names)
}

/// A range as a sentence, which stands above its bar.
pub fn said(view: &View, name: &str, range: Option<Range>) -> String {
    phrases::principle(&view.pack.texts, name, range)
}

/// A range in words, with what it is out of.
pub fn out_of(view: &View, range: Range) -> String {
    phrases::out_of(&view.pack.texts, range)
}

/// A range in words, without what it is out of.
pub fn spelled(view: &View, range: Range) -> String {
    phrases::points(&view.pack.texts, range)
}
