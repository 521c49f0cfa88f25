//! Part of the program: in a build that is split, a part of the module that is fetched at the first call.

#[cfg(feature = "split")]
use wasm_split_helpers::SplitLoaderError;
#[cfg(feature = "split")]
pub use wasm_split_helpers::wasm_split;

/// Outcome of fetching a part.
#[cfg(feature = "split")]
pub type Fetched<T> = Result<T, SplitLoaderError>;

/// Outcome of fetching a part: it is linked in.
#[cfg(not(feature = "split"))]
pub type Fetched<T> = Result<T, std::convert::Infallible>;

/// Function that hands over an entry, with all that only it uses as a part of a name.
macro_rules! part {
    ($visibility:vis $name:ident: $kind:ty = $entry:expr) => {
        #[cfg(feature = "split")]
        #[$crate::browser::part::wasm_split($name, fallible)]
        $visibility fn $name() -> $crate::browser::part::Fetched<$kind> {
            Ok($entry)
        }

        #[cfg(not(feature = "split"))]
        $visibility async fn $name() -> $crate::browser::part::Fetched<$kind> {
            Ok($entry)
        }
    };
}

pub(super) use part;
