//! The laws of the QR code: a reader of another make reads what was written.

use boussole_qr_code::{Qr, qr, sturdy};
use proptest::prelude::*;

/// Width of a module in pixels.
const SCALE: usize = 4;

/// The modules of a code, row after row, true where dark.
fn modules(code: &Qr) -> Vec<Vec<bool>> {
    let size = usize::try_from(code.size).expect("it is above 0");
    let mut rows = vec![vec![false; size]; size];
    for run in code.path.split_terminator('z') {
        let run = run.strip_prefix('M').expect("a run begins at a place");
        let (place, sides) = run.split_once('h').expect("and goes to the right");
        let (x, y) = place.split_once(' ').expect("a place is two numbers");
        let (length, back) = sides.split_once("v1h-").expect("a module down, and back");
        assert_eq!(length, back);
        let number = |text: &str| text.parse::<usize>().expect("a number");
        rows[number(y)][number(x)..][..number(length)].fill(true);
    }
    rows
}

/// Text that the reader finds in the code, drawn in black and white.
fn read(code: &Qr) -> String {
    let modules = modules(code);
    let side = modules.len() * SCALE;
    let luminance = |x: usize, y: usize| if modules[y / SCALE][x / SCALE] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, luminance);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "there is one code");
    grids[0].decode().expect("it can be read").1
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn every_link_is_read_back(link in "https://[a-z]{3,20}\\.example/[a-z/]{0,30}#1\\.[a-z-]{3,20}\\.(full|express)\\.[A-Za-z0-9_-]{0,360}") {
        let code = qr(&link).expect("it is short enough");
        prop_assert_eq!(read(&code), link);
    }

    #[test]
    fn a_longer_text_has_no_smaller_code(text in "[a-z]{1,400}", more in "[a-z]{1,40}") {
        let size = |text: &str| qr(text).expect("it is short enough").size;
        prop_assert!(size(&text) <= size(&(text.clone() + &more)));
    }
}

#[test]
fn a_sturdy_code_is_of_level_q_and_is_read_back() {
    // From ISO/IEC 18004, the most bytes at level Q of versions 1, 2, 6 and 7.
    for (bytes, version) in [(11, 1), (12, 2), (20, 2), (74, 6), (75, 7), (86, 7)] {
        let text = "a".repeat(bytes);
        let code = sturdy(&text).expect("it is short enough");
        assert_eq!(code.size, 17 + 4 * version + 8, "{bytes} bytes");
        assert_eq!(read(&code), text);
    }
    assert!(sturdy(&"a".repeat(1663)).is_some());
    assert_eq!(sturdy(&"a".repeat(1664)), None);
}

#[test]
fn a_code_is_the_smallest_that_carries_its_text_with_four_light_modules_around() {
    // From ISO/IEC 18004, the most bytes at level M of versions 1, 2 and 6, and at level L of versions 6, 7 and 18.
    for (bytes, version) in
        [(14, 1), (15, 2), (26, 2), (106, 6), (107, 6), (134, 6), (135, 7), (154, 7), (155, 8), (718, 18)]
    {
        let code = qr(&"a".repeat(bytes)).expect("it is short enough");
        assert_eq!(code.size, 17 + 4 * version + 8, "{bytes} bytes");
        let modules = modules(&code);
        let end = modules.len() - 4;
        let is_quiet = |at: usize| at < 4 || at >= end;
        for (y, row) in modules.iter().enumerate() {
            for (x, dark) in row.iter().enumerate() {
                assert!(!dark || !(is_quiet(x) || is_quiet(y)), "{x} {y}");
            }
        }
        // The corners of the three finders are dark.
        assert!(modules[4][4] && modules[4][end - 1] && modules[end - 1][4]);
    }
}

#[test]
fn a_text_for_which_no_code_is_large_enough_has_none() {
    assert!(qr(&"a".repeat(2953)).is_some());
    assert_eq!(qr(&"a".repeat(2954)), None);
}

/// A numbers generator of 64 bits (xorshift), for pictures that are the same each time.
struct Noise(u64);

impl Noise {
    /// A number from 0 to 1.
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Number with a deviation of about 1 around 0: a sum of twelve.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.next()).sum::<f64>() - 6.0
    }
}

