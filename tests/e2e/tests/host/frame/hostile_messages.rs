//! Hostile messages: wrong origin, wrong window, giant, malformed, too many. None has an effect.

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed::{self, TestBed};
use serde_json::{Value, json};

use super::{WRITTEN, enter, fits, frame, height, script};

/// Shapes of messages, with `key` as the sender's guess of the key.
const SHAPES: &str = "const shapes = (key) => {
    const heights = [1, 1234, '1234', -1, 0, 1.5, NaN, Infinity, 50001, 1e9, Number.MAX_SAFE_INTEGER, 2n ** 64n, null,
        undefined, {}, [], [1234], true, new Date(1234), '1e3', { valueOf: 1234 }];
    const types = ['height', 'show', 'measure', 'hello', 'Height', 'toString', '__proto__', '', null, 1, {}];
    const versions = [1, '1', 0, 2, null, true, [1], {}];
    const all = [null, undefined, 0, 1, '', 'boussole', 'height', [], [1], {}, NaN, 2n, new Map([['boussole', 1]]),
        new ArrayBuffer(8), new Error('boussole'), { boussole: { boussole: 1 } }, JSON.stringify({ boussole: 1 })];
    for (const boussole of versions) for (const type of types) for (const height of heights)
        all.push({ boussole, type, key, height });
    return all;
};";

/// Sends all shapes to a window.
async fn send_all(browser: &BrowserSession, window: &str, key: &str) {
    send_some(browser, window, key, "true").await;
}

/// Sends the shapes that fulfil a condition.
async fn send_some(browser: &BrowserSession, window: &str, key: &str, condition: &str) {
    let script = format!(
        "{SHAPES}
        const all = shapes({key}).filter((shape) => {condition});
        for (const shape of all) {window}.postMessage(shape, '*');
        return all.length"
    );
    let count = browser.run(&script, vec![]).await;
    assert!(count.as_u64() > Some(1000), "{count} messages");
}

/// Counts the messages of the current page.
async fn count_messages(browser: &BrowserSession) {
    browser.run("window.had = 0; addEventListener('message', () => window.had++)", vec![]).await;
}

async fn wait_for_messages(browser: &BrowserSession, count: u64) {
    browser.wait("all messages to arrive", "return window.had >= arguments[0]", vec![json!(count)]).await;
}

/// Article with our frame, a frame of the host, and a frame of a third origin.
async fn open(bed: &TestBed, browser: &BrowserSession) -> Value {
    let (host, stranger) = (bed.host(), bed.host());
    let others = format!(
        "<iframe id=\"sibling\" title=\"x\" src=\"blank.html\"></iframe>\
         <iframe id=\"marked\" data-boussole title=\"x\" src=\"{}\" height=\"99\"></iframe>\
         <iframe id=\"stranger\" title=\"x\" src=\"{}\"></iframe>",
        bed.site.address("blank.html"),
        stranger.address("blank.html"),
    );
    host.write_host("host.html", &[frame(bed, "one", "", ""), others, script(bed)].concat());
    browser.load(&host.address("host.html")).await;
    enter(browser, "one").await;
    fits(browser, "the first question").await;
    let height = height(browser, "one").await;
    count_messages(browser).await;
    height
}

/// Asserts that the frame is unchanged and still follows its content.
async fn assert_unmoved(browser: &BrowserSession, before: &Value, what: &str) {
    assert_eq!(&height(browser, "one").await, before, "{what}");
    let widget = enter(browser, "one").await;
    widget.click_action("overview").await;
    widget.wait_for_screen("overview").await;
    fits(browser, &format!("the overview after {what}")).await;
    widget.click_action("resume").await;
    widget.on_question(1).await;
    fits(browser, &format!("the question after {what}")).await;
    assert_eq!(&height(browser, "one").await, before, "{what}");
}

#[test]
fn a_host_listens_to_no_window_but_that_of_the_frame() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let before = open(bed, &browser).await;
        for id in ["sibling", "stranger"] {
            browser.leave_frames().await;
            browser.run("window.had = 0", vec![]).await;
            browser.enter_frame(&format!("#{id}")).await;
            // The first key is predictable.
            send_all(&browser, "parent", "'1'").await;
            browser.leave_frames().await;
            wait_for_messages(&browser, 1000).await;
            assert_unmoved(&browser, &before, id).await;
        }
        browser.leave_frames().await;
        browser.run("window.had = 0", vec![]).await;
        send_all(&browser, "window", "'1'").await;
        wait_for_messages(&browser, 1000).await;
        assert_unmoved(&browser, &before, "the page itself").await;
    });
}

/// Current key of a frame.
async fn learn_key(browser: &BrowserSession, id: &str) -> String {
    browser.leave_frames().await;
    browser.enter_frame(&format!("#{id}")).await;
    let learn = "addEventListener('message', ({ data }) => (window.key = data.key));
        parent.postMessage({ boussole: 1, type: 'ready' }, '*')";
    browser.run(learn, vec![]).await;
    browser.wait("a key", "return window.key", vec![]).await.to_string()
}

