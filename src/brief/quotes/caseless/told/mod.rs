//! What was told so far: bodies, outlets, papers, who speaks.

pub(crate) mod bodies;
mod offices;
pub(crate) mod papers;
pub(crate) mod speakers;
