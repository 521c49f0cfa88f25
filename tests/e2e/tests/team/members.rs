//! How results come into a team.

use boussole_core::link::{Invitation, read_invitation};
use boussole_core::questionnaire::{Role, Word};
use boussole_core::team::Team;
use boussole_core::texts::LazyText;
use boussole_e2e::browser::DRAFT;
use boussole_e2e::known::Known;
use boussole_e2e::stage;
use serde_json::{Value, json};

use super::*;

/// How much of a link is shown where it is named.
const GLIMPSE: usize = 48;

/// A mail that holds links as mails and chats do, among what only looks like some.
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
fn a_mail_with_twelve_links_adds_ten_people_and_names_the_two_that_are_bad() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = enter(&browser, &known).await;
        let sound = known.link_of("2222 2222 2222", [9, 9, 9], Some(Role::Legal), 310);
        let damaged = sound.replacen("express.B", "express.C", 1);
        assert_ne!(sound, damaged);
        let elsewhere =
            Known::of("dependances-ia", "express", "fr").link_of("222222222", [8, 8, 8], Some(Role::It), 310);
        let mut sent = links(&known);
        sent.insert(3, damaged.clone());
        sent.push(elsewhere.clone());
        let mail = mail(&sent);

        let all = together(own(&known), &colleagues(&known));
        let bad = [(damaged, LazyText::TeamDamaged), (elsewhere, LazyText::TeamOtherQuestionnaire)];
        let named = |links: &[(String, LazyText)]| -> Vec<String> {
            let named = links.iter().map(|(link, why)| {
                let glimpse: String = link.chars().take(GLIMPSE).collect();
                format!("{glimpse} {}", known.room_words(*why, &[]))
            });
            named.collect()
        };
        paste(widget, &mail).await;
        said(widget, &known.room_words(LazyText::TeamAdded, &[("count", "10")])).await;
        assert_eq!(widget.texts(".refused li").await, named(&bad));
        let title = known.room_words(LazyText::TeamMembers, &[("count", "11")]);
        assert!(widget.texts("h3").await.contains(&title), "{title}");
        assert_eq!(widget.read("return all('.members li').length").await, json!(11));
        assert_eq!(kept(&browser, &known).await, all);

        // The very same again brings nothing and takes nothing away.
        paste(widget, &mail).await;
        said(widget, &known.room_words(LazyText::TeamAddedNone, &[])).await;
        let twice: Vec<(String, LazyText)> = sent
            .iter()
            .map(|link| match bad.iter().find(|(known, _)| known == link) {
                Some(bad) => bad.clone(),
                None => (link.clone(), LazyText::TeamTwice),
            })
            .collect();
        assert_eq!(widget.texts(".refused li").await, named(&twice));
        assert_eq!(kept(&browser, &known).await, all);
    });
}

#[test]
fn ones_own_result_is_there_at_first_and_offered_again_once_it_is_removed() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = enter(&browser, &known).await;
        let one = known.room_words(LazyText::TeamOne, &[]);
        assert!(widget.texts("h3").await.contains(&one));
        assert!(!widget.has("[data-action=add-own]").await, "it would bring nothing");
        widget.act("remove").await;
        widget.wait("an empty team", "return !find('.members')").await;
        assert_eq!(kept(&browser, &known).await, Team::default());
        // Who was removed stays away until they are asked for.
        let widget = browser.reload().await;
        widget.on("report").await;
        widget.enter("team").await;
        assert!(!widget.has(".members").await);
        widget.act("add-own").await;
        said(widget, &known.room_words(LazyText::TeamAddedOne, &[])).await;
        assert!(!widget.has("[data-action=add-own]").await);
        assert_eq!(kept(&browser, &known).await, together(own(&known), &Team::default()));
    });
}

#[test]
fn a_function_can_be_given_and_the_table_is_kept_until_it_is_emptied() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = enter(&browser, &known).await;
        paste(widget, &links(&known).join(" ")).await;
        widget.pick(".members [data-field=member-role]", Role::Legal.word()).await;
        widget.wait("a third lawyer", "return all('.by-role thead th').length === 7").await;
        let all = together(own(&known), &colleagues(&known)).with_role(0, Some(Role::Legal));
        assert_eq!(kept(&browser, &known).await, all);
        let widget = browser.reload().await;
        widget.on("report").await;
        widget.enter("team").await;
        assert_eq!(widget.read("return all('.members li').length").await, json!(11));
        let first = "return find('.members [data-field=member-role]').value";
        assert_eq!(widget.read(first).await, json!(Role::Legal.word()));

        // Whoever leaves, the others keep the functions that were chosen for them.
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

        // An agreement is of the team that came to it.
        widget.act("workshop").await;
        widget.on("workshop").await;
        widget.choose("[name=agreed]", "3").await;
        widget.act("end").await;
        widget.wait("the agreement", "return find('.agreed')").await;
        widget.act("empty").await;
        widget.wait("an empty team", "return !find('.members')").await;
        assert_eq!(kept(&browser, &known).await, Team::default());
        paste(widget, &links(&known).join(" ")).await;
        said(widget, &known.room_words(LazyText::TeamAdded, &[("count", "10")])).await;
        assert!(!widget.has(".agreed").await);
        assert_eq!(browser.draft().await, Some(known.link(OWN)), "one's own answers are no part of it");
    });
}

