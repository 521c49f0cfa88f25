//! How long the page is busy when a long mail with the results of a thousand people is pasted into the team.

use std::time::Duration;

use boussole_core::questionnaire::{Role, Word};
use boussole_core::texts::LazyText;
use boussole_e2e::known::Known;
use serde_json::json;
use tokio::time::sleep;
use xtask::bench::Who;

use crate::bed::{Bed, Network, worked};
use crate::notebook::*;

const PEOPLE: u16 = 1000;

/// One's own answers, and what others answered, in turn.
const OWN: &str = "3?12 42?- 1432";
const OTHERS: [&str; 5] =
    ["1011 12?- 0121", "3444 34?1 3442", "13?2 1111 2120", "2232 ?2?2 1?21", "2121 2212 1111"];

/// How long the page is watched after it was told to read them. Nothing is asked of it meanwhile.
const READING: Duration = Duration::from_secs(3);

pub async fn measure(bed: &Bed, notebook: &mut Notebook) {
    let (all, script) = bed
        .visit(Network::Free, 1, async |browser| {
            let widget = browser.open_report(&bed.known.link(OWN)).await;
            widget.enter("team").await;
            // One's own result has the first place at the table, which seats a thousand.
            widget.act("remove").await;
            let fill = "const field = find('[data-field=paste]'); field.value = ";
            let fill = format!("{fill}{}; return !find('.members')", json!(mail(&bed.known)));
            widget.wait("an empty team", &fill).await;
            sleep(READING).await;
            let before = worked(browser).await;
            widget.read("find('[data-action=add]').click()").await;
            sleep(READING).await;
            let after = worked(browser).await;
            let all = bed.known.room_words(LazyText::TeamMembers, &[("count", &PEOPLE.to_string())]);
            assert!(widget.texts("h3").await.contains(&all), "{all}");
            (after.0 - before.0, after.1 - before.1)
        })
        .await;
    notebook.note(TEAM, Who::Ours, all);
    notebook.note(TEAM_SCRIPT, Who::Ours, script);
}

fn mail(known: &Known) -> String {
    let link = |person: u16| {
        let written = OTHERS[usize::from(person) % OTHERS.len()];
        let [high, low] = person.to_be_bytes();
        let role = Role::from_number((person % 5) as u8);
        known.link_of(written, [9, high, low], role, 327)
    };
    let around = |person| {
        let link = link(person);
        format!("> Bonjour,\n> voici mon résultat : <https://boussole.example/#{link}>.\n> À demain !\n\n")
    };
    (0..PEOPLE).map(around).collect()
}
