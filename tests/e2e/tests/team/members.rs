//! Adding results to a team.

use boussole_core::link::{Invitation, read_invitation};
use boussole_core::questionnaire::{Role, Word};
use boussole_core::team::Team;
use boussole_core::texts::LazyText;
use boussole_e2e::browser::DRAFT;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use serde_json::{Value, json};

use super::*;

/// Length of a link's excerpt.
const GLIMPSE: usize = 48;

/// Mail with links as in mails and chats, and with similar texts.
fn mail(links: &[String]) -> String {
    let written: [fn(&str) -> String; 12] = [
        |link| format!("- DG : https://boussole.example/page#{link}\r\n"),
        |link| format!("<https://boussole.example/#{link}>; "),
        |link| format!("«\u{202f}{link}\u{202f}»\n"),
        |link| format!("[le lien](https://boussole.example/?lang=fr#{link})."),
        |link| format!(" Le mien : {link}. Bonne lecture !\n"),
        |link| format!("> {link}\n"),
        |link| format!("{{\"link\": \"{link}\"}}\n"),
        |link| format!("https://partage.example/?u=https%3A%2F%2Fboussole.example%2F%23{link}&source=1\n"),
        |link| format!("\t{link}\t"),
        |link| format!("({link}),"),
        |link| format!("et {link} ;"),
        |link| format!("enfin https://boussole.example/#{link}"),
    ];
    let links: String = links.iter().zip(written).map(|(link, write)| write(link)).collect();
    format!(
        "Bonjour,\n\nPour le COMEX du 24.11.2026, salle 1.2.3, voir www.example.org#2.1 :\n{links}\nÀ mardi."
    )
}

#[test]
pub fn a_mail_with_twelve_links_adds_ten_people_and_names_the_two_that_are_bad() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_team(&browser, &oracle).await;
        let sound = oracle.link_of("2222 2222 2222", [9, 9, 9], Some(Role::Legal), 310);
        let damaged = sound.replacen("express.B", "express.C", 1);
        assert_ne!(sound, damaged);
        let elsewhere = Oracle::of("dependances-ia", "express", "fr").link_of(
            "2222222222",
            [8, 8, 8],
            Some(Role::It),
            310,
        );
        let mut sent = links(&oracle);
        sent.insert(3, damaged.clone());
        sent.push(elsewhere.clone());
        let mail = mail(&sent);

        let all = together(own(&oracle), &colleagues(&oracle));
        let bad = [(damaged, LazyText::TeamDamaged), (elsewhere, LazyText::TeamOtherQuestionnaire)];
        let named = |links: &[(String, LazyText)]| -> Vec<String> {
            let named = links.iter().map(|(link, why)| {
                let glimpse: String = link.chars().take(GLIMPSE).collect();
                format!("{glimpse} {}", oracle.lazy_text(*why, &[]))
            });
            named.collect()
        };
        paste(widget, &mail).await;
        wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "10")])).await;
        assert_eq!(widget.texts(".refused li").await, named(&bad));
        let title = oracle.lazy_text(LazyText::TeamMembers, &[("count", "11")]);
        assert!(widget.texts("h3").await.contains(&title), "{title}");
        assert_eq!(widget.read("return all('.members li').length").await, json!(11));
        assert_eq!(stored_team(&browser, &oracle).await, all);

        // Repeated links change nothing.
        paste(widget, &mail).await;
        wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAddedNone, &[])).await;
        let twice: Vec<(String, LazyText)> = sent
            .iter()
            .map(|link| match bad.iter().find(|(oracle, _)| oracle == link) {
                Some(bad) => bad.clone(),
                None => (link.clone(), LazyText::TeamTwice),
            })
            .collect();
        assert_eq!(widget.texts(".refused li").await, named(&twice));
        assert_eq!(stored_team(&browser, &oracle).await, all);
    });
}

