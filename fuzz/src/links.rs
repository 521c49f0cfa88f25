//! Texts that claim to be links: results, teams, invitations.

use boussole_core::link::{
    self, Kind, decode, decode_team, encode, encode_invitation, encode_team, read_invitation,
};

use crate::fixtures;
use crate::input::FuzzInput;
use crate::spelling;

/// Reads a text in every way: as it is, with a checksum, or as the payload of a link with one.
pub fn run(data: &[u8]) {
    fixtures::with(|fixtures| {
        let mut input = FuzzInput(data);
        let text = match input.byte() % 4 {
            0 => input.rest().into_owned(),
            1 => spelling::sealed(&input.rest()),
            format => {
                let questionnaire = &fixtures.pack(&mut input).questionnaire;
                // Most payloads begin with the version in one place or another.
                let version = questionnaire.version;
                let (format, head) =
                    if format == 2 { ("1", vec![input.byte(), version]) } else { ("2", vec![version]) };
                spelling::link(format, questionnaire, &[&*head, input.0].concat())
            }
        };
        read(&text, fixtures);
    });
}

fn read(text: &str, fixtures: &fixtures::Fixtures) {
    let bare = text.strip_prefix('#').unwrap_or(text);
    let mut readings = 0;
    for questionnaire in fixtures.questionnaires() {
        if let Ok(result) = decode(questionnaire, text) {
            assert_eq!(encode(questionnaire, &result), bare);
            assert_eq!(link::kind(text), Ok(Kind::Result));
            let head = link::head(text).expect("a result that opens has a head");
            assert_eq!((head.result_id, head.role, head.day), (result.result_id, result.role, result.day));
            assert!(link::scores(text).is_ok() && link::same_but_for_the_day(text, bare));
            readings += 1;
        }
        if let Ok(team) = decode_team(questionnaire, text) {
            assert_eq!(encode_team(questionnaire, &team), bare);
            assert_eq!(link::kind(text), Ok(Kind::Team));
            assert!(link::team_origin(text).is_ok_and(|origin| origin.is_version_of(questionnaire)));
            readings += 1;
        }
    }
    if let Some(invitation) = read_invitation(text) {
        assert_eq!(encode_invitation(&invitation), bare);
        assert!(link::is_meant_as_invitation(text) && !link::is_meant_as_one(text));
        readings += 1;
    }
    assert!(readings <= 1, "{text} opens in {readings} ways");
    assert!(readings == 0 || link::is_exact(text), "{text} opens and is not exact");
    assert!(link::is_exact(text) || link::scores(text).is_err(), "{text} has scores and is not exact");
}
