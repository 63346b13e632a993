//! Which declarations win for an element, its variables and animations among them.

pub(super) mod motion;
pub(super) mod variables;
pub(super) mod won;