#[test]
fn an_invitation_is_offered_for_each_function() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = enter(&browser, &known).await;
        for (word, role) in Role::WORDS.iter().rev() {
            widget.pick("[data-field=asked]", word).await;
            widget.wait(word, &format!("return find('[data-field=ask]').value.endsWith('.{word}')")).await;
            let expected = Invitation::to(known.questionnaire(), *role);
            assert_eq!(read_invitation(&offered(widget, "ask").await), Some(expected));
        }
    });
}

#[test]
fn a_shared_result_is_brought_into_the_team_beside_ones_own() {
    stage::run(async |stage| {
        let known = Known::new("fr");
        let (written, role) = COLLEAGUES[0];
        let (result_id, day) = made(0);
        let theirs = member(&known, written, result_id, Some(role), day);
        let link = &links(&known)[0];
        let with_own = together(own(&known), &together(theirs.clone(), &Team::default()));
        for (draft, expected) in [(Some(OWN), with_own), (None, together(theirs, &Team::default()))] {
            let browser = stage.browser().await;
            if let Some(own) = draft {
                browser.keep(&known.link(own)).await;
            }
            let widget = browser.open(&format!("#{link}")).await;
            widget.on("shared").await;
            widget.act("bring-team").await;
            widget.on("team").await;
            said(widget, &known.room_words(LazyText::TeamAddedOne, &[])).await;
            assert_eq!(kept(&browser, &known).await, expected);
            assert_eq!(browser.kept(DRAFT).await, draft.map(|own| known.link(own)));
        }
    });
}

#[test]
fn a_thousand_people_are_taken_in_and_the_page_still_answers() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = enter(&browser, &known).await;
        widget.act("remove").await;
        widget.wait("an empty team", "return !find('.members')").await;
        let link = |number: u16| {
            let (written, role) = COLLEAGUES[usize::from(number) % 10];
            let [high, low] = number.to_be_bytes();
            known.link_of(written, [high, low, 0], Some(role), number)
        };
        // One more than there is room for.
        let text = (0..=1000).map(link).collect::<Vec<_>>().join("\n");
        let script = "const root = document.querySelector('boussole-assessment').shadowRoot;
            root.querySelector('[data-field=paste]').value = arguments[0];
            const start = performance.now();
            root.querySelector('[data-action=add]').click();
            // What the click sets off runs before the next task; then the page is laid out.
            await new Promise((resolve) => setTimeout(resolve));
            root.host.getBoundingClientRect();
            return [performance.now() - start, root.querySelectorAll('.members li').length]";
        let found: Value = browser.run_async(script, vec![json!(text)]).await;
        println!("1000 links: {} ms of the main thread", found[0]);
        said(widget, &known.room_words(LazyText::TeamAdded, &[("count", "1000")])).await;
        let title = known.room_words(LazyText::TeamMembers, &[("count", "1000")]);
        assert!(widget.texts("h3").await.contains(&title), "{title}");
        // The others are shown when they are asked for.
        assert_eq!(widget.read("return all('.members li').length").await, json!(12));
        assert_eq!(kept(&browser, &known).await.members().len(), 1000);
        let refused = widget.texts(".refused li").await;
        assert_eq!(refused.len(), 1);
        assert!(refused[0].ends_with(&known.room_words(LazyText::TeamFull, &[])), "{refused:?}");
        // It answers: one leaves, and there is room for the one that was left out.
        widget.act("remove").await;
        let title = known.room_words(LazyText::TeamMembers, &[("count", "999")]);
        widget
            .wait(
                &title,
                &format!("return all('h3').some((each) => plain(each.textContent) === {})", json!(title)),
            )
            .await;
        paste(widget, &link(1000)).await;
        said(widget, &known.room_words(LazyText::TeamAddedOne, &[])).await;
        let too_many = known.room_words(LazyText::TeamLinkTooMany, &[("most", "12")]);
        assert!(widget.texts("p").await.contains(&too_many), "no link carries them");
        assert!(!widget.has("[data-field=team]").await);
    });
}

#[test]
fn of_a_large_team_the_first_are_shown_and_the_others_when_they_are_asked_for() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = enter(&browser, &known).await;
        let sent: Vec<String> = (0..30)
            .map(|number| known.link_of("2222 2222 2222", [number, 1, 1], Some(Role::Legal), 310))
            .collect();
        paste(widget, &sent.join("\n")).await;
        said(widget, &known.room_words(LazyText::TeamAdded, &[("count", "30")])).await;
        let count = "return all('.members li').length";
        assert_eq!(widget.read(count).await, json!(12));
        widget.click("details:has(.members) summary, .members + details summary").await;
        widget.wait("everybody", &format!("{count} === 31")).await;
        // Whoever is among them can be taken out as the first can.
        widget.click("details .members li:last-child [data-action=remove]").await;
        widget.wait("one less", &format!("{count} === 30")).await;
    });
}
