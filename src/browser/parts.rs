//! Lazy screens and the host API as parts of the program.

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::part::part;
use super::{download, host_api, links, picture, print};
use crate::lazy::{BrowserTools, PartEntry, ReportEntry, TeamFileWriter};
use crate::screens::entries;
use crate::state::LazyPart;
use boussole_core::link;

/// Each part holds the tools that it is given.
const EXPORT_TOOLS: BrowserTools = BrowserTools {
    download: download::offer,
    picture: picture::offer,
    print: print::print,
    ..BrowserTools::NONE
};
const HISTORY_TOOLS: BrowserTools =
    BrowserTools { find: |text, done| links::find(text, link::RESULTS, done), ..BrowserTools::NONE };
const TEAM_TOOLS: BrowserTools = BrowserTools {
    download: download::offer,
    print: print::print,
    team_files: hand_over_team_files,
    ..HISTORY_TOOLS
};

/// Hands over the writer of a team's files, or nothing where its part can't be fetched.
fn hand_over_team_files(done: Callback<Option<TeamFileWriter>>) {
    spawn_local(async move { done.emit(team_files().await.ok()) });
}

/// The entry of a room, once its part is there; none where it can't be fetched.
pub async fn entry(room: LazyPart) -> Option<PartEntry> {
    let fetched = match room {
        LazyPart::Detail => detail().await,
        LazyPart::Plan => plan().await,
        LazyPart::Export => export().await,
        LazyPart::History => history().await,
        LazyPart::Team => team().await,
    };
    fetched.ok()
}

// The screens behind the questions. The build has this part alone hold what others share with it: `BASE` in
// `xtask/src/release/split.rs`.
part!(pub report: ReportEntry = entries::REPORT);
part!(detail: PartEntry = entries::detail());
part!(plan: PartEntry = entries::plan());
part!(export: PartEntry = entries::export(EXPORT_TOOLS));
part!(history: PartEntry = entries::history(HISTORY_TOOLS));
part!(team: PartEntry = entries::team(TEAM_TOOLS));
part!(team_files: TeamFileWriter = entries::write_team_file);
// The organiser's screen, which only a release has: the npm package has no such page.
#[cfg(feature = "split")]
part!(pub room: super::room::Opening = super::room::open);
// Host API.
part!(pub host: host_api::HostEntry = host_api::answer);