#[test]
fn ones_own_result_is_there_at_first_and_offered_again_once_it_is_removed() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_team(&browser, &oracle).await;
        let one = oracle.lazy_text(LazyText::TeamMembers, &[("count", "1")]);
        assert!(widget.texts("h3").await.contains(&one));
        assert!(!widget.has("[data-action=add-own]").await, "it would bring nothing");
        widget.click_action("remove").await;
        widget.wait("an empty team", "return !find('.members')").await;
        assert_eq!(stored_team(&browser, &oracle).await, Team::default());
        // Removed members stay removed until added again.
        let widget = browser.reload().await;
        widget.wait_for_screen("report").await;
        widget.open_screen("team").await;
        assert!(!widget.has(".members").await);
        widget.click_action("add-own").await;
        wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "1")])).await;
        assert!(!widget.has("[data-action=add-own]").await);
        assert_eq!(stored_team(&browser, &oracle).await, together(own(&oracle), &Team::default()));
    });
}

#[test]
fn a_role_can_be_set_and_the_table_is_stored_until_it_is_emptied() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_team(&browser, &oracle).await;
        paste(widget, &links(&oracle).join(" ")).await;
        widget.pick(".members [data-field=member-role]", Role::Legal.word()).await;
        widget.wait("a third lawyer", "return all('.by-role thead th').length === 7").await;
        let all = together(own(&oracle), &colleagues(&oracle));
        let all = all.with_role(all.members()[0].result_id, Some(Role::Legal));
        assert_eq!(stored_team(&browser, &oracle).await, all);
        let widget = browser.reload().await;
        widget.wait_for_screen("report").await;
        widget.open_screen("team").await;
        assert_eq!(widget.read("return all('.members li').length").await, json!(11));
        let first = "return find('.members [data-field=member-role]').value";
        assert_eq!(widget.read(first).await, json!(Role::Legal.word()));

        // A removal leaves the roles of other members.
        for role in [Role::Legal, Role::Business] {
            widget.pick(".members li:nth-child(2) [data-field=member-role]", role.word()).await;
        }
        widget.click(".members li:last-child [data-action=remove]").await;
        widget.wait("ten people", "return all('.members li').length === 10").await;
        let shown = "return all('.members [data-field=member-role]').map((each) => each.value)";
        let mut roles: Vec<&str> = COLLEAGUES.iter().map(|(_, role)| role.word()).collect();
        roles.insert(0, Role::Legal.word());
        roles[1] = Role::Business.word();
        assert_eq!(widget.read(shown).await, json!(roles[..10]));

        // A new team has no earlier agreements.
        widget.click_action("workshop").await;
        widget.wait_for_screen("workshop").await;
        widget.choose("[name=agreed]", "3").await;
        widget.click_action("end").await;
        widget.wait("the agreement", "return find('.agreed')").await;
        widget.click_action("empty").await;
        widget.wait("an empty team", "return !find('.members')").await;
        assert_eq!(stored_team(&browser, &oracle).await, Team::default());
        paste(widget, &links(&oracle).join(" ")).await;
        wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "10")])).await;
        assert!(!widget.has(".agreed").await);
        assert_eq!(browser.draft().await, Some(oracle.link(OWN)), "one's own answers are no part of it");
    });
}

#[test]
fn an_invitation_is_offered_for_each_function() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_team(&browser, &oracle).await;
        for (word, role) in Role::WORDS.iter().rev() {
            widget.pick("[data-field=asked]", word).await;
            widget.wait(word, &format!("return find('[data-field=ask]').value.endsWith('.{word}')")).await;
            let expected = Invitation::to(oracle.questionnaire(), *role);
            assert_eq!(read_invitation(&offered(widget, "ask").await), Some(expected));
        }
    });
}

#[test]
fn a_shared_result_is_brought_into_the_team_beside_ones_own() {
    test_bed::run(async |bed| {
        let oracle = Oracle::new("fr");
        let (written, role) = COLLEAGUES[0];
        let (result_id, day) = made(0);
        let theirs = member(&oracle, written, result_id, Some(role), day);
        let link = &links(&oracle)[0];
        let with_own = together(own(&oracle), &together(theirs.clone(), &Team::default()));
        for (draft, expected) in [(Some(OWN), with_own), (None, together(theirs, &Team::default()))] {
            let browser = bed.browser().await;
            if let Some(own) = draft {
                browser.store_draft(&oracle.link(own)).await;
            }
            let widget = browser.open(&format!("#{link}")).await;
            widget.wait_for_screen("shared").await;
            widget.click_action("bring-team").await;
            widget.wait_for_screen("team").await;
            wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "1")])).await;
            assert_eq!(stored_team(&browser, &oracle).await, expected);
            assert_eq!(browser.stored(DRAFT).await, draft.map(|own| oracle.link(own)));
        }
    });
}

