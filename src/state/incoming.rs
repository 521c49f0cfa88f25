//! What comes from outside: the draft that the browser kept, result links, other questionnaires that were
//! loaded to read them. One's own answers outlive all of it.

use std::rc::Rc;

use boussole_core::answers::Answers;
use boussole_core::link::{self, Content, Day, Invitation, Kind, LinkError, Origin, ResultId, ResultLink};
use boussole_core::pack::Pack;
use boussole_core::questionnaire::{FormId, Role};
use boussole_core::texts::Text;

use super::model::own_screen;
use super::{
    Brought, ComputedReport, Expectation, IncomingContent, IncomingResult, LazyPart, Load, Notice, Purpose,
    RequestedPack, Saved, Screen, State, Visit,
};

/// Start of a visit.
pub struct Arrival {
    /// Answers of the draft, or none.
    pub answers: Answers,
    /// Id of the result.
    pub result_id: ResultId,
    /// Day of the last answer.
    pub day: Day,
    /// Role of the respondent, if it was given.
    pub role: Option<Role>,
    /// Notice above the first screen.
    pub notice: Option<Notice>,
    /// Draft that another pack has to read.
    pub requested_pack: Option<Rc<RequestedPack>>,
}

/// Start from the stored draft, as far as it can be read.
pub fn arrival(pack: &Pack, visit: &Visit) -> Arrival {
    let none = Answers::none(&pack.questionnaire);
    let (result_id, day) = (visit.result_id, visit.today);
    let fresh = Arrival { answers: none, result_id, day, role: None, notice: None, requested_pack: None };
    let (Saved::Draft(text) | Saved::Carried(text)) = &visit.saved else {
        let notice = matches!(visit.saved, Saved::Blocked).then_some(Notice::NotSaved);
        return Arrival { notice, ..fresh };
    };
    match draft(pack, text) {
        Ok(Draft { answers, result_id, day, role }) => {
            let given = answers.answered();
            let returns = given > 0 && matches!(visit.saved, Saved::Draft(_));
            let notice = returns.then_some(Notice::Resumed(given));
            Arrival {
                answers,
                result_id,
                day: day.unwrap_or(visit.today),
                role,
                notice,
                requested_pack: None,
            }
        }
        Err(Some(origin)) if origin.is_version_of(&pack.questionnaire) => {
            Arrival { requested_pack: request(origin, text, Purpose::Recover), ..fresh }
        }
        Err(_) => Arrival { notice: Some(Notice::DraftUnreadable), ..fresh },
    }
}

/// Answers that were kept.
struct Draft {
    answers: Answers,
    result_id: ResultId,
    day: Option<Day>,
    role: Option<Role>,
}

/// Reads a draft; where it was made with something else, says with what.
fn draft(pack: &Pack, text: &str) -> Result<Draft, Option<Origin>> {
    match link::decode(&pack.questionnaire, text) {
        Ok(ResultLink { content: Content::Answers(answers), result_id, day, role }) => {
            Ok(Draft { answers, result_id, day, role })
        }
        Err(LinkError::Elsewhere(origin)) => Err(Some(origin)),
        _ => Err(None),
    }
}

impl State {
    /// Whether the browser kept something that this questionnaire can't read.
    pub fn found_unreadable_draft(pack: &Pack, visit: &Visit) -> bool {
        matches!(&visit.saved, Saved::Draft(text) if draft(pack, text).is_err())
    }

    /// Shows the result of a link, has what it needs loaded, or says why it can't be read; one's own
    /// answers stay as they are.
    pub(super) fn opened(&self, fragment: &str) -> Self {
        if link::is_meant_as_invitation(fragment) {
            return self.invited(link::read_invitation(fragment));
        }
        if link::kind(fragment) == Ok(Kind::Team) {
            return self.team_opened(fragment);
        }
        let notice = match shared(&self.pack, fragment) {
            Ok(Some(shared)) => return self.on(Screen::Shared(Rc::new(shared))),
            Ok(None) => Text::NoticeLinkUnfinished,
            Err(LinkError::Elsewhere(origin)) => {
                return Self { requested_pack: request(origin, fragment, Purpose::Show), ..self.clone() };
            }
            Err(LinkError::NotALink) => return self.clone(),
            Err(LinkError::Damaged | LinkError::OtherKind) => Text::NoticeLinkDamaged,
            Err(LinkError::Newer) => Text::NoticeLinkNewer,
        };
        self.saying(Notice::Link(notice))
    }

