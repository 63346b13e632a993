//! The walk over a page.

pub(super) mod ancestors;
pub(super) mod cascade;
pub(super) mod choosing;
pub(super) mod controls;
pub(super) mod lids;
pub(super) mod cutting;
pub(super) mod page;