#[test]
fn a_thousand_people_are_taken_in_and_the_page_still_answers() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_team(&browser, &oracle).await;
        widget.click_action("remove").await;
        widget.wait("an empty team", "return !find('.members')").await;
        let link = |number: u16| {
            let (written, role) = COLLEAGUES[usize::from(number) % 10];
            let [high, low] = number.to_be_bytes();
            oracle.link_of(written, [high, low, 0], Some(role), number)
        };
        // Limit plus one.
        let text = (0..=1000).map(link).collect::<Vec<_>>().join("\n");
        let script = "const root = document.querySelector('boussole-assessment').shadowRoot;
            root.querySelector('[data-field=paste]').value = arguments[0];
            const start = performance.now();
            root.querySelector('[data-action=add]').click();
            // Microtasks of the click run before the next task; layout follows.
            await new Promise((resolve) => setTimeout(resolve));
            root.host.getBoundingClientRect();
            return [performance.now() - start, root.querySelectorAll('.members li').length]";
        let found: Value = browser.run_async(script, vec![json!(text)]).await;
        println!("1000 links: {} ms of the main thread", found[0]);
        wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "1000")])).await;
        let title = oracle.lazy_text(LazyText::TeamMembers, &[("count", "1000")]);
        assert!(widget.texts("h3").await.contains(&title), "{title}");
        // Further members are shown on request.
        assert_eq!(widget.read("return all('.members li').length").await, json!(12));
        assert_eq!(stored_team(&browser, &oracle).await.members().len(), 1000);
        let refused = widget.texts(".refused li").await;
        assert_eq!(refused.len(), 1);
        assert!(refused[0].ends_with(&oracle.lazy_text(LazyText::TeamFull, &[])), "{refused:?}");
        // After a removal, the rejected one fits.
        widget.click_action("remove").await;
        let title = oracle.lazy_text(LazyText::TeamMembers, &[("count", "999")]);
        widget
            .wait(
                &title,
                &format!("return all('h3').some((each) => plain(each.textContent) === {})", json!(title)),
            )
            .await;
        paste(widget, &link(1000)).await;
        wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "1")])).await;
        let too_many = oracle.lazy_text(LazyText::TeamLinkTooMany, &[("most", "12")]);
        assert!(widget.texts("p").await.contains(&too_many), "no link carries them");
        assert!(!widget.has("[data-field=team]").await);
    });
}

#[test]
fn of_a_large_team_the_first_are_shown_and_the_others_when_they_are_asked_for() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_team(&browser, &oracle).await;
        let sent: Vec<String> = (0..30)
            .map(|number| oracle.link_of("2222 2222 2222", [number, 1, 1], Some(Role::Legal), 310))
            .collect();
        paste(widget, &sent.join("\n")).await;
        wait_for_message(widget, &oracle.lazy_text(LazyText::TeamAdded, &[("count", "30")])).await;
        let count = "return all('.members li').length";
        assert_eq!(widget.read(count).await, json!(12));
        widget.click("details:has(.members) summary, .members + details summary").await;
        widget.wait("everybody", &format!("{count} === 31")).await;
        // Later members are removed in the same way.
        widget.click("details .members li:last-child [data-action=remove]").await;
        widget.wait("one less", &format!("{count} === 30")).await;
    });
}

#[test]
fn people_whom_two_tabs_add_are_all_there() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = open_team(&browser, &oracle).await;
        let links = links(&oracle);
        let [first, second] = browser.open_tab().await;
        let widget_there = browser.open("").await;
        widget_there.wait_for_screen("report").await;
        widget_there.open_screen("team").await;
        paste(widget_there, &links[..7].join(" ")).await;
        widget_there.wait("eight people", "return all('.members li').length === 8").await;
        browser.enter_tab(&first).await;
        paste(widget, &links[7..8].join(" ")).await;
        widget.wait("nine people", "return all('.members li').length === 9").await;
        browser.enter_tab(&second).await;
        widget_there.pick(".members [data-field=member-role]", Role::Legal.word()).await;
        widget_there.wait("the ninth person", "return all('.members li').length === 9").await;
    });
}
