//! The console face: what is typed goes to the same handlers, messages are drawn as text, buttons are numbered.
//!
//! In: lines. Out: drawn messages. A line is an update like any other: written to the database, worked on, its
//! replies brought by the outbox; so cards and digests that come by themselves are drawn as well.

mod board;
mod chat;
pub mod demo;
mod lines;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::io::AsyncBufRead;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::{Desk, Face};
use crate::clock::Clock;
use crate::deliver::{self, Answer, Limits, Post};
use crate::feed::schedule::Bounds;
use crate::press;
use crate::store::delivery::outbox::{Op, Taken};
use crate::view::Message;
use crate::watch::{self, Watch};

pub use board::Board;
pub use chat::chat;

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

/// Runs the whole bot at a terminal until the input ends, `quit` is typed or `stop` comes.
///
/// # Errors
/// When the database or the input fails.
pub async fn run<R: AsyncBufRead + Unpin>(
    desk: Desk,
    clock: Clock,
    bounds: Bounds,
    console: Console<R>,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let mut loops = JoinSet::new();
    let inner = stop.child_token();
    spawn(&mut loops, &desk, clock, bounds, &console, &inner);
    let read = lines::read(&desk, clock, console, stop).await;
    inner.cancel();
    while loops.join_next().await.is_some() {}
    read
}

fn spawn<R>(
    loops: &mut JoinSet<()>,
    desk: &Desk,
    clock: Clock,
    bounds: Bounds,
    console: &Console<R>,
    stop: &CancellationToken,
) {
    let watch =
        Watch { store: Arc::clone(&desk.store), editor: desk.editor.clone(), clock, bounds, bot: None };
    let token = stop.clone();
    loops.spawn(async move { watch::run(&watch, [watch.clock; 3], &token).await });
    let (store, token) = (Arc::clone(&desk.store), stop.clone());
    loops.spawn(async move { press::run(&store, None, clock, &token).await });
    let (store, token, board) = (Arc::clone(&desk.store), stop.clone(), Arc::clone(&console.board));
    // nobody limits a terminal
    let limits = Limits { per_second: 1_000, per_chat_per_second: 1_000, per_group_per_minute: 1_000 };
    loops.spawn(async move {
        if let Err(error) =
            deliver::run(&store, Arc::new(TerminalPost { board }), limits, clock, &token).await
        {
            tracing::error!(%error, "the terminal is not written to any more");
        }
    });
}

/// The terminal's side of the bot: whoever sits at it may do anything.
#[derive(Debug)]
pub struct TerminalFace {
    board: Arc<Board>,
}

impl TerminalFace {
    /// Makes the face that draws on `board`.
    #[must_use]
    pub fn new(board: Arc<Board>) -> Self {
        Self { board }
    }
}

impl Face for TerminalFace {
    fn may_manage(&self, _chat: i64, _person: i64) -> BoxFuture<'_, bool> {
        Box::pin(std::future::ready(true))
    }

    fn may_post(&self, _chat: i64) -> BoxFuture<'_, bool> {
        Box::pin(std::future::ready(true))
    }

    fn answer(&self, _query: String, word: Option<String>) -> BoxFuture<'_, ()> {
        if let Some(word) = word {
            self.board.say(&format!("({word})"));
        }
        Box::pin(std::future::ready(()))
    }

    fn file(&self, id: String, most: u64) -> BoxFuture<'_, anyhow::Result<Vec<u8>>> {
        Box::pin(async move {
            let bytes = tokio::fs::read(&id).await?;
            anyhow::ensure!(bytes.len() as u64 <= most, "the file is too large");
            Ok(bytes)
        })
    }

    fn user_name(&self) -> Option<String> {
        None
    }
}

struct TerminalPost {
    board: Arc<Board>,
}

impl Post for TerminalPost {
    async fn post(&self, row: &Taken) -> Result<Option<i64>, Answer> {
        let unreadable = |_| Answer::Refused("the payload cannot be read".to_owned());
        if row.op == Op::Document {
            let file: super::File = serde_json::from_str(&row.payload).map_err(unreadable)?;
            self.board.file(&file);
            return Ok(None);
        }
        let message: Message = serde_json::from_str(&row.payload).map_err(unreadable)?;
        let edited = match row.op {
            Op::Edit(id) => Some(id),
            Op::Send | Op::Document => None,
        };
        Ok(Some(self.board.draw(&message, edited)))
    }
}

/// How often it is looked whether everything asked for has been answered.
pub(super) const LOOK: Duration = Duration::from_millis(20);
