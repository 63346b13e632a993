//! People: what they said, under which names they are found, and who follows them.

pub mod corrections;
pub mod followed;
pub mod holders;
mod name_key;
pub mod nearest;
pub mod reports;
pub mod quotes;
pub mod speakers;
pub mod spellings;
