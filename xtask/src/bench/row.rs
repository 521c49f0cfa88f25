//! One measure in the table: ours, the peer's, that of the same page without either, and what was aimed at.

use serde::{Deserialize, Serialize};

use super::Samples;

/// Whose measure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Ours,
    /// SurveyJS, with the same questions.
    Peer,
    /// The same page with neither.
    Without,
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Given in bytes, told in units of 1,000.
    Kilobytes,
    /// Given in bytes, told in units of 1,000,000.
    Megabytes,
    Milliseconds,
    /// Requests.
    Count,
    /// A layout shift, or one amount beside another.
    Plain,
}

/// What a budget aims at.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Aim {
    /// Ours is at most this.
    AtMost(f64),
    /// Ours is at most so much of the peer's.
    OfPeer(f64),
    /// Ours is at most so much of what it is without.
    OfWithout(f64),
}

/// A measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// What is measured, and under which conditions.
    pub what: String,
    pub unit: Unit,
    pub ours: Samples,
    pub peer: Samples,
    pub without: Samples,
    pub aims: Vec<Aim>,
}

impl Row {
    /// A row for which nothing is measured yet.
    pub fn new(what: &str, unit: Unit, aims: &[Aim]) -> Self {
        let [ours, peer, without] = [(); 3].map(|()| Samples::default());
        Self { what: what.to_owned(), unit, ours, peer, without, aims: aims.to_vec() }
    }

    /// Adds what one run gave.
    pub fn note(&mut self, who: Who, measured: f64) {
        let samples = match who {
            Who::Ours => &mut self.ours,
            Who::Peer => &mut self.peer,
            Who::Without => &mut self.without,
        };
        samples.0.push(measured);
    }

    fn cells(&self) -> Vec<String> {
        let told = |samples: &Samples, unit| tell(samples, unit).unwrap_or_else(|| "–".to_owned());
        let amount = |samples: &Samples| told(samples, self.unit);
        let ratio = |others: &Samples| told(&self.ours.over(others), Unit::Plain);
        let mut cells =
            vec![self.what.clone(), amount(&self.ours), amount(&self.peer), amount(&self.without)];
        cells.extend([ratio(&self.peer), ratio(&self.without)]);
        let aims: Vec<_> = self.aims.iter().map(|aim| self.maturity_result(*aim)).collect();
        cells.push(if aims.is_empty() { "–".to_owned() } else { aims.join("; ") });
        cells
    }

    /// The aim, and whether the median reaches it.
    fn maturity_result(&self, aim: Aim) -> String {
        let (limit, samples, told) = match aim {
            Aim::AtMost(limit) => (limit, self.ours.clone(), written(limit, self.unit)),
            Aim::OfPeer(limit) => (limit, self.ours.over(&self.peer), format!("{limit} of SurveyJS")),
            Aim::OfWithout(limit) => (limit, self.ours.over(&self.without), format!("{limit} of without")),
        };
        let maturity_result = match samples.median() {
            Some(median) if median <= limit => "met",
            Some(_) => "missed",
            None => "not measured",
        };
        format!("{told}: {maturity_result}")
    }
}

const HEAD: [&str; 7] = ["what", "Boussole", "SurveyJS", "without", "to SurveyJS", "to without", "at most"];

/// The rows under their head, as cells.
pub fn table(rows: &[Row]) -> Vec<Vec<String>> {
    [HEAD.map(str::to_owned).to_vec()].into_iter().chain(rows.iter().map(Row::cells)).collect()
}

/// The same as Markdown.
pub fn markdown(rows: &[Row]) -> String {
    let mut lines = table(rows).into_iter().map(|cells| format!("| {} |\n", cells.join(" | ")));
    let head = lines.next().unwrap_or_default();
    let rule = format!("|---|{}---|\n", "---:|".repeat(HEAD.len() - 2));
    [head, rule].into_iter().chain(lines).collect()
}

