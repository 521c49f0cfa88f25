//! The result for another program: one JSON object, described by `schemas/result.schema.json`.
//!
//! Nothing here reads it back: the link in it is the result, and is found in any text.

use super::{Finished, PlanStep, sign};
use crate::answers::Response;
use crate::calendar::iso;
use crate::pack::Wire;
use crate::questionnaire::{Questionnaire, Word};
use crate::score::{MaturityResult, Range, Score, Scores};

/// Names the format, and its version: the `$id` of its schema.
const SCHEMA: &str = "urn:boussole:result:1";

/// The same for what holds no answer: the `$id` of `schemas/scores.schema.json`.
const SCORES_SCHEMA: &str = "urn:boussole:scores:1";

/// The result as a JSON object. `link` is the full result link of the same answers, from its version on.
pub fn object(finished: &Finished<'_>, link: &str, plan: &[PlanStep<'_>]) -> String {
    let Finished { questionnaire, answers, report, role, day } = *finished;
    let mut json = Json::object();
    head(&mut json, SCHEMA, questionnaire);
    json.key("day").text_or_null(day.map(|day| iso(day, "-")).as_deref());
    json.key("role").text_or_null(role.map(Word::word));
    json.key("link").text(link);
    scores(&mut json, questionnaire, &report.scores);
    level(&mut json, questionnaire, report.summary.maturity_result(questionnaire));
    json.key("items").open('[');
    for (item, response) in questionnaire.items().zip(answers.iter()) {
        json.open('{');
        json.key("id").text(item.id.as_str());
        json.key("response").response(response);
        json.close('}');
    }
    json.close(']');
    json.key("plan").open('[');
    for step in plan {
        json.open('{');
        json.key("item").text(step.item.id.as_str());
        json.key("step").text(step.text);
        json.key("owner").text(step.owner);
        json.key("due").text(&iso(step.due, "-"));
        json.close('}');
    }
    json.close(']');
    json.finished()
}

/// What a score-only link says, as a JSON object: nothing that would give an answer away. `link` is that link of the
/// same answers, from its version on.
pub fn scores_alone(finished: &Finished<'_>, link: &str) -> String {
    let Finished { questionnaire, report, day, .. } = *finished;
    let summary = &report.summary;
    let mut json = Json::object();
    head(&mut json, SCORES_SCHEMA, questionnaire);
    json.key("day").text_or_null(day.map(|day| iso(day, "-")).as_deref());
    json.key("link").text(link);
    json.key("scores").open('{');
    json.key("whole").range(summary.whole);
    json.key("principles").open('{');
    for (principle, range) in questionnaire.principles.iter().zip(&summary.principles) {
        json.key(principle.id.word()).range(*range);
    }
    json.close('}');
    json.close('}');
    level(&mut json, questionnaire, summary.maturity_result(questionnaire));
    json.finished()
}

/// The keys by which a reader knows the format, the questionnaire and the language.
pub(super) fn head(json: &mut Json, schema: &str, questionnaire: &Questionnaire) {
    json.key("schema").text(schema);
    json.key("questionnaire").text(questionnaire.id.as_str());
    json.key("form").text(questionnaire.form.as_str());
    json.key("version").number(questionnaire.version.into());
    json.key("locale").text(&questionnaire.locale);
    json.key("title").text(&questionnaire.title);
}

/// The key of all scores, with these.
pub(super) fn scores(json: &mut Json, questionnaire: &Questionnaire, scores: &Scores) {
    let principles = &questionnaire.principles;
    json.key("scores").open('{');
    json.key("whole").score(scores.whole);
    json.key("principles").open('{');
    for (principle, score) in principles.iter().zip(&scores.principles) {
        json.key(principle.id.word()).score(*score);
    }
    json.close('}');
    json.key("dimensions").open('{');
    let dimensions = principles.iter().flat_map(|principle| &principle.dimensions);
    for (dimension, score) in dimensions.zip(&scores.dimensions) {
        json.key(dimension.id.as_str()).score(*score);
    }
    json.close('}');
    json.close('}');
}

