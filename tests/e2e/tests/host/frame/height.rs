//! Frame with our script: its height follows its content.

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed::{self, TestBed};
use serde_json::json;

use super::{WRITTEN, enter, fits, frame, height, script};

/// Smallest policy of a host for a frame with a following height.
fn policy(bed: &TestBed) -> String {
    let origin = bed.site.url();
    format!(
        "default-src 'none'; script-src {origin}; frame-src {origin}; img-src data:; \
         require-trusted-types-for 'script'"
    )
}

async fn follows_every_screen(bed: &TestBed, locale: &str, width: u32) {
    let browser = bed.browser().await;
    let oracle = Oracle::new(locale);
    let host = bed.host();
    host.set_policy("host.html", &policy(bed));
    let body = format!(
        "<h1>Un article</h1>{}<p>La suite.</p>{}",
        frame(bed, "one", &format!("?lang={locale}"), ""),
        script(bed)
    );
    host.write_host("host.html", &body);
    browser.resize(width, 800).await;
    browser.load(&host.address("host.html")).await;
    let widget = enter(&browser, "one").await;
    assert!(widget.has(&format!(".boussole[lang={locale}]")).await);
    let lang = browser.run("return document.documentElement.lang", vec![]).await;
    assert_eq!(lang, json!(locale));
    for (position, response) in oracle.responses(WRITTEN).into_iter().enumerate() {
        widget.on_question(position + 1).await;
        fits(&browser, &format!("question {}", position + 1)).await;
        widget.answer(position + 1, response).await;
    }
    widget.wait_for_screen("report").await;
    assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
    fits(&browser, "the report").await;
    widget.open_details().await;
    fits(&browser, "the details").await;
    for screen in ["plan", "take", "history", "team"] {
        widget.open_screen(screen).await;
        fits(&browser, screen).await;
        widget.click_action("back").await;
        widget.wait_for_screen("report").await;
        fits(&browser, "the report again").await;
    }
    // Links lead to the stand-alone page, independent of the article, in its language.
    let link = widget.link().await;
    let page = if locale == "fr" { "#1." } else { "?lang=en#1." };
    assert!(link.starts_with(&bed.site.address(page)), "{link}");
}

#[test]
pub fn a_frame_is_as_high_as_each_screen_in_french() {
    test_bed::run(async |bed| follows_every_screen(bed, "fr", 1280).await);
}

#[test]
fn a_frame_is_as_high_as_each_screen_in_english_on_the_narrowest_phone() {
    test_bed::run(async |bed| follows_every_screen(bed, "en", 320).await);
}

#[test]
fn a_frame_follows_the_width_of_its_page() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = bed.host();
        host.write_host("host.html", &[frame(bed, "one", "", ""), script(bed)].concat());
        browser.load(&host.address("host.html")).await;
        enter(&browser, "one").await;
        let mut heights = Vec::new();
        for width in [1280, 320, 700, 1280] {
            browser.resize(width, 800).await;
            enter(&browser, "one").await;
            fits(&browser, &format!("a page of {width} pixels")).await;
            heights.push(height(&browser, "one").await);
        }
        assert!(heights[1].as_u64() > heights[0].as_u64() && heights[3] == heights[0], "{heights:?}");
    });
}

#[test]
fn a_frame_with_a_border_fits_as_well() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = bed.host();
        for sizing in ["content-box", "border-box"] {
            host.write(
                "host.css",
                &format!("iframe {{ box-sizing: {sizing}; border: 7px solid; width: 500px }}"),
            );
            let style = "<link rel=\"stylesheet\" href=\"host.css\">";
            host.write_host("host.html", &[style, &frame(bed, "one", "", ""), &script(bed)].concat());
            browser.load(&host.address("host.html")).await;
            enter(&browser, "one").await;
            fits(&browser, sizing).await;
        }
    });
}

