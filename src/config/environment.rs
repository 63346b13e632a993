//! The `.env` file and the `ATTACHE_…` variables.

use std::io;
use std::path::Path;

use secrecy::SecretString;
use strsim::osa_distance;

/// Reads `.env` of the working directory into the environment; what is set there already stays. No file is fine.
///
/// # Errors
/// One line that names the file when it cannot be read.
pub fn load_dotenv() -> Result<(), String> {
    match dotenvy::from_path(Path::new(".env")) {
        Ok(()) => Ok(()),
        Err(dotenvy::Error::Io(error)) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(dotenvy::Error::LineParse(line, at)) => {
            let text = std::fs::read_to_string(".env").unwrap_or_default();
            Err(misread(&text, &line, at))
        }
        Err(error) => Err(format!(".env could not be read: {error}")),
    }
}

/// Which line of `.env` is wrong, and where; its words are not told, they may be secret. What was `misread` is the line, or
/// what stands behind its `=`, and `at` a place in it.
fn misread(text: &str, misread: &str, at: usize) -> String {
    let first = misread.lines().next().unwrap_or_default().trim();
    let place = text.lines().enumerate().find_map(|(number, line)| {
        let begins = line.find(first).filter(|_| !line.trim_start().starts_with('#'))?;
        Some((number + 1, begins + at + 1))
    });
    let place = place.map_or_else(String::new, |(line, at)| format!(" {line} (at character {at})"));
    format!(".env: line{place} is not KEY=VALUE; quote values that hold spaces")
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
    unknown.first().map(|name| unlike(name, known))
}

/// What is said of a name that no key has.
fn unlike(name: &str, known: &[String]) -> String {
    let most = (name.len() - PREFIX.len()) / 2;
    let nearest =
        known.iter().map(|other| (osa_distance(name, other), other)).filter(|(far, _)| *far <= most).min();
    match nearest {
        Some((_, other)) => format!("{name} is not a setting; did you mean {other}?"),
        None => format!("{name} is not a setting; `attache --help-settings` lists them all"),
    }
}

/// The token under the name teloxide gives it.
#[expect(clippy::disallowed_methods, reason = "this is the door")]
pub(super) fn teloxide_token() -> Option<SecretString> {
    std::env::var("TELOXIDE_TOKEN").ok().filter(|token| !token.is_empty()).map(SecretString::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_env_that_is_wrong_is_told_by_its_number_alone() {
        let text = "# mine\nATTACHE_DATABASE_PATH=a.db\n  ATTACHE_DIGEST_DEFAULT_TIME=08 00\n";
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings");
        std::fs::write(&path, text).unwrap();
        let Err(dotenvy::Error::LineParse(line, at)) =
            dotenvy::from_path_iter(&path).unwrap().find(Result::is_err).unwrap().map(drop)
        else {
            panic!("it is read")
        };
        let told = misread(text, &line, at);
        assert!(told.contains("line 3 ") && !told.contains("DIGEST"), "{told}");
    }

    #[test]
    fn a_variable_like_no_setting_is_told_where_the_settings_are() {
        assert!(unlike("ATTACHE_FOO", &["ATTACHE_HTTP_LISTEN".to_owned()]).contains("--help-settings"));
        assert!(unlike("ATTACHE_HTTP_LISTN", &["ATTACHE_HTTP_LISTEN".to_owned()]).contains("did you mean"));
    }
}