/// Width of a picture, and of the code in it, in pixels. It holds the code in each turn.
const PICTURE: usize = 420;
const CODE: f64 = 280.0;

/// Picture of a code on a screen: turned, blurred by about a pixel, with noise; brightness row by row.
fn photograph(code: &Qr, noise: &mut Noise) -> Vec<u8> {
    const SAMPLES: usize = 2;
    let modules = modules(code);
    let (sine, cosine) = (noise.next() * std::f64::consts::TAU).sin_cos();
    let brightness = |x: f64, y: f64| {
        let (x, y) = (x - PICTURE as f64 / 2.0, y - PICTURE as f64 / 2.0);
        let module = |along: f64| ((along / CODE + 0.5) * modules.len() as f64).floor();
        let (column, row) = (module(x * cosine + y * sine), module(y * cosine - x * sine));
        let at =
            (row >= 0.0 && column >= 0.0).then(|| modules.get(row as usize)?.get(column as usize)).flatten();
        at.map_or(200.0, |dark| if *dark { 30.0 } else { 225.0 })
    };
    let sharp = |x: usize, y: usize| {
        let offset = |sample: usize| (sample as f64 + 0.5) / SAMPLES as f64;
        let samples = (0..SAMPLES * SAMPLES).map(|at| (offset(at % SAMPLES), offset(at / SAMPLES)));
        samples.map(|(right, down)| brightness(x as f64 + right, y as f64 + down)).sum::<f64>() / 4.0
    };
    let mut pixels: Vec<f64> = (0..PICTURE * PICTURE).map(|at| sharp(at % PICTURE, at / PICTURE)).collect();
    for _ in 0..2 {
        pixels = blurred(&pixels);
    }
    pixels.iter().map(|pixel| (pixel + noise.normal() * 15.0).clamp(0.0, 255.0) as u8).collect()
}

/// Picture in which each pixel is mixed with those around it.
fn blurred(pixels: &[f64]) -> Vec<f64> {
    const WEIGHTS: [f64; 3] = [0.21, 0.58, 0.21];
    let near = |x: usize, y: usize| pixels[(y.clamp(1, PICTURE) - 1) * PICTURE + x.clamp(1, PICTURE) - 1];
    let mixed = |at: usize| {
        let weighed = (0..9).map(|cell| {
            let (right, down) = (cell % 3, cell / 3);
            WEIGHTS[right] * WEIGHTS[down] * near(at % PICTURE + right, at / PICTURE + down)
        });
        weighed.sum::<f64>()
    };
    (0..pixels.len()).map(mixed).collect()
}

/// Links of teams of eight, with their address: 260 bytes.
fn teams(noise: &mut Noise) -> Vec<String> {
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut team = || {
        let payload = (0..204).map(|_| char::from(digits[(noise.next() * 64.0) as usize]));
        let payload: String = payload.collect();
        format!("https://boussole.example/#2.liberte-numerique.express.{payload}")
    };
    (0..12).map(|_| team()).collect()
}

#[test]
fn a_code_of_a_team_is_read_from_a_bad_picture_of_a_screen() {
    let mut noise = Noise(0x1234_5678);
    let teams = teams(&mut noise);
    let mut read = |code: fn(&str) -> Option<Qr>| {
        let mut is_read = |team: &&String| {
            let mut picture = photograph(&code(team).expect("it is short enough"), &mut noise);
            boussole_qr_decode::texts(PICTURE, &mut picture) == [team.as_str()]
        };
        teams.iter().filter(|team| is_read(team)).count()
    };
    let (on_screens, on_paper) = (read(qr), read(sturdy));
    assert!(on_screens >= 6, "{on_screens} of {}", teams.len());
    assert!(on_screens > on_paper, "{on_screens}, {on_paper} with smaller modules");
}

#[test]
fn an_inverted_code_is_read() {
    let mut noise = Noise(0x8765_4321);
    for text in [
        "https://boussole.example/",
        "https://boussole.example/#1.liberte-numerique.express.BgGhssMCAUcBgAerBwDtQ",
    ] {
        let mut picture = photograph(&qr(text).expect("it is short enough"), &mut noise);
        picture.iter_mut().for_each(|pixel| *pixel = 255 - *pixel);
        assert_eq!(boussole_qr_decode::texts(PICTURE, &mut picture), [text]);
    }
}