#[test]
fn what_a_frame_says_wrongly_or_for_another_is_not_understood() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let before = open(bed, &browser).await;
        let (own, other) = (learn_key(&browser, "one").await, learn_key(&browser, "marked").await);
        for (id, key, stolen) in [("one", &own, &other), ("marked", &other, &own)] {
            browser.leave_frames().await;
            browser.run("window.had = 0", vec![]).await;
            browser.enter_frame(&format!("#{id}")).await;
            send_some(&browser, "parent", key, "![1, 1234].includes(shape?.height)").await;
            for key in [&**stolen, "'1'", "undefined"] {
                send_all(&browser, "parent", key).await;
            }
            browser.leave_frames().await;
            wait_for_messages(&browser, 4000).await;
            assert_unmoved(&browser, &before, &format!("nonsense of {id}")).await;
            assert_eq!(height(&browser, "marked").await, json!(99));
        }
        // A valid message is accepted from its own frame.
        browser.enter_frame("#marked").await;
        let right = "parent.postMessage({ boussole: 1, type: 'height', key: window.key, height: 777 }, '*')";
        browser.run(right, vec![]).await;
        browser.leave_frames().await;
        let grown = "return document.querySelector('#marked').clientHeight === 777";
        browser.wait("the frame to follow", grown, vec![]).await;
        assert_unmoved(&browser, &before, "another frame that grew").await;
    });
}

#[test]
pub fn a_stranger_in_the_frame_is_not_listened_to() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let before = open(bed, &browser).await;
        let stranger = bed.host();
        browser.enter_frame("#one").await;
        browser.run("location.href = arguments[0]", vec![json!(stranger.address("blank.html"))]).await;
        browser
            .wait(
                "the stranger",
                "return location.href === arguments[0]",
                vec![json!(stranger.address("blank.html"))],
            )
            .await;
        count_messages(&browser).await;
        browser.run("parent.postMessage({ boussole: 1, type: 'ready' }, '*')", vec![]).await;
        send_all(&browser, "parent", "'1'").await;
        browser.leave_frames().await;
        wait_for_messages(&browser, 1000).await;
        assert_eq!(height(&browser, "one").await, before);
        browser.enter_frame("#one").await;
        assert_eq!(browser.run("return window.had", vec![]).await, json!(0), "nothing is answered");
    });
}

#[test]
fn giants_and_floods_change_nothing() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let before = open(bed, &browser).await;
        browser.enter_frame("#stranger").await;
        let script = "const message = { boussole: 1, type: 'height', key: '1', height: 1234 };
            parent.postMessage({ ...message, key: 'x'.repeat(2e7) }, '*');
            parent.postMessage({ ...message, more: new Uint8Array(5e7) }, '*');
            for (let count = 0; count < 10000; count++) parent.postMessage(message, '*');
            const frame = parent.frames[0];
            frame.postMessage({ boussole: 1, type: 'measure', key: 'x'.repeat(2e7) }, '*');
            for (let count = 0; count < 10000; count++) frame.postMessage({ boussole: 1, type: 'hello' }, '*')";
        browser.run(script, vec![]).await;
        browser.leave_frames().await;
        wait_for_messages(&browser, 10002).await;
        assert_unmoved(&browser, &before, "a flood").await;
        // No answer to the third origin.
        browser.leave_frames().await;
        let had = browser.run("return window.had", vec![]).await;
        assert!(had.as_u64() < Some(10100), "{had} messages");
    });
}

#[test]
fn a_frame_listens_to_the_page_around_it_alone_and_to_what_it_knows() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let before = open(bed, &browser).await;
        let any = "true";
        for (id, window, key, condition) in [
            ("#sibling", "parent.frames[0]", "'evil'", any),
            ("#stranger", "parent.frames[0]", "'evil'", any),
            ("#one", "window", "'evil'", any),
            ("", "frames[0]", "'evil'", "shape?.boussole !== 1"),
            ("", "frames[0]", "['evil']", any),
            ("", "frames[0]", "'x'.repeat(65)", any),
        ] {
            enter(&browser, "one").await;
            count_messages(&browser).await;
            browser.leave_frames().await;
            if !id.is_empty() {
                browser.enter_frame(id).await;
            }
            // `hello` restarts the exchange and would hide earlier effects.
            let condition = format!("shape?.type !== 'hello' && {condition}");
            send_some(&browser, window, key, &condition).await;
            enter(&browser, "one").await;
            wait_for_messages(&browser, 1000).await;
            assert_unmoved(&browser, &before, &format!("messages from {id} with {key}")).await;
        }
    });
}

#[test]
pub fn messages_tell_nothing_of_the_answers() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let note = "addEventListener('message', ({ data }) => (window.noted ??= []).push(data))";
        browser.monitor().before_each_page(note).await;
        open(bed, &browser).await;
        let widget = enter(&browser, "one").await;
        widget.answer_to_report(&oracle.responses(WRITTEN)).await;
        fits(&browser, "the report").await;
        browser.leave_frames().await;
        let noted = browser.run("return window.noted", vec![]).await;
        let noted = noted.as_array().expect("there were messages");
        assert!(noted.len() > 12, "{noted:?}");
        for message in noted {
            let message = message.as_object().expect("a message is an object");
            let oracle = ["boussole", "type", "key", "height"];
            assert!(message.keys().all(|name| oracle.contains(&&**name)), "{message:?}");
        }
    });
}
