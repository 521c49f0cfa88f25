//! Links of any result or team, damaged on their way.

use boussole_core::link::{Content, Day, ResultId, ResultLink, decode, decode_team, encode, encode_team};
use boussole_core::questionnaire::{Questionnaire, Role, Word};
use boussole_core::team::{Member, Team};

use crate::fixtures;
use crate::input::FuzzInput;

/// Most members of a team.
const MEMBERS: u8 = 4;

/// Writes a link, puts another character in a place of it, or exchanges two neighbours, and reads it.
pub fn run(data: &[u8]) {
    fixtures::with(|fixtures| {
        let mut input = FuzzInput(data);
        let questionnaire = &fixtures.pack(&mut input).questionnaire;
        let (text, is_team) = match input.flag() {
            false => (encode(questionnaire, &result(questionnaire, &mut input)), false),
            true => (encode_team(questionnaire, &team(questionnaire, &mut input)), true),
        };
        let opens = |text: &str| match is_team {
            true => decode_team(questionnaire, text).is_ok(),
            false => decode(questionnaire, text).is_ok(),
        };
        assert!(opens(&text), "{text} does not open");
        let damaged = damaged(&text, &mut input);
        assert!(damaged == text || !opens(&damaged), "{text} opens as {damaged}");
    });
}

fn damaged(text: &str, input: &mut FuzzInput<'_>) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let place = input.below(characters.len() - 1);
    if input.flag() {
        characters.swap(place, place + 1);
    } else if let Some(other) = char::from_u32(input.below(0xD800) as u32) {
        characters[place] = other;
    }
    characters.into_iter().collect()
}

/// A role or none, and a day or none.
fn role_and_day(input: &mut FuzzInput<'_>) -> (Option<Role>, Option<Day>) {
    let day = input.flag().then(|| Day(input.below(usize::from(u16::MAX)) as u16));
    (Role::from_number(input.byte() % 16), day)
}

fn result(questionnaire: &Questionnaire, input: &mut FuzzInput<'_>) -> ResultLink {
    let (role, day) = role_and_day(input);
    let result_id = ResultId([input.byte(), input.byte(), input.byte()]);
    let answers = fixtures::answers(questionnaire, input);
    ResultLink { content: Content::Answers(answers), result_id, role, day }
}

fn team(questionnaire: &Questionnaire, input: &mut FuzzInput<'_>) -> Team {
    let mut team = Team::default();
    for number in 0..input.byte() % MEMBERS {
        let (role, day) = role_and_day(input);
        let result_id = ResultId([input.byte(), input.byte(), number]);
        team.join(Member { answers: fixtures::complete(questionnaire, input), result_id, role, day });
    }
    team
}
