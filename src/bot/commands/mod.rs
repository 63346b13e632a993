//! The commands, one file each: `name(session, args)` answers `/name args`.

pub(crate) mod allow;
pub(crate) mod announce;
pub(crate) mod backup;
pub(crate) mod channel;
pub(crate) mod chats;
pub(crate) mod digest;
pub(crate) mod export;
pub(crate) mod feeds;
pub(crate) mod follow;
pub(crate) mod import;
pub(crate) mod limits;
pub(crate) mod privacy;
pub(crate) mod quotes;
pub(crate) mod record;
pub(crate) mod review;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod start;
pub(crate) mod status;
pub(crate) mod stop;
pub(crate) mod sub;
pub(crate) mod summary;
pub(crate) mod unfollow;
pub(crate) mod unsub;
