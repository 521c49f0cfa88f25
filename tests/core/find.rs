//! The laws of links on their way: what programs do to them is undone, and no other damage ever opens.

use boussole_core::link::{
    Content, Invitation, ResultLink, decode, decode_team, encode, encode_invitation, encode_team, find,
    is_exact, mend,
};
use boussole_core::questionnaire::{Questionnaire, RawQuestionnaire, Role, Word};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

use crate::foreign::alphabet;
use crate::journey::{Change, LAYERS, PROOFPOINT, SURROUNDINGS, percent, wrapped};
use crate::link::result;
use crate::made::{SMALL, id, questionnaire, valid};
use crate::team::{members, team_of};

/// Links as autolinkers cut them, and the sound ones.
const SOUND: [&str; 4] = [
    "1.liberte-numerique.express.BgGhssMCAUcBgAerBwDtQ",
    "1.liberte-numerique.express.BgEAAEsCAUcBgAerBwD-_",
    "1.liberte-numerique.express.BgEAAAoCAUcBgAerBwBs-",
    "1.liberte-numerique.express.BgEAACACAUcBgAerBwO_O",
];

/// The same cases each time: one text in 100,000 has two readings by chance.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(16), ..ProptestConfig::with_cases(cases) }
}

/// Any link: the questionnaire, and its text.
fn any_link() -> impl Strategy<Value = (Questionnaire, String)> {
    let result = result().prop_map(|(questionnaire, result)| {
        let questionnaire = named(&questionnaire);
        let text = encode(&questionnaire, &result);
        (questionnaire, text)
    });
    let team = members(0, 6).prop_map(|(questionnaire, there)| {
        let questionnaire = named(&questionnaire);
        let text = encode_team(&questionnaire, &team_of(there));
        (questionnaire, text)
    });
    prop_oneof![3 => result, 1 => team]
}

/// The questionnaire with a name as long as those of the release.
fn named(questionnaire: &Questionnaire) -> Questionnaire {
    valid(RawQuestionnaire { id: id("liberte-numerique"), ..RawQuestionnaire::clone(questionnaire) })
}

fn address(link: &str) -> String {
    format!("https://boussole.example/en/?form=full#{link}")
}

fn opens(questionnaire: &Questionnaire, text: &str) -> bool {
    decode(questionnaire, text).is_ok() || decode_team(questionnaire, text).is_ok()
}

fn check(text: &str, link: &str, names: &[&str]) -> Result<(), TestCaseError> {
    prop_assert_eq!(find(text), [link], "{:?}: {:?}", names, text);
    prop_assert_eq!(mend(text), Some(link.to_owned()), "{:?}: {:?}", names, text);
    Ok(())
}

/// What was done to one of several links, and whether to the link without its address.
fn any_writing() -> impl Strategy<Value = (bool, Change)> {
    // A text is in the Rich Text Format as a whole, and a gateway shortens what it shows of an address.
    let is_whole = |name: &str| ["Rich Text Format", "Slack", "Sophos"].contains(&name);
    let bare = SURROUNDINGS.into_iter().chain(LAYERS).filter(move |(name, _)| !is_whole(name));
    let bare = select(bare.collect::<Vec<_>>()).prop_map(|change| (true, change));
    prop_oneof![bare, select([all(), LAYERS.to_vec()].concat()).prop_map(|change| (false, change))]
}

