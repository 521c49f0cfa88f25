//! Asking colleagues, and taking in what they send back.

use yew::prelude::*;

use super::{TeamContext, TeamNotice, TeamTable};
use crate::ui::paste_box::Paste;
use crate::ui::{field, phrases};
use boussole_core::answers::Answers;
use boussole_core::link::{Invitation, encode_invitation};
use boussole_core::questionnaire::Role;
use boussole_core::score::Range;
use boussole_core::team::{Agreement, MemberError, RejectedLink, gather};
use boussole_core::texts::LazyText;

/// How many members, and how many links that were left out, are seen at first sight.
const SEEN: usize = 12;

/// How much of a link is shown to tell it from others.
const GLIMPSE: usize = 48;

/// A link that asks a colleague to answer from the point of view of a function.
pub fn ask(context: &TeamContext<'_>, asked: &UseStateHandle<Role>) -> Html {
    let view = context.view();
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
            <h3>{ context.props.say(LazyText::TeamAsk) }</h3>
            <p>{ context.props.say(LazyText::TeamAskMeaning) }</p>
            <label class="link-label">
                <span>{ context.props.say(LazyText::TeamAskRole) }</span>
                <select data-field="asked" onchange={choose}>{ field::roles(&view.pack, Some(**asked)) }</select>
            </label>
            { copied(context, LazyText::TeamAskLink, "ask", link) }
        </>
    }
}

/// A link to copy.
pub fn copied(context: &TeamContext<'_>, label: LazyText, name: &'static str, link: String) -> Html {
    let copy = {
        let (port, link, say) = (context.view().ports.copy.clone(), link.clone(), context.say.clone());
        let (done, failed) =
            (context.props.say(LazyText::TeamCopied), context.props.say(LazyText::TeamCopyFailed));
        Callback::from(move |_: MouseEvent| {
            let (say, done, failed) = (say.clone(), done.clone(), failed.clone());
            let told = move |worked: bool| {
                say.emit(TeamNotice {
                    text: if worked { done.clone() } else { failed.clone() },
                    refused: vec![],
                });
            };
            port.emit((link.clone(), Callback::from(told)));
        })
    };
    html! {
        <>
            <label class="link-label">
                <span>{ context.props.say(label) }</span>
                <input class="link" type="text" readonly=true data-field={name} value={link} onfocus={Callback::from(field::select)} />
            </label>
            <p class="actions">
                <button type="button" part="button" data-action={format!("copy-{name}")} onclick={copy}>
                    { context.props.say(LazyText::TeamCopy) }
                </button>
            </p>
        </>
    }
}

pub fn add(context: &TeamContext<'_>, add: &Callback<String>) -> Html {
    let own = context.view().state.result().filter(|own| {
        // Only what would bring something is offered.
        gather(context.view().questionnaire(), &context.table.team, own).team != context.table.team
    });
    let own = own.map(|own| {
        let click = add.reform(move |_: MouseEvent| own.clone());
        html! {
            <button type="button" part="button" data-action="add-own" onclick={click}>{ context.props.say(LazyText::TeamAddOwn) }</button>
        }
    });
    html! {
        <>
            <h3>{ context.props.say(LazyText::TeamGather) }</h3>
            <Paste label={context.props.say(LazyText::TeamPaste)} button={context.props.say(LazyText::TeamAdd)} onpaste={add.clone()} />
            { own }
        </>
    }
}

/// What came of what was pasted: each link that was left out, with the reason.
pub fn said(context: &TeamContext<'_>, said: &TeamNotice) -> Html {
    let refused = said.refused.iter().map(|RejectedLink { link, why }| {
        let glimpse: String = link.chars().take(GLIMPSE).collect();
        html! { <li><code>{ glimpse }</code>{ " " }{ reason(context, why) }</li> }
    });
    let rest = said.refused.len().saturating_sub(SEEN).to_string();
    html! {
        <>
            <p>{ said.text.clone() }</p>
            if !said.refused.is_empty() {
                <p>{ context.props.fill(LazyText::TeamRefused, &[("count", &said.refused.len().to_string())]) }</p>
                <ul class="refused">{ for refused.take(SEEN) }</ul>
            }
            if rest != "0" {
                <p>{ context.props.fill(LazyText::TeamMore, &[("count", &rest)]) }</p>
            }
        </>
    }
}

