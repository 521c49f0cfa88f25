//! Packs, visits and rendering for the tests of this program.

use std::rc::Rc;

use boussole::app::App;
use boussole::lazy::{BrowserTools, LoadedPart, PartLoader};
use boussole::prerender;
use boussole::props::Props;
use boussole::screens::entries;
use boussole::state::{LazyPart, Saved, Screen, State, Visit};
use boussole::view::{Port, Ports, View};
use boussole_authoring::{Edition, SourceFile, pseudolocale};
use boussole_core::answers::{Answers, Level, Response};
use boussole_core::link::{self, Content, Day, ResultId, ResultLink};
use boussole_core::pack::Pack;
use boussole_core::texts::{LazyText, Texts};
use yew::LocalServerRenderer;
use yew::prelude::*;

pub const TODAY: Day = Day(327);
pub const RESULT_ID: ResultId = ResultId([1, 2, 3]);

/// Express form of the current questionnaire.
pub fn pack(locale: &str) -> Rc<Pack> {
    edition(Edition::Current, "express", locale)
}

/// A form of the questionnaire, current or of its first version.
pub fn edition(edition: Edition, form: &str, locale: &str) -> Rc<Pack> {
    let wanted = (edition, form, locale);
    let file =
        built(locale).packs.into_iter().find(|pack| (pack.edition, &*pack.form, &*pack.locale) == wanted);
    Rc::new(file.expect("the form").pack().expect("a pack"))
}

/// Express form of the first version.
pub fn first_version() -> Rc<Pack> {
    edition(Edition::Frozen, "express", "fr")
}

/// Texts of the lazy parts in a locale.
pub fn lazy_texts(locale: &str) -> Texts<LazyText> {
    let texts = serde_json::from_str(&built(locale).rooms[locale]).expect("a list of texts");
    Texts::new(texts).expect("every text")
}

/// Packs and texts; those of the pseudolocale only where it is asked for.
fn built(locale: &str) -> boussole_authoring::Built {
    let read = |path: &str| SourceFile {
        path: path.to_owned(),
        text: std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect(path),
    };
    let mut sources = [
        "questionnaires/liberte-numerique/questionnaire.toml",
        "questionnaires/liberte-numerique/fr.toml",
        "questionnaires/liberte-numerique/en.toml",
        "questionnaires/liberte-numerique/frozen/1/questionnaire.toml",
        "questionnaires/liberte-numerique/frozen/1/fr.toml",
        "questionnaires/liberte-numerique/frozen/1/en.toml",
        "questionnaires/liberte-numerique/frozen/lock.toml",
        "www/texts/fr.toml",
        "www/texts/en.toml",
    ]
    .map(read)
    .to_vec();
    if locale == pseudolocale::LOCALE {
        sources.extend(pseudolocale::translations(&sources, "fr"));
    }
    boussole_authoring::build(&sources).expect("the project's own sources are right")
}

/// Address of result links.
const PAGE: &str = "https://example.org/";

pub fn visit(saved: Saved, fragment: Option<String>) -> Visit {
    Visit {
        number: 0,
        page: PAGE.into(),
        saved,
        fragment,
        today: TODAY,
        result_id: RESULT_ID,
        expected: None,
    }
}

pub fn loaded(part: LazyPart, locale: &str) -> LoadedPart {
    let tools = BrowserTools {
        download: |_| true,
        picture: |_, _, _, _| (),
        print: |_| true,
        team_files: |done| done.emit(Some(entries::write_team_file)),
        ..BrowserTools::NONE
    };
    let entry = match part {
        LazyPart::Detail => entries::detail(),
        LazyPart::Plan => entries::plan(),
        LazyPart::Export => entries::export(tools),
        LazyPart::History => entries::history(tools),
        LazyPart::Team => entries::team(tools),
    };
    LoadedPart { entry, texts: Rc::new(lazy_texts(locale)), event: "".into() }
}

