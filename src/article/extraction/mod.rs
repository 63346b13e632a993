//! Which lines of a page are the article, and whether it is one at all.

pub(super) mod block_roles;
pub(super) mod boilerplate;
pub(super) mod boxes;
pub(super) mod cleanup;
pub(super) mod content;
pub(super) mod page_kind;
pub(super) mod stated_text;
pub(super) mod walls;
