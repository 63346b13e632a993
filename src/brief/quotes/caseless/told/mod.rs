//! What was told so far: bodies, outlets, papers.

pub(crate) mod bodies;
pub(crate) mod papers;