/// The key of the maturity level, with this one.
pub(super) fn level(json: &mut Json, questionnaire: &Questionnaire, maturity_result: Option<MaturityResult>) {
    json.key("level");
    let Some(maturity_result) = maturity_result else { return json.raw("null") };
    json.open('{');
    let index = maturity_result.level.index();
    // A maturity level is 0 to 4.
    json.key("number").number(index as u32);
    json.key("name").text(&questionnaire.maturity[index].name);
    json.key("at_least").truth(maturity_result.at_least);
    json.key("held_back").truth(maturity_result.held_back);
    json.close('}');
}

/// A pack as it travels.
pub fn wire(Wire(numbers, texts): &Wire) -> String {
    let mut json = Json(String::new());
    json.open('[');
    json.open('[');
    numbers.iter().for_each(|number| json.number((*number).into()));
    json.close(']');
    json.texts(texts);
    json.close(']');
    json.0
}

/// A list of texts.
pub fn list<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    let mut json = Json(String::new());
    json.texts(texts);
    json.0
}

/// An object with what is written into it.
pub fn object_of(write: impl FnOnce(&mut Json)) -> String {
    let mut json = Json::object();
    write(&mut json);
    json.finished()
}

/// What is written so far.
pub struct Json(String);

impl Json {
    /// An object that is begun.
    pub(super) fn object() -> Self {
        Self(String::from("{"))
    }

    /// The text, with the object closed.
    pub(super) fn finished(mut self) -> String {
        self.0.push_str("}\n");
        self.0
    }

    /// A comma, where something stands before. After a key there is its colon; no text ends with a bracket or
    /// a colon, but with its quotation mark.
    fn next(&mut self) {
        if !matches!(self.0.bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }

    pub fn open(&mut self, bracket: char) {
        self.next();
        self.0.push(bracket);
    }

    pub fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    pub fn key(&mut self, name: &str) -> &mut Self {
        self.text(name);
        self.0.push(':');
        self
    }

    pub fn raw(&mut self, value: &str) {
        self.next();
        self.0.push_str(value);
    }

    pub(super) fn number(&mut self, number: u32) {
        self.raw(&number.to_string());
    }

    fn truth(&mut self, is_true: bool) {
        self.raw(if is_true { "true" } else { "false" });
    }

    pub(super) fn text_or_null(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.raw("null"),
        }
    }

    pub fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a String>) {
        self.open('[');
        texts.into_iter().for_each(|text| self.text(text));
        self.close(']');
    }

    pub fn text(&mut self, text: &str) {
        self.next();
        self.0.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => self.0.extend(['\\', character]),
                '\0'..' ' => {
                    self.0.push_str("\\u00");
                    let code = character as u32;
                    self.0.extend(
                        [code / 16, code % 16].map(|digit| char::from(b"0123456789abcdef"[digit as usize])),
                    );
                }
                _ => self.0.push(character),
            }
        }
        self.0.push('"');
    }

    /// A level is its number, everything else its sign.
    pub(super) fn response(&mut self, response: Response) {
        match response {
            Response::Level(_) => self.raw(sign(response)),
            Response::DontKnow | Response::NotApplicable => self.text(sign(response)),
        }
    }

    fn range(&mut self, range: Option<Range>) {
        let Some(range) = range else { return self.raw("null") };
        self.open('{');
        self.key("assured").number(range.assured().into());
        self.key("possible").number(range.possible().into());
        self.close('}');
    }

    fn score(&mut self, score: Option<Score>) {
        let Some(score) = score else { return self.raw("null") };
        let range = Range::from(score);
        self.open('{');
        self.key("assured").number(range.assured().into());
        self.key("possible").number(range.possible().into());
        // A form has at most 60 items.
        self.key("known").number(score.known as u32);
        self.key("applicable").number(score.applicable as u32);
        self.close('}');
    }
}
