//! Packs as they travel: two lists, and two of their rest, changed in any way.

use boussole_core::link::{Content, ResultId, ResultLink, decode, encode};
use boussole_core::pack::{Pack, Wire};
use boussole_core::report::Report;
use boussole_core::score::{ScoreSummary, score};

use crate::fixtures;
use crate::input::FuzzInput;

/// Most changes of a pack.
const CHANGES: u8 = 8;

/// Changes a pack of the project, reads it, and answers what opens.
pub fn run(data: &[u8]) {
    fixtures::with(|fixtures| {
        let mut input = FuzzInput(data);
        let mut wires = fixtures.pack(&mut input).to_wires();
        for _ in 0..input.byte() % CHANGES {
            change(&mut wires[usize::from(input.byte() % 2)], &mut input);
        }
        let [first, rest] = wires;
        let Ok(pack) = Pack::from_first_wire(first.clone()) else { return };
        assert!(pack.first_wire() == first, "a pack is written in another way than it was read");
        answer(&pack, &mut input);
        let Ok(pack) = Pack::from_wires([first.clone(), rest]) else { return };
        let wires = pack.to_wires();
        assert!(wires[0] == first, "the rest changes what the questions show");
        assert!(Pack::from_wires(wires) == Ok(pack.clone()), "a whole pack opens as another one");
        answer(&pack, &mut input);
    });
}

fn change(Wire(numbers, texts): &mut Wire, input: &mut FuzzInput<'_>) {
    let kind = input.byte() % 6;
    let place = input.below(if kind < 3 { numbers.len() + 1 } else { texts.len() + 1 });
    match kind {
        0 if place < numbers.len() => numbers[place] = input.byte(),
        1 if place < numbers.len() => drop(numbers.remove(place)),
        2 => numbers.insert(place, input.byte()),
        3 if place < texts.len() => texts[place] = input.text().into_owned(),
        4 if place < texts.len() => drop(texts.remove(place)),
        5 => texts.insert(place, input.text().into_owned()),
        _ => {}
    }
}

fn answer(pack: &Pack, input: &mut FuzzInput<'_>) {
    let questionnaire = &*pack.questionnaire;
    let answers = fixtures::complete(questionnaire, input);
    let scores = score(questionnaire, &answers);
    ScoreSummary::from(&scores).maturity_result(questionnaire);
    Report::new(questionnaire, &answers);
    let content = Content::Answers(fixtures::answers(questionnaire, input));
    let result = ResultLink { content, result_id: ResultId([0; 3]), role: None, day: None };
    assert_eq!(decode(questionnaire, &encode(questionnaire, &result)), Ok(result));
}
