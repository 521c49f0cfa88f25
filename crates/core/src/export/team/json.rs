//! A team for another program: one JSON object, described by `schemas/team.schema.json`.
//!
//! As with a single result, the link in it is what is read back. What was agreed on is not in the link.

use super::TeamExport;
use crate::answers::{Complete, Response};
use crate::export::json::fields::{
    AllScoresObject, Id, IsoDay, LevelNumber, LevelObject, LinkText, ResponseSign, RoleId,
};
use crate::export::json::{file, json_object};
use crate::link::encode_team;
use crate::questionnaire::Questionnaire;
use crate::score::{ScoreSummary, score};
use crate::team::{Member, views};

/// Names the format, and its version: the `$id` of its schema.
const TEAM: &str = "urn:boussole:team:1";

json_object! {
    /// JSON of the widget for a team. The members' results stand in `link`; the rest is for programs
    /// that have no questionnaire at hand. See docs/exports.md, docs/team.md and docs/team-link.md.
    #[schema(title = "A team's results of a self-assessment, side by side", extend("$id" = TEAM))]
    pub struct TeamObject<'a> {
        /// The format, and its version: a change that a reader would trip over gets another number.
        #[schema(extend("const" = TEAM))]
        pub schema: &'static str,
        /// Names the questionnaire.
        pub questionnaire: Id<'a>,
        /// Names the form: `express`, `full`.
        pub form: Id<'a>,
        /// The released version of the questionnaire.
        #[schema(range(min = 1))]
        pub version: u8,
        /// The language of the texts in this file, as in a `lang` attribute.
        #[schema(length(min = 2))]
        pub locale: &'a str,
        /// Title of the questionnaire in that language.
        pub title: &'a str,
        /// The team link of the members' results, what stands behind `#` in the address. It is authoritative for
        /// them: where a member differs, this counts. What was agreed on is not in it.
        pub link: LinkText<'a>,
        /// Every member, in the order of the link.
        #[schema(length(max = 1000))]
        pub members: Vec<MemberObject>,
        /// The result of the consolidated responses; null for a team without a member.
        pub consolidated: Option<ConsolidatedObject<'a>>,
        /// Every item of the form, in the order in which they are asked.
        #[schema(length(min = 3, max = 60))]
        pub items: Vec<TeamItemObject<'a>>,
    }

    /// A person.
    #[schema(rename = "Member")]
    pub struct MemberObject {
        /// Role of the respondent; null where that is not told.
        pub role: Option<RoleId>,
        /// When the result was made; null where that is not told.
        pub day: Option<IsoDay>,
        /// In the order of `items`.
        #[schema(length(min = 3, max = 60))]
        pub responses: Vec<ResponseSign>,
    }

    /// Scores of the consolidated responses.
    #[schema(rename = "Consolidated")]
    pub struct ConsolidatedObject<'a> {
        /// The points of the whole and of its parts: see docs/scoring.md.
        pub scores: AllScoresObject<'a>,
        /// The maturity level of the whole; null where no question applies.
        pub level: Option<LevelObject<'a>>,
    }

    /// A question, and what the team says of it.
    #[schema(rename = "TeamItem")]
    pub struct TeamItemObject<'a> {
        /// Names the item.
        pub id: Id<'a>,
        /// The lowest level that somebody gave; null where nobody gave one.
        pub lowest: Option<LevelNumber>,
        /// The highest level that somebody gave; null where nobody gave one.
        pub highest: Option<LevelNumber>,
        /// The median of the levels that were given, the lower of two; null where nobody gave one.
        pub median: Option<LevelNumber>,
        /// Number of members who don’t know.
        #[schema(range(max = 1000))]
        pub dont_know: u32,
        /// For how many it does not apply.
        #[schema(range(max = 1000))]
        pub not_applicable: u32,
        /// Agreed response; null without one.
        pub agreed: Option<ResponseSign>,
        /// The consolidated response: what was agreed on, or else what follows from the members’ responses
        /// (docs/team.md); null for a team without a member.
        pub response: Option<ResponseSign>,
    }
}

/// The team as a JSON object. Members have no names in it.
pub fn object(team_export: &TeamExport<'_>) -> String {
    let link = encode_team(team_export.questionnaire, team_export.team);
    file(&TeamObject::of(team_export, &link))
}

impl<'a> TeamObject<'a> {
    /// A team and what it came to. `link` is its team link, from its version on.
    pub fn of(team_export: &TeamExport<'a>, link: &'a str) -> Self {
        let TeamExport { questionnaire, team, .. } = *team_export;
        let settled = team_export.settled();
        Self {
            schema: TEAM,
            questionnaire: questionnaire.id.as_str().into(),
            form: questionnaire.form.as_str().into(),
            version: questionnaire.version,
            locale: &questionnaire.locale,
            title: &questionnaire.title,
            link: link.into(),
            members: team.members().iter().map(MemberObject::of).collect(),
            consolidated: settled.as_ref().map(|settled| ConsolidatedObject::of(questionnaire, settled)),
            items: items(team_export, settled.as_ref()),
        }
    }
}

impl MemberObject {
    fn of(member: &Member) -> Self {
        Self {
            role: member.role.map(RoleId::from),
            day: member.day.map(IsoDay::from),
            responses: member.answers.iter().map(ResponseSign::from).collect(),
        }
    }
}

impl<'a> ConsolidatedObject<'a> {
    fn of(questionnaire: &'a Questionnaire, settled: &Complete) -> Self {
        let scores = score(questionnaire, settled);
        let maturity_result = ScoreSummary::from(&scores).maturity_result(questionnaire);
        Self {
            scores: AllScoresObject::of(questionnaire, &scores),
            level: maturity_result.map(|result| LevelObject::of(questionnaire, result)),
        }
    }
}

fn items<'a>(team_export: &TeamExport<'a>, settled: Option<&Complete>) -> Vec<TeamItemObject<'a>> {
    let TeamExport { questionnaire, team, agreed, .. } = *team_export;
    let sign = |response: Option<Response>| response.map(ResponseSign::from);
    let views = questionnaire.items().zip(views(questionnaire, team)).enumerate();
    views
        .map(|(at, (item, view))| TeamItemObject {
            id: item.id.as_str().into(),
            lowest: view.lowest().map(LevelNumber::from),
            highest: view.highest().map(LevelNumber::from),
            median: view.median().map(LevelNumber::from),
            // A team has at most 1,000 members.
            dont_know: view.dont_know as u32,
            not_applicable: view.not_applicable as u32,
            agreed: sign(agreed.get(at)),
            response: sign(settled.and_then(|settled| settled.get(at))),
        })
        .collect()
}
