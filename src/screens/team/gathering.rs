//! Asking colleagues, and taking in what they send back.

use yew::prelude::*;

use super::context::TeamContext;
use super::state::{TeamMessage, TeamTable};
use crate::ui::element::{Elements, actions, classed, element, heading};
use crate::ui::paste_box::paste_box;
use crate::ui::{field, phrases};
use boussole_core::answers::Answers;
use boussole_core::link::{self, Invitation, ResultId, encode_invitation};
use boussole_core::score::Range;
use boussole_core::team::{Agreement, MemberError, RejectedLink, gather};
use boussole_core::texts::LazyText;

/// Members, and rejected links, shown before the rest is asked for.
const SEEN: usize = 12;

/// Characters of a rejected link that are shown.
const GLIMPSE: usize = 48;

/// A link that asks a colleague to answer from the point of view of a role.
pub fn invitation(context: &TeamContext) -> Html {
    let view = context.view();
    // Whoever is invited answers today's version.
    if context.is_earlier() {
        return Html::default();
    }
    let link = encode_invitation(&Invitation::to(view.questionnaire(), context.state.invited));
    let link = link::address(&view.page, &link);
    let choose = {
        let state = context.state.dispatcher();
        Callback::from(move |event: Event| {
            if let Some(role) = field::chosen_role(&event) {
                state.dispatch(TeamMessage::Invite(role));
            }
        })
    };
    html! {
        <>
            { context.props.element("h3", LazyText::TeamAsk) }
            { context.props.element("p", LazyText::TeamAskMeaning) }
            <label class="link-label">
                { context.props.element("span", LazyText::TeamAskRole) }
                <select data-field="asked" onchange={choose}>{ field::roles(&view.pack, Some(context.state.invited)) }</select>
            </label>
            { copied(context, LazyText::TeamAskLink, "ask", link) }
        </>
    }
}

/// A link to copy.
pub fn copied(context: &TeamContext, label: LazyText, name: &'static str, link: String) -> Html {
    let copy = {
        let (context, link) = (context.clone(), link.clone());
        Callback::from(move |_: MouseEvent| {
            let told = context.clone();
            let done = move |worked| told.notify(worked, LazyText::TeamCopied, LazyText::TeamCopyFailed);
            context.view().ports.copy.emit((link.clone(), Callback::from(done)));
        })
    };
    html! {
        <>
            <label class="link-label">
                { context.props.element("span", label) }
                <input class="link" type="text" readonly=true data-field={name} value={link} onclick={Callback::from(field::select)} />
            </label>
            <p class="actions">
                <button type="button" part="button" data-action={format!("copy-{name}")} onclick={copy}>
                    { context.props.say(LazyText::TeamCopy) }
                </button>
            </p>
        </>
    }
}

/// A field for the links of colleagues, and the reader's own result where it is missing.
pub fn add(context: &TeamContext, field: &NodeRef, add: Callback<String>, pasted: Callback<String>) -> Html {
    let own = context.view().state.result().filter(|own| {
        // Only what would bring something is offered.
        gather(context.view().questionnaire(), &context.table().team, own).team != context.table().team
    });
    let own = own.map(|own| {
        let click = add.reform(move |_: MouseEvent| own.clone());
        context.props.button("add-own", LazyText::TeamAddOwn, click)
    });
    html! {
        <>
            { context.props.element("h3", LazyText::TeamGather) }
            { paste_box(field, context.props.say(LazyText::TeamPaste), context.props.say(LazyText::TeamAdd), pasted) }
            { own }
        </>
    }
}

