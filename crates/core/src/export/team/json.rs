//! A team for another program: one JSON object, described by `schemas/team.schema.json`.
//!
//! As with a single result, the link in it is what is read back. What was agreed on is not in the link.

use super::{Together, given};
use crate::answers::{Complete, Response};
use crate::calendar::iso;
use crate::export::json::{Json, head, level, scores};
use crate::link::encode_team;
use crate::questionnaire::{Questionnaire, Word};
use crate::score::{ScoreSummary, score};
use crate::team::{Team, views};

/// Names the format, and its version: the `$id` of its schema.
const SCHEMA: &str = "urn:boussole:team:1";

/// The team as a JSON object. Members have no names in it.
pub fn object(together: &Together<'_>) -> String {
    let Together { questionnaire, team, .. } = *together;
    let settled = together.settled();
    let mut json = Json::object();
    head(&mut json, SCHEMA, questionnaire);
    json.key("link").text(&encode_team(questionnaire, team));
    members(&mut json, team);
    json.key("consolidated");
    match &settled {
        Some(settled) => consolidated(&mut json, questionnaire, settled),
        None => json.raw("null"),
    }
    items(&mut json, together, settled.as_ref());
    json.finished()
}

fn members(json: &mut Json, team: &Team) {
    json.key("members").open('[');
    for member in team.members() {
        json.open('{');
        json.key("role").text_or_null(member.role.map(Word::word));
        json.key("day").text_or_null(member.day.map(|day| iso(day, "-")).as_deref());
        json.key("responses").open('[');
        for response in member.answers.iter() {
            json.response(response);
        }
        json.close(']');
        json.close('}');
    }
    json.close(']');
}

fn consolidated(json: &mut Json, questionnaire: &Questionnaire, settled: &Complete) {
    let of_all = score(questionnaire, settled);
    json.open('{');
    scores(json, questionnaire, &of_all);
    level(json, questionnaire, ScoreSummary::from(&of_all).maturity_result(questionnaire));
    json.close('}');
}

fn items(json: &mut Json, together: &Together<'_>, settled: Option<&Complete>) {
    let Together { questionnaire, team, agreed, .. } = *together;
    json.key("items").open('[');
    for (at, (item, view)) in questionnaire.items().zip(views(questionnaire, team)).enumerate() {
        json.open('{');
        json.key("id").text(item.id.as_str());
        response(json.key("lowest"), given(view.lowest()));
        response(json.key("highest"), given(view.highest()));
        response(json.key("median"), given(view.median()));
        // A team has at most 1,000 members.
        json.key("dont_know").number(view.dont_know as u32);
        json.key("not_applicable").number(view.not_applicable as u32);
        response(json.key("agreed"), agreed.get(at));
        response(json.key("response"), settled.and_then(|settled| settled.get(at)));
        json.close('}');
    }
    json.close(']');
}

fn response(json: &mut Json, response: Option<Response>) {
    match response {
        Some(response) => json.response(response),
        None => json.raw("null"),
    }
}
