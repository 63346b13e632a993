//! The whole bot built for a terminal.

use std::io::IsTerminal as _;
use std::sync::Arc;
use std::time::Duration;

use tokio::io::BufReader;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::board::Board;
use super::console::Console;
use super::demo::Demo;
use super::platform::TerminalPlatform;
use super::run::run;
use crate::bot::{Context, Rules};
use crate::clock::Clock;
use crate::config::Config;
use crate::editor::{Editor, Overdue, Writer};
use crate::fetch::Web;
use crate::store::Store;
use crate::view::{Locale, Screen};

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
    let mut settings = config.web.settings();
    let mut rules = Rules::of(config);
    let demo = if demo { Some(Demo::start(clock.now()).await?) } else { None };
    let prompts = std::io::stdin().is_terminal();
    let board = Arc::new(Board::new(screen, Box::new(std::io::stdout())));
    let mut console = Console {
        input: BufReader::new(tokio::io::stdin()),
        board: Arc::clone(&board),
        prompts,
        greeting: Vec::new(),
        first: Vec::new(),
        tour: Vec::new(),
    };
    let mut server = JoinSet::new();
    let ended = stop.child_token();
    if let Some(demo) = demo {
        settings.allow_nets.push(demo.allowed()?);
        // our own server, so no politeness is due
        settings.spacing = Duration::ZERO;
        settings.per_host = 8;
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
        editor: Editor::new(Web::new(settings)?).with_writer(writer).remembering(overdue),
        platform: Arc::new(TerminalPlatform::new(board)),
        rules: Arc::new(rules),
    };
    let bounds = config.poll.bounds();
    let done = run(context, clock, bounds, console, stop).await;
    ended.cancel();
    while server.join_next().await.is_some() {}
    done
}
