//! The attribution rules, one a file; `attribution` tries them in order.

pub(crate) mod according_to;
pub(crate) mod after;
pub(crate) mod before;
pub(crate) mod continued;
pub(crate) mod headline;
pub(crate) mod introduced;
pub(crate) mod inverted;
pub(crate) mod label;
pub(crate) mod later;
pub(crate) mod neighbour;
pub(crate) mod own_subject;
pub(crate) mod running;
pub(crate) mod sentence_before;
pub(crate) mod signed;
pub(crate) mod speech_noun;
