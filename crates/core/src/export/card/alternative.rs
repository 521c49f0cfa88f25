//! A card in words.

use crate::export::{ExportTexts, one_line};
use crate::phrases;
use crate::questionnaire::Questionnaire;
use crate::score::ScoreSummary;

/// Names on a card that are neither the questionnaire's nor the widget's.
#[derive(Clone, Copy, Debug, Default)]
pub struct Attribution<'a> {
    /// Event of the result; may be empty.
    pub event: &'a str,
    /// Organisation that the reader entered; may be empty.
    pub organisation: &'a str,
}

/// Card in words, for display beside the picture.
///
/// Sentences without a final mark get a full stop; empty ones are left out.
pub fn alternative(
    questionnaire: &Questionnaire,
    summary: &ScoreSummary,
    attribution: Attribution<'_>,
    texts: ExportTexts<'_>,
) -> String {
    let (headline, level) = (texts.headline(summary), texts.level(questionnaire, summary));
    let principles = questionnaire.principles.iter().zip(summary.principles);
    let principles =
        principles.map(|(principle, range)| phrases::principle(texts.first, &principle.name, range));
    let all = [&*questionnaire.title, attribution.event, attribution.organisation, &headline, &level];
    let all = all.map(one_line).into_iter().chain(principles.map(|sentence| one_line(&sentence)));
    let mut text = String::new();
    for sentence in all.filter(|sentence| !sentence.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&sentence);
        if !sentence.ends_with(['.', '!', '?', '…']) {
            text.push('.');
        }
    }
    text
}
