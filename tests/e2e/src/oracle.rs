//! Test oracle: expected texts and results, computed by the core from the sources.

use std::collections::BTreeMap;
use std::fs;

use boussole_authoring::{Edition, PackFile, SourceFile, pseudolocale};
use boussole_core::answers::{Answers, Level, Response};
use boussole_core::link::{self, Content, Day, ResultId, ResultLink};
use boussole_core::pack::Pack;
use boussole_core::questionnaire::{PrincipleId, Questionnaire, RawQuestionnaire, Role, Word};
use boussole_core::report::Report;
use boussole_core::score::{Range, ScoreSummary};
use boussole_core::texts::{LazyText, Name, Text, Texts};

use crate::environment::root;
use crate::widget::ReportText;

const FOLDERS: [&str; 2] = ["questionnaires", "www/texts"];

/// Questionnaire and texts of the widget in one locale.
pub struct Oracle {
    /// Pack that the widget reads.
    pub pack: Pack,
    /// Texts of the lazy parts.
    pub lazy_texts: Texts<LazyText>,
    /// Texts of the failure panel, by key.
    pub failure: BTreeMap<String, String>,
}

impl Oracle {
    /// Express form of the first questionnaire.
    pub fn new(locale: &str) -> Self {
        Self::of("liberte-numerique", "express", locale)
    }

    /// Form of a current questionnaire.
    pub fn of(questionnaire: &str, form: &str, locale: &str) -> Self {
        Self::read(locale, |file| {
            (file.edition, &*file.questionnaire, &*file.form) == (Edition::Current, questionnaire, form)
        })
    }

    /// Express form of the first questionnaire, version 1.
    pub fn first_version(locale: &str) -> Self {
        Self::of_version(1, "liberte-numerique", "express", locale)
    }

    /// Form of a questionnaire in a version, released or current.
    pub fn of_version(version: u8, questionnaire: &str, form: &str, locale: &str) -> Self {
        Self::read(locale, |file| {
            (file.version, &*file.questionnaire, &*file.form) == (version, questionnaire, form)
        })
    }

    /// Express form of the first questionnaire in each version before the current one, the earliest first.
    pub fn earlier_versions(locale: &str) -> Vec<Self> {
        let current = Self::new(locale).questionnaire().version;
        (1..current)
            .map(|version| Self::of_version(version, "liberte-numerique", "express", locale))
            .collect()
    }

    fn read(locale: &str, is_wanted: impl Fn(&PackFile) -> bool) -> Self {
        let mut sources = sources();
        if locale == pseudolocale::LOCALE {
            sources.extend(pseudolocale::translations(&sources, "fr"));
        }
        let built =
            boussole_authoring::build(&sources).unwrap_or_else(|faults| panic!("the sources: {faults:?}"));
        let file = built
            .packs
            .into_iter()
            .find(|file| file.locale == locale && is_wanted(file))
            .unwrap_or_else(|| panic!("there is no such form in {locale}"));
        let lazy_texts = serde_json::from_str(&built.rooms[locale]).expect("texts are a list in JSON");
        let lazy_texts = Texts::new(lazy_texts).expect("a built list has every text");
        let pack = file.pack().expect("a built pack can be read");
        Self { pack, lazy_texts, failure: built.failure.get(locale).cloned().unwrap_or_default() }
    }