#[test]
fn what_a_page_reserved_for_a_frame_is_never_taken_back() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = bed.host();
        let body = [frame(bed, "one", "", "height=\"1500\""), script(bed)].concat();
        host.write_host("host.html", &body);
        let shifts = "new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => {
            window.shifted = (window.shifted ?? 0) + value;
        })).observe({ type: 'layout-shift', buffered: true });";
        browser.monitor().before_each_page(shifts).await;
        browser.load(&host.address("host.html")).await;
        let widget = enter(&browser, "one").await;
        widget.answer(1, Oracle::new("fr").responses(WRITTEN)[0]).await;
        widget.on_question(2).await;
        browser.wait("the frame to be followed", "return document.querySelector('.followed')", vec![]).await;
        assert_eq!(height(&browser, "one").await, json!(1500));
        assert_eq!(browser.run("return window.shifted ?? 0", vec![]).await, json!(0));
    });
}

#[test]
fn a_host_that_keeps_a_frame_lower_leaves_it_its_scroll_bar() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = bed.host();
        host.write("host.css", "iframe { max-height: 300px }");
        let style = "<link rel=\"stylesheet\" href=\"host.css\">";
        host.write_host("host.html", &format!("{style}{}{}", frame(bed, "one", "", ""), script(bed)));
        browser.load(&host.address("host.html")).await;
        enter(&browser, "one").await;
        let script = "const { clientWidth, scrollHeight } = document.documentElement;
            return innerHeight === 300 && scrollHeight > 300 && clientWidth < innerWidth";
        browser.wait("a scroll bar", script, vec![]).await;
    });
}

#[test]
pub fn frames_on_one_page_have_each_their_own_height() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let host = bed.host();
        // Frames of other sites, unmarked frames of ours, and an empty one.
        let others = format!(
            "<iframe id=\"other\" title=\"x\" src=\"blank.html\" height=\"99\"></iframe>\
             <iframe id=\"unmarked\" title=\"x\" src=\"{}\" height=\"99\"></iframe>\
             <iframe data-boussole id=\"empty\" title=\"x\" height=\"99\"></iframe>",
            bed.site.address("frame/")
        );
        let (one, two) =
            (frame(bed, "one", "", ""), frame(bed, "two", "?questionnaire=dependances-ia&lang=en", ""));
        host.write_host("host.html", &format!("{one}{others}{two}{}", script(bed)));
        browser.load(&host.address("host.html")).await;
        let second = enter(&browser, "two").await;
        fits(&browser, "the second frame").await;
        assert!(second.has(".boussole[lang=en]").await);
        let before = height(&browser, "two").await;
        let first = enter(&browser, "one").await;
        first.answer_to_report(&oracle.responses(WRITTEN)).await;
        fits(&browser, "the report in the first frame").await;
        assert_eq!(height(&browser, "two").await, before);
        for id in ["other", "unmarked", "empty"] {
            assert_eq!(height(&browser, id).await, json!(99), "{id}");
        }
    });
}

#[test]
fn a_frame_that_comes_late_or_moves_or_shows_another_page_is_followed() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = bed.host();
        host.write_host("host.html", &format!("<div></div><main></main>{}", script(bed)));
        browser.load(&host.address("host.html")).await;
        let add = "document.querySelector('main').insertAdjacentHTML('beforeend', arguments[0])";
        browser.run(add, vec![json!(frame(bed, "one", "", ""))]).await;
        enter(&browser, "one").await;
        fits(&browser, "a frame that came late").await;
        // A moved frame reloads its page.
        browser.leave_frames().await;
        browser.run("document.querySelector('div').append(document.querySelector('#one'))", vec![]).await;
        enter(&browser, "one").await;
        fits(&browser, "a frame that was moved").await;
        browser.leave_frames().await;
        let english = bed.site.address("frame/?lang=en&form=full");
        browser.run("document.querySelector('#one').src = arguments[0]", vec![json!(english)]).await;
        let widget = enter(&browser, "one").await;
        widget.wait("the other page", "return find('.boussole[lang=en]')").await;
        fits(&browser, "another page in the frame").await;
    });
}

