//! The laws of links in any text: each is found, and what can't be taken is named.

use boussole_core::link::{Content, Day, ResultId, ResultLink, encode, encode_team, find};
use boussole_core::questionnaire::{Questionnaire, RawQuestionnaire, Role};
use boussole_core::score::{ScoreSummary, score};
use boussole_core::team::{MAX_MEMBERS, Member, MemberError, RejectedLink, Team, gather};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::made::{SMALL, answers, id, questionnaire, valid};
use crate::team::{member, members, team_of};

/// The link of a member alone.
fn link(questionnaire: &Questionnaire, member: &Member) -> String {
    let responses = member.answers.iter().map(Some).collect();
    let answers =
        boussole_core::answers::Answers::from_responses(questionnaire, responses).expect("they fit");
    let Member { result_id, role, day, .. } = *member;
    encode(questionnaire, &ResultLink { content: Content::Answers(answers), result_id, role, day })
}

/// Texts before a link, and behind one.
fn around() -> impl Strategy<Value = (&'static str, &'static str)> {
    let before = [
        "",
        " ",
        "\n",
        "https://boussole.example/#",
        "<https://boussole.example/fr/?form=full#",
        "(voir https://b.example/%23",
        "\"link\":\"",
        "\\n",
        "[lien](https://b.example/#",
        "« ",
        "> > ",
        "1. ",
        "lien\u{a0}:",
        "a,b;",
        "/",
    ];
    let behind = [
        "",
        " ",
        ".",
        "...",
        "…",
        "), ",
        ">",
        "\",",
        "\\n",
        " »",
        "\r\n",
        ";",
        "!",
        "\u{202f}?",
        "'",
        "]",
        "&utm=x",
    ];
    (prop::sample::select(before.to_vec()), prop::sample::select(behind.to_vec()))
}

proptest! {
    #[test]
    fn links_hidden_in_any_text_are_found(
        (questionnaire, there) in members(1, 4),
        arounds in vec((around(), "\\PC{0,12}"), 4),
        as_team: bool,
    ) {
        let links: Vec<String> = if as_team {
            vec![encode_team(&questionnaire, &team_of(there.clone()))]
        } else {
            there.iter().map(|member| link(&questionnaire, member)).collect()
        };
        let mut text = String::new();
        for (link, ((before, behind), noise)) in links.iter().zip(&arounds) {
            // A space parts the noise, which may end like the middle of a word.
            text.extend([noise, " ", before, link, behind, " "]);
        }
        let found = find(&text);
        prop_assert!(links.iter().all(|link| found.contains(link)), "{}: {:?}", text, found);
        let gathered = gather(&questionnaire, &Team::default(), &found.join("\n"));
        prop_assert_eq!(gathered.added, there.len());
        prop_assert_eq!(gathered.team, team_of(there));
    }

    #[test]
    fn no_text_makes_gathering_panic(text in "([#%.\\\\]?[123]?[0-9]{0,2}[.]made[.]express[.]\\PC{0,30}|\\PC{0,9})*") {
        let gathered = gather(&questionnaire(SMALL), &Team::default(), &find(&text).join("\n"));
        let _ = gather(&questionnaire(SMALL), &Team::default(), &text);
        prop_assert!(gathered.added >= gathered.team.members().len());
    }

    #[test]
    fn gathering_the_same_text_again_changes_nothing((questionnaire, there) in members(1, 5), as_team: bool) {
        let mut text: Vec<String> = there.iter().map(|member| link(&questionnaire, member)).collect();
        if as_team {
            text = vec![encode_team(&questionnaire, &team_of(there))];
        }
        let first = gather(&questionnaire, &Team::default(), &text.join(" "));
        prop_assert_eq!(first.refused, []);
        let again = gather(&questionnaire, &first.team, &text.join(" "));
        let twice = |link: &String| RejectedLink { link: link.clone(), why: MemberError::Twice };
        prop_assert_eq!(again.refused, text.iter().map(twice).collect::<Vec<_>>());
        prop_assert_eq!((again.added, again.renewed), (0, 0));
        prop_assert_eq!(again.team, first.team);
    }

    #[test]
    fn two_teams_become_one((questionnaire, there) in members(2, 6), first in 0usize..6, second in 0usize..6) {
        let (first, second) = (first.min(there.len()), second.min(there.len()));
        let parts = [&there[..first], &there[second..]].map(|part| team_of(part.iter().cloned()));
        let text = parts.map(|part| encode_team(&questionnaire, &part)).join("\n");
        let together = gather(&questionnaire, &Team::default(), &text).team;
        let expected = there.iter().enumerate().filter(|(at, _)| *at < first || *at >= second);
        prop_assert_eq!(together, team_of(expected.map(|(_, member)| member.clone())));
    }
}

