//! The loops of a terminal: what is typed, feeds, digests, and what is drawn.

use std::sync::Arc;

use tokio::io::AsyncBufRead;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::board::Board;
use super::console::Console;
use super::lines;
use crate::bot::{Context, File};
use crate::clock::Clock;
use crate::deliver::{self, Answer, Limits, Post};
use crate::feed::schedule::Bounds;
use crate::press;
use crate::store::delivery::outbox::{Op, Taken};
use crate::view::Message;
use crate::watch::{self, Stories, Watch};

/// Runs the whole bot at a terminal until the input ends, `quit` is typed or `stop` comes.
///
/// # Errors
/// When the database or the input fails.
pub async fn run<R: AsyncBufRead + Unpin>(
    context: Context,
    clock: Clock,
    bounds: Bounds,
    console: Console<R>,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let mut loops = JoinSet::new();
    let inner = stop.child_token();
    spawn(&mut loops, &context, clock, bounds, &console, &inner);
    let read = lines::read(&context, clock, console, stop).await;
    inner.cancel();
    while loops.join_next().await.is_some() {}
    read
}

fn spawn<R>(
    loops: &mut JoinSet<()>,
    context: &Context,
    clock: Clock,
    bounds: Bounds,
    console: &Console<R>,
    stop: &CancellationToken,
) {
    let watch = Watch {
        store: Arc::clone(&context.store),
        editor: context.editor.clone(),
        clock,
        bounds,
        bot: None,
        stories: Stories::default(),
    };
    let token = stop.clone();
    loops.spawn(async move { Box::pin(watch::run(&watch, [watch.clock; 3], &token)).await });
    let (store, token) = (Arc::clone(&context.store), stop.clone());
    let translator = context.editor.translator().cloned();
    loops.spawn(async move { press::run(&store, (None, translator.as_ref()), clock, &token).await });
    let (store, token, board) = (Arc::clone(&context.store), stop.clone(), Arc::clone(&console.board));
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

struct TerminalPost {
    board: Arc<Board>,
}

impl Post for TerminalPost {
    async fn post(&self, row: &Taken) -> Result<Option<i64>, Answer> {
        let unreadable = |_| Answer::Refused("the payload cannot be read".to_owned());
        if row.op == Op::Document {
            let file: File = serde_json::from_str(&row.payload).map_err(unreadable)?;
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