/// Outcome of a paste: each rejected link, with the reason.
pub fn notice(context: &TeamContext) -> Html {
    let said = &context.state.notice;
    let refused = said.refused.iter().map(|RejectedLink { link, why }| {
        let glimpse: String = link.chars().take(GLIMPSE).collect();
        html! { <li>{ element("code", glimpse) }{ " " }{ reason(context, why) }</li> }
    });
    let rest = said.refused.len().saturating_sub(SEEN).to_string();
    html! {
        <>
            { element("p", said.text.clone()) }
            if !said.refused.is_empty() {
                { element("p", context.props.fill(LazyText::TeamRefused, &[("count", &said.refused.len().to_string())])) }
                <ul class="refused">{ for refused.take(SEEN) }</ul>
            }
            if rest != "0" {
                { element("p", context.props.fill(LazyText::TeamMore, &[("count", &rest)])) }
            }
        </>
    }
}

fn reason(context: &TeamContext, why: &MemberError) -> String {
    let props = &context.props;
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
pub fn members(context: &TeamContext, agreement: &Agreement) -> Html {
    let member = |position| member(context, position, agreement);
    let count = context.members().len();
    if count == 0 {
        return context.props.element("p", LazyText::TeamEmpty);
    }
    let title = context.props.fill(LazyText::TeamMembers, &[("count", &count.to_string())]);
    // Agreements belong to this team: the next one starts without them.
    let none = Answers::none(context.view().questionnaire());
    // Members whom another tab added are not on this screen, and stay.
    let shown: Vec<ResultId> = context.members().iter().map(|member| member.result_id).collect();
    let empty = context.on(move |table: TeamTable, _: MouseEvent| TeamTable {
        team: table.team.without(&shown),
        agreed: none.clone(),
    });
    let state = context.state.dispatcher();
    let show_all = Callback::from(move |_: Event| state.dispatch(TeamMessage::ShowAll));
    html! {
        <>
            { heading("h3", title) }
            <ol class="members">{ for (0..count.min(SEEN)).map(member) }</ol>
            if count > SEEN {
                <details ontoggle={show_all}>
                    { element("summary", context.props.fill(LazyText::TeamMore, &[("count", &(count - SEEN).to_string())])) }
                    if context.state.shows_all {
                        <ol class="members" start={(SEEN + 1).to_string()}>
                            { for (SEEN..count).map(member) }
                        </ol>
                    }
                </details>
            }
            { actions(context.props.button("empty", LazyText::TeamEmptyOut, empty)) }
        </>
    }
}

fn member(context: &TeamContext, position: usize, agreement: &Agreement) -> Html {
    let Some(member) = context.members().get(position) else { return Html::default() };
    let view = context.view();
    let whole = agreement.members.get(position).and_then(|figures| figures.summary.whole);
    let points = whole.map(Range::in_figures);
    let day = member.day.map(|day| phrases::day(&view.pack, day));
    let facts: Vec<String> = day.into_iter().chain(points).collect();
    let name = context.name(position);
    let result_id = member.result_id;
    let assign = context.on(move |table: TeamTable, event: Event| TeamTable {
        team: table.team.with_role(result_id, field::chosen_role(&event)),
        ..table
    });
    let remove = context.on(move |table: TeamTable, _: MouseEvent| TeamTable {
        team: table.team.without(&[result_id]),
        ..table
    });
    // By person: a list that was chosen from keeps its choice, whoever stands in its place.
    let [first, second, third] = result_id.0;
    html! {
        <li key={u32::from_be_bytes([0, first, second, third])}>
            <label>
                { classed("span", "unseen", context.props.fill(LazyText::TeamRoleOf, &[("number", &(position + 1).to_string())])) }
                <select data-field="member-role" onchange={assign}>
                    <option value="" selected={member.role.is_none()}>{ context.role(None) }</option>
                    { field::roles(&view.pack, member.role) }
                </select>
            </label>
            { classed("span", "small", facts.join(" · ")) }
            <button type="button" class="quiet" data-action="remove" onclick={remove}
                aria-label={context.props.fill(LazyText::TeamRemoveNamed, &[("name", &name)])}>
                { context.props.say(LazyText::TeamRemove) }
            </button>
        </li>
    }
}
