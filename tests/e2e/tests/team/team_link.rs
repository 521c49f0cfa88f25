//! Team link and its QR code.

use boussole_core::link::{decode_team, encode_team};
use boussole_core::questionnaire::Role;
use boussole_core::team::Team;
use boussole_core::texts::{LazyText, Text};
use boussole_e2e::browser::{DRAFT, Preference};
use boussole_e2e::oracle::Oracle;
use boussole_e2e::qr_code;
use boussole_e2e::site::BLANK;
use boussole_e2e::test_bed;

use super::*;

#[test]
fn the_link_to_the_team_shows_the_same_people_in_another_browser() {
    test_bed::run(async |bed| {
        let oracle = Oracle::new("fr");
        let browser = bed.browser().await;
        let widget = open_team_with_colleagues(&browser, &oracle).await;
        let link = offered(widget, "team").await;
        let team = colleagues(&oracle);
        assert_eq!(decode_team(oracle.questionnaire(), &link), Ok(team.clone()));

        for draft in [None, Some(OWN)] {
            let other = bed.browser().await;
            if let Some(own) = draft {
                other.store_draft(&oracle.link(own)).await;
            }
            let widget = other.open(&format!("#{link}")).await;
            widget.wait_for_screen("team").await;
            wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "10")])).await;
            let expected = if draft.is_some() { together(own(&oracle), &team) } else { team.clone() };
            assert_eq!(stored_team(&other, &oracle).await, expected);
            assert_eq!(other.stored(DRAFT).await, draft.map(|own| oracle.link(own)));
            assert_eq!(other.location().await, other.address(""), "the link is gone from the address");
            let sent = other.monitor().requests().await;
            assert!(sent.iter().all(|address| !address.contains(&link[30..])), "{sent:#?}");

            // A reload shows the team again, and adds nobody.
            let widget = other.reload().await;
            widget.wait_for_screen("team").await;
            let count = expected.members().len();
            widget.wait("the members", &format!("return all('.members li').length === {count}")).await;
            assert_eq!(stored_team(&other, &oracle).await, expected);
        }
    });
}

#[test]
fn a_damaged_link_to_a_team_says_so_and_keeps_the_team_that_was_there() {
    test_bed::run(async |bed| {
        let oracle = Oracle::new("fr");
        let browser = bed.browser().await;
        open_team_with_colleagues(&browser, &oracle).await;
        let link = encode_team(oracle.questionnaire(), &together(own(&oracle), &colleagues(&oracle)));
        let damaged = link.replacen("express.A", "express.B", 1);
        assert_ne!(link, damaged);
        browser.load(BLANK).await;
        let widget = browser.open(&format!("#{damaged}")).await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.notice().await, Some(oracle.text(Text::NoticeLinkDamaged, &[])));
        assert_eq!(stored_team(&browser, &oracle).await, colleagues(&oracle));
    });
}

/// Largest team of one link, in a form.
fn twelve(oracle: &Oracle) -> Team {
    let count = oracle.questionnaire().len();
    let written = |person: usize| -> String {
        (0..count).map(|item| ["0", "1", "2", "3", "4", "?"][(person * 5 + item * item) % 6]).collect()
    };
    let roles = [Role::GeneralManagement, Role::It, Role::Procurement, Role::Legal];
    let mut team = Team::default();
    for person in 0..12 {
        let (result_id, day) = made(person);
        team.join(member(oracle, &written(person), result_id, Some(roles[person % 4]), day));
    }
    team
}

#[test]
pub fn a_team_of_the_full_form_opens_it_on_the_page_of_the_short_one() {
    test_bed::run(async |bed| {
        let full = Oracle::of("liberte-numerique", "full", "fr");
        let team = twelve(&full);
        let browser = bed.browser().await;
        let widget = browser.open(&format!("#{}", encode_team(full.questionnaire(), &team))).await;
        widget.wait_for_screen("team").await;
        wait_for_message(widget, &full.lazy_text(LazyText::TeamAdded, &[("count", "12")])).await;
        assert_eq!(browser.location().await, browser.address("?form=full"));
        let stored =
            browser.stored("boussole:liberte-numerique:full:team").await.expect("the team is stored");
        let (team_text, _) = stored.split_once('\n').expect("agreements follow the team");
        assert_eq!(decode_team(full.questionnaire(), team_text), Ok(team.clone()));
        // The link offered there carries the same team.
        assert_eq!(decode_team(full.questionnaire(), &offered(widget, "team").await), Ok(team));
    });
}

/// Storage key of the team of the first version.
const TEAM_OF_1: &str = "boussole:liberte-numerique:express:team:1";

