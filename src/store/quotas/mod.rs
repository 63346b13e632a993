//! What people and models use of what is limited.

pub mod model_usage;
pub mod overdue;
pub mod requests;