/// The median, and from where to where the runs went unless all are the same.
fn tell(samples: &Samples, unit: Unit) -> Option<String> {
    let (median, (least, most)) = (samples.median()?, samples.spread()?);
    let (least, most) = (digits(least, unit), digits(most, unit));
    let told = written(median, unit);
    Some(if least == most { told } else { format!("{told} ({least} to {most})") })
}

fn written(amount: f64, unit: Unit) -> String {
    let name = match unit {
        Unit::Kilobytes => " KB",
        Unit::Megabytes => " MB",
        Unit::Milliseconds => " ms",
        Unit::Count | Unit::Plain => "",
    };
    format!("{}{name}", digits(amount, unit))
}

fn digits(amount: f64, unit: Unit) -> String {
    match unit {
        Unit::Kilobytes => format!("{:.1}", amount / 1e3),
        Unit::Megabytes => format!("{:.2}", amount / 1e6),
        Unit::Milliseconds if amount.abs() < 20.0 => format!("{amount:.1}"),
        Unit::Milliseconds | Unit::Count => format!("{amount:.0}"),
        Unit::Plain if amount == 0.0 => "0".to_owned(),
        Unit::Plain => format!("{amount:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(aims: &[Aim]) -> Row {
        let mut row = Row::new("first question", Unit::Milliseconds, aims);
        for (ours, peer, without) in [(500.0, 1000.0, 250.0), (400.0, 2000.0, 250.0), (600.0, 1000.0, 300.0)]
        {
            row.note(Who::Ours, ours);
            row.note(Who::Peer, peer);
            row.note(Who::Without, without);
        }
        row
    }

    #[test]
    fn a_row_tells_medians_spreads_and_ratios() {
        let cells = row(&[]).cells();
        let told = [
            "first question",
            "500 ms (400 to 600)",
            "1000 ms (1000 to 2000)",
            "250 ms (250 to 300)",
            "0.50 (0.20 to 0.60)",
            "2.00 (1.60 to 2.00)",
            "–",
        ];
        assert_eq!(cells, told);
    }

    #[test]
    fn an_aim_is_met_by_the_median() {
        for (aim, told) in [
            (Aim::AtMost(500.0), "500 ms: met"),
            (Aim::AtMost(499.0), "499 ms: missed"),
            (Aim::OfPeer(0.5), "0.5 of SurveyJS: met"),
            (Aim::OfPeer(0.18), "0.18 of SurveyJS: missed"),
            (Aim::OfWithout(1.1), "1.1 of without: missed"),
        ] {
            assert_eq!(row(&[aim]).cells()[6], told);
        }
    }

    #[test]
    fn what_was_not_measured_is_neither_met_nor_missed() {
        let cells = Row::new("memory", Unit::Megabytes, &[Aim::AtMost(1e6)]).cells();
        assert_eq!(cells, ["memory", "–", "–", "–", "–", "–", "1.00 MB: not measured"]);
    }

    #[test]
    fn amounts_are_told_as_they_are_read() {
        for (amount, unit, told) in [
            (113_440.0, Unit::Kilobytes, "113.4 KB"),
            (3_000_000.0, Unit::Megabytes, "3.00 MB"),
            (7.216, Unit::Milliseconds, "7.2 ms"),
            (-0.31, Unit::Milliseconds, "-0.3 ms"),
            (0.0, Unit::Plain, "0"),
            (0.004, Unit::Plain, "0.00"),
            (5.0, Unit::Count, "5"),
        ] {
            assert_eq!(written(amount, unit), told);
        }
    }

    #[test]
    fn markdown_has_a_line_a_row() {
        let told = markdown(&[Row::new("a", Unit::Count, &[])]);
        let lines: Vec<_> = told.lines().collect();
        assert_eq!(lines[1], "|---|---:|---:|---:|---:|---:|---|");
        assert_eq!(lines[2], "| a | – | – | – | – | – | – |");
    }
}
