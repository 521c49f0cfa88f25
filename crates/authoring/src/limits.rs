//! How many characters each kind of text may have, for a phone.

pub const TITLE: usize = 60;
pub const SUMMARY: usize = 160;
pub const NOTICE: usize = 160;
pub const PRINCIPLE_NAME: usize = 20;
pub const PRINCIPLE_TITLE: usize = 90;
pub const INTERPRETATION: usize = 260;
pub const DIMENSION_NAME: usize = 40;
pub const MATURITY_NAME: usize = 20;
pub const MATURITY_MEANING: usize = 220;
pub const CITATION: usize = 140;
pub const PROFILE: usize = 200;
pub const SHORT: usize = 40;
pub const PROMPT: usize = 140;
pub const HELP: usize = 160;
pub const EVIDENCE: usize = 120;
pub const LEVEL: usize = 110;
pub const STEP: usize = 140;
