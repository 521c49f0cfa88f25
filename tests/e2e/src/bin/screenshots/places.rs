//! The pages around the assessment: of an event, its poster, its kiosk and its room, and the one for publishers.

use boussole_e2e::browser::Browser;
use boussole_e2e::known::Known;
use serde_json::json;

use super::{Camera, NO_BLIND_SPOT};

/// Width, height, and pixels of the screen for each of a style sheet.
pub const SIZES: [(u32, u32, u32); 5] =
    [(320, 568, 2), (375, 667, 2), (768, 1024, 1), (1280, 800, 1), (1920, 1080, 1)];

/// How many hand their result over in the room.
const PEOPLE: usize = 120;

impl Camera<'_> {
    /// One after the other, each as somebody finds it.
    pub async fn places(&self) {
        let (known, browser) = (self.known, self.browser);
        browser.forget().await;
        browser.open(&self.page("#event=Independence%20Tech%20Day")).await;
        self.screen("event").await;
        self.kiosk().await;
        let lang = &known.questionnaire().locale;
        for (name, done) in [("poster", "svg"), ("embed", "iframe")] {
            browser.load(&format!("{name}/?lang={lang}")).await;
            let done = format!("return document.querySelector('main {done}') && true");
            browser.wait(name, &done, vec![]).await;
            self.take(name).await;
        }
        self.room(lang).await;
    }

    async fn kiosk(&self) {
        let widget = self.browser.open(&format!("?kiosk&lang={}", self.known.questionnaire().locale)).await;
        widget.on_question(1).await;
        self.screen("kiosk").await;
        widget.answer_all(&self.known.responses(NO_BLIND_SPOT)).await;
        widget.wait("the question before the result", "return find('[data-screen=expectation]')").await;
        self.screen("kiosk-expectation").await;
        widget.act("pass").await;
        widget.on("report").await;
        let code = "return document.querySelector('.kiosk-result .code') && true";
        self.browser.wait("the code", code, vec![]).await;
        self.screen("kiosk-result").await;
    }

    async fn room(&self, lang: &str) {
        let browser = self.browser;
        browser.load(&format!("room/?lang={lang}")).await;
        let paste = "const field = document.querySelector('[data-field=paste]');
            if (!field) return false;
            field.value = arguments[0];
            document.querySelector('[data-action=add]').click();
            return true";
        browser.wait("the desk", paste, vec![json!(links(self.known))]).await;
        let counted = "return document.querySelector('.count strong')?.textContent === String(arguments[0])";
        browser.wait("the room", counted, vec![json!(PEOPLE)]).await;
        self.take("room").await;
        browser.run("document.querySelector('[data-action=present]').click()", vec![]).await;
        browser
            .wait("the room to be shown", "return document.querySelector('.presenting') && true", vec![])
            .await;
        self.screen("room-shown").await;
        browser.run("localStorage.clear()", vec![]).await;
    }

    /// What is seen of it without scrolling.
    async fn screen(&self, name: &str) {
        self.rest_mouse().await;
        self.write(&format!("{name}-{}.png", self.suffix), &self.browser.screen().await);
    }
}

/// Full links of a room whose people differ, each with a result_id of its own.
fn links(known: &Known) -> String {
    const ANSWERS: [&str; 6] = ["0", "1", "2", "3", "4", "?"];
    let link = |person: usize| {
        // A walk through the answers with another step for each person.
        let answer = |item: usize| ANSWERS[(person * 7 + item * (person % 5 + 1)) % ANSWERS.len()];
        let written: String = (0..known.questionnaire().len()).map(answer).collect();
        known.link_of(&written, [1, 2, person as u8], None, 327)
    };
    (0..PEOPLE).map(link).collect::<Vec<_>>().join("\n")
}

/// Takes pictures of all of them.
pub async fn all(browser: &Browser, folder: &std::path::Path) {
    for (locale, scheme, preference) in
        [("fr", "light", super::Preference::Light), ("en", "dark", super::Preference::Dark)]
    {
        let known = Known::new(locale);
        browser.prefer(preference).await;
        for (width, height, pixels) in SIZES {
            browser.scale(width, height, pixels).await;
            let suffix = format!("{width}-{scheme}-{locale}");
            Camera { browser, known: &known, folder, suffix }.places().await;
        }
    }
}
