//! Row of the table: ours, the peer's, the same page without either, and the aims.

use serde::{Deserialize, Serialize};

use super::figures::Samples;

/// Measured page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Boussole.
    Ours,
    /// SurveyJS, with the same questions.
    Peer,
    /// The same page with neither.
    Without,
}

/// Unit of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeasureUnit {
    /// Measured in bytes, shown in units of 1,000.
    Kilobytes,
    /// Measured in bytes, shown in units of 1,000,000.
    Megabytes,
    /// Measured and shown in milliseconds.
    Milliseconds,
    /// Requests.
    Count,
    /// Layout shift, or ratio of two amounts.
    Plain,
}

/// Aim of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Aim {
    /// Greatest amount of ours.
    AtMost(f64),
    /// Greatest ratio of ours to the peer's.
    OfPeer(f64),
    /// Greatest ratio of ours to the page without either.
    OfWithout(f64),
}

/// A measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Name of the measure with its conditions.
    pub what: String,
    /// Unit of the measurements.
    pub unit: MeasureUnit,
    /// Measurements of Boussole.
    pub ours: Samples,
    /// Measurements of the peer.
    pub peer: Samples,
    /// Measurements of the page without either.
    pub without: Samples,
    /// Aims of the measure.
    pub aims: Vec<Aim>,
}

impl Row {
    /// Row without measurements.
    pub fn new(what: &str, unit: MeasureUnit, aims: &[Aim]) -> Self {
        let [ours, peer, without] = [(); 3].map(|()| Samples::default());
        Self { what: what.to_owned(), unit, ours, peer, without, aims: aims.to_vec() }
    }

    /// Adds the measurement of one run.
    pub fn note(&mut self, subject: Subject, measured: f64) {
        let samples = match subject {
            Subject::Ours => &mut self.ours,
            Subject::Peer => &mut self.peer,
            Subject::Without => &mut self.without,
        };
        samples.0.push(measured);
    }

    fn cells(&self) -> Vec<String> {
        let cell = |samples: &Samples, unit| summary(samples, unit).unwrap_or_else(|| "–".to_owned());
        let amount = |samples: &Samples| cell(samples, self.unit);
        let ratio = |others: &Samples| cell(&self.ours.over(others), MeasureUnit::Plain);
        let mut cells =
            vec![self.what.clone(), amount(&self.ours), amount(&self.peer), amount(&self.without)];
        cells.extend([ratio(&self.peer), ratio(&self.without)]);
        let aims: Vec<_> = self.aims.iter().map(|aim| self.verdict(*aim)).collect();
        cells.push(if aims.is_empty() { "–".to_owned() } else { aims.join("; ") });
        cells
    }

    /// Aim, and whether the median reaches it.
    fn verdict(&self, aim: Aim) -> String {
        let (limit, samples, aim) = match aim {
            Aim::AtMost(limit) => (limit, self.ours.clone(), with_unit(limit, self.unit)),
            Aim::OfPeer(limit) => (limit, self.ours.over(&self.peer), format!("{limit} of SurveyJS")),
            Aim::OfWithout(limit) => (limit, self.ours.over(&self.without), format!("{limit} of without")),
        };
        let reached = match samples.median() {
            Some(median) if median <= limit => "met",
            Some(_) => "missed",
            None => "not measured",
        };
        format!("{aim}: {reached}")
    }
}

const HEAD: [&str; 7] = ["what", "Boussole", "SurveyJS", "without", "to SurveyJS", "to without", "at most"];

/// Cells of the rows under their head.
pub fn table(rows: &[Row]) -> Vec<Vec<String>> {
    [HEAD.map(str::to_owned).to_vec()].into_iter().chain(rows.iter().map(Row::cells)).collect()
}

/// Table as Markdown.
pub fn markdown(rows: &[Row]) -> String {
    let mut lines = table(rows).into_iter().map(|cells| format!("| {} |\n", cells.join(" | ")));
    let head = lines.next().unwrap_or_default();
    let rule = format!("|---|{}---|\n", "---:|".repeat(HEAD.len() - 2));
    [head, rule].into_iter().chain(lines).collect()
}

