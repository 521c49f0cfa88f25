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
    // From ISO/IEC 18004, the most bytes at level M of versions 1, 2, 6 and 18.
    for (bytes, version) in [(14, 1), (15, 2), (26, 2), (106, 6), (107, 7), (560, 18)] {
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
    assert!(qr(&"a".repeat(2331)).is_some());
    assert_eq!(qr(&"a".repeat(2332)), None);
}
