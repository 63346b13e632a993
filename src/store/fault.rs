//! What an error of the database means, and how it is told.

use sqlx::migrate::MigrateError;

use sqlx::Error;

/// Busy and locked (<https://sqlite.org/rescode.html>).
const LOCKED: [u32; 2] = [5, 6];
/// The disk is full.
const FULL: u32 = 13;
/// I/O error, cannot open.
const FAILING: [u32; 2] = [10, 14];
/// Corrupt, not a database.
const DAMAGE: [u32; 2] = [11, 26];

/// Whether an error may pass by itself: the file locked, the disk full for now, all connections taken.
#[must_use]
pub fn is_passing(error: &Error) -> bool {
    let code = code(error);
    match error {
        Error::PoolTimedOut | Error::Io(_) => true,
        Error::Database(_) => {
            code.is_some_and(|code| LOCKED.contains(&code) || FAILING.contains(&code) || code == FULL)
        }
        Error::Migrate(fault) => under(fault).is_some_and(is_passing),
        _ => false,
    }
}

/// Whether SQLite's error says that the file is damaged: `corrupt` or `not a database`.
#[must_use]
pub fn is_damage(error: &Error) -> bool {
    code(error).is_some_and(|code| DAMAGE.contains(&code))
}

/// SQLite's primary result code.
fn code(error: &Error) -> Option<u32> {
    let code = error.as_database_error()?.code()?.parse::<u32>().ok()?;
    Some(code & 0xff)
}

/// What stopped a migration.
fn under(fault: &MigrateError) -> Option<&Error> {
    match fault {
        MigrateError::Execute(fault) | MigrateError::ExecuteMigration(fault, _) => Some(fault),
        _ => None,
    }
}

/// Why the database refuses, in a few words.
#[must_use]
pub fn reason(error: &Error) -> String {
    match error {
        Error::Migrate(fault) => match under(fault) {
            Some(under) => format!("its schema cannot be brought up to date: {}", reason(under)),
            None => fault.to_string(),
        },
        Error::Io(fault) => fault.to_string(),
        Error::Database(fault) => match code(error) {
            Some(FULL) => "the disk is full".to_owned(),
            Some(code) if LOCKED.contains(&code) => "another program keeps it locked".to_owned(),
            _ => fault.message().to_owned(),
        },
        _ => error.to_string(),
    }
}

/// An error with its causes, each said once.
#[must_use]
pub fn told(error: &anyhow::Error) -> String {
    let causes = error.chain().map(ToString::to_string);
    let told = causes.reduce(|told, cause| {
        let is_said = told.ends_with(&cause);
        if is_said { told } else { format!("{told}: {cause}") }
    });
    told.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::scratch;

    #[tokio::test]
    async fn an_error_is_told_once_with_all_its_causes() {
        let scratch = scratch().await;
        let mut db = scratch.store.read().await.unwrap();
        let failed = sqlx::query("select 1 from lakeside").execute(&mut *db).await.unwrap_err();
        let message = "no such table: lakeside";
        assert_eq!(reason(&failed), message);
        let error = anyhow::Error::new(failed).context("feeds were not read");
        assert_eq!(format!("{error:#}").matches(message).count(), 2, "sqlx says it once by now: drop this");
        let told = told(&error);
        assert!(told.starts_with("feeds were not read: ") && told.matches(message).count() == 1, "{told}");
    }
}
