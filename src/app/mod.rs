//! The program as a service: builds all, runs the loops, and stops on a signal.
//!
//! In: a [`Config`](crate::config::Config) and a clock. Out: how it ended. Invariants: only this module spawns; a
//! signal stops the taking of work, lets sends in flight finish, and ends within 10 s.

mod http;
mod watchdog;
