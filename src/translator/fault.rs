//! Why nothing came of it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::pair::Pair;

/// Why a model was not placed, taken away or used; each one line.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The pair has a model.
    #[error("{0} is there already; `attache models remove {0}` takes it away first")]
    There(Pair),
    /// The pair has none.
    #[error("there is no model of {0} in {1}")]
    NotThere(Pair, PathBuf),
    /// Nothing it says could be checked.
    #[error("translations of {0} cannot be checked here, so none would be shown")]
    Unchecked(Pair),
    /// A file nobody vouched for.
    #[error(
        "{0} is in no list of known models; give the sum its publisher tells with --sha256 (its sum here is {1})"
    )]
    Unvouched(String, String),
    /// The engine cannot use it.
    #[error("{0} cannot be used: {1}")]
    Unusable(Pair, String),
    /// Somebody else is placing one.
    #[error("another `attache models` is at work in {0}")]
    Busy(PathBuf),
    /// The disk.
    #[error("{}", told(path, source))]
    Io {
        /// What was written or read.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

fn told(path: &Path, source: &std::io::Error) -> String {
    let path = path.display();
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            format!("there is no room for {path} ({source})")
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            format!("{path} cannot be written by this user ({source})")
        }
        _ => format!("{path}: {source}"),
    }
}

/// What the system says of a path.
pub(super) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Fault + use<> {
    let path = path.to_owned();
    move |source| Fault::Io { path, source }
}
