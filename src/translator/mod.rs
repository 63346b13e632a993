//! Translation without a network: models that the host has placed in a folder, loaded when first needed.
//!
//! In: quotes with their languages, and the languages somebody reads. Out: what a model says each is in one of those, or
//! that there is no safe translation. Invariants: nothing leaves that [`Translations`](crate::brief::check::Translations)
//! has not passed; models are loaded and used on one thread of their own; a folder of a pair is whole or not
//! there; no model file is used whose sum nobody vouched for. The models are those of Firefox Translations (Marian's
//! binary form, 8 bits a weight), the engine is the crate `fxtranslate`.

mod archive;
mod desk;
mod engine;
mod fault;
mod memory;
mod package;
mod pair;
mod shelf;
mod trial;

pub use archive::{all_plain, unpack};
pub use desk::{Loaded, Translator};
pub use engine::{kernel, runs_here};
pub use fault::Fault;
pub use package::{Package, is_part, packages};
pub use pair::Pair;
pub use shelf::{Parts, Placed, Shelf, admitted, sum};
pub use trial::{Held, Tried};
