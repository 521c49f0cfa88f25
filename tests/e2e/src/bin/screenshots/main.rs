//! Pictures of every screen, of the other pages, and of the printed report, for design reviews.
//! Run: `cargo run -p boussole-e2e --bin screenshots -- <folder>`, after a release in `dist/`.

mod pages;
mod pictures;

use std::fs;
use std::path::PathBuf;

use boussole_core::questionnaire::Role;
use boussole_e2e::browser::{HISTORY, Preference};
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed::{self, TestBed};
use pictures::{NO_BLIND_SPOT, Screenshots};
use serde_json::json;

const TWO_BLIND_SPOTS: &str = "3?12 42?- 1432";
const UNFINISHED: &str = "3?12 42__ ____";

/// Width and height in CSS pixels, and device pixel ratio.
const SIZES: [(u32, u32, u32); 2] = [(375, 667, 2), (1280, 800, 1)];
const SCHEMES: [(&str, Preference); 2] = [("light", Preference::Light), ("dark", Preference::Dark)];
const LOCALES: [&str; 2] = ["fr", "en"];

fn main() {
    let folder = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("screenshots"), PathBuf::from);
    fs::create_dir_all(&folder).expect("the folder can be made");
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        // Phones show no scroll bars.
        browser.command("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        for locale in LOCALES {
            let oracle = Oracle::new(locale);
            for (width, height, pixels) in SIZES {
                browser.scale(width, height, pixels).await;
                for (scheme, preference) in SCHEMES {
                    browser.prefer(preference).await;
                    let suffix = format!("{width}-{scheme}-{locale}");
                    let screenshots =
                        Screenshots { browser: &browser, oracle: &oracle, folder: &folder, suffix };
                    screenshots.questions().await;
                    screenshots.results().await;
                    screenshots.lazy_screens().await;
                    screenshots.versions().await;
                    screenshots.failures(bed).await;
                }
            }
        }
        pages::all(&browser, &folder).await;
        // Expected messages of the failure panel.
        browser.monitor().drain_messages().await;
    });
    println!("The pictures are in {}.", folder.display());
}