#[test]
fn what_is_no_link_is_left_alone() {
    for text in [
        "",
        "www.alliancy.fr",
        "1.2.3",
        "v1.85.0",
        "192.168.100.200",
        "https://example.org/doc#3.2.1",
        "https://example.org/doc#section-1.2.3",
        "2.annexe.pdf",
        "2.annexe.finale.pdf",
        "prenom.nom@example.org",
        "https://b.example/#ask.liberte-numerique.express.legal",
        "Fin de phrase.Suite.Et encore.",
        "3.14159265358979",
        "2026.11.24",
        "…#.#..#...",
    ] {
        assert_eq!(find(text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_meant_as_a_link_is_found_though_damaged() {
    for (text, link) in [
        ("https://b.example/#1.made.express.AgE", "1.made.express.AgE"),
        ("https://b.example/#1made.express.AAEAAAAAAAAAAAANem,", "1made.express.AAEAAAAAAAAAAAANem"),
        ("https://b.example/#1.made.express", "1.made.express"),
        ("_1.made.express.AAEAAAAAAAAAAAANex.", "1.made.express.AAEAAAAAAAAAAAANex"),
        ("é1.made.express.AAEAAAAAAAAAAAANex…", "1.made.express.AAEAAAAAAAAAAAANex"),
        ("17.whatever.comes.then-in-ten-years", "17.whatever.comes.then-in-ten-years"),
    ] {
        assert_eq!(find(text), [link], "{text}");
    }
}

#[test]
fn each_reason_to_leave_a_link_out_is_named_and_the_rest_stands() {
    let questionnaire = questionnaire(SMALL);
    let changed = |change: fn(&mut RawQuestionnaire)| {
        let mut draft = RawQuestionnaire::clone(&questionnaire);
        change(&mut draft);
        valid(draft)
    };
    let alice = Member { day: Some(Day(9)), ..member(&questionnaire, 1, Some(Role::It), "01234?-") };
    let bob = member(&questionnaire, 2, None, "4444444");
    let earlier = Member { day: Some(Day(8)), answers: bob.answers.clone(), ..alice.clone() };
    let later = Member { day: Some(Day(10)), ..earlier.clone() };
    let result = |content| ResultLink { content, result_id: ResultId([7; 3]), role: None, day: None };
    let summary = ScoreSummary::from(&score(&questionnaire, &bob.answers));
    let [alice_link, bob_link, earlier, later] =
        [&alice, &bob, &earlier, &later].map(|member| link(&questionnaire, member));
    let unfinished = encode(&questionnaire, &result(Content::Answers(answers(&questionnaire, "01234?."))));
    let scores = encode(&questionnaire, &result(Content::Scores(summary)));
    let other = link(&changed(|draft| draft.id = id("other")), &bob);
    let form = link(&changed(|draft| draft.form = id("full")), &bob);
    let version = link(&changed(|draft| draft.version = 3), &bob);
    let damaged = bob_link.replacen('A', "B", 1);
    let newer = "5.made.express.AAAAAAAAAAA".to_owned();
    let expected = [
        (alice_link.clone(), MemberError::Twice),
        (earlier, MemberError::Earlier),
        (unfinished, MemberError::Unfinished),
        (scores, MemberError::ScoresOnly),
        (other, MemberError::OtherQuestionnaire),
        (form, MemberError::OtherForm("full".to_owned())),
        (version, MemberError::OtherVersion(3)),
        (damaged, MemberError::Damaged),
        (newer, MemberError::Newer),
    ];
    let links: Vec<&str> = expected.iter().map(|(link, _)| link.as_str()).collect();
    let text = format!("{} {bob_link} {}", links.join("\n"), links[2]);
    let gathered = gather(&questionnaire, &team_of([alice.clone()]), &find(&text).join("\n"));
    assert_eq!(gathered.refused, expected.map(|(link, why)| RejectedLink { link, why }));
    assert_eq!((gathered.added, gathered.renewed), (1, 0));
    assert_eq!(gathered.team, team_of([alice.clone(), bob.clone()]));

    let renewed = gather(&questionnaire, &gathered.team, &later);
    assert_eq!((renewed.added, renewed.renewed, renewed.refused), (0, 1, vec![]));
    assert_eq!(renewed.team.members()[0].day, Some(Day(10)));
}

#[test]
fn a_full_team_says_so() {
    let questionnaire = questionnaire("1: 1(1) | 1: 1(1) | 1: 1(1)");
    let numbered = |number: usize| {
        let [.., high, low] = number.to_be_bytes();
        Member { result_id: ResultId([1, high, low]), ..member(&questionnaire, 0, None, "012") }
    };
    let nearly = team_of((1..MAX_MEMBERS).map(numbered));
    let two = encode_team(&questionnaire, &team_of([numbered(0), numbered(MAX_MEMBERS)]));
    let gathered = gather(&questionnaire, &nearly, &two);
    assert_eq!(gathered.added, 1);
    assert_eq!(gathered.refused, [RejectedLink { link: two, why: MemberError::Full }]);
    assert_eq!(gathered.team.members().len(), MAX_MEMBERS);
}
