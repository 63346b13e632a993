//! Lines typed, one after the other.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::io::{AsyncBufRead, AsyncBufReadExt as _};
use tokio_util::sync::CancellationToken;

use super::board::Numbered;
use super::console::{CHAT, Console, LOOK};
use crate::bot::{Context, Person, Place, PlaceKind, Request, What, worker};
use crate::clock::Clock;
use crate::store::articles::stories;
use crate::store::delivery::{outbox, telegram_updates};
use crate::store::feeds;
use crate::store::feeds::entries;
use crate::view::Action;

const PROMPT: &str = "› ";

/// Longest line, in bytes; what is over is cut.
const LONGEST: usize = 64 << 10;

/// How long an answer to a piped line may take before the next line is read.
const PATIENCE: Duration = Duration::from_mins(1);

/// Reads and works on lines until they end, `quit` is typed or `stop` comes.
pub(super) async fn read<R: AsyncBufRead + Unpin>(
    context: &Context,
    clock: Clock,
    mut console: Console<R>,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    for message in &console.greeting {
        console.board.draw(message, None);
    }
    play(context, clock, &console, &console.first, stop).await?;
    let mut typed = 0_usize;
    loop {
        if console.prompts {
            console.board.prompt(Some(PROMPT));
        }
        let mut line = Vec::new();
        let read = tokio::select! {
            () = stop.cancelled() => return Ok(()),
            read = console.input.read_until(b'\n', &mut line) => read?,
        };
        console.board.prompt(None);
        if read == 0 {
            break;
        }
        line.truncate(LONGEST);
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if matches!(line, "quit" | "exit" | "/quit" | "/exit") {
            return Ok(());
        }
        if line.is_empty() {
            continue;
        }
        typed += 1;
        if !console.prompts {
            console.board.say(&format!("\n{PROMPT}{line}"));
        }
        if line == "tour" && !console.tour.is_empty() {
            play(context, clock, &console, &console.tour, stop).await?;
        } else {
            one(context, clock, &console, line, stop).await?;
        }
    }
    if typed == 0 && !console.prompts {
        play(context, clock, &console, &console.tour, stop).await?;
    }
    Ok(())
}

/// Types lines by itself.
async fn play<R>(
    context: &Context,
    clock: Clock,
    console: &Console<R>,
    lines: &[String],
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    for line in lines {
        if stop.is_cancelled() {
            break;
        }
        console.board.say(&format!("\n{PROMPT}{line}"));
        one(context, clock, console, line, stop).await?;
        settled(context, clock, true, stop).await?;
    }
    Ok(())
}

async fn one<R>(
    context: &Context,
    clock: Clock,
    console: &Console<R>,
    line: &str,
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let number = line.parse::<usize>().ok();
    let what = match number.map(|number| console.board.button(number)) {
        Some(Some(Numbered { action: Action::Url(url), .. })) => {
            console.board.say(&url);
            return Ok(());
        }
        Some(Some(Numbered { message, action: Action::Callback(data), links })) => What::Press {
            data,
            message_id: Some(message),
            query: String::new(),
            links,
            shows: String::new(),
            carried: true,
        },
        Some(None) => {
            console.board.say(&format!("(there is no button [{line}] under the last answer)"));
            return Ok(());
        }
        None => said(line),
    };
    console.board.count_anew();
    let request = Request {
        update_id: clock.now().timestamp_micros(),
        chat: Place { id: CHAT, kind: PlaceKind::Private, title: Some("terminal".into()), is_forum: false },
        thread: None,
        topic: None,
        from: Person { id: CHAT, language: None, as_group: false },
        what,
        message_id: None,
        replied: None,
    };
    worker::take_in(&context.store, &[request], clock.now()).await?;
    worker::drain(context, clock).await?;
    settled(context, clock, !console.prompts, stop).await
}

/// Words, or `/import FILE` with a file that is there.
fn said(line: &str) -> What {
    if let Some(path) = line.strip_prefix("/import ").map(str::trim)
        && let Ok(about) = std::fs::metadata(path)
    {
        return What::File {
            id: path.into(),
            name: path.into(),
            size: about.len(),
            caption: "/import".into(),
        };
    }
    let links =
        line.split_whitespace().filter(|word| word.starts_with("http://") || word.starts_with("https://"));
    What::Text { links: links.map(str::to_owned).collect(), text: line.to_owned() }
}

/// Waits until everything asked for is answered: replies drawn, and with `all` also feeds asked and entries briefed.
async fn settled(context: &Context, clock: Clock, all: bool, stop: &CancellationToken) -> anyhow::Result<()> {
    let until = tokio::time::Instant::now() + PATIENCE;
    let mut still = 0;
    while still < 2 && tokio::time::Instant::now() < until && !stop.is_cancelled() {
        still = if busy(context, clock.now(), all).await? { 0 } else { still + 1 };
        tokio::time::sleep(LOOK).await;
    }
    Ok(())
}

async fn busy(context: &Context, now: DateTime<Utc>, all: bool) -> anyhow::Result<bool> {
    let mut read = context.store.read().await?;
    let answers = !telegram_updates::waiting(&mut read, &[], 1).await?.is_empty()
        || outbox::depth(&mut read).await?.waiting > 0;
    if answers || !all {
        return Ok(answers);
    }
    let feed_due = feeds::due(&mut read, now, 1).await?.len();
    let ungrouped = stories::unplaced(&mut read, now - TimeDelta::days(1), 0, 100).await?.len();
    Ok(feed_due + ungrouped > 0 || entries::waiting(&mut read).await? > 0)
}
