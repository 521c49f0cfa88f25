//! Colours of the widget, its pages and its emblem. Exports read the constants; a release writes all of them into
//! styles, pages, icons and scripts, in the place of their names.

/// Paper by day; the emblem's too.
pub const LIGHT_PAPER: &str = "#fdfcf8";
/// Text by day.
pub const LIGHT_INK: &str = "#1b222c";
/// Secondary text by day: contrast of 6.5 on the paper.
pub const LIGHT_MUTED: &str = "#545d69";
/// Lines by day.
pub const LIGHT_LINE: &str = "#d8d3c6";
/// Accent by day; the emblem's too.
pub const LIGHT_ACCENT: &str = "#a13a1b";
/// Paper in the dark scheme.
pub const DARK_PAPER: &str = "#14181d";
/// Ring and side needles of the emblem.
pub const EMBLEM_BLUE: &str = "#1f3a5f";

/// Every colour by its name: styles write `var(--light-paper)`, pages `{{colour.light-paper}}`.
pub const ALL: [(&str, &str); 17] = [
    ("light-paper", LIGHT_PAPER),
    ("light-card", "#fff"),
    ("light-ink", LIGHT_INK),
    ("light-muted", LIGHT_MUTED),
    ("light-line", LIGHT_LINE),
    ("light-edge", "#7d7a70"),
    ("light-accent", LIGHT_ACCENT),
    ("light-on-accent", "#fff"),
    ("dark-paper", DARK_PAPER),
    ("dark-card", "#1b2027"),
    ("dark-ink", "#ece9e1"),
    ("dark-muted", "#a9b0ba"),
    ("dark-line", "#353c46"),
    ("dark-edge", "#808895"),
    ("dark-accent", "#f0997a"),
    ("dark-on-accent", "#1b120e"),
    ("emblem-blue", EMBLEM_BLUE),
];
