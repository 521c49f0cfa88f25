//! Files of the organiser: written and read back.

use boussole_core::link;
use boussole_core::room::{Reading, RoomFigures, VOCABULARY};
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::downloads::Downloads;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::{picture, test_bed};
use serde_json::{Value, json};

use super::*;

/// Figures of a file's text.
fn brought(oracle: &Oracle, text: &str) -> Vec<RoomFigures> {
    let links = link::find_with(text, VOCABULARY).join("\n");
    let mut reading = Reading::of(&links);
    reading.step(&mut Default::default(), &[oracle.questionnaire().clone().into()], 99);
    reading.imported
}

/// Text of a downloaded file, whose name is checked.
async fn download(browser: &BrowserSession, downloads: &Downloads, action: &str, name: &str) -> String {
    click_action(browser, action).await;
    let (found, content) = downloads.next(browser, action).await;
    assert_eq!(found, name);
    String::from_utf8(content).expect("the file is text")
}

async fn filled(browser: &BrowserSession, oracle: &Oracle, count: u16) {
    open(browser, "room/").await;
    paste(browser, &mails(oracle.questionnaire(), count)).await;
    counted(browser, count.into()).await;
}

#[test]
fn figures_go_out_as_json_and_csv_and_come_back_beside_other_rooms() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        let downloads = Downloads::of(&browser).await;
        filled(&browser, &oracle, 60).await;
        let json_file = download(&browser, &downloads, "json", "boussole-room-liberte-numerique.json").await;
        let csv_file = download(&browser, &downloads, "csv", "boussole-room-liberte-numerique.csv").await;
        let json: Value = serde_json::from_str(&json_file).expect("it is JSON");
        assert_eq!(
            (&json["schema"], &json["rooms"][0]["count"]),
            (&json!("urn:boussole:room:1"), &json!(60))
        );
        assert!(!json_file.contains("1.liberte-numerique.express"), "no single result is in it");
        assert_eq!(brought(&oracle, &json_file), brought(&oracle, &csv_file));
        let other = bed.browser().await;
        filled(&other, &oracle, 7).await;
        paste(&other, &json_file).await;
        let beside = "return document.querySelectorAll('.lines')[0]?.children.length === 2";
        other.wait("two rooms side by side", beside, vec![]).await;
        assert!(text(&other, ".list").await.contains("· 60"));
        assert_eq!(text(&other, ".count strong").await, "7");
    });
}

#[test]
fn the_links_of_two_organisers_join_and_a_result_in_both_counts_once() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        let downloads = Downloads::of(&browser).await;
        filled(&browser, &oracle, 8).await;
        let name = "boussole-room-liberte-numerique-links.txt";
        let links = download(&browser, &downloads, "links", name).await;
        let other = bed.browser().await;
        filled(&other, &oracle, 6).await;
        let drop = "const data = new DataTransfer();
            data.items.add(new File([arguments[0]], 'links.txt'));
            document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }));";
        other.run(drop, vec![json!(links)]).await;
        counted(&other, 8).await;
    });
}

/// Script: files are dropped, each as its name and its bytes in base64.
const DROP: &str = "const data = new DataTransfer();
    for (const [name, content] of arguments[0]) {
        const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], name));
    }
    document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }));";

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letters = bytes.chunks(3).flat_map(|chunk| {
        let all = chunk.iter().fold(0u32, |all, byte| all << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        let letter = move |place: usize| char::from(LETTERS[(all >> (18 - 6 * place) & 63) as usize]);
        (0..4).map(move |place| if place <= chunk.len() { letter(place) } else { '=' })
    });
    letters.collect()
}

/// ZIP file of one entry, stored.
fn zip(name: &str, content: &str) -> Vec<u8> {
    let number = |value: usize, bytes: usize| value.to_le_bytes()[..bytes].to_vec();
    let (size, title) = (content.len(), name.len());
    let sizes = [number(0, 4), number(size, 4), number(size, 4), number(title, 2), number(0, 2)].concat();
    let head = [b"PK\x03\x04".to_vec(), number(20, 2), number(0, 8), sizes.clone()].concat();
    let entry = [b"PK\x01\x02".to_vec(), number(20, 4), number(0, 8), sizes, vec![0; 14]].concat();
    let start = head.len() + title + size;
    let end = [number(0, 4), number(1, 2), number(1, 2), number(entry.len() + title, 4), number(start, 4)];
    let end = [b"PK\x05\x06".to_vec(), end.concat(), number(0, 2)].concat();
    [&head, name.as_bytes(), content.as_bytes(), &entry, name.as_bytes(), &end].concat()
}

async fn drop_files(browser: &BrowserSession, files: &[(&str, Vec<u8>)]) {
    let files: Vec<_> = files.iter().map(|(name, content)| json!([name, base64(content)])).collect();
    browser.run(DROP, vec![json!(files)]).await;
}