/// Waits for a count of members.
async fn shows_members(widget: WidgetPage<'_>, count: usize) {
    widget
        .wait(&format!("{count} members"), &format!("return all('.members > li').length === {count}"))
        .await;
}

#[test]
fn a_team_of_an_earlier_version_opens_as_it_is_beside_that_of_today() {
    test_bed::run(async |bed| {
        let (before, now) = (Oracle::first_version("fr"), Oracle::new("fr"));
        let browser = bed.browser().await;
        open_team_with_colleagues(&browser, &now).await;
        let of_today = browser.stored(TEAM).await;

        browser.load(BLANK).await;
        let link = encode_team(before.questionnaire(), &colleagues(&before));
        let widget = browser.open(&format!("#{link}")).await;
        widget.wait_for_screen("team").await;
        shows_members(widget, 10).await;
        assert!(!widget.has("[data-field=ask]").await, "an invitation would ask for other answers");
        // The link offered there carries the same team.
        assert_eq!(
            decode_team(before.questionnaire(), &offered(widget, "team").await),
            Ok(colleagues(&before))
        );

        // What a reader takes out stays out, in either language.
        widget.click_action("remove").await;
        shows_members(widget, 9).await;
        let values = [("version", "1")];
        for locale in ["en", "fr"] {
            widget.click(&format!("[data-action=language][lang={locale}]")).await;
            let older = Oracle::new(locale).lazy_text(LazyText::TeamOlder, &values);
            widget.wait(&older, &format!("return text('.older') === {}", json!(older))).await;
            let item = plain(&Oracle::first_version(locale).questionnaire().item(0).expect("an item").short);
            let shown = format!(
                "return all('.together tbody tr:first-child').some((row) => plain(row.textContent).includes({}))",
                json!(item)
            );
            widget.wait(&item, &shown).await;
            shows_members(widget, 9).await;
        }
        assert_eq!(browser.stored(TEAM).await, of_today, "the team of today is as it was");

        // From today's team a reader comes back to it.
        widget.click_action("back").await;
        widget.wait_for_screen("report").await;
        widget.open_screen("team").await;
        shows_members(widget, 10).await;
        widget.click_action("open-team-1").await;
        shows_members(widget, 9).await;
        assert!(browser.stored(TEAM_OF_1).await.is_some());

        // A result of that version joins it.
        browser.load(BLANK).await;
        let joining = before.link_of(OWN, [9, 9, 9], None, 310);
        let widget = browser.open(&format!("#{joining}")).await;
        widget.wait_for_screen("shared").await;
        widget.click_action("bring-team").await;
        shows_members(widget, 10).await;
        assert_eq!(browser.stored(TEAM).await, of_today);
    });
}

#[test]
pub fn the_team_that_an_earlier_release_stored_is_not_overwritten() {
    test_bed::run(async |bed| {
        let (before, now) = (Oracle::first_version("fr"), Oracle::new("fr"));
        let browser = bed.browser().await;
        let earlier = encode_team(before.questionnaire(), &colleagues(&before)) + "\n";
        browser.store_draft(&now.link(OWN)).await;
        browser
            .run("localStorage.setItem(arguments[0], arguments[1])", vec![json!(TEAM), json!(earlier)])
            .await;
        let widget = browser.open("").await;
        widget.wait_for_screen("report").await;
        widget.open_screen("team").await;
        shows_members(widget, 1).await;
        paste(widget, &links(&now).join("\n")).await;
        shows_members(widget, 11).await;
        assert_eq!(stored_team(&browser, &now).await, together(own(&now), &colleagues(&now)));
        assert_eq!(browser.stored(TEAM_OF_1).await, Some(earlier));
        widget.click_action("open-team-1").await;
        shows_members(widget, 10).await;
    });
}

#[test]
fn the_code_of_a_team_of_twelve_is_its_link() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let cases = [
            ("express", Preference::Light, 1280, 1),
            ("express", Preference::Dark, 375, 2),
            ("full", Preference::Dark, 1280, 1),
            ("full", Preference::Light, 375, 2),
        ];
        for (form, preference, width, pixels) in cases {
            let oracle = Oracle::of("liberte-numerique", form, "fr");
            browser.prefer(preference).await;
            browser.scale(width, 800, pixels).await;
            browser.clear_storage().await;
            let link = encode_team(oracle.questionnaire(), &twelve(&oracle));
            let widget = browser.open(&format!("#{link}")).await;
            widget.wait_for_screen("team").await;
            widget.wait("a code", "return find('svg.code')").await;
            assert_eq!(offered(widget, "team").await, link);
            let read = qr_code::read_from(widget).await;
            assert!(read.starts_with(&browser.address("")), "{read}");
            let read = unescaped(read.split_once('#').expect("it has a fragment").1);
            assert_eq!(read, link, "{form}");
        }
    });
}