impl Screenshots<'_> {
    async fn questions(&self) {
        self.browser.clear_storage().await;
        self.browser.open(&self.page("")).await;
        self.save_picture("opening").await;
        self.browser.store_draft(&self.oracle.link(UNFINISHED)).await;
        let widget = self.browser.open(&self.page("")).await;
        self.save_picture("resumed").await;
        widget.click_action("back").await;
        widget.on_question(6).await;
        widget.click_action("close-notice").await;
        self.save_picture("question").await;
        widget.click_action("overview").await;
        widget.wait_for_screen("overview").await;
        self.save_picture("overview").await;
        widget.click_action("erase").await;
        widget.wait_for_screen("item").await;
        self.save_picture("erased").await;
    }

    async fn results(&self) {
        for (name, written) in [("report", TWO_BLIND_SPOTS), ("report-known", NO_BLIND_SPOT)] {
            self.browser.store_draft(&self.oracle.link(written)).await;
            let widget = self.browser.open(&self.page("")).await;
            widget.wait_for_screen("report").await;
            widget.click_action("close-notice").await;
            self.save_picture(name).await;
            self.save_pdf(name).await;
        }
        let (full, scores) = (self.oracle.link(TWO_BLIND_SPOTS), self.oracle.scores_link(TWO_BLIND_SPOTS));
        for (name, link) in [("shared", full), ("shared-scores", scores)] {
            self.browser.clear_storage().await;
            self.browser.open(&self.page(&format!("#{link}"))).await.wait_for_screen("shared").await;
            self.save_picture(name).await;
        }
        self.browser.clear_storage().await;
        let damaged = self.oracle.link(TWO_BLIND_SPOTS).replace("express.", "express.X");
        self.browser.open(&self.page(&format!("#{damaged}"))).await;
        self.save_picture("damaged").await;
    }

    async fn lazy_screens(&self) {
        let today = self.oracle.link(TWO_BLIND_SPOTS);
        self.browser.clear_storage().await;
        self.browser.store_draft(&today).await;
        let earlier = self.oracle.link_of("2?01 42?- 1430", [9, 9, 9], None, 100);
        let history = format!("{earlier}\n{}", self.oracle.link(NO_BLIND_SPOT));
        self.browser.run("localStorage.setItem(...arguments)", vec![json!(HISTORY), json!(history)]).await;
        let widget = self.browser.open(&self.page("")).await;
        widget.wait_for_screen("report").await;
        widget.click_action("close-notice").await;
        widget.click_action("detail").await;
        widget.wait("the details", "return find('.by-level')").await;
        self.save_picture("detail").await;
        for screen in ["plan", "take", "history", "team"] {
            widget.click_action(screen).await;
            widget.wait_for_screen(screen).await;
            if screen == "team" {
                let members = [
                    ("1011 12?- 0121", 1, Role::GeneralManagement),
                    ("3444 34?1 3442", 2, Role::It),
                    ("13?2 1111 2120", 3, Role::Legal),
                    ("2232 ?2?2 1?21", 4, Role::Procurement),
                ];
                let links = members.map(|(written, result_id, role)| {
                    self.oracle.link_of(written, [result_id; 3], Some(role), 327)
                });
                let text = format!("{} 1.liberte-numerique.express.BgGhssMCAUcBgAerBwDtX", links.join(" "));
                widget.read(&format!("find('textarea').value = {}", json!(text))).await;
                widget.click_action("add").await;
                widget.wait("the team", "return find('.talk')").await;
            }
            self.save_picture(screen).await;
            if screen == "team" {
                self.save_pdf(screen).await;
                widget.click_action("workshop").await;
                widget.wait_for_screen("workshop").await;
                self.save_picture("workshop").await;
                widget.click_action("end").await;
                widget.wait_for_screen(screen).await;
            }
            if screen == "plan" {
                widget.read("find('.what-if').open = true; return 1").await;
                self.save_picture("what-if").await;
            }
            widget.click_action("back").await;
            widget.wait_for_screen("report").await;
        }
        widget.click_action("anew").await;
        widget.answer_all(&self.oracle.responses(NO_BLIND_SPOT)).await;
        widget.wait("the question before the result", "return find('[data-screen=expectation]')").await;
        self.save_picture("expectation").await;
        self.browser.clear_storage().await;
    }

    async fn versions(&self) {
        let locale = &self.oracle.questionnaire().locale;
        let full = Oracle::of("liberte-numerique", "full", locale);
        self.browser.store_draft(&self.oracle.link(NO_BLIND_SPOT)).await;
        let widget = self.browser.open(&self.page("")).await;
        widget.click_action("deeper").await;
        widget.wait_for_screen("item").await;
        widget.click(".more summary").await;
        self.save_picture("full-question").await;
        let written = "3?12421043".repeat(3)[..full.questionnaire().len()].to_owned();
        self.browser.clear_storage().await;
        let widget = self.browser.open(&self.page(&format!("#{}", full.link(&written)))).await;
        widget.wait_for_screen("shared").await;
        widget.click_action("detail").await;
        widget.wait("the details", "return find('.by-level')").await;
        for table in ["figures", "dimensions", "holding"] {
            widget.click(&format!("details:has(.{table}) summary")).await;
        }
        self.save_picture("full-shared").await;
        self.save_pdf("full-shared").await;
        let before = Oracle::first_version(locale);
        self.browser.clear_storage().await;
        self.browser
            .open(&self.page(&format!("#{}", before.link(TWO_BLIND_SPOTS))))
            .await
            .wait_for_screen("shared")
            .await;
        self.save_picture("older-shared").await;
        self.browser.widget().click_action("carry").await;
        self.browser.widget().wait_for_screen("item").await;
        self.save_picture("older-carried").await;
    }

    async fn failures(&self, bed: &TestBed) {
        let _missing = bed.site.hide_files(".wasm");
        self.browser.disable_cache().await;
        self.browser.load(&self.page("")).await;
        self.browser.widget().wait("the failure panel", "return find('.failure')").await;
        self.save_picture("failure").await;
    }
}
