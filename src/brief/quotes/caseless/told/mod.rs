//! What was told so far: bodies, outlets, papers, who speaks.

pub(crate) mod bodies;
pub(crate) mod offices;
pub(crate) mod origin;
pub(crate) mod papers;
pub(crate) mod speakers;