    /// Goes to the team of a link, in the form that it answered.
    fn team_opened(&self, fragment: &str) -> Self {
        let ours = &self.pack.questionnaire;
        let notice = match link::team_origin(fragment) {
            Ok(origin) if origin == Origin::of(ours) => return self.gathering(fragment.to_owned(), None),
            Ok(origin) if origin.is_version_of(ours) => {
                let requested_pack = request(origin, fragment, Purpose::Gather);
                return Self { requested_pack, taken_in: false, ..self.clone() };
            }
            Ok(origin) if origin.questionnaire == ours.id.as_str() => match FormId::try_from(origin.form) {
                Ok(form) => {
                    return Self { requested_form: Some((form, Some(fragment.to_owned()))), ..self.clone() };
                }
                Err(_) => Text::NoticeLinkDamaged,
            },
            Ok(_) => Text::NoticeLinkOther,
            Err(_) => Text::NoticeLinkDamaged,
        };
        self.saying(Notice::Link(notice))
    }

    /// The screen of a team that takes a link in; with a pack, that of an earlier version.
    fn gathering(&self, link: String, pack: Option<Rc<Pack>>) -> Self {
        self.on(Screen::Lazy(LazyPart::Team, Some(Rc::new(Brought { link, pack }))))
    }

    /// Answers from the point of view that a colleague asks for, unless those of another one are given already.
    fn invited(&self, invitation: Option<Invitation>) -> Self {
        let ours = &self.pack.questionnaire;
        let Some(Invitation { form, role, .. }) = invitation.filter(|asked| asked.questionnaire == ours.id)
        else {
            return self.saying(Notice::Link(Text::NoticeInvitationUnknown));
        };
        if self.answers.answered() > 0 && self.role.is_some_and(|own| own != role) {
            return self.saying(Notice::InvitedOther(role));
        }
        let requested_form = (form != ours.form).then_some((form, None));
        Self { role: Some(role), requested_form, ..self.saying(Notice::Invited(role)) }
    }

    /// Goes on with a text that another questionnaire was loaded for, or says that there is none.
    pub(super) fn pack_loaded(
        &self,
        requested_pack: &RequestedPack,
        pack: Option<Rc<Pack>>,
        today: Day,
    ) -> Self {
        let state = Self { requested_pack: None, ..self.clone() };
        let RequestedPack { origin, text, purpose } = requested_pack;
        let notice = match (purpose, pack) {
            // In another language, what was taken in stays so.
            (Purpose::Gather, Some(pack)) => {
                let mut state = state.gathering(text.clone(), Some(pack));
                state.taken_in = self.taken_in;
                return state;
            }
            (Purpose::Show, Some(pack)) => match shared(&pack, text) {
                Ok(Some(shared)) => return state.on(Screen::Shared(Rc::new(shared))),
                Ok(None) => Text::NoticeLinkUnfinished,
                Err(_) => unreadable(origin, &self.pack),
            },
            (Purpose::Recover, pack) => {
                let read = pack.and_then(|pack| Some((draft(&pack, text).ok()?.answers, pack)));
                return match read {
                    Some((answers, pack)) => state.with_carried(&answers, &pack, today),
                    None => state.saying(Notice::DraftUnreadable),
                };
            }
            (_, None) => unreadable(origin, &self.pack),
        };
        state.saying(Notice::Link(notice))
    }

    /// The answers of the shared result on the screen fill those of one's own that are missing.
    pub(super) fn carried_over(&self, today: Day) -> Self {
        match &self.screen {
            Screen::Shared(shared) => match &shared.result {
                IncomingContent::Full(answers, _) => self.with_carried(answers, &shared.pack, today),
                IncomingContent::Scores(_) => self.clone(),
            },
            _ => self.clone(),
        }
    }

    fn with_carried(&self, given: &Answers, from: &Pack, today: Day) -> Self {
        let carried = given.carried(&from.questionnaire, &self.pack.questionnaire);
        let notice = Notice::Carried(carried.answered(), given.answered(), self.before());
        let answers = self.answers.or(&carried);
        let screen = own_screen(&answers);
        Self { answers, day: today, ..self.on(screen) }.saying(notice)
    }

