//! Main-thread time of pasting a mail with a thousand results into the team.

use std::time::Duration;

use boussole_core::questionnaire::{Role, Word};
use boussole_core::texts::LazyText;
use boussole_e2e::oracle::Oracle;
use serde_json::json;
use tokio::time::sleep;
use xtask::bench::Subject;

use crate::bench_bed::{BenchBed, Network, main_thread_time};
use crate::measurements::{Measurements, TEAM, TEAM_SCRIPT};

const PEOPLE: u16 = 1000;

/// Own answers, and those of others in turn.
const OWN: &str = "3?12 42?- 1432";
const OTHERS: [&str; 5] =
    ["1011 12?- 0121", "3444 34?1 3442", "13?2 1111 2120", "2232 ?2?2 1?21", "2121 2212 1111"];

/// Time for reading the links, without any script of the benchmark.
const READING: Duration = Duration::from_secs(3);

pub async fn measure(bed: &BenchBed, measurements: &mut Measurements) {
    let (all, script) = bed
        .visit(Network::Free, 1, async |browser| {
            let widget = browser.open_report(&bed.oracle.link(OWN)).await;
            widget.open_screen("team").await;
            // The own result is the first of a thousand members; its removal makes space for all.
            widget.click_action("remove").await;
            let fill = "const field = find('[data-field=paste]'); field.value = ";
            let fill = format!("{fill}{}; return !find('.members')", json!(mail(&bed.oracle)));
            widget.wait("an empty team", &fill).await;
            sleep(READING).await;
            let before = main_thread_time(browser).await;
            widget.read("find('[data-action=add]').click()").await;
            sleep(READING).await;
            let after = main_thread_time(browser).await;
            let all = bed.oracle.lazy_text(LazyText::TeamMembers, &[("count", &PEOPLE.to_string())]);
            assert!(widget.texts("h3").await.contains(&all), "{all}");
            (after.0 - before.0, after.1 - before.1)
        })
        .await;
    measurements.record(TEAM, Subject::Ours, all);
    measurements.record(TEAM_SCRIPT, Subject::Ours, script);
}

fn mail(oracle: &Oracle) -> String {
    let link = |person: u16| {
        let written = OTHERS[usize::from(person) % OTHERS.len()];
        let [high, low] = person.to_be_bytes();
        let role = Role::from_number((person % 5) as u8);
        oracle.link_of(written, [9, high, low], role, 327)
    };
    let around = |person| {
        let link = link(person);
        format!("> Bonjour,\n> voici mon résultat : <https://boussole.example/#{link}>.\n> À demain !\n\n")
    };
    (0..PEOPLE).map(around).collect()
}