/// Median, with the range of the runs unless all are equal.
fn summary(samples: &Samples, unit: MeasureUnit) -> Option<String> {
    let (median, (least, most)) = (samples.median()?, samples.spread()?);
    let (least, most) = (digits(least, unit), digits(most, unit));
    let amount = with_unit(median, unit);
    Some(if least == most { amount } else { format!("{amount} ({least} to {most})") })
}

fn with_unit(amount: f64, unit: MeasureUnit) -> String {
    let name = match unit {
        MeasureUnit::Kilobytes => " KB",
        MeasureUnit::Megabytes => " MB",
        MeasureUnit::Milliseconds => " ms",
        MeasureUnit::Count | MeasureUnit::Plain => "",
    };
    format!("{}{name}", digits(amount, unit))
}

fn digits(amount: f64, unit: MeasureUnit) -> String {
    match unit {
        MeasureUnit::Kilobytes => format!("{:.1}", amount / 1e3),
        MeasureUnit::Megabytes => format!("{:.2}", amount / 1e6),
        MeasureUnit::Milliseconds if amount.abs() < 20.0 => format!("{amount:.1}"),
        MeasureUnit::Milliseconds | MeasureUnit::Count => format!("{amount:.0}"),
        MeasureUnit::Plain if amount == 0.0 => "0".to_owned(),
        MeasureUnit::Plain => format!("{amount:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(aims: &[Aim]) -> Row {
        let mut row = Row::new("first question", MeasureUnit::Milliseconds, aims);
        for (ours, peer, without) in [(500.0, 1000.0, 250.0), (400.0, 2000.0, 250.0), (600.0, 1000.0, 300.0)]
        {
            row.note(Subject::Ours, ours);
            row.note(Subject::Peer, peer);
            row.note(Subject::Without, without);
        }
        row
    }

    #[test]
    fn a_row_tells_medians_spreads_and_ratios() {
        let cells = row(&[]).cells();
        let expected = [
            "first question",
            "500 ms (400 to 600)",
            "1000 ms (1000 to 2000)",
            "250 ms (250 to 300)",
            "0.50 (0.20 to 0.60)",
            "2.00 (1.60 to 2.00)",
            "–",
        ];
        assert_eq!(cells, expected);
    }

    #[test]
    fn an_aim_is_met_by_the_median() {
        for (aim, cell) in [
            (Aim::AtMost(500.0), "500 ms: met"),
            (Aim::AtMost(499.0), "499 ms: missed"),
            (Aim::OfPeer(0.5), "0.5 of SurveyJS: met"),
            (Aim::OfPeer(0.18), "0.18 of SurveyJS: missed"),
            (Aim::OfWithout(1.1), "1.1 of without: missed"),
        ] {
            assert_eq!(row(&[aim]).cells()[6], cell);
        }
    }

    #[test]
    fn what_was_not_measured_is_neither_met_nor_missed() {
        let cells = Row::new("memory", MeasureUnit::Megabytes, &[Aim::AtMost(1e6)]).cells();
        assert_eq!(cells, ["memory", "–", "–", "–", "–", "–", "1.00 MB: not measured"]);
    }

    #[test]
    fn amounts_have_their_unit() {
        for (amount, unit, text) in [
            (113_440.0, MeasureUnit::Kilobytes, "113.4 KB"),
            (3_000_000.0, MeasureUnit::Megabytes, "3.00 MB"),
            (7.216, MeasureUnit::Milliseconds, "7.2 ms"),
            (-0.31, MeasureUnit::Milliseconds, "-0.3 ms"),
            (0.0, MeasureUnit::Plain, "0"),
            (0.004, MeasureUnit::Plain, "0.00"),
            (5.0, MeasureUnit::Count, "5"),
        ] {
            assert_eq!(with_unit(amount, unit), text);
        }
    }

    #[test]
    fn markdown_has_a_line_a_row() {
        let text = markdown(&[Row::new("a", MeasureUnit::Count, &[])]);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[1], "|---|---:|---:|---:|---:|---:|---|");
        assert_eq!(lines[2], "| a | – | – | – | – | – | – |");
    }
}