    /// Goes on in another locale; a shared result is read again in it.
    pub(super) fn translated(&self, pack: Rc<Pack>) -> Self {
        // A lazy part comes again with its texts in that locale.
        let mut state = Self { pack, ..self.clone() }.with_part_requested();
        match &self.screen {
            // The heading is the same in other words: the focus stays where it is.
            Screen::Shared(shared) => Self { moves: self.moves, ..state.opened(&shared.link) },
            Screen::Lazy(_, Some(brought)) => {
                state.taken_in |= self.part == Load::Ready;
                if let Some(pack) = &brought.pack {
                    let origin = Origin::of(&pack.questionnaire);
                    state.requested_pack = request(origin, &brought.link, Purpose::Gather);
                }
                state
            }
            _ => state,
        }
    }

    /// Goes on with what another tab stored. A draft that can't be read changes nothing.
    pub(super) fn synced(&self, saved: Saved) -> Self {
        let (answers, result_id, day, role) = match &saved {
            Saved::Draft(text) => match draft(&self.pack, text) {
                Ok(Draft { answers, result_id, day, role }) => (answers, result_id, day, role),
                Err(_) => return self.clone(),
            },
            Saved::Nothing => (Answers::none(&self.pack.questionnaire), self.result_id, None, self.role),
            Saved::Carried(_) | Saved::Blocked => return self.clone(),
        };
        let synced = self.filled(answers, day.unwrap_or(self.day));
        Self { result_id, role, erased: saved == Saved::Nothing, ..synced }
    }

    /// The answers of a draft fill the own ones that are missing.
    pub(super) fn merged(&self, text: &str) -> Self {
        match draft(&self.pack, text) {
            Ok(theirs) => self.filled(self.answers.or(&theirs.answers), self.day),
            Err(_) => self.clone(),
        }
    }

    /// Goes on with another form of the same questionnaire: what was answered here counts there, and what
    /// the browser kept of that form fills the rest.
    pub(super) fn form_switched(&self, pack: Rc<Pack>, visit: &Visit) -> Self {
        let carried = self.answers.carried(&self.pack.questionnaire, &pack.questionnaire);
        let kept = arrival(&pack, visit);
        let answers = carried.or(&kept.answers);
        let screen = own_screen(&answers);
        let entered = Self {
            pack,
            answers,
            result_id: kept.result_id,
            day: visit.today,
            role: self.role.or(kept.role),
            expectation: Expectation::read(visit.expected.as_deref(), screen == Screen::Report),
            notice: self.notice.clone().filter(|notice| matches!(notice, Notice::Invited(_))),
            requested_pack: kept.requested_pack,
            requested_form: None,
            ..self.clone()
        };
        match &self.requested_form {
            Some((form, Some(link))) if *form == entered.pack.questionnaire.form => {
                entered.on(screen).opened(link)
            }
            _ => entered.on(screen),
        }
    }

    fn saying(&self, notice: Notice) -> Self {
        Self { notice: Some(notice), ..self.clone() }
    }
}

/// A request for the pack that reads a text.
fn request(origin: Origin, text: &str, purpose: Purpose) -> Option<Rc<RequestedPack>> {
    Some(Rc::new(RequestedPack { origin, text: text.to_owned(), purpose }))
}

/// Why a link can't be shown whose questionnaire, form or version could not be loaded.
fn unreadable(origin: &Origin, own: &Pack) -> Text {
    match origin.is_version_of(&own.questionnaire) {
        true => Text::NoticeLinkOtherVersion,
        false => Text::NoticeLinkOther,
    }
}

/// The result of a link; none if it is that of unfinished answers.
fn shared(pack: &Rc<Pack>, link: &str) -> Result<Option<IncomingResult>, LinkError> {
    let found = link::decode(&pack.questionnaire, link)?;
    let result = match found.content {
        Content::Scores(summary) => IncomingContent::Scores(summary),
        Content::Answers(answers) => {
            if answers.complete().is_none() {
                return Ok(None);
            }
            IncomingContent::Full(answers, ComputedReport::default())
        }
    };
    Ok(Some(IncomingResult { link: link.to_owned(), pack: pack.clone(), day: found.day, result }))
}
