//! What the declarations that won leave of an element.

pub(super) mod look;
pub(super) mod marks;
pub(super) mod shape;
pub(super) mod view;
