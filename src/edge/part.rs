//! The rooms: in a build that is split, each is a part of the module that is fetched at the first call.

use super::{download, paper, picture};
use crate::app::{Entry, Room, Tools, entries};

#[cfg(feature = "split")]
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What came of fetching a part.
#[cfg(feature = "split")]
type Fetched = Result<Entry, SplitLoaderError>;

/// What came of fetching a part: it is there.
#[cfg(not(feature = "split"))]
type Fetched = Result<Entry, std::convert::Infallible>;

const TOOLS: Tools = Tools { download: download::offer, picture: picture::offer, print: paper::print };

/// The entry of a room, once its part is there; none where it can't be fetched.
pub async fn entry(room: Room) -> Option<Entry> {
    let fetched = match room {
        Room::Detail => detail().await,
        Room::Plan => plan().await,
        Room::Take => take().await,
        Room::History => history().await,
        Room::Team => team().await,
    };
    fetched.ok()
}

macro_rules! part {
    ($name:ident) => {
        #[cfg(feature = "split")]
        #[wasm_split($name, fallible)]
        fn $name() -> Fetched {
            Ok(entries::$name(TOOLS))
        }

        #[cfg(not(feature = "split"))]
        async fn $name() -> Fetched {
            Ok(entries::$name(TOOLS))
        }
    };
}

part!(detail);
part!(plan);
part!(take);
part!(history);
part!(team);
