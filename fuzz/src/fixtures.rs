//! Questionnaires of the project, read once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use boussole_authoring::{Built, Language, SourceFile, build};
use boussole_core::answers::{Answers, Complete, Level, Response};
use boussole_core::pack::Pack;
use boussole_core::questionnaire::Questionnaire;
use boussole_core::texts::{LazyText, Name, RoomText, Texts};

use crate::input::FuzzInput;

/// Packs and texts of the project.
pub struct Fixtures {
    /// Each form of each questionnaire and version, in French.
    pub packs: Vec<Pack>,
    /// Texts of the lazy parts, in French.
    pub lazy: Texts<LazyText>,
    /// Keys in place of the texts of the organiser's page.
    pub room: Texts<RoomText>,
    /// French texts of the widget, for questionnaires that are built elsewhere.
    pub languages: BTreeMap<String, Language>,
}

thread_local! {
    static FIXTURES: Fixtures = Fixtures::read();
}

/// Gives the fixtures to a function.
pub fn with<T>(work: impl FnOnce(&Fixtures) -> T) -> T {
    FIXTURES.with(work)
}

const LOCALE: &str = "fr";

impl Fixtures {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate stands in the project");
        let mut sources = vec![];
        for folder in ["questionnaires", "www/texts"] {
            read_folder(&root.join(folder), folder, &mut sources);
        }
        let Built { packs, rooms, languages, .. } = build(&sources).expect("the sources have no fault");
        let list = |json: &String| serde_json::from_str(json).expect("texts are a list");
        let language = |(locale, json): (&String, &String)| {
            let language = Language::from_all(Vec::into_iter(list(json))).expect("texts have their number");
            (locale.clone(), language)
        };
        Self {
            packs: packs
                .iter()
                .filter(|pack| pack.locale == LOCALE)
                .map(|file| file.pack().expect("a built pack opens"))
                .collect(),
            lazy: Texts::new(list(&rooms[LOCALE])).expect("texts have their number"),
            room: Texts::new(RoomText::ALL.iter().map(|(_, key)| (*key).to_owned()).collect())
                .expect("there is a key for each text"),
            languages: languages.iter().filter(|(locale, _)| *locale == LOCALE).map(language).collect(),
        }
    }

    /// Each questionnaire.
    pub fn questionnaires(&self) -> impl Iterator<Item = &Rc<Questionnaire>> {
        self.packs.iter().map(|pack| &pack.questionnaire)
    }

    /// One of the packs.
    pub fn pack(&self, input: &mut FuzzInput<'_>) -> &Pack {
        input.one(&self.packs)
    }
}

fn read_folder(folder: &Path, name: &str, sources: &mut Vec<SourceFile>) {
    let entries =
        folder.read_dir().expect("the folder can be read").map(|entry| entry.expect("and its entries"));
    for entry in entries {
        let (path, name) = (entry.path(), format!("{name}/{}", entry.file_name().to_string_lossy()));
        if path.is_dir() {
            read_folder(&path, &name, sources);
        } else if name.ends_with(".toml") {
            let text = fs::read_to_string(&path).expect("sources are UTF-8");
            sources.push(SourceFile { path: name, text });
        }
    }
}

/// Valid answers to a questionnaire, some perhaps missing.
pub fn answers(questionnaire: &Questionnaire, input: &mut FuzzInput<'_>) -> Answers {
    let responses = questionnaire.items().map(|item| match input.byte() % 8 {
        6 if item.not_applicable => Some(Response::NotApplicable),
        7 => None,
        5 | 6 => Some(Response::DontKnow),
        level => Level::new(level).map(Response::Level),
    });
    Answers::from_responses(questionnaire, responses.collect()).expect("the answers fit")
}

/// Valid answers, none missing.
pub fn complete(questionnaire: &Questionnaire, input: &mut FuzzInput<'_>) -> Complete {
    let answers = answers(questionnaire, input);
    let responses = answers.iter().map(|response| response.or(Some(Response::DontKnow)));
    let answers = Answers::from_responses(questionnaire, responses.collect()).expect("the answers fit");
    answers.complete().expect("no answer is missing")
}
