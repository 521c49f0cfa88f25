//! Codes before the camera: a film of the test replaces its picture.

use std::fs;

use boussole_e2e::oracle::Oracle;
use boussole_e2e::temp_folder::TempFolder;
use boussole_e2e::test_bed;
use qrcodegen::{QrCode, QrCodeEcc};

use super::*;

const WIDTH: usize = 640;
const HEIGHT: usize = 480;

/// Duration of each code in frames, at ten frames a second.
const HELD: usize = 20;

/// Film in grey, with each text as a code, one after the other.
fn film(texts: &[String]) -> Vec<u8> {
    let mut film = format!("YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n").into_bytes();
    for text in texts {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("it is short enough");
        let side = code.size() + 8;
        let square = HEIGHT as i32 / side;
        let dark = |x: usize, y: usize| code.get_module(x as i32 / square - 4, y as i32 / square - 4);
        let mut frame = b"FRAME\n".to_vec();
        frame.extend(
            (0..HEIGHT).flat_map(|y| (0..WIDTH).map(move |x| (x, y))).map(
                |(x, y)| {
                    if dark(x, y) { 20 } else { 230 }
                },
            ),
        );
        frame.extend(vec![128; WIDTH * HEIGHT / 2]);
        (0..HELD).for_each(|_| film.extend(&frame));
    }
    film
}

#[test]
fn codes_held_up_to_the_camera_are_read_and_acknowledged() {
    test_bed::run(async |bed| {
        let oracle = Oracle::new("fr");
        let folder = TempFolder::new("film");
        let path = folder.0.join("codes.y4m");
        let texts: Vec<String> = (0..3)
            .map(|number| format!("https://boussole.example/#{}", link(oracle.questionnaire(), number)))
            .collect();
        fs::write(&path, film(&texts)).expect("the film can be written");
        let browser = bed.browser_with_camera(&path).await;
        open(&browser, "room/").await;
        click_action(&browser, "camera").await;
        counted(&browser, 3).await;
        assert!(there(&browser, ".code.sound").await);
        click_action(&browser, "camera").await;
        browser.wait("the picture to go", "return document.querySelector('video').hidden", vec![]).await;
    });
}

#[test]
fn without_a_camera_a_message_gives_advice() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        open(&browser, "room/").await;
        click_action(&browser, "camera").await;
        let advice = "return /caméra n’a été trouvée|n’est pas autorisée/.test(document.querySelector('.camera').textContent)";
        browser.wait("what to do", advice, vec![]).await;
        assert!(there(&browser, "video[hidden]").await);
    });
}
