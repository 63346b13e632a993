//! `attache statements`, `attache record`: what was said, over languages and over time.

pub mod person;
pub mod press;
pub mod record;
pub mod said;
pub mod statements;
