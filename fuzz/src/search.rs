//! Links within pasted texts.

use std::collections::BTreeSet;
use std::rc::Rc;

use boussole_core::link::{self, exact_in, find, find_with, mend};
use boussole_core::questionnaire::Questionnaire;
use boussole_core::room::{Reading, Room, VOCABULARY};
use boussole_core::team::{MAX_MEMBERS, Team, gather};

use crate::fixtures;
use crate::input::FuzzInput;
use crate::spelling;

/// Links that a step of a room reads.
const STEP: usize = 3;

/// Page of the links.
const ADDRESS: &str = "https://boussole.example/#";

/// Characters of the shortest payload of a link, its checksum included.
const SHORTEST_PAYLOAD: usize = 11;

/// Searches a text, and one with a link on a line of its own.
pub fn run(data: &[u8]) {
    fixtures::with(|fixtures| {
        let questionnaires: Vec<Rc<Questionnaire>> = fixtures.questionnaires().cloned().collect();
        let mut input = FuzzInput(data);
        if input.flag() {
            return search(&input.rest(), &questionnaires);
        }
        let questionnaire = &fixtures.pack(&mut input).questionnaire;
        let payload: Vec<u8> = (0..8 + input.byte() % 16).map(|_| input.byte()).collect();
        let exact = spelling::link("1", questionnaire, &payload);
        let text = format!("{}\n{exact}\n{}", input.text(), input.text());
        assert!(find(&text).contains(&exact), "{exact} is not found in {text:?}");
        search(&text, &questionnaires);
    });
}

/// Whether a link has a payload: a checksum alone is valid for one text in 2¹⁶.
fn is_whole(link: &str) -> bool {
    let payload = link.rsplit('.').next().unwrap_or_default();
    link::is_meant_as_one(link) && payload.len() >= SHORTEST_PAYLOAD
}

fn search(text: &str, questionnaires: &[Rc<Questionnaire>]) {
    let found = find(text);
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len(), "{text:?} has a link twice");
    for link in found.iter().filter(|link| link::is_exact(link)) {
        // A short one is a link behind an address alone.
        assert_eq!(find(&format!("{ADDRESS}{link}")), [link.as_str()], "within {text:?}");
    }
    for exact in exact_in(text).iter().filter(|exact| is_whole(exact)) {
        let bare = exact.trim_start_matches('#');
        assert!(found.iter().any(|link| link == bare), "{exact:?} of {text:?} is not among {found:?}");
    }
    if let Some(mended) = mend(text) {
        assert!(link::is_exact(&mended), "{text:?} becomes {mended:?}");
        assert_eq!(mend(&mended), Some(mended.clone()), "within {text:?}");
    }

    let gathered = gather(&questionnaires[0], &Team::default(), &found.join("\n"));
    assert!(gathered.team.members().len() <= MAX_MEMBERS);
    let mut room = Room::default();
    let mut reading = Reading::of(&find_with(text, VOCABULARY).join("\n"));
    while !reading.is_over() {
        reading.step(&mut room, questionnaires, STEP);
    }
    reading.resume(questionnaires);
    assert!(room.entries().len() <= reading.total(), "{text:?} has more results than links");
}