fn all() -> Vec<Change> {
    SURROUNDINGS.into_iter().chain(PROOFPOINT).collect()
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn each_change_on_the_way_is_undone((_, link) in any_link()) {
        for (name, change) in all().into_iter().chain(LAYERS) {
            check(&change(&address(&link)), &link, &[name])?;
        }
    }

    #[test]
    fn a_link_without_an_address_is_read_too((_, link) in any_link()) {
        for (name, change) in LAYERS.into_iter().chain(SURROUNDINGS.into_iter().filter(|(name, _)| *name != "Slack" && *name != "Sophos")) {
            check(&change(&link), &link, &[name])?;
            check(&change(&format!("#{link}")), &link, &[name])?;
        }
    }

    #[test]
    fn a_text_is_wrapped_at_any_column((_, link) in any_link(), width in 9usize..80, separator in select(vec!["\r\n", "\n> ", "=\r\n", "\n    ", " \n"])) {
        check(&wrapped(&address(&link), width, separator), &link, &[separator])?;
        let quoted = wrapped(&format!("Bonjour, voici :\n{}\nCordialement", percent(&address(&link), 'A')), width, separator);
        check(&quoted, &link, &[separator])?;
    }

    #[test]
    fn a_link_is_found_once((_, link) in any_link(), (name, change) in select(LAYERS.to_vec())) {
        let address = address(&link);
        check(&format!("{address}\n\n{}\n\n{address}", change(&address)), &link, &[name])?;
    }

    #[test]
    fn links_are_found_in_their_order(
        written in proptest::collection::vec((any_link(), any_writing(), select(vec!["\n", "\r\n\r\n", " ", ", puis ", ".\n> "])), 2..6),
    ) {
        let mut links: Vec<&str> = vec![];
        let mut text = String::new();
        let mut names = vec![];
        for ((_, link), (is_bare, (name, change)), behind) in &written {
            if links.contains(&&**link) {
                continue;
            }
            let short = if *is_bare { link.clone() } else { address(link) };
            text.extend([&change(&short), *behind]);
            links.push(link);
            names.push((*is_bare, *name));
        }
        prop_assert_eq!(find(&text), links, "{:?} {:?}", names, text);
    }

    #[test]
    fn no_text_makes_the_search_panic(text in "([#%=&\\\\<*_ \n]|&#[0-9x]{0,9};|%[0-9A-F]{1,2}|1[.]a[.]b[.]|/v[23]/(__|url[?]u=)|__;|\\PC){0,40}") {
        let _ = (find(&text), mend(&text));
    }
}

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn two_changes_on_the_way_are_undone(
        (_, link) in any_link(),
        first in select(all()),
        second in select(LAYERS.to_vec()),
        third in select(LAYERS.to_vec()),
        is_in: bool,
    ) {
        // Base64 has no look-alikes, and escapes none of its characters.
        let is_base64 = ["Sophos", "mail in base64"].contains(&first.0);
        prop_assume!(!(is_base64 && ["Cyrillic letters", "full-width forms", "zero-width spaces", "word breaks"].contains(&second.0)));
        // Each of them writes `\-`, and means another thing.
        prop_assume!(!(is_in && first.0 == "Rich Text Format" && second.0 == "Markdown"));
        let address = address(&link);
        if is_in {
            check(&second.1(&first.1(&address)), &link, &[first.0, second.0])?;
        } else {
            check(&third.1(&second.1(&address)), &link, &[second.0, third.0])?;
        }
    }

    #[test]
    fn no_other_damage_opens_as_another_result(
        (questionnaire, link) in any_link(),
        damage in proptest::collection::vec((0u8..6, any::<proptest::sample::Index>(), select(alphabet().collect::<Vec<char>>())), 1..=2),
        (_, change) in select(LAYERS.into_iter().chain(all()).collect::<Vec<_>>()),
    ) {
        let mut characters: Vec<char> = link.chars().collect();
        for (kind, place, character) in damage {
            let place = place.index(characters.len() - 1);
            match kind {
                0 => characters[place] = character,
                1 => drop(characters.remove(place)),
                2 => characters.insert(place, character),
                3 => characters.swap(place, place + 1),
                4 => characters.truncate(place.max(2)),
                _ => characters.insert(place, characters[place]),
            }
        }
        let damaged: String = characters.into_iter().collect();
        let text = change(&address(&damaged));
        for found in find(&text).into_iter().chain(mend(&text)) {
            prop_assert!(found == link || !opens(&questionnaire, &found), "{} opens as {}", text, found);
        }
    }
}

#[test]
fn the_last_character_is_mended_where_linkers_drop_it() {
    for link in SOUND {
        let cut = &link[..link.len() - 1];
        let is_dropped = link.ends_with(['_', '-']);
        for text in
            [address(cut), format!("{}.", address(cut)), format!("<{}>", address(cut)), format!("{cut}\n")]
        {
            assert_eq!(mend(&text), is_dropped.then(|| link.to_owned()), "{text}");
        }
        assert_eq!(mend(&address(&link[..link.len() - 2])), None);
    }
}

