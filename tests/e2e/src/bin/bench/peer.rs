//! The same questions as a form of SurveyJS, loaded as its documentation says.

use std::env;
use std::fs;
use std::path::PathBuf;

use boussole_core::answers::Level;
use boussole_core::questionnaire::Questionnaire;
use boussole_core::texts::Text;
use boussole_e2e::environment::ADVICE;
use boussole_e2e::known::Known;
use serde_json::{Value, json};

/// Its files, by their place among the packages. The style without a font: the other one asks a third party for it, which a
/// bench without a network can't measure.
const FILES: [&str; 3] = [
    "survey-core/survey-core.fontless.min.css",
    "survey-core/survey.core.min.js",
    "survey-js-ui/survey-js-ui.min.js",
];

/// What its page has in its head.
pub const HEAD: &str = "<link href=\"survey-core.fontless.min.css\" type=\"text/css\" rel=\"stylesheet\">\
    <script src=\"survey.core.min.js\"></script>\
    <script src=\"survey-js-ui.min.js\"></script>\
    <script src=\"form.js\"></script>";

/// Where it is shown.
pub const PLACE: &str = "<div id=\"survey\"></div>";

/// Its files and the script of the form, by name.
pub fn files(known: &Known) -> Vec<(String, Vec<u8>)> {
    let folder = env::var_os("BOUSSOLE_PEER").map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| panic!("BOUSSOLE_PEER names no folder: {ADVICE}"));
    let read = |path: &str| {
        let bytes = fs::read(folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        (path.rsplit('/').next().unwrap_or_default().to_owned(), bytes)
    };
    FILES.into_iter().map(read).chain([("form.js".to_owned(), script(known).into_bytes())]).collect()
}

/// One question a page, and on with a tap as ours do; without the pause that it would make before that.
fn script(known: &Known) -> String {
    let form = json!({
        "questionsOnPageMode": "questionPerPage",
        "autoAdvanceEnabled": true,
        "elements": questions(known.questionnaire(), known.pack.texts.get(Text::ItemDontKnow)),
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
