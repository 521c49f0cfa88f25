//! Files of the organiser: written and read back.

use boussole_core::room::{Reading, RoomFigures};
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::downloads::Downloads;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::{picture, test_bed};
use serde_json::{Value, json};

use super::*;

/// Figures of a file's text.
fn brought(oracle: &Oracle, text: &str) -> Vec<RoomFigures> {
    let mut reading = Reading::of(text);
    reading.step(&mut Default::default(), &[oracle.questionnaire().clone().into()], 99);
    reading.imported
}

/// Text of a downloaded file, whose name is checked.
async fn download(browser: &BrowserSession, downloads: &Downloads, action: &str, name: &str) -> String {
    click_action(browser, action).await;
    let (found, content) = downloads.next(browser, action).await;
    assert_eq!(found, name);
    String::from_utf8(content).expect("the file is text")
}

async fn filled(browser: &BrowserSession, oracle: &Oracle, count: u16) {
    open(browser, "room/").await;
    paste(browser, &mails(oracle.questionnaire(), count)).await;
    counted(browser, count.into()).await;
}

#[test]
fn figures_go_out_as_json_and_csv_and_come_back_beside_other_rooms() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        let downloads = Downloads::of(&browser).await;
        filled(&browser, &oracle, 60).await;
        let json_file = download(&browser, &downloads, "json", "boussole-room-liberte-numerique.json").await;
        let csv_file = download(&browser, &downloads, "csv", "boussole-room-liberte-numerique.csv").await;
        let json: Value = serde_json::from_str(&json_file).expect("it is JSON");
        assert_eq!(
            (&json["schema"], &json["rooms"][0]["count"]),
            (&json!("urn:boussole:room:1"), &json!(60))
        );
        assert!(!json_file.contains("1.liberte-numerique.express"), "no single result is in it");
        assert_eq!(brought(&oracle, &json_file), brought(&oracle, &csv_file));
        let other = bed.browser().await;
        filled(&other, &oracle, 7).await;
        paste(&other, &json_file).await;
        let beside = "return document.querySelectorAll('.lines')[0]?.children.length === 2";
        other.wait("two rooms side by side", beside, vec![]).await;
        assert!(text(&other, ".list").await.contains("· 60"));
        assert_eq!(text(&other, ".count strong").await, "7");
    });
}

#[test]
fn the_links_of_two_organisers_join_and_a_result_in_both_counts_once() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        let downloads = Downloads::of(&browser).await;
        filled(&browser, &oracle, 8).await;
        let name = "boussole-room-liberte-numerique-links.txt";
        let links = download(&browser, &downloads, "links", name).await;
        let other = bed.browser().await;
        filled(&other, &oracle, 6).await;
        let drop = "const data = new DataTransfer();
            data.items.add(new File([arguments[0]], 'links.txt'));
            document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }));";
        other.run(drop, vec![json!(links)]).await;
        counted(&other, 8).await;
    });
}

#[test]
fn the_closing_slide_is_a_picture_of_its_size() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        let downloads = Downloads::of(&browser).await;
        filled(&browser, &oracle, 120).await;
        click_action(&browser, "picture").await;
        let (_, png) = downloads.next(&browser, "the slide").await;
        assert_eq!(picture::size(&png), (1920, 1080));
        assert!(picture::colours(&png) > 20);
    });
}
