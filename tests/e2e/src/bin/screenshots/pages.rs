//! Pictures of the pages around the assessment: event, poster, kiosk, room, embed page.

use boussole_e2e::browser::{BrowserSession, Preference};
use boussole_e2e::oracle::Oracle;
use boussole_e2e::room_page;
use serde_json::json;

use super::pictures::{NO_BLIND_SPOT, Screenshots};

/// Width and height in CSS pixels, and device pixel ratio.
pub const SIZES: [(u32, u32, u32); 5] =
    [(320, 568, 2), (375, 667, 2), (768, 1024, 1), (1280, 800, 1), (1920, 1080, 1)];

/// Number of results in the room.
const PEOPLE: usize = 120;

impl Screenshots<'_> {
    /// Saves all pages.
    pub async fn surrounding_pages(&self) {
        let (oracle, browser) = (self.oracle, self.browser);
        browser.clear_storage().await;
        browser.open(&self.page("#event=Independence%20Tech%20Day")).await;
        self.save_visible("event").await;
        self.kiosk().await;
        let lang = &oracle.questionnaire().locale;
        for (name, done) in [("poster", "svg"), ("embed", "iframe")] {
            browser.load(&format!("{name}/?lang={lang}")).await;
            let done = format!("return document.querySelector('main {done}') && true");
            browser.wait(name, &done, vec![]).await;
            self.save_picture(name).await;
        }
        self.room(lang).await;
    }

    async fn kiosk(&self) {
        let widget = self.browser.open(&format!("?kiosk&lang={}", self.oracle.questionnaire().locale)).await;
        widget.on_question(1).await;
        self.save_visible("kiosk").await;
        widget.answer_all(&self.oracle.responses(NO_BLIND_SPOT)).await;
        widget.wait("the question before the result", "return find('[data-screen=expectation]')").await;
        self.save_visible("kiosk-expectation").await;
        widget.click_action("pass").await;
        widget.wait_for_screen("report").await;
        let code = "return document.querySelector('.kiosk-result .code') && true";
        self.browser.wait("the code", code, vec![]).await;
        self.save_visible("kiosk-result").await;
    }

    async fn room(&self, lang: &str) {
        let browser = self.browser;
        room_page::open(browser, &format!("room/?lang={lang}")).await;
        room_page::paste(browser, &links(self.oracle)).await;
        let counted = "return document.querySelector('.count strong')?.textContent === String(arguments[0])";
        browser.wait("the room", counted, vec![json!(PEOPLE)]).await;
        self.save_picture("room").await;
        browser.run("document.querySelector('[data-action=present]').click()", vec![]).await;
        browser
            .wait("the room to be shown", "return document.querySelector('.presenting') && true", vec![])
            .await;
        self.save_visible("room-shown").await;
        browser.run("localStorage.clear()", vec![]).await;
    }

    /// Saves the visible part.
    async fn save_visible(&self, name: &str) {
        self.rest_mouse().await;
        self.write(&format!("{name}-{}.png", self.suffix), &self.browser.screen().await);
    }
}

/// Full links of different results, each with its own result id.
fn links(oracle: &Oracle) -> String {
    const ANSWERS: [&str; 6] = ["0", "1", "2", "3", "4", "?"];
    let link = |person: usize| {
        // A walk through the answers with a different step per person.
        let answer = |item: usize| ANSWERS[(person * 7 + item * (person % 5 + 1)) % ANSWERS.len()];
        let written: String = (0..oracle.questionnaire().len()).map(answer).collect();
        oracle.link_of(&written, [1, 2, person as u8], None, 327)
    };
    (0..PEOPLE).map(link).collect::<Vec<_>>().join("\n")
}

/// Saves the pages in two languages and all sizes.
pub async fn all(browser: &BrowserSession, folder: &std::path::Path) {
    for (locale, scheme, preference) in [("fr", "light", Preference::Light), ("en", "dark", Preference::Dark)]
    {
        let oracle = Oracle::new(locale);
        browser.prefer(preference).await;
        for (width, height, pixels) in SIZES {
            browser.scale(width, height, pixels).await;
            let suffix = format!("{width}-{scheme}-{locale}");
            Screenshots { browser, oracle: &oracle, folder, suffix }.surrounding_pages().await;
        }
    }
}
