//! The laws of the emblem's geometry.

use boussole_core::export::rose::{HOURS, NEEDLES, Point, hatching, needle, outline, turned};
use proptest::prelude::*;

fn length((x, y): Point) -> f64 {
    f64::from(x).hypot(f64::from(y))
}

/// Twice the area of a triangle, positive where it turns clockwise on the screen.
fn turn(a: Point, b: Point, c: Point) -> i64 {
    let [a, b, c] = [a, b, c].map(|(x, y)| (i64::from(x), i64::from(y)));
    (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
}

/// The ends of the lines of a hatching.
fn segments(path: &str) -> Vec<(Point, Point)> {
    let place = |text: &str| {
        let (x, y) = text.split_once(' ').expect("a place is two numbers");
        (x.parse().expect("a number"), y.parse().expect("a number"))
    };
    let segments = path.split('M').skip(1).map(|line| line.split_once('L').expect("a line has two ends"));
    segments.map(|(from, to)| (place(from), place(to))).collect()
}

proptest! {
    #[test]
    fn a_needle_is_as_long_as_its_points(points in 0u8..=100, unit in 1i32..=30, which in 0usize..3) {
        let tip = turned(needle(points, unit)[2], NEEDLES[which]);
        prop_assert!((length(tip) - f64::from(i32::from(points) * unit)).abs() <= 2.0, "{:?}", tip);
    }

    #[test]
    fn a_longer_needle_is_nowhere_narrower(points in 1u8..=100, unit in 1i32..=30) {
        let (shorter, longer) = (needle(points - 1, unit), needle(points, unit));
        prop_assert!(longer[1].0 >= shorter[1].0 && longer[2].1 < shorter[2].1);
    }

    #[test]
    fn turns_add_up(x in -3000i32..3000, y in -3000i32..3000, first in 0..HOURS, second in 0..HOURS) {
        let (twice, once) = (turned(turned((x, y), first), second), turned((x, y), first + second));
        prop_assert!((twice.0 - once.0).abs() <= 3 && (twice.1 - once.1).abs() <= 3, "{twice:?} {once:?}");
    }

    #[test]
    fn hatching_lies_within_its_outline_and_reaches_across_it(
        points in 1u8..=100, unit in 5i32..=30, hours in 0..HOURS, x in 0i32..9000, y in 0i32..9000, gap in 20i32..200,
    ) {
        let place = |corner| {
            let (right, down) = turned(corner, hours);
            (x + right, y + down)
        };
        let corners = needle(points, unit).map(place);
        let across = |(x, y): Point| x + y;
        for (from, to) in segments(&hatching(&corners, gap)) {
            prop_assert!((across(from) - across(to)).abs() <= 4, "a line is slanted");
            for end in [from, to] {
                for (a, b) in corners.iter().zip(corners.iter().cycle().skip(1)) {
                    let side = (b.0 - a.0, b.1 - a.1);
                    // Behind or on every side, but for the rounding of two units.
                    let beyond = -turn(*a, *b, end) as f64 / length(side).max(1.0);
                    let beyond = if turn(corners[0], corners[1], corners[2]) < 0 { -beyond } else { beyond };
                    prop_assert!(beyond <= 2.5, "{end:?} is {beyond} beyond {a:?} {b:?}");
                }
            }
        }
        let heights = corners.map(across);
        let (low, high) = (heights.iter().min().unwrap(), heights.iter().max().unwrap());
        let count = i32::try_from(segments(&hatching(&corners, gap)).len()).unwrap();
        prop_assert!((count - (high - low) / gap).abs() <= 1, "{count} lines from {low} to {high}");
    }
}

#[test]
fn an_outline_is_the_data_of_a_path() {
    assert_eq!(outline(&needle(100, 1)), "M0 0L20 -33L0 -100L-20 -33Z");
    assert_eq!(outline(&[]), "Z");
    assert_eq!(hatching(&[], 5), "");
    // A square from 0 to 10: the diagonals at 4, 8, 12 and 16.
    let square = [(0, 0), (10, 0), (10, 10), (0, 10)];
    assert_eq!(hatching(&square, 4), "M4 0L0 4M8 0L0 8M10 2L2 10M10 6L6 10");
}
