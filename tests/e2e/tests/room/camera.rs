//! Codes that are held up to the camera: a film that the test makes, which the browser takes for one.

use std::fs;

use boussole_e2e::known::Known;
use boussole_e2e::site::Folder;
use boussole_e2e::stage;
use qrcodegen::{QrCode, QrCodeEcc};

use super::*;

const WIDTH: usize = 640;
const HEIGHT: usize = 480;

/// How long each code is held up, in frames of which there are ten a second.
const HELD: usize = 20;

/// A film without colours in which each text is held up as a code, one after the other.
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
    stage::run(async |stage| {
        let known = Known::new("fr");
        let folder = Folder::new("film");
        let path = folder.0.join("codes.y4m");
        let texts: Vec<String> = (0..3)
            .map(|number| format!("https://boussole.example/#{}", link(known.questionnaire(), number)))
            .collect();
        fs::write(&path, film(&texts)).expect("the film can be written");
        let browser = stage.filming_browser(&path).await;
        open(&browser, "room/").await;
        act(&browser, "camera").await;
        counted(&browser, 3).await;
        assert!(there(&browser, ".code.sound").await);
        act(&browser, "camera").await;
        browser.wait("the picture to go", "return document.querySelector('video').hidden", vec![]).await;
    });
}

#[test]
fn where_there_is_no_camera_it_is_said_with_what_to_do() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        open(&browser, "room/").await;
        act(&browser, "camera").await;
        let said = "return /caméra n’a été trouvée|n’est pas autorisée/.test(document.querySelector('.camera').textContent)";
        browser.wait("what to do", said, vec![]).await;
        assert!(there(&browser, "video[hidden]").await);
    });
}
