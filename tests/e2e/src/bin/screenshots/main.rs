//! Pictures of every screen, of every page around them and of the report on paper, to look at the design:
//! `cargo run -p boussole-e2e --bin screenshots -- <folder>`. It needs a release in `dist/`.

mod places;

use std::fs;
use std::path::{Path, PathBuf};

use boussole_core::questionnaire::Role;
use boussole_e2e::browser::{Browser, HISTORY, Preference};
use boussole_e2e::known::Known;
use boussole_e2e::stage::{self, Stage};
use serde_json::json;

const TWO_BLIND_SPOTS: &str = "3?12 42?- 1432";
const NO_BLIND_SPOT: &str = "3212 4213 1432";
const UNFINISHED: &str = "3?12 42__ ____";

/// Width, height, and pixels of the screen for each of a style sheet.
const SIZES: [(u32, u32, u32); 2] = [(375, 667, 2), (1280, 800, 1)];
const SCHEMES: [(&str, Preference); 2] = [("light", Preference::Light), ("dark", Preference::Dark)];
const LOCALES: [&str; 2] = ["fr", "en"];

fn main() {
    let folder = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("screenshots"), PathBuf::from);
    fs::create_dir_all(&folder).expect("the folder can be made");
    stage::run(async |stage| {
        let browser = stage.browser().await;
        // Phones show none beside the page.
        browser.command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        for locale in LOCALES {
            let known = Known::new(locale);
            for (width, height, pixels) in SIZES {
                browser.scale(width, height, pixels).await;
                for (scheme, preference) in SCHEMES {
                    browser.prefer(preference).await;
                    let suffix = format!("{width}-{scheme}-{locale}");
                    let camera = Camera { browser: &browser, known: &known, folder: &folder, suffix };
                    camera.questions().await;
                    camera.results().await;
                    camera.rooms().await;
                    camera.versions().await;
                    camera.failures(stage).await;
                }
            }
        }
        places::all(&browser, &folder).await;
        // The failure panel comes with messages in the console, as it should.
        browser.watch().take_messages().await;
    });
    println!("The pictures are in {}.", folder.display());
}

/// Takes pictures under one setting.
struct Camera<'a> {
    browser: &'a Browser,
    known: &'a Known,
    folder: &'a Path,
    suffix: String,
}

