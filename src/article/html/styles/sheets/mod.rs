//! The sheets of a page: their statements, selectors and declarations.

pub(super) mod layers;
pub(super) mod reading;
pub(super) mod said;
pub(super) mod selector;
pub(super) mod sheet;
pub(super) mod states;
