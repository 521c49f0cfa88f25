//! What the organiser takes away, and what is read back.

use boussole_core::room::{Reading, RoomFigures};
use boussole_e2e::browser::Browser;
use boussole_e2e::downloads::Downloads;
use boussole_e2e::known::Known;
use boussole_e2e::{picture, stage};
use serde_json::{Value, json};

use super::*;

/// The figures that a text brings.
fn brought(known: &Known, text: &str) -> Vec<RoomFigures> {
    let mut reading = Reading::of(text);
    reading.step(&mut Default::default(), &[known.questionnaire().clone().into()], 99);
    reading.brought
}

/// The text of a file that is taken away under a name.
async fn taken(browser: &Browser, downloads: &Downloads, action: &str, name: &str) -> String {
    act(browser, action).await;
    let (found, content) = downloads.next(browser, action).await;
    assert_eq!(found, name);
    String::from_utf8(content).expect("the file is text")
}

async fn filled(browser: &Browser, known: &Known, count: u16) {
    open(browser, "room/").await;
    paste(browser, &mails(known.questionnaire(), count)).await;
    counted(browser, count.into()).await;
}

#[test]
fn figures_go_out_as_json_and_csv_and_come_back_beside_other_rooms() {
    stage::run(async |stage| {
        let (browser, known) = (stage.browser().await, Known::new("fr"));
        let downloads = Downloads::of(&browser).await;
        filled(&browser, &known, 60).await;
        let json_file = taken(&browser, &downloads, "json", "boussole-room-liberte-numerique.json").await;
        let csv_file = taken(&browser, &downloads, "csv", "boussole-room-liberte-numerique.csv").await;
        let json: Value = serde_json::from_str(&json_file).expect("it is JSON");
        assert_eq!(
            (&json["schema"], &json["rooms"][0]["count"]),
            (&json!("urn:boussole:room:1"), &json!(60))
        );
        assert!(!json_file.contains("1.liberte-numerique.express"), "no single result is in it");
        assert_eq!(brought(&known, &json_file), brought(&known, &csv_file));
        let other = stage.browser().await;
        filled(&other, &known, 7).await;
        paste(&other, &json_file).await;
        let beside = "return document.querySelectorAll('.lines')[0]?.children.length === 2";
        other.wait("two rooms side by side", beside, vec![]).await;
        assert!(text(&other, ".list").await.contains("· 60"));
        assert_eq!(text(&other, ".count strong").await, "7");
    });
}

#[test]
fn the_links_of_two_organisers_join_and_whoever_is_in_both_counts_once() {
    stage::run(async |stage| {
        let (browser, known) = (stage.browser().await, Known::new("fr"));
        let downloads = Downloads::of(&browser).await;
        filled(&browser, &known, 8).await;
        let name = "boussole-room-liberte-numerique-links.txt";
        let links = taken(&browser, &downloads, "links", name).await;
        let other = stage.browser().await;
        filled(&other, &known, 6).await;
        let drop = "const data = new DataTransfer();
            data.items.add(new File([arguments[0]], 'links.txt'));
            document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }));";
        other.run(drop, vec![json!(links)]).await;
        counted(&other, 8).await;
    });
}

#[test]
fn the_closing_slide_is_a_picture_of_its_size() {
    stage::run(async |stage| {
        let (browser, known) = (stage.browser().await, Known::new("fr"));
        let downloads = Downloads::of(&browser).await;
        filled(&browser, &known, 120).await;
        act(&browser, "picture").await;
        let (_, png) = downloads.next(&browser, "the slide").await;
        assert_eq!(picture::size(&png), (1920, 1080));
        assert!(picture::colours(&png) > 20);
    });
}