fn reason(context: &TeamContext<'_>, why: &MemberError) -> String {
    let props = context.props;
    match why {
        MemberError::Twice => props.say(LazyText::TeamTwice),
        MemberError::Earlier => props.say(LazyText::TeamEarlier),
        MemberError::Damaged => props.say(LazyText::TeamDamaged),
        MemberError::Newer => props.say(LazyText::TeamNewer),
        MemberError::Unfinished => props.say(LazyText::TeamUnfinished),
        MemberError::ScoresOnly => props.say(LazyText::TeamScoresOnly),
        MemberError::OtherQuestionnaire => props.say(LazyText::TeamOtherQuestionnaire),
        MemberError::OtherForm(form) => props.fill(LazyText::TeamOtherForm, &[("form", form)]),
        MemberError::OtherVersion(version) => {
            props.fill(LazyText::TeamOtherVersion, &[("version", &version.to_string())])
        }
        MemberError::Full => props.say(LazyText::TeamFull),
    }
}

/// Who is there: the first of them, and the others once they are asked for. A thousand lists of functions that nobody looks
/// at would take most of a second.
pub fn members(context: &TeamContext<'_>, agreement: &Agreement, all: &UseStateHandle<bool>) -> Html {
    let member = |position| member(context, position, agreement);
    let count = context.members().len();
    if count == 0 {
        return html! { <p>{ context.props.say(LazyText::TeamEmpty) }</p> };
    }
    let title = match count {
        1 => context.props.say(LazyText::TeamOne),
        _ => context.props.fill(LazyText::TeamMembers, &[("count", &count.to_string())]),
    };
    // What this team agreed on is not what the next one does.
    let none = Answers::none(context.view().questionnaire());
    let empty =
        context.on(move |_, _: MouseEvent| TeamTable { team: Default::default(), agreed: none.clone() });
    let setter = all.setter();
    let ask = Callback::from(move |_: Event| setter.set(true));
    html! {
        <>
            <h3 tabindex="-1">{ title }</h3>
            <ol class="members">{ for (0..count.min(SEEN)).map(member) }</ol>
            if count > SEEN {
                <details ontoggle={ask}>
                    <summary>{ context.props.fill(LazyText::TeamMore, &[("count", &(count - SEEN).to_string())]) }</summary>
                    if **all {
                        <ol class="members" start={(SEEN + 1).to_string()}>
                            { for (SEEN..count).map(member) }
                        </ol>
                    }
                </details>
            }
            <p class="actions">
                <button type="button" part="button" data-action="empty" onclick={empty}>{ context.props.say(LazyText::TeamEmptyOut) }</button>
            </p>
        </>
    }
}

fn member(context: &TeamContext<'_>, position: usize, agreement: &Agreement) -> Html {
    let Some(member) = context.members().get(position) else { return Html::default() };
    let view = context.view();
    let whole = agreement.members.get(position).and_then(|figures| figures.summary.whole);
    let points = whole.map(Range::in_figures);
    let day = member.day.map(|day| phrases::day(&view.pack, day));
    let facts: Vec<String> = day.into_iter().chain(points).collect();
    let name = context.name(position);
    let assign = context.on(move |table: TeamTable, event: Event| TeamTable {
        team: table.team.with_role(position, field::chosen_role(&event)),
        ..table
    });
    let remove = context
        .on(move |table: TeamTable, _: MouseEvent| TeamTable { team: table.team.without(position), ..table });
    // By person: a list that was chosen from keeps its choice, whoever stands in its place.
    let [first, second, third] = member.result_id.0;
    html! {
        <li key={u32::from_be_bytes([0, first, second, third])}>
            <label>
                <span class="unseen">{ context.props.fill(LazyText::TeamRoleOf, &[("number", &(position + 1).to_string())]) }</span>
                <select data-field="member-role" onchange={assign}>
                    <option value="" selected={member.role.is_none()}>{ context.role(None) }</option>
                    { field::roles(&view.pack, member.role) }
                </select>
            </label>
            <span class="small">{ facts.join(" · ") }</span>
            <button type="button" class="quiet" data-action="remove" onclick={remove}
                aria-label={context.props.fill(LazyText::TeamRemoveNamed, &[("name", &name)])}>
                { context.props.say(LazyText::TeamRemove) }
            </button>
        </li>
    }
}