/// Answers in item order: levels 0 to 4, `?` for "I don't know", `-` for none.
pub fn answers(pack: &Pack, text: &str) -> Answers {
    text.chars().enumerate().fold(Answers::none(&pack.questionnaire), |answers, (position, letter)| {
        match letter {
            '-' => answers,
            '?' => answers.with(&pack.questionnaire, position, Response::DontKnow),
            digit => {
                let level = digit.to_digit(10).and_then(|digit| Level::new(digit as u8)).expect("a level");
                answers.with(&pack.questionnaire, position, Response::Level(level))
            }
        }
    })
}

pub fn link_of(pack: &Pack, content: Content) -> String {
    let result = ResultLink { content, result_id: RESULT_ID, role: None, day: Some(TODAY) };
    link::encode(&pack.questionnaire, &result)
}

pub fn draft(pack: &Pack, text: &str) -> Saved {
    Saved::Draft(link_of(pack, Content::Answers(answers(pack, text))))
}

pub fn ports() -> Ports {
    let today = Callback::from(|()| TODAY);
    Ports { today, share_sheet: Some(Port::from(|_| ())), ..prerender::ports() }
}

/// Every lazy part, with texts in a locale.
pub fn parts(locale: String) -> PartLoader {
    PartLoader::Linked(entries::REPORT, Callback::from(move |part| loaded(part, &locale)))
}

/// HTML of the widget. A report includes its details, which a browser loads later.
pub fn html(pack: &Rc<Pack>, visit: Visit) -> String {
    let parts = parts(pack.questionnaire.locale.clone());
    let saved = visit.saved.clone();
    let details = || part_html(pack, saved, LazyPart::Detail, ports());
    let props = Props { pack: pack.clone(), visit, ports: ports(), parts };
    let html = rendered::<App>(props);
    if html.contains("data-screen=\"report\"") { html + &details() } else { html }
}

pub fn rendered<Shown: BaseComponent>(props: Shown::Properties) -> String {
    let renderer = LocalServerRenderer::<Shown>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// HTML of a lazy part, with what it asks of the browser.
pub fn part_html(pack: &Rc<Pack>, saved: Saved, part: LazyPart, ports: Ports) -> String {
    rendered::<LazyPartAlone>(LazyPartProps { pack: pack.clone(), saved, part, ports })
}

/// Properties of [`LazyPartAlone`].
#[derive(Clone, Properties)]
pub struct LazyPartProps {
    pack: Rc<Pack>,
    saved: Saved,
    part: LazyPart,
    ports: Ports,
}

/// Callbacks can't be compared, and a test renders once.
impl PartialEq for LazyPartProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[component]
fn LazyPartAlone(props: &LazyPartProps) -> Html {
    let view = view_of(&props.pack, props.saved.clone());
    let state = (*view.state).clone();
    let state = match props.part {
        LazyPart::Detail => State { screen: Screen::Report, detailed: true, ..state },
        part => State { screen: Screen::Lazy(part, None), ..state },
    };
    let view = View { state: Rc::new(state), ports: props.ports.clone(), ..view };
    boussole::lazy::view(&view, &parts(props.pack.questionnaire.locale.clone()))
}

/// View of what is saved, whatever the screen.
pub fn view_of(pack: &Rc<Pack>, saved: Saved) -> View {
    View {
        pack: pack.clone(),
        state: Rc::new(State::new(pack.clone(), &visit(saved, None))),
        ports: ports(),
        page: PAGE.into(),
        dispatch: Callback::from(|_| ()),
        walking: Rc::default(),
        heading: NodeRef::default(),
    }
}

/// Renders the widget; `wanted` must be in its HTML, `unwanted` must not.
pub fn check(pack: &Rc<Pack>, visit: Visit, wanted: &[&str], unwanted: &[&str]) {
    let html = html(pack, visit);
    for text in wanted {
        assert!(html.contains(text), "{text:?} is missing from\n{html}");
    }
    for text in unwanted {
        assert!(!html.contains(text), "{text:?} should not be in\n{html}");
    }
}
