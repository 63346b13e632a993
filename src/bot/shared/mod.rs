//! What several commands and buttons draw and do.

pub(crate) mod article_card;
pub(crate) mod digest_pages;
pub(crate) mod feed_list;
pub(crate) mod following;
pub(crate) mod links;
pub(crate) mod model_summary;
pub(crate) mod opening;
pub(crate) mod pictures;
pub(crate) mod progress;
pub(crate) mod query;
pub(crate) mod quote_pages;
pub mod quote_table;
pub(crate) mod rows;
pub(crate) mod topic;
pub(crate) mod unfound;
