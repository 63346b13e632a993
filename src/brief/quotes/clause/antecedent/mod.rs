//! Whom a pronoun, a verb alone, a description or nothing at all means: everybody named is weighed ([`weighing`]), by
//! weights learnt from marked passages ([`weights`]); `tests/benchmark/learning` has the passages and how they are learnt.

mod anaphor;
mod candidate;
mod feature;
mod own_words;
mod phrase;
mod place;
mod scale;
mod scene;
mod weighing;
mod weights;

pub(crate) use anaphor::{Anaphor, Kind, Quoted};
pub(crate) use candidate::Weighed;
pub(crate) use own_words::{own_gender, speaks_as_one};
pub(crate) use scale::Scale;
