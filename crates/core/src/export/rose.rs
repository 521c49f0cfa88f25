//! Geometry of the emblem: a compass rose with three needles, one a principle.
//!
//! Whole numbers around the origin, y downwards. The unit is the length of a point of the score.

/// Place: right, down.
pub type Point = (i32, i32);

/// Radius of the rim, in points.
pub const RIM: i32 = 104;
/// Radius at the outer end of the ticks of the twelve hours, in points.
pub const TICK: i32 = 110;
/// Radius of the hub, in points.
pub const HUB: i32 = 5;

/// Places of the principles' names, outside the rim at the tips of their needles. Middle of the base line, in
/// points.
pub const LABELS: [Point; 3] = [(0, -118), (98, 99), (-98, 99)];

/// Hours of the needles: the first points up, the others follow clockwise.
pub const NEEDLES: [usize; 3] = [0, 4, 8];

/// Hours of a clock.
pub const HOURS: usize = 12;

/// Sine and cosine of the angle of each hour, in ten-thousandths.
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

/// Outline of a needle that points up, widest at a third of its length. At 0 points only the hub shows.
pub fn needle(points: u8, unit: i32) -> [Point; 4] {
    let length = i32::from(points) * unit;
    let third = length / 3;
    let half_width = 4 * unit + third / 2;
    [(0, 0), (half_width, -third), (0, -length), (-half_width, -third)]
}

/// Place after a clockwise turn around the origin. Hours may exceed 12; places are within 100,000.
pub fn turned((x, y): Point, hours: usize) -> Point {
    let (sine, cosine) = ANGLES[hours % HOURS];
    ((x * cosine - y * sine) / 10_000, (x * sine + y * cosine) / 10_000)
}

/// Closed outline as the data of an SVG path.
pub fn outline(points: &[Point]) -> String {
    let mut path = String::new();
    for (index, point) in points.iter().enumerate() {
        push(&mut path, if index == 0 { 'M' } else { 'L' }, *point);
    }
    path.push('Z');
    path
}

/// Appends a path command that goes to a place.
pub fn push(path: &mut String, command: char, (x, y): Point) {
    path.push(command);
    path.push_str(&x.to_string());
    path.push(' ');
    path.push_str(&y.to_string());
}

/// Circle as the data of an SVG path.
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

/// Slanted lines across a convex outline, as the data of an SVG path to stroke.
///
/// They show the extent of blind spots, legible in greyscale and on paper. `gap` is the distance of lines along
/// an axis, above 0.
pub fn hatching(outline: &[Point], gap: i32) -> String {
    let mut path = String::new();
    let across = |(x, y): Point| x + y;
    let heights = || outline.iter().map(|point| across(*point));
    let (Some(low), Some(high)) = (heights().min(), heights().max()) else { return path };
    // Heights count from 0, not from the outline: lines of neighbours meet.
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