#[test]
fn an_invitation_is_mended() {
    let questionnaire = named(&questionnaire(SMALL));
    for role in (0..7).filter_map(Role::from_number) {
        let link = encode_invitation(&Invitation::to(&questionnaire, role));
        for (name, change) in LAYERS.into_iter().chain(all()).filter(|(name, _)| *name != "Cyrillic letters")
        {
            assert_eq!(
                mend(&change(&address(&link))),
                Some(link.clone()),
                "{name}: {}",
                change(&address(&link))
            );
        }
        assert_eq!(find(&address(&link)), [""; 0]);
    }
    for text in [
        "#ask.liberte-numerique.full.lega",
        "#ask.liberte-numerique.full.legal.more",
        "#ask.liberte-numerique.full",
        "#ask.",
        "#ask.a.b.legal ask.a.b.it",
    ] {
        assert_eq!(mend(text), None, "{text}");
    }
}

/// The end of each line and the beginning of the next look like one escape.
#[test]
fn no_escape_takes_the_first_character_of_a_link() {
    let links = [SOUND[0], SOUND[1], SOUND[3]];
    let [first, second, third] = links;
    for end in ["?source=1", "100 %", "a=4 ", "%", "=", "x\\n", "=4 \\n", "&#4"] {
        for begin in ["", "\\n", "\\", "> "] {
            let text = format!("{} {end}\n{begin}{second}\n{}", percent(first, 'A'), percent(third, 'A'));
            assert_eq!(find(&text), links, "{text}");
            let (head, tail) = second.split_at(30);
            let text =
                format!("{} {end}\n{begin}{head}\n{tail}\n{}", percent(first, 'A'), percent(third, 'A'));
            assert_eq!(find(&text), links, "{text}");
        }
    }
}

/// A checksum agrees, and the bytes are those of no result.
#[test]
fn an_exact_link_that_cannot_be_read_is_found_as_it_stands() {
    let link = "1.liberte-numerique.express.EBAQEBAQEBAFvv";
    assert!(is_exact(link));
    for (before, behind) in [("50 %e\n", ""), ("%%%AA%e\n", "\n"), ("\\\\#700\0", "\0exam"), ("=\n", "=\n")] {
        assert_eq!(find(&format!("{before}{link}{behind}")), [link], "between {before:?} and {behind:?}");
    }
}

#[test]
fn two_links_in_an_address_are_none() {
    assert_eq!(mend(&format!("#{}", SOUND.join("#"))), None);
}

#[test]
fn a_typographic_dash_is_one_hyphen_or_two() {
    let questionnaire = named(&questionnaire(SMALL));
    let links = (0..200_000u32).map(|number| {
        let [_, high, middle, low] = number.to_be_bytes();
        let result = ResultLink {
            content: Content::Answers(crate::made::answers(&questionnaire, "01234?-")),
            result_id: boussole_core::link::ResultId([high, middle, low]),
            role: None,
            day: None,
        };
        encode(&questionnaire, &result)
    });
    for link in links.filter(|link| link.contains("--")).take(20) {
        for text in
            [link.replace("--", "—"), link.replace("--", "–"), link.replace("--", "—").replace('-', "–")]
        {
            assert_eq!(find(&text), [&*link], "{text}");
        }
    }
    for link in SOUND {
        assert_eq!(find(&link.replace('-', "–")), [link]);
        assert_eq!(find(&link.replace("liberte-", "liber-\nte-")), [link]);
    }
}

#[test]
fn what_is_shown_in_short_is_no_damaged_link() {
    let link = SOUND[0];
    assert_eq!(find(&format!("<{}|{}…>", address(link), &address(link)[..60])), [link]);
    assert_eq!(find(&address(&link[..30])), [&link[..30]]);
}

/// Each of these took minutes where the search looked at a text twice for each of its characters.
#[test]
fn a_long_text_is_searched_once() {
    const LENGTH: usize = 1_000_000;
    let parts = [
        "1 ",
        "1.",
        "1.a.b.",
        "1.a.b.x 1 ",
        "1.a.b.x\n",
        "x\n",
        "%25",
        "%\n",
        "%2\n",
        "=\n",
        "&#",
        "\\u{",
        "<b ",
        "<",
        "/v3/__",
        "/v3/__;",
        "/v3/__x__;",
        "/v2/url?u=",
        "aHR0",
        "–",
        "-\n",
        "_",
        "1",
        "ask.a.",
        "—1.a.b.–\n",
    ];
    for part in parts {
        let text = part.repeat(LENGTH / part.len());
        assert!(find(&text).len() <= 1, "{part}");
        let behind = format!("1.a.b.{text}");
        assert!(find(&behind).len() <= 2, "{part}");
    }
}
