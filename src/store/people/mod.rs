//! People: what they said, under which names they are found, and who follows them.

pub mod followed;
pub mod quotes;
pub mod speakers;
