//! The geometry of the emblem: a compass rose with three needles, one a principle.
//!
//! In whole numbers, around the origin, y downwards; the unit is how long a point of the score is.

/// A place: right, down.
pub type Point = (i32, i32);

/// From the centre to the rim, in points.
pub const RIM: i32 = 104;
/// From the centre to the outer end of the ticks of the twelve hours, in points.
pub const TICK: i32 = 110;
/// The radius of the hub, in points.
pub const HUB: i32 = 5;

/// Where the names of the principles stand, outside the rim at the tips of their needles, in points: the
/// middle of their base line.
pub const LABELS: [Point; 3] = [(0, -118), (98, 99), (-98, 99)];

/// The hours to which the needles point: the first up, the others clockwise.
pub const NEEDLES: [usize; 3] = [0, 4, 8];

/// The hours of a clock.
pub const HOURS: usize = 12;

/// The sine and cosine of the angle of each hour, in ten-thousandths.
const ANGLES: [(i32, i32); HOURS] = [
    (0, 10_000),
    (5_000, 8_660),
    (8_660, 5_000),
    (10_000, 0),
    (8_660, -5_000),
    (5_000, -8_660),
    (0, -10_000),
    (-5_000, -8_660),
    (-8_660, -5_000),
    (-10_000, 0),
    (-8_660, 5_000),
    (-5_000, 8_660),
];

/// The outline of a needle that points up, widest at a third of its way. At 0 points only the hub is seen.
pub fn needle(points: u8, unit: i32) -> [Point; 4] {
    let length = i32::from(points) * unit;
    let third = length / 3;
    let half_width = 4 * unit + third / 2;
    [(0, 0), (half_width, -third), (0, -length), (-half_width, -third)]
}

/// A place after a turn clockwise around the origin. Hours count on after 12; places are within 100,000.
pub fn turned((x, y): Point, hours: usize) -> Point {
    let (sine, cosine) = ANGLES[hours % HOURS];
    ((x * cosine - y * sine) / 10_000, (x * sine + y * cosine) / 10_000)
}

/// A closed outline as the data of an SVG path.
pub fn outline(points: &[Point]) -> String {
    let mut path = String::new();
    for (index, point) in points.iter().enumerate() {
        push(&mut path, if index == 0 { 'M' } else { 'L' }, *point);
    }
    path.push('Z');
    path
}

/// Adds a command of a path that goes to a place.
pub fn push(path: &mut String, command: char, (x, y): Point) {
    path.push(command);
    path.push_str(&x.to_string());
    path.push(' ');
    path.push_str(&y.to_string());
}

/// A circle as the data of an SVG path.
pub fn circle((x, y): Point, radius: i32) -> String {
    let mut path = String::new();
    push(&mut path, 'M', (x - radius, y));
    for across in [2 * radius, -2 * radius] {
        push(&mut path, 'a', (radius, radius));
        push(&mut path, ' ', (0, 1));
        push(&mut path, ' ', (0, across));
        path.push_str(" 0");
    }
    path.push('Z');
    path
}

/// Slanted lines across a convex outline, as the data of an SVG path to stroke: what blind spots hide, seen
/// in greyscale and on paper, too. `gap` is from a line to the next along an axis, more than 0.
pub fn hatching(outline: &[Point], gap: i32) -> String {
    let mut path = String::new();
    let across = |(x, y): Point| x + y;
    let heights = || outline.iter().map(|point| across(*point));
    let (Some(low), Some(high)) = (heights().min(), heights().max()) else { return path };
    // Counted from 0 and not from the outline, so that the lines of neighbours meet.
    let mut height = (low.div_euclid(gap) + 1) * gap;
    while height < high {
        let ends = outline.iter().zip(outline.iter().cycle().skip(1)).filter_map(|(from, to)| {
            let (below, above) = (across(*from) - height, across(*to) - height);
            let part = |from: i32, to: i32| from + (to - from) * -below / (above - below);
            ((below < 0) != (above < 0)).then(|| (part(from.0, to.0), part(from.1, to.1)))
        });
        for (end, command) in ends.zip(['M', 'L']) {
            push(&mut path, command, end);
        }
        height += gap;
    }
    path
}
