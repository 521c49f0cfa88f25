//! Exact fractions: every machine agrees on a score to the last digit.

use std::cmp::Ordering;

/// Fraction of non-negative whole numbers, in lowest terms.
///
/// 128 bits hold every score of a valid questionnaire. Its denominator divides the product of
/// - the least common multiple of the item weight sums of its dimensions. These add up to at most 60 · 9 = 540.
///   The multiple is at most Landau's function g(540) < e^(1.0532 · √(540 · ln 540)) < 2^89 (J.-P. Massias, 1984);
/// - the dimension weight sums of three principles, together at most 540: at most 180^3 < 2^23;
/// - the weight sum of the principles: at most 27 < 2^5.
///
/// The denominator is below 2^117; the numerator is at most 100 times that, below 2^124.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    numerator: u128,
    denominator: u128,
}

impl Ratio {
    /// The number 0.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// Whole number.
    pub fn whole(number: u32) -> Self {
        Self { numerator: u128::from(number), denominator: 1 }
    }

    fn reduced(numerator: u128, denominator: u128) -> Self {
        let common = greatest_common_divisor(numerator, denominator);
        Self { numerator: numerator / common, denominator: denominator / common }
    }

    /// Sum of two fractions.
    pub fn plus(self, other: Self) -> Self {
        let common = greatest_common_divisor(self.denominator, other.denominator);
        let numerator =
            self.numerator * (other.denominator / common) + other.numerator * (self.denominator / common);
        Self::reduced(numerator, self.denominator / common * other.denominator)
    }

    /// Product with a whole number.
    pub fn times(self, factor: u32) -> Self {
        Self::reduced(self.numerator * u128::from(factor), self.denominator)
    }

    /// Quotient by a number of parts; unchanged for 0 parts.
    pub fn shared_by(self, parts: u32) -> Self {
        Self::reduced(self.numerator, self.denominator * u128::from(parts.max(1)))
    }

    /// Nearest whole number, halves up, capped at 255, far above any score.
    pub fn rounded(self) -> u8 {
        let halves = self.numerator * 2 / self.denominator;
        u8::try_from(halves.div_ceil(2)).unwrap_or(u8::MAX)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// Compares whole parts, then the inverses of the rests (Euclid): no product, no overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = (*self, *other);
        loop {
            let whole = (a.numerator / a.denominator).cmp(&(b.numerator / b.denominator));
            let rests = (a.numerator % a.denominator, b.numerator % b.denominator);
            if whole.is_ne() || rests.0 == 0 || rests.1 == 0 {
                return whole.then(rests.0.min(1).cmp(&rests.1.min(1)));
            }
            // x < y exactly when 1/y < 1/x.
            let inverse = |rest, of: Self| Self { numerator: of.denominator, denominator: rest };
            (a, b) = (inverse(rests.1, b), inverse(rests.0, a));
        }
    }
}

/// Divisor of two numbers, of which the second is not 0.
fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while a != 0 {
        (a, b) = (b % a, a);
    }
    b
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(numerator: u32, denominator: u32) -> Ratio {
        Ratio::whole(numerator).shared_by(denominator)
    }

    #[test]
    fn halves_are_rounded_up_once() {
        for (numerator, denominator, rounded) in [
            (0, 1, 0),
            (1, 3, 0),
            (1, 2, 1),
            (2, 3, 1),
            (199, 4, 50),
            (197, 4, 49),
            (99, 2, 50),
            (100, 1, 100),
        ] {
            assert_eq!(ratio(numerator, denominator).rounded(), rounded, "{numerator}/{denominator}");
        }
    }

    #[test]
    fn order_and_sum_agree_with_cross_multiplication() {
        for a in 0..12 {
            for b in 1..12 {
                for c in 0..12 {
                    for d in 1..12 {
                        let (x, y) = (ratio(a, b), ratio(c, d));
                        assert_eq!(x.cmp(&y), (a * d).cmp(&(c * b)), "{a}/{b} and {c}/{d}");
                        assert_eq!(x.plus(y), ratio(a * d + c * b, b * d), "{a}/{b} + {c}/{d}");
                    }
                }
            }
        }
    }
}
