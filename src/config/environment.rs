//! The `.env` file and the `ATTACHE_…` variables.

use std::io;
use std::path::Path;

use secrecy::SecretString;
use strsim::levenshtein;

/// Reads `.env` of the working directory into the environment; what is set there already stays. No file is fine.
///
/// # Errors
/// One line that names the file when it cannot be read.
pub fn load_dotenv() -> Result<(), String> {
    match dotenvy::from_path(Path::new(".env")) {
        Ok(()) => Ok(()),
        Err(dotenvy::Error::Io(error)) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(dotenvy::Error::LineParse(_, at)) => Err(format!(
            ".env: a line is not KEY=VALUE (at character {at} of it); quote values that hold spaces"
        )),
        Err(error) => Err(format!(".env could not be read: {error}")),
    }
}

/// With what the names of our variables begin.
const PREFIX: &str = "ATTACHE_";

/// Finds an `ATTACHE_…` variable that no key knows, and says which known one is like it.
#[must_use]
pub fn unknown_variable(known: &[String]) -> Option<String> {
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    let mut unknown: Vec<String> =
        names.filter(|name| name.starts_with(PREFIX) && !known.contains(name)).collect();
    unknown.sort();
    let name = unknown.first()?;
    let most = (name.len() - PREFIX.len()) / 2;
    let nearest =
        known.iter().map(|other| (levenshtein(name, other), other)).filter(|(far, _)| *far <= most).min();
    Some(match nearest {
        Some((_, other)) => format!("{name} is not a setting; did you mean {other}?"),
        None => format!("{name} is not a setting; `attache --help` lists them all"),
    })
}

/// The token under the name teloxide gives it.
#[expect(clippy::disallowed_methods, reason = "this is the door")]
pub(super) fn teloxide_token() -> Option<SecretString> {
    std::env::var("TELOXIDE_TOKEN").ok().filter(|token| !token.is_empty()).map(SecretString::from)
}