impl Camera<'_> {
    async fn questions(&self) {
        self.browser.forget().await;
        self.browser.open(&self.page("")).await;
        self.take("opening").await;
        self.browser.keep(&self.known.link(UNFINISHED)).await;
        let widget = self.browser.open(&self.page("")).await;
        self.take("resumed").await;
        widget.act("back").await;
        widget.on_question(6).await;
        widget.act("close-notice").await;
        self.take("question").await;
        widget.act("overview").await;
        widget.on("overview").await;
        self.take("overview").await;
        widget.act("erase").await;
        widget.on("item").await;
        self.take("erased").await;
    }

    async fn results(&self) {
        for (name, written) in [("report", TWO_BLIND_SPOTS), ("report-known", NO_BLIND_SPOT)] {
            self.browser.keep(&self.known.link(written)).await;
            let widget = self.browser.open(&self.page("")).await;
            widget.on("report").await;
            widget.act("close-notice").await;
            self.take(name).await;
            self.print(name).await;
        }
        let (full, scores) = (self.known.link(TWO_BLIND_SPOTS), self.known.scores_link(TWO_BLIND_SPOTS));
        for (name, link) in [("shared", full), ("shared-scores", scores)] {
            self.browser.forget().await;
            self.browser.open(&self.page(&format!("#{link}"))).await.on("shared").await;
            self.take(name).await;
        }
        self.browser.forget().await;
        let damaged = self.known.link(TWO_BLIND_SPOTS).replace("express.", "express.X");
        self.browser.open(&self.page(&format!("#{damaged}"))).await;
        self.take("damaged").await;
    }

    async fn rooms(&self) {
        let today = self.known.link(TWO_BLIND_SPOTS);
        self.browser.forget().await;
        self.browser.keep(&today).await;
        let earlier = self.known.link_of("2?01 42?- 1430", [9, 9, 9], None, 100);
        let history = format!("{earlier}\n{}", self.known.link(NO_BLIND_SPOT));
        self.browser.run("localStorage.setItem(...arguments)", vec![json!(HISTORY), json!(history)]).await;
        let widget = self.browser.open(&self.page("")).await;
        widget.on("report").await;
        widget.act("close-notice").await;
        widget.act("detail").await;
        widget.wait("the details", "return find('.by-level')").await;
        self.take("detail").await;
        for room in ["plan", "take", "history", "team"] {
            widget.act(room).await;
            widget.on(room).await;
            if room == "team" {
                let members = [
                    ("1011 12?- 0121", 1, Role::GeneralManagement),
                    ("3444 34?1 3442", 2, Role::It),
                    ("13?2 1111 2120", 3, Role::Legal),
                    ("2232 ?2?2 1?21", 4, Role::Procurement),
                ];
                let links = members.map(|(written, result_id, role)| {
                    self.known.link_of(written, [result_id; 3], Some(role), 327)
                });
                let text = format!("{} 1.liberte-numerique.express.BgGhssMCAUcBgAerBwDtX", links.join(" "));
                widget.read(&format!("find('textarea').value = {}", json!(text))).await;
                widget.act("add").await;
                widget.wait("the team", "return find('.talk')").await;
            }
            self.take(room).await;
            if room == "team" {
                self.print(room).await;
                widget.act("workshop").await;
                widget.on("workshop").await;
                self.take("workshop").await;
                widget.act("end").await;
                widget.on(room).await;
            }
            if room == "plan" {
                widget.read("find('.what-if').open = true; return 1").await;
                self.take("what-if").await;
            }
            widget.act("back").await;
            widget.on("report").await;
        }
        widget.act("anew").await;
        widget.answer_all(&self.known.responses(NO_BLIND_SPOT)).await;
        widget.wait("the question before the result", "return find('[data-screen=expectation]')").await;
        self.take("expectation").await;
        self.browser.forget().await;
    }

    async fn versions(&self) {
        let locale = &self.known.questionnaire().locale;
        let full = Known::of("liberte-numerique", "full", locale);
        self.browser.keep(&self.known.link(NO_BLIND_SPOT)).await;
        let widget = self.browser.open(&self.page("")).await;
        widget.act("deeper").await;
        widget.on("item").await;
        widget.click(".more summary").await;
        self.take("full-question").await;
        let written = "3?12421043".repeat(3)[..full.questionnaire().len()].to_owned();
        self.browser.forget().await;
        let widget = self.browser.open(&self.page(&format!("#{}", full.link(&written)))).await;
        widget.on("shared").await;
        widget.act("detail").await;
        widget.wait("the details", "return find('.by-level')").await;
        for table in ["figures", "dimensions", "holding"] {
            widget.click(&format!("details:has(.{table}) summary")).await;
        }
        self.take("full-shared").await;
        self.print("full-shared").await;
        let before = Known::first_version(locale);
        self.browser.forget().await;
        self.browser.open(&self.page(&format!("#{}", before.link(TWO_BLIND_SPOTS)))).await.on("shared").await;
        self.take("older-shared").await;
        self.browser.widget().act("carry").await;
        self.browser.widget().on("item").await;
        self.take("older-carried").await;
    }

    async fn failures(&self, stage: &Stage) {
        let _missing = stage.site.without(".wasm");
        self.browser.forget_files().await;
        self.browser.load(&self.page("")).await;
        self.browser.widget().wait("the failure panel", "return find('.failure')").await;
        self.take("failure").await;
    }

    fn page(&self, fragment: &str) -> String {
        let locale = &self.known.questionnaire().locale;
        let search = if locale == "fr" { String::new() } else { format!("?lang={locale}") };
        format!("{search}{fragment}")
    }

    /// It rests where it last clicked: what lies there now would show as if pointed at.
    async fn rest_mouse(&self) {
        let away = json!({ "type": "mouseMoved", "x": 0, "y": 0 });
        self.browser.command("Input.dispatchMouseEvent", away).await;
    }

    async fn take(&self, name: &str) {
        self.rest_mouse().await;
        self.write(&format!("{name}-{}.png", self.suffix), &self.browser.picture().await);
    }

    /// The same on paper.
    async fn print(&self, name: &str) {
        self.write(&format!("{name}-{}.pdf", self.suffix), &self.browser.paper().await);
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.folder.join(name);
        fs::write(&path, bytes)
            .unwrap_or_else(|error| panic!("{} can't be written: {error}", path.display()));
    }
}
