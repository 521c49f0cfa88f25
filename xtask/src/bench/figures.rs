//! Statistics of several runs.

use serde::{Deserialize, Serialize};

/// Measured numbers, one for each run.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Samples(pub Vec<f64>);

impl Samples {
    /// Median; none without a measurement.
    pub fn median(&self) -> Option<f64> {
        let sorted = self.sorted();
        let (low, high) = (sorted.len().checked_sub(1)? / 2, sorted.len() / 2);
        Some(f64::midpoint(sorted[low], sorted[high]))
    }

    /// Least and greatest number.
    pub fn spread(&self) -> Option<(f64, f64)> {
        let sorted = self.sorted();
        Some((*sorted.first()?, *sorted.last()?))
    }

    /// Ratio of both numbers of each run: other load of the machine is in both.
    pub fn over(&self, others: &Self) -> Self {
        let pairs = self.0.iter().zip(&others.0);
        Self(pairs.filter(|(_, other)| **other > 0.0).map(|(one, other)| one / other).collect())
    }

    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_between_the_two_in_the_middle() {
        for (samples, median) in [
            (&[][..], None),
            (&[3.0], Some(3.0)),
            (&[9.0, 1.0, 2.0], Some(2.0)),
            (&[4.0, 1.0, 2.0, 30.0], Some(3.0)),
        ] {
            assert_eq!(Samples(samples.to_vec()).median(), median, "{samples:?}");
        }
    }

    #[test]
    fn the_spread_goes_from_the_least_to_the_most() {
        assert_eq!(Samples(vec![2.0, -1.0, 7.0]).spread(), Some((-1.0, 7.0)));
        assert_eq!(Samples::default().spread(), None);
    }

    #[test]
    fn ratios_are_of_the_same_run_and_never_of_nothing() {
        let ratios = Samples(vec![1.0, 3.0, 5.0]).over(&Samples(vec![2.0, 1.0, 0.0]));
        assert_eq!(ratios, Samples(vec![0.5, 3.0]));
    }
}
