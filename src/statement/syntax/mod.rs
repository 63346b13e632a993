//! The small words and endings around the things a quote names: who acts, what is denied, how sure it is.

mod agents;
mod clauses;
mod denials;
mod relations;
mod tones;

pub(super) use agents::place;
pub(super) use denials::denials;
pub(super) use tones::{Tones, tones};
