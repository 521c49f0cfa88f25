//! Mixed radix: digits, each below a bound of its own, as one number in the fewest bytes.

/// Digit and its exclusive bound, at most 256.
pub type Digit = (u8, u16);

/// Digits as bytes, the most significant first; the first digit is the least significant.
pub fn pack(digits: impl DoubleEndedIterator<Item = Digit>, length: usize) -> Vec<u8> {
    let mut number = vec![0u8; length];
    for (digit, bound) in digits.rev() {
        multiply_and_add(&mut number, bound, digit);
    }
    number
}

/// Digits below the given bounds; `None` if the number is above their maximum.
pub fn unpack(bytes: &[u8], bounds: impl Iterator<Item = u16>) -> Option<Vec<u8>> {
    let mut number = bytes.to_vec();
    let digits = bounds.map(|bound| divide(&mut number, bound)).collect();
    number.iter().all(|byte| *byte == 0).then_some(digits)
}

/// Number of bytes of the highest number below these bounds.
pub fn length(bounds: impl DoubleEndedIterator<Item = u16>) -> usize {
    // No bound is above 256: each adds one byte at most.
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

/// Divides in place and returns the remainder, which is below the divisor and fits a byte.
fn divide(number: &mut [u8], divisor: u16) -> u8 {
    let mut remainder = 0u32;
    for byte in number.iter_mut() {
        let dividend = remainder << 8 | u32::from(*byte);
        *byte = (dividend / u32::from(divisor)) as u8;
        remainder = dividend % u32::from(divisor);
    }
    remainder as u8
}