#[test]
fn a_script_that_comes_late_or_twice_finds_the_frames_that_are_there() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = bed.host();
        host.write_host("host.html", &frame(bed, "one", "", ""));
        browser.load(&host.address("host.html")).await;
        let widget = enter(&browser, "one").await;
        widget.on_question(1).await;
        browser.leave_frames().await;
        let release = bed.site.url();
        let add = "const script = document.createElement('script');
            Object.assign(script, { type: 'module', src: arguments[0], onload: () => (script.id = 'loaded') });
            document.body.append(script)";
        for name in ["boussole-frame.js", "boussole-frame.js?another"] {
            browser.run(add, vec![json!(format!("{release}{name}"))]).await;
            browser.wait("the script", "return document.querySelector('#loaded')", vec![]).await;
            browser.run("document.querySelector('#loaded').id = ''", vec![]).await;
            let widget = enter(&browser, "one").await;
            fits(&browser, name).await;
            widget.click_action("overview").await;
            widget.wait_for_screen("overview").await;
            fits(&browser, "another screen").await;
            widget.click_action("resume").await;
            widget.wait_for_screen("item").await;
            browser.leave_frames().await;
        }
    });
}

/// Scrolls the host page past the top of the frame.
async fn scroll_into_the_frame(browser: &BrowserSession) {
    browser.leave_frames().await;
    let scroll =
        "const { top } = document.querySelector('#one').getBoundingClientRect(); scrollBy(0, top + 200);
        return document.querySelector('#one').getBoundingClientRect().top";
    assert_eq!(browser.run(scroll, vec![]).await.as_f64(), Some(-200.0));
}

async fn begins_at_the_beginning(bed: &TestBed, browser: &BrowserSession) {
    let host = bed.host();
    host.write("host.css", ".before { height: 900px } .after { height: 2000px }");
    let (one, script) = (frame(bed, "one", "", ""), script(bed));
    let body = format!(
        "<link rel=\"stylesheet\" href=\"host.css\"><p class=\"before\">Avant</p>{one}\
         <p class=\"after\">Après</p>{script}"
    );
    host.write_host("host.html", &body);
    browser.load(&host.address("host.html")).await;
    enter(browser, "one").await;
    fits(browser, "the first question").await;
    for number in 1..=3 {
        scroll_into_the_frame(browser).await;
        let widget = enter(browser, "one").await;
        widget.on_question(number).await;
        // By script: a mouse click scrolls first.
        widget.read("find('input[type=radio]').closest('label').click()").await;
        widget.on_question(number + 1).await;
        widget.focus_on("h2").await;
        browser.leave_frames().await;
        let visible = "const { top } = document.querySelector('#one').getBoundingClientRect();
            return top >= 0 && top < innerHeight / 2";
        browser.wait("the beginning of the frame", visible, vec![]).await;
    }
}

#[test]
pub fn a_new_screen_is_shown_from_its_beginning() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        begins_at_the_beginning(bed, &browser).await;
    });
}

#[test]
fn a_new_screen_is_shown_from_its_beginning_where_a_frame_can_only_scroll_itself() {
    // Frames that scroll only themselves: standard behaviour across origins, though not of every browser.
    let alone = "if (window !== top) {
        Element.prototype.scrollIntoView = () => {};
        const { focus } = HTMLElement.prototype;
        HTMLElement.prototype.focus = function () { focus.call(this, { preventScroll: true }); };
    }";
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.monitor().before_each_page(alone).await;
        begins_at_the_beginning(bed, &browser).await;
    });
}

#[test]
fn frames_that_are_taken_away_leave_nothing_behind() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = bed.host();
        host.write_host("host.html", &format!("<main></main>{}", script(bed)));
        browser.load(&host.address("host.html")).await;
        let mut counts = Vec::new();
        for _ in 0..2 {
            for _ in 0..8 {
                let add = "document.querySelector('main').insertAdjacentHTML('beforeend', arguments[0])";
                browser.run(add, vec![json!(frame(bed, "one", "", ""))]).await;
                enter(&browser, "one").await;
                fits(&browser, "a frame").await;
                browser.leave_frames().await;
                browser.run("document.querySelector('#one').remove()", vec![]).await;
            }
            browser.command("HeapProfiler.collectGarbage", json!({})).await;
            let count = browser.command("Memory.getDOMCounters", json!({})).await;
            counts.push(count["documents"].as_u64().expect("a count"));
        }
        assert!(counts[1] <= counts[0] + 2, "{counts:?} documents after eight frames and after sixteen");
    });
}
