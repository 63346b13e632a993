//! The whole bot built for a terminal.

use std::io::IsTerminal as _;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncBufRead, BufReader};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::board::{Board, forget_documents};
use super::console::Console;
use super::demo::{Demo, Names};
use super::platform::TerminalPlatform;
use super::run::run;
use crate::bot::{Context, Rules};
use crate::clock::Clock;
use crate::config::Config;
use crate::editor::{Editor, Overdue, Writer};
use crate::fetch::Web;
use crate::store::Store;
use crate::translator::Translator;
use crate::view::{Locale, Message, Screen};

/// Runs the bot on standard input and output until the input ends, `quit` is typed or `stop` comes; with `demo` on
/// invented news served from inside the program.
///
/// # Errors
/// When the database, the input or the set-up fails.
pub async fn chat(
    config: &Config,
    store: Arc<Store>,
    demo: bool,
    (clock, screen): (Clock, Screen),
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let board = Board::new(screen, Box::new(std::io::stdout()));
    let prompts = std::io::stdin().is_terminal();
    let console = Console::new(BufReader::new(tokio::io::stdin()), Arc::new(board), prompts);
    talk(config, store, demo, (clock, console), stop).await
}

/// Plays the beginning of the demonstration unseen, and asks for a digest; returns the card of an article and the digest.
///
/// # Errors
/// As [`chat`], and when there were no such answers.
pub async fn demonstrated(config: &Config, store: Arc<Store>, clock: Clock) -> anyhow::Result<[Message; 2]> {
    let board = Arc::new(Board::new(Screen { width: 0, ansi: false }, Box::new(std::io::sink())));
    let console = Console::new(BufReader::new(&b"/digest\n"[..]), Arc::clone(&board), false);
    talk(config, store, true, (clock, console), &CancellationToken::new()).await?;
    match board.drawn().as_slice() {
        [.., card, digest] => Ok([card.clone(), digest.clone()]),
        _ => anyhow::bail!("the demonstration did not answer"),
    }
}

async fn talk<R: AsyncBufRead + Unpin>(
    config: &Config,
    store: Arc<Store>,
    demo: bool,
    (clock, mut console): (Clock, Console<R>),
    stop: &CancellationToken,
) -> anyhow::Result<()> {
    let mut settings = config.web.settings();
    let mut rules = Rules::of(config);
    let mut web = None;
    let demonstrated = if demo { Some(Demo::start(clock.now()).await?) } else { None };
    let board = Arc::clone(&console.board);
    let mut server = JoinSet::new();
    let ended = stop.child_token();
    if let Some(demo) = demonstrated {
        settings.allow_nets.push(demo.allowed()?);
        // our own server, so no politeness is due
        settings.spacing = Duration::ZERO;
        settings.per_host = 8;
        web = Some(Web::with_lookup(settings.clone(), Arc::new(Names))?);
        rules.starter_sets = demo.starter_sets();
        rules.model = None;
        console.greeting = demo.greeting(Locale::default());
        (console.first, console.tour) = (demo.first(), demo.tour());
        server.spawn(demo.serve(ended.clone()));
    }
    // a demonstration asks nobody
    let writer = match rules.model {
        Some(_) => Writer::of(&config.llm, Some((Arc::clone(&store), clock)))?,
        None => None,
    };
    let overdue = Overdue { store: Arc::clone(&store), clock };
    let context = Context {
        store,
        editor: Editor::new(web.map_or_else(|| Web::new(settings), Ok)?)
            .with_writer(writer)
            .with_translator(Translator::new(config.models_folder()))
            .remembering(overdue),
        platform: Arc::new(TerminalPlatform::new(board)),
        rules: Arc::new(rules),
    };
    let bounds = config.poll.bounds();
    let done = run(context, clock, bounds, console, stop).await;
    ended.cancel();
    while server.join_next().await.is_some() {}
    if demo {
        forget_documents();
    }
    done
}
