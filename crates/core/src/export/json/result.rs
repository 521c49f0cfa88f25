//! A result as a JSON object: with its answers, or its scores alone.

use super::fields::{
    AllScoresObject, ByPrinciple, Id, IsoDay, LevelObject, LinkText, RangeObject, ResponseSign, RoleId,
};
use super::json_object;
use crate::export::{Finished, PlanStep};

/// Names the format of a result, and its version: the `$id` of its schema.
const RESULT: &str = "urn:boussole:result:1";
/// The same for the scores alone.
const SCORES: &str = "urn:boussole:scores:1";

json_object! {
    /// JSON of the widget. All that a result is stands in `link`; the rest is for programs that have
    /// no questionnaire at hand. To read a result back, the link is found in the text as in any other: see
    /// docs/exports.md and docs/result-link.md.
    #[schema(title = "A result of a self-assessment", extend("$id" = RESULT))]
    pub struct ResultObject<'a> {
        /// The format, and its version: a change that a reader would trip over gets another number.
        #[schema(extend("const" = RESULT))]
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
        /// Day of the result; null where that is not told.
        pub day: Option<IsoDay>,
        /// Role of the respondent; null where that is not told.
        pub role: Option<RoleId>,
        /// The result link of the same answers, what stands behind `#` in the address. It is authoritative: where
        /// anything else differs, this counts.
        pub link: LinkText<'a>,
        /// The points of the whole and of its parts: see docs/scoring.md.
        pub scores: AllScoresObject<'a>,
        /// The maturity level of the whole; null where no question applies.
        pub level: Option<LevelObject<'a>>,
        /// Every item of the form, in the order in which they are asked.
        #[schema(length(min = 3, max = 60))]
        pub items: Vec<ResponseObject<'a>>,
        /// The steps that are kept in the action plan, in their order.
        pub plan: Vec<PlanObject<'a>>,
    }

    /// A question and its response.
    #[schema(rename = "ItemResponse")]
    pub struct ResponseObject<'a> {
        /// Names the item.
        pub id: Id<'a>,
        /// The number of the level, 0 to 4; `?` for “I don’t know”, `-` for “not applicable”.
        pub response: ResponseSign,
    }

    /// A step.
    #[schema(rename = "PlanStep")]
    pub struct PlanObject<'a> {
        /// The item that it is about.
        pub item: Id<'a>,
        /// Next step of the item.
        pub step: &'a str,
        /// Owner; empty where that is open.
        pub owner: &'a str,
        /// By when.
        pub due: IsoDay,
    }

    /// Result for a host page that asks for the scores alone: see docs/embedding.md. It says no more than a
    /// score-only result link does.
    #[schema(title = "The scores of a self-assessment, without its answers", extend("$id" = SCORES))]
    pub struct ScoresObject<'a> {
        /// The format, and its version: a change that a reader would trip over gets another number.
        #[schema(extend("const" = SCORES))]
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
        /// Day of the result; null where that is not told.
        pub day: Option<IsoDay>,
        /// The score-only result link of the same answers, what stands behind `#` in the address.
        pub link: LinkText<'a>,
        /// The points of the whole and of its principles: see docs/scoring.md.
        pub scores: RangesObject,
        /// The maturity level of the whole; null where no question applies.
        pub level: Option<LevelObject<'a>>,
    }

    /// The points of the whole and of its principles: see docs/scoring.md.
    #[schema(rename = "Ranges")]
    pub struct RangesObject {
        /// Null where no question applies.
        pub whole: Option<RangeObject>,
        /// By the id of the principle; null where no question applies.
        pub principles: ByPrinciple<Option<RangeObject>>,
    }
}

impl<'a> ResultObject<'a> {
    /// A finished assessment. `link` is its full result link, from its version on.
    pub fn of(finished: &Finished<'a>, link: &'a str, plan: &[PlanStep<'a>]) -> Self {
        let Finished { questionnaire, answers, report, role, day } = *finished;
        let maturity_result = report.summary.maturity_result(questionnaire);
        let responses = questionnaire.items().zip(answers.iter());
        Self {
            schema: RESULT,
            questionnaire: questionnaire.id.as_str().into(),
            form: questionnaire.form.as_str().into(),
            version: questionnaire.version,
            locale: &questionnaire.locale,
            title: &questionnaire.title,
            day: day.map(IsoDay::from),
            role: role.map(RoleId::from),
            link: link.into(),
            scores: AllScoresObject::of(questionnaire, &report.scores),
            level: maturity_result.map(|result| LevelObject::of(questionnaire, result)),
            items: responses
                .map(|(item, response)| ResponseObject {
                    id: item.id.as_str().into(),
                    response: response.into(),
                })
                .collect(),
            plan: plan.iter().map(PlanObject::of).collect(),
        }
    }
}

impl<'a> PlanObject<'a> {
    fn of(step: &PlanStep<'a>) -> Self {
        Self { item: step.item.id.as_str().into(), step: step.text, owner: step.owner, due: step.due.into() }
    }
}

impl<'a> ScoresObject<'a> {
    /// The scores of a finished assessment. `link` is its score-only link, from its version on.
    pub fn of(finished: &Finished<'a>, link: &'a str) -> Self {
        let Finished { questionnaire, report, day, .. } = *finished;
        let summary = &report.summary;
        let maturity_result = summary.maturity_result(questionnaire);
        Self {
            schema: SCORES,
            questionnaire: questionnaire.id.as_str().into(),
            form: questionnaire.form.as_str().into(),
            version: questionnaire.version,
            locale: &questionnaire.locale,
            title: &questionnaire.title,
            day: day.map(IsoDay::from),
            link: link.into(),
            scores: RangesObject {
                whole: summary.whole.map(RangeObject::from),
                principles: summary.principles.map(|range| range.map(RangeObject::from)).into(),
            },
            level: maturity_result.map(|result| LevelObject::of(questionnaire, result)),
        }
    }
}
