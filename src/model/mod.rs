//! a language model, if there is one.
