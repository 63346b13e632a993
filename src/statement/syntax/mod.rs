//! The small words and endings around the things a quote names: who acts, what is denied, how sure it is.

mod agents;
mod amounts;
mod clauses;
mod denials;
mod relations;
mod tense;
mod tones;

pub(super) use agents::place;
pub(super) use amounts::{amounts, singles};
pub(super) use denials::{denials, part};
pub(super) use tones::{Tones, tones};
