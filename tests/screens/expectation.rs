//! Expected level, beside the result.

use boussole::state::{Expectation, Message, State, Visit};
use boussole_core::link::ResultId;
use boussole_core::score::MaturityLevel;
use boussole_core::texts::Text;

use crate::fixture::{TODAY, check, draft, pack, visit};

#[test]
fn the_expected_level_is_stored_and_compared_with_the_result() {
    let pack = pack("fr");
    let level = |number| MaturityLevel::new(number).expect("a level");
    let name = |number: usize| &*pack.questionnaire.maturity[number].name;
    for (expectation, text, values) in [
        (Expectation::Level(level(4)), Text::ExpectBelow, [("level", name(4)), ("count", "2")]),
        (Expectation::Level(level(3)), Text::ExpectBelow, [("level", name(3)), ("count", "1")]),
        (Expectation::Level(level(2)), Text::ExpectSame, [("level", name(2)), ("count", "0")]),
        (Expectation::Level(level(0)), Text::ExpectAbove, [("level", name(0)), ("count", "2")]),
    ] {
        let visit = Visit { expected: expectation.stored(), ..visit(draft(&pack, "222222222222"), None) };
        assert_eq!(State::new(pack.clone(), &visit).expectation, expectation);
        check(&pack, visit, &[&pack.texts.fill(text, &values)], &[]);
    }
    // A return to a complete result asks no question about the expected level.
    let back = State::new(pack.clone(), &visit(draft(&pack, "222222222222"), None));
    assert_eq!(back.expectation, Expectation::Passed);
    let restarted = back.after(Message::Restart(ResultId([9, 9, 9])), TODAY);
    assert_eq!(restarted.expectation, Expectation::Unasked);
}
