//! SurveyJS form of the same questions, loaded as its documentation says.

use std::env;
use std::fs;
use std::path::PathBuf;

use boussole_core::answers::Level;
use boussole_core::questionnaire::Questionnaire;
use boussole_core::texts::Text;
use boussole_e2e::environment::ADVICE;
use boussole_e2e::oracle::Oracle;
use serde_json::{Value, json};

/// Files of SurveyJS in its npm packages. Style without a font: the other one loads it from a third party.
const FILES: [&str; 3] = [
    "survey-core/survey-core.fontless.min.css",
    "survey-core/survey.core.min.js",
    "survey-js-ui/survey-js-ui.min.js",
];

/// Head of its page.
pub const HEAD: &str = "<link href=\"survey-core.fontless.min.css\" type=\"text/css\" rel=\"stylesheet\">\
    <script src=\"survey.core.min.js\"></script>\
    <script src=\"survey-js-ui.min.js\"></script>\
    <script src=\"form.js\"></script>";

/// Element of the form.
pub const PLACE: &str = "<div id=\"survey\"></div>";

/// Files of SurveyJS and the script of the form, by name.
pub fn files(oracle: &Oracle) -> Vec<(String, Vec<u8>)> {
    let folder = env::var_os("BOUSSOLE_PEER").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| panic!("BOUSSOLE_PEER names no folder: {ADVICE}"));
    let read = |path: &str| {
        let bytes = fs::read(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        (path.rsplit('/').next().unwrap_or_default().to_owned(), bytes)
    };
    FILES.into_iter().map(read).chain([("form.js".to_owned(), script(oracle).into_bytes())]).collect()
}

/// Script of the form: one question per page, and the next one at a tap without delay, as in Boussole.
fn script(oracle: &Oracle) -> String {
    let form = json!({
        "questionsOnPageMode": "questionPerPage",
        "autoAdvanceEnabled": true,
        "elements": questions(oracle.questionnaire(), oracle.pack.texts.get(Text::ItemDontKnow)),
    });
    format!(
        "Survey.settings.autoAdvanceDelay = 0;\n\
         const survey = new Survey.Model({form});\n\
         document.addEventListener('DOMContentLoaded', () => survey.render(document.getElementById('survey')));\n"
    )
}

fn questions(questionnaire: &Questionnaire, dont_know: &str) -> Vec<Value> {
    let question = |item: &boussole_core::questionnaire::Item| {
        let levels =
            Level::all().map(|level| json!({ "value": level.number(), "text": item.levels[level.index()] }));
        let choices: Vec<_> =
            levels.into_iter().chain([json!({ "value": "?", "text": dont_know })]).collect();
        json!({
            "type": "radiogroup",
            "name": item.id.to_string(),
            "title": item.prompt,
            "description": item.help,
            "choices": choices,
        })
    };
    questionnaire.items().map(question).collect()
}
