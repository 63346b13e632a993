//! Headers in and out.

mod answer;
mod request;
mod retry_after;

pub use answer::Headers;
pub(super) use request::request;
pub use retry_after::RetryAfter;