    /// Questionnaire of the pack.
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.pack.questionnaire
    }

    /// Text of the widget, with plain white space.
    pub fn text(&self, text: Text, values: &[(&str, &str)]) -> String {
        plain(&self.pack.texts.fill(text, values))
    }

    /// Text of a role.
    pub fn role(&self, role: Role) -> String {
        let wanted = format!("role.{}", role.word().replace('-', "_"));
        let (text, _) = Text::ALL.iter().find(|(_, key)| *key == wanted).expect("each role has a text");
        self.text(*text, &[])
    }

    /// Text of the lazy parts, with plain white space.
    pub fn lazy_text(&self, text: LazyText, values: &[(&str, &str)]) -> String {
        plain(&self.lazy_texts.fill(text, values))
    }

    /// Prompt of a question by its number, from 1.
    pub fn prompt(&self, number: usize) -> String {
        plain(&self.questionnaire().item(number - 1).expect("there is such a question").prompt)
    }

    /// Answers, one character per item: a level, `?` for "I don't know", `-` for "not applicable", `_` for none.
    /// Spaces are ignored.
    pub fn answers(&self, written: &str) -> Answers {
        let responses = written.chars().filter(|character| *character != ' ').map(response).collect();
        Answers::from_responses(self.questionnaire(), responses)
            .unwrap_or_else(|| panic!("{written} does not fit the questionnaire"))
    }

    /// Responses of complete answers.
    pub fn responses(&self, written: &str) -> Vec<Response> {
        self.answers(written).complete().expect("every question has an answer").iter().collect()
    }

    /// Report of written answers.
    pub fn report(&self, written: &str) -> Report {
        Report::new(self.questionnaire(), &self.answers(written).complete().expect("all are given"))
    }

    /// Fragment of a full result link, without `#`. A draft is the same text.
    pub fn link(&self, written: &str) -> String {
        self.encode(Content::Answers(self.answers(written)))
    }

    /// Fragment of a full result link with its result id, role and day.
    pub fn link_of(&self, written: &str, result_id: [u8; 3], role: Option<Role>, day: u16) -> String {
        let content = Content::Answers(self.answers(written));
        let result = ResultLink { content, result_id: ResultId(result_id), role, day: Some(Day(day)) };
        link::encode(self.questionnaire(), &result)
    }

    /// Fragment of a link with scores alone, without `#`.
    pub fn scores_link(&self, written: &str) -> String {
        self.encode(Content::Scores(self.report(written).summary))
    }

    /// Fragment of a link of another questionnaire, made by `change`.
    pub fn link_elsewhere(&self, written: &str, change: impl FnOnce(&mut RawQuestionnaire)) -> String {
        let mut draft = (**self.questionnaire()).clone();
        change(&mut draft);
        let questionnaire = Questionnaire::try_from(draft).expect("the change keeps it valid");
        encode(&questionnaire, Content::Answers(self.answers(written)))
    }

    fn encode(&self, content: Content) -> String {
        encode(self.questionnaire(), content)
    }

    /// Content of a link or draft.
    pub fn content(&self, fragment: &str) -> Content {
        let found = link::decode(self.questionnaire(), &unescaped(fragment));
        found.unwrap_or_else(|error| panic!("{fragment} can't be read: {error:?}")).content
    }

    /// Expected text of the report.
    pub fn report_text(&self, written: &str) -> ReportText {
        let summary = self.report(written).summary;
        let maturity_result = summary.maturity_result(self.questionnaire()).expect("something applies");
        ReportText {
            headline: self.headline(summary.whole.expect("something applies")),
            level: plain(&self.questionnaire().maturity[maturity_result.level.index()].name),
            figures: self.figures(&summary),
            weakest: self.weakest(&summary),
        }
    }

    fn headline(&self, whole: Range) -> String {
        let (assured, possible) = (whole.assured().to_string(), whole.possible().to_string());
        let text = if whole.is_open() { Text::ReportBetween } else { Text::ReportExactly };
        let range = self.text(text, &[("assured", &assured), ("possible", &possible)]);
        format!("{range} {}", self.text(Text::ReportOutOf, &[]))
    }

    fn figures(&self, summary: &ScoreSummary) -> Vec<Vec<String>> {
        let cell = |points: Option<u8>| {
            points.map_or_else(|| self.text(Text::ReportDash, &[]), |points| points.to_string())
        };
        let row = |name: String, range: Option<Range>| {
            vec![name, cell(range.map(Range::assured)), cell(range.map(Range::possible))]
        };
        let principles = PrincipleId::ALL.map(|id| row(self.name(id), summary.principles[id as usize]));
        let mut rows = principles.to_vec();
        rows.push(row(self.text(Text::ReportWhole, &[]), summary.whole));
        rows
    }

    fn weakest(&self, summary: &ScoreSummary) -> String {
        let names: Vec<_> = summary.weakest().into_iter().map(|id| self.name(id)).collect();
        match &names[..] {
            [name] => self.text(Text::ReportWeakest, &[("name", name)]),
            [first, second] => {
                let both = format!("{first} {} {second}", self.text(Text::ListAnd, &[]));
                self.text(Text::ReportWeakestSeveral, &[("names", &both)])
            }
            _ => self.text(Text::ReportWeakestAll, &[]),
        }
    }

    fn name(&self, id: PrincipleId) -> String {
        plain(&self.questionnaire().principle(id).name)
    }
}

fn encode(questionnaire: &Questionnaire, content: Content) -> String {
    let result = ResultLink { content, result_id: ResultId([1, 2, 3]), role: None, day: Some(Day(327)) };
    link::encode(questionnaire, &result)
}

/// Text with any white space as one space, as the page is read.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn response(written: char) -> Option<Response> {
    match written {
        '_' => None,
        '?' => Some(Response::DontKnow),
        '-' => Some(Response::NotApplicable),
        digit => {
            let level = digit.to_digit(10).and_then(|number| Level::new(number.try_into().ok()?));
            Some(Response::Level(level.unwrap_or_else(|| panic!("`{digit}` is no answer"))))
        }
    }
}

fn sources() -> Vec<SourceFile> {
    FOLDERS.iter().flat_map(|folder| sources_in(folder)).collect()
}

fn sources_in(folder: &str) -> Vec<SourceFile> {
    let mut sources = Vec::new();
    for entry in fs::read_dir(root().join(folder)).expect("the sources are there") {
        let path = entry.expect("the sources can be listed").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let named = format!("{folder}/{name}");
        if path.is_dir() {
            sources.extend(sources_in(&named));
        } else if name.ends_with(".toml") {
            let text = fs::read_to_string(&path).expect("a source is text");
            sources.push(SourceFile { path: named, text });
        }
    }
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    sources
}

/// Fragment without the escape that its address has at the end.
pub fn unescaped(fragment: &str) -> String {
    fragment.replace("%5F", "_").replace("%2D", "-")
}
