//! Mixed radix: a row of digits, each below a bound of its own, as one number in as few bytes.

/// A digit and the bound below which it lies; at most 256.
pub type Digit = (u8, u16);

/// The digits as bytes, the most significant first; the first digit is the least significant.
pub fn pack(digits: impl DoubleEndedIterator<Item = Digit>, length: usize) -> Vec<u8> {
    let mut number = vec![0u8; length];
    for (digit, bound) in digits.rev() {
        multiply_and_add(&mut number, bound, digit);
    }
    number
}

/// The digits below the given bounds, or `None` if the number is beyond the highest that they allow.
pub fn unpack(bytes: &[u8], bounds: impl Iterator<Item = u16>) -> Option<Vec<u8>> {
    let mut number = bytes.to_vec();
    let digits = bounds.map(|bound| divide(&mut number, bound)).collect();
    number.iter().all(|byte| *byte == 0).then_some(digits)
}

/// How many bytes the highest number below these bounds takes.
pub fn length(bounds: impl DoubleEndedIterator<Item = u16>) -> usize {
    // No bound is above 256, so each adds at most a byte.
    let bounds: Vec<u16> = bounds.collect();
    let highest = pack(bounds.iter().map(|bound| ((bound - 1) as u8, *bound)), bounds.len());
    highest.iter().skip_while(|byte| **byte == 0).count()
}

fn multiply_and_add(number: &mut [u8], factor: u16, term: u8) {
    let mut carry = u32::from(term);
    for byte in number.iter_mut().rev() {
        carry += u32::from(*byte) * u32::from(factor);
        *byte = carry as u8;
        carry >>= 8;
    }
}

/// Divides in place and returns the remainder, which is below the divisor and so fits.
fn divide(number: &mut [u8], divisor: u16) -> u8 {
    let mut remainder = 0u32;
    for byte in number.iter_mut() {
        let dividend = remainder << 8 | u32::from(*byte);
        *byte = (dividend / u32::from(divisor)) as u8;
        remainder = dividend % u32::from(divisor);
    }
    remainder as u8
}
