//! Asking colleagues, and taking in what they send back.

use yew::prelude::*;

use super::{Desk, Said, Table};
use crate::ui::paste_box::Paste;
use crate::ui::{field, phrases};
use boussole_core::answers::Answers;
use boussole_core::link::{Invitation, encode_invitation};
use boussole_core::questionnaire::Role;
use boussole_core::score::Range;
use boussole_core::team::{Agreement, Refusal, Refused, gather};
use boussole_core::texts::LazyText;

/// How many members, and how many links that were left out, are seen at first sight.
const SEEN: usize = 12;

/// How much of a link is shown to tell it from others.
const GLIMPSE: usize = 48;

/// A link that asks a colleague to answer from the point of view of a function.
pub fn ask(desk: &Desk<'_>, asked: &UseStateHandle<Role>) -> Html {
    let view = desk.view();
    let link = encode_invitation(&Invitation::to(view.questionnaire(), **asked));
    let link = [&*view.page, "#", &link].concat();
    let choose = {
        let asked = asked.setter();
        Callback::from(move |event: Event| {
            if let Some(role) = field::chosen_role(&event) {
                asked.set(role);
            }
        })
    };
    html! {
        <>
            <h3>{ desk.props.say(LazyText::TeamAsk) }</h3>
            <p>{ desk.props.say(LazyText::TeamAskMeaning) }</p>
            <label class="link-label">
                <span>{ desk.props.say(LazyText::TeamAskRole) }</span>
                <select data-field="asked" onchange={choose}>{ field::roles(&view.pack, Some(**asked)) }</select>
            </label>
            { copied(desk, LazyText::TeamAskLink, "ask", link) }
        </>
    }
}

/// A link to copy.
pub fn copied(desk: &Desk<'_>, label: LazyText, name: &'static str, link: String) -> Html {
    let copy = {
        let (port, link, say) = (desk.view().ports.copy.clone(), link.clone(), desk.say.clone());
        let (done, failed) = (desk.props.say(LazyText::TeamCopied), desk.props.say(LazyText::TeamCopyFailed));
        Callback::from(move |_: MouseEvent| {
            let (say, done, failed) = (say.clone(), done.clone(), failed.clone());
            let told = move |worked: bool| {
                say.emit(Said { text: if worked { done.clone() } else { failed.clone() }, refused: vec![] });
            };
            port.emit((link.clone(), Callback::from(told)));
        })
    };
    html! {
        <>
            <label class="link-label">
                <span>{ desk.props.say(label) }</span>
                <input class="link" type="text" readonly=true data-field={name} value={link} onfocus={Callback::from(field::select)} />
            </label>
            <p class="actions">
                <button type="button" part="button" data-action={format!("copy-{name}")} onclick={copy}>
                    { desk.props.say(LazyText::TeamCopy) }
                </button>
            </p>
        </>
    }
}

pub fn add(desk: &Desk<'_>, add: &Callback<String>) -> Html {
    let own = desk.view().state.result().filter(|own| {
        // Only what would bring something is offered.
        gather(desk.view().questionnaire(), &desk.table.team, own).team != desk.table.team
    });
    let own = own.map(|own| {
        let click = add.reform(move |_: MouseEvent| own.clone());
        html! {
            <button type="button" part="button" data-action="add-own" onclick={click}>{ desk.props.say(LazyText::TeamAddOwn) }</button>
        }
    });
    html! {
        <>
            <h3>{ desk.props.say(LazyText::TeamGather) }</h3>
            <Paste label={desk.props.say(LazyText::TeamPaste)} button={desk.props.say(LazyText::TeamAdd)} onpaste={add.clone()} />
            { own }
        </>
    }
}

/// What came of what was pasted: each link that was left out, with the reason.
pub fn said(desk: &Desk<'_>, said: &Said) -> Html {
    let refused = said.refused.iter().map(|Refused { link, why }| {
        let glimpse: String = link.chars().take(GLIMPSE).collect();
        html! { <li><code>{ glimpse }</code>{ " " }{ reason(desk, why) }</li> }
    });
    let rest = said.refused.len().saturating_sub(SEEN).to_string();
    html! {
        <>
            <p>{ said.text.clone() }</p>
            if !said.refused.is_empty() {
                <p>{ desk.props.fill(LazyText::TeamRefused, &[("count", &said.refused.len().to_string())]) }</p>
                <ul class="refused">{ for refused.take(SEEN) }</ul>
            }
            if rest != "0" {
                <p>{ desk.props.fill(LazyText::TeamMore, &[("count", &rest)]) }</p>
            }
        </>
    }
}

