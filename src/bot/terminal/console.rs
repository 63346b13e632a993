//! Where the words of a terminal come from and go to.

use std::sync::Arc;
use std::time::Duration;

use super::board::Board;
use crate::view::Message;

/// The chat of the terminal.
pub(super) const CHAT: i64 = 1;

/// Where the terminal's words come from and go to.
pub struct Console<R> {
    /// The lines typed.
    pub input: R,
    /// What can be drawn, and where.
    pub board: Arc<Board>,
    /// True when a person sits at it: then there is a prompt.
    pub prompts: bool,
    /// What is said before the first prompt.
    pub greeting: Vec<Message>,
    /// Lines typed before the first prompt.
    pub first: Vec<String>,
    /// Lines typed for whoever types `tour`, or when the input has none.
    pub tour: Vec<String>,
}

impl<R> Console<R> {
    /// A console on which nothing is said or typed by itself.
    pub fn new(input: R, board: Arc<Board>, prompts: bool) -> Self {
        Self { input, board, prompts, greeting: Vec::new(), first: Vec::new(), tour: Vec::new() }
    }
}

/// How often it is looked whether everything asked for has been answered.
pub(super) const LOOK: Duration = Duration::from_millis(20);
