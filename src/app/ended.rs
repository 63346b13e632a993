//! How the service ended.

use crate::bot::telegram::Refused;
use crate::store::{OpenError, backup};

/// Why the service did not start or did not go on.
#[derive(Debug, thiserror::Error)]
pub enum Ended {
    /// No token is set.
    #[error(
        "no bot token: set telegram.token (--telegram-token or ATTACHE_TELEGRAM_TOKEN; @BotFather gives one)"
    )]
    NoToken,
    /// What is set is no token.
    #[error(
        "telegram.token is not a bot token: one looks like 123456:AAF… (digits, a colon, letters and digits); copy it anew from @BotFather"
    )]
    MalformedToken,
    /// Telegram refuses the token.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The database was not opened.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// A loop stood still.
    #[error("{0} stands still; start the program again")]
    Stuck(&'static str),
    /// A loop broke off, which is a fault of the program.
    #[error("a part of the program broke: {0}; start the program again")]
    Broke(String),
    /// Something the program needs is not to be had.
    #[error("{0:#}")]
    Setup(#[from] anyhow::Error),
}

/// What an operator is told of a database that is damaged.
pub(super) fn for_operators(fault: &OpenError) -> String {
    let mut words = fault.to_string();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    match fault {
        OpenError::Damaged { path, .. } => {
            format!("{words}. Nothing is written any more and the bot has stopped: {}.", backup::advice(path))
        }
        OpenError::TakenAway(_) => {
            format!(
                "{words}. Nothing is written any more and the bot has stopped: put the file back and start it again."
            )
        }
        _ => format!("{words}. The bot has stopped."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_are_told_in_sentences_with_the_copy_that_helps() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("attache.db");
        std::fs::create_dir(backup::folder(&path)).unwrap();
        std::fs::write(backup::folder(&path).join("2026-11-22.db"), "").unwrap();
        let told = for_operators(&OpenError::Damaged { path, what: "a page".to_owned() });
        assert!(told.starts_with("The database ") && told.contains("2026-11-22.db"), "{told}");
    }
}