fn reason(desk: &Desk<'_>, why: &Refusal) -> String {
    let props = desk.props;
    match why {
        Refusal::Twice => props.say(LazyText::TeamTwice),
        Refusal::Earlier => props.say(LazyText::TeamEarlier),
        Refusal::Damaged => props.say(LazyText::TeamDamaged),
        Refusal::Newer => props.say(LazyText::TeamNewer),
        Refusal::Unfinished => props.say(LazyText::TeamUnfinished),
        Refusal::ScoresOnly => props.say(LazyText::TeamScoresOnly),
        Refusal::OtherQuestionnaire => props.say(LazyText::TeamOtherQuestionnaire),
        Refusal::OtherForm(form) => props.fill(LazyText::TeamOtherForm, &[("form", form)]),
        Refusal::OtherVersion(version) => {
            props.fill(LazyText::TeamOtherVersion, &[("version", &version.to_string())])
        }
        Refusal::Full => props.say(LazyText::TeamFull),
    }
}

/// Who is there: the first of them, and the others once they are asked for. A thousand lists of functions that nobody looks
/// at would take most of a second.
pub fn members(desk: &Desk<'_>, agreement: &Agreement, all: &UseStateHandle<bool>) -> Html {
    let member = |position| member(desk, position, agreement);
    let count = desk.members().len();
    if count == 0 {
        return html! { <p>{ desk.props.say(LazyText::TeamEmpty) }</p> };
    }
    let title = match count {
        1 => desk.props.say(LazyText::TeamOne),
        _ => desk.props.fill(LazyText::TeamMembers, &[("count", &count.to_string())]),
    };
    // What this team agreed on is not what the next one does.
    let none = Answers::none(desk.view().questionnaire());
    let empty = desk.on(move |_, _: MouseEvent| Table { team: Default::default(), agreed: none.clone() });
    let setter = all.setter();
    let ask = Callback::from(move |_: Event| setter.set(true));
    html! {
        <>
            <h3 tabindex="-1">{ title }</h3>
            <ol class="members">{ for (0..count.min(SEEN)).map(member) }</ol>
            if count > SEEN {
                <details ontoggle={ask}>
                    <summary>{ desk.props.fill(LazyText::TeamMore, &[("count", &(count - SEEN).to_string())]) }</summary>
                    if **all {
                        <ol class="members" start={(SEEN + 1).to_string()}>
                            { for (SEEN..count).map(member) }
                        </ol>
                    }
                </details>
            }
            <p class="actions">
                <button type="button" part="button" data-action="empty" onclick={empty}>{ desk.props.say(LazyText::TeamEmptyOut) }</button>
            </p>
        </>
    }
}

fn member(desk: &Desk<'_>, position: usize, agreement: &Agreement) -> Html {
    let Some(member) = desk.members().get(position) else { return Html::default() };
    let view = desk.view();
    let whole = agreement.members.get(position).and_then(|figures| figures.standing.whole);
    let points = whole.map(Range::in_figures);
    let day = member.day.map(|day| phrases::day(&view.pack, day));
    let facts: Vec<String> = day.into_iter().chain(points).collect();
    let name = desk.name(position);
    let assign = desk.on(move |table: Table, event: Event| Table {
        team: table.team.with_role(position, field::chosen_role(&event)),
        ..table
    });
    let remove =
        desk.on(move |table: Table, _: MouseEvent| Table { team: table.team.without(position), ..table });
    // By person: a list that was chosen from keeps its choice, whoever stands in its place.
    let [first, second, third] = member.mark.0;
    html! {
        <li key={u32::from_be_bytes([0, first, second, third])}>
            <label>
                <span class="unseen">{ desk.props.fill(LazyText::TeamRoleOf, &[("number", &(position + 1).to_string())]) }</span>
                <select data-field="member-role" onchange={assign}>
                    <option value="" selected={member.role.is_none()}>{ desk.role(None) }</option>
                    { field::roles(&view.pack, member.role) }
                </select>
            </label>
            <span class="small">{ facts.join(" · ") }</span>
            <button type="button" class="quiet" data-action="remove" onclick={remove}
                aria-label={desk.props.fill(LazyText::TeamRemoveNamed, &[("name", &name)])}>
                { desk.props.say(LazyText::TeamRemove) }
            </button>
        </li>
    }
}