#[test]
fn every_file_is_named_with_what_came_of_it() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        let of = |number: u16| link(oracle.questionnaire(), number);
        open(&browser, "room/").await;
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let mail = format!(
            "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
            base64(of(4).as_bytes())
        );
        let document = format!("<w:p><w:hyperlink w:anchor=\"{}\"/></w:p>", of(3));
        let files = [
            ("links.txt", format!("{}\n{}", of(0), of(1)).into_bytes()),
            ("wide.txt", wide(&of(2))),
            ("letter.docx", zip("word/document.xml", &document)),
            ("mail.eml", mail.into_bytes()),
            ("empty.txt", vec![]),
            ("photo.png", b"\x89PNG\r\n\x1a\n".to_vec()),
            ("broken.zip", b"PK\x03\x04".to_vec()),
            ("note.txt", b"Bonjour".to_vec()),
        ];
        drop_files(&browser, &files).await;
        counted(&browser, 5).await;
        let wanted = [
            ("links.txt", "Résultats ajoutés\u{202f}: 2."),
            ("wide.txt", "Résultats ajoutés\u{202f}: 1."),
            ("letter.docx", "Résultats ajoutés\u{202f}: 1."),
            ("mail.eml", "Résultats ajoutés\u{202f}: 1."),
            ("empty.txt", "Ce fichier est vide."),
            ("photo.png", "C’est une image"),
            ("broken.zip", "Ce fichier est abîmé"),
            ("note.txt", "Aucun lien de résultat dans ce fichier."),
        ];
        let script =
            "return [...document.querySelectorAll('.read-files > li')].map((item) => item.textContent)";
        let all = format!("{script}.filter((line) => line !== arguments[0]).length === 8");
        browser.wait("a line for each file", &all, vec![json!("note.txt")]).await;
        let lines = browser.run(script, vec![]).await;
        for (place, (name, outcome)) in wanted.into_iter().enumerate() {
            let line = lines[place].as_str().unwrap_or_default();
            assert!(line.starts_with(name) && line.contains(outcome), "{line}: {name}, {outcome}");
        }
        // One more hides none of them.
        drop_files(&browser, &[("late.txt", of(5).into_bytes())]).await;
        counted(&browser, 6).await;
        let nine = "return document.querySelectorAll('.read-files > li').length === 9";
        browser.wait("nine files", nine, vec![]).await;
        boussole_e2e::axe::assert_accessible(&browser, "the files").await;
    });
}

#[test]
fn a_file_of_sixty_megabytes_is_read_while_the_page_answers() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        open(&browser, "room/").await;
        let drop = "globalThis.longest = 0;
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
            }).observe({ type: 'longtask' });
            const line = 'Bonjour, voici une ligne sans lien. '.repeat(28) + '\\n';
            const page = line.repeat(1000);
            const data = new DataTransfer();
            data.items.add(new File([...Array(60).fill(page), arguments[0]], 'large.txt'));
            document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }));";
        browser.run(drop, vec![json!(mails(oracle.questionnaire(), 3))]).await;
        let progress = "return /lu à \\d+/.test(document.querySelector('.read-files')?.textContent)";
        browser.wait("progress", progress, vec![]).await;
        // A busy machine takes longer than one wait: each step must come within it.
        for percent in [30, 60, 90] {
            let further =
                "const told = /lu à (\\d+)/.exec(document.querySelector('.read-files')?.textContent);
                return !told || Number(told[1]) >= arguments[0]";
            browser.wait("further progress", further, vec![json!(percent)]).await;
        }
        counted(&browser, 3).await;
        let longest = browser.run("return Math.round(longest)", vec![]).await;
        println!("60 MB: milliseconds of the longest task: {longest}");
    });
}

#[test]
fn a_reader_of_files_that_does_not_come_is_told_and_can_be_tried_again() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        open(&browser, "room/").await;
        let missing = bed.site.hide_files("room-files-");
        let file = [("links.txt", link(oracle.questionnaire(), 1).into_bytes())];
        drop_files(&browser, &file).await;
        let told =
            "return document.querySelector('.read-files')?.textContent.includes('Vérifiez la connexion')";
        browser.wait("the reason", told, vec![]).await;
        drop(missing);
        drop_files(&browser, &file).await;
        counted(&browser, 1).await;
        // Expected message about the missing file.
        browser.monitor().drain_messages().await;
    });
}

#[test]
fn a_table_of_rooms_has_the_chosen_separator() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        let downloads = Downloads::of(&browser).await;
        filled(&browser, &oracle, 6).await;
        let choose = "const list = document.querySelector('[data-field=separator]');
            list.value = ',';
            list.dispatchEvent(new Event('change', { bubbles: true }))";
        browser.run(choose, vec![]).await;
        let stored = "return (localStorage.getItem(arguments[0]) ?? '').includes('csv ,')";
        browser.wait("the separator to be stored", stored, vec![json!(KEY)]).await;
        let csv = download(&browser, &downloads, "csv", "boussole-room-liberte-numerique.csv").await;
        assert!(csv.lines().all(|line| line.contains(',') && !line.contains(';')), "{csv}");
        open(&browser, "room/").await;
        counted(&browser, 6).await;
        let chosen = "return document.querySelector('[data-field=separator]').value";
        assert_eq!(browser.run(chosen, vec![]).await, json!(","));
    });
}

#[test]
fn the_closing_slide_is_a_picture_of_its_size() {
    test_bed::run(async |bed| {
        let (browser, oracle) = (bed.browser().await, Oracle::new("fr"));
        let downloads = Downloads::of(&browser).await;
        filled(&browser, &oracle, 120).await;
        click_action(&browser, "picture").await;
        let (_, png) = downloads.next(&browser, "the slide").await;
        assert_eq!(picture::size(&png), (1920, 1080));
        assert!(picture::colours(&png) > 20);
    });
}
