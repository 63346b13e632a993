//! People: who is named, and what a phrase stands for.

pub(crate) mod around;
mod capitals;
pub(crate) mod doubt;
pub(super) mod ends;
mod foreign;
pub(crate) mod held;
pub(crate) mod in_marks;
pub(crate) mod latin;
pub(crate) mod looks;
pub(crate) mod other_office;
pub(crate) mod people;
pub(crate) mod phrase;
pub(crate) mod runs;
pub(crate) mod shapes;
mod within;
