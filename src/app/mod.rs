//! The program as a service: builds all, runs the loops, and stops on a signal.
//!
//! In: a [`Config`] and a clock. Out: how it ended. Invariants: only this module spawns the loops; a signal stops the
//! taking of work, lets sends in flight finish, and the program ends within 10 s; a loop that stands still ends it.

mod ended;
mod housekeeping;
mod http;
mod leap;
pub mod open_files;
mod operators;
mod signals;
mod token;
mod watchdog;
mod writing;

use std::sync::Arc;
use std::time::Duration;

use secrecy::ExposeSecret;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::bot::telegram::{self, Refused, TelegramPlatform, TelegramPost, Webhook};
use crate::bot::{self, Context, Rules};
use crate::clock::Clock;
use crate::config::Config;
use crate::deliver::{self, Limits};
use crate::editor::{Editor, Overdue, Writer};
use crate::fetch::Web;
use crate::press;
use crate::store::Store;
use crate::translator::Translator;
use crate::watch::{self, Stories, Watch};
pub use ended::Ended;
use signals::FileLimit;
pub use token::is_one as is_token;
use watchdog::Watchdog;
use writing::Writing;

/// How long a stop waits for what is under way; with closing the database the program ends within 10 s.
const GRACE: Duration = Duration::from_secs(9);

/// How long closing the database may take: a loop that stands still may hold it.
const CLOSING: Duration = Duration::from_millis(800);

/// Runs the service until SIGTERM or SIGINT.
///
/// # Errors
/// See [`Ended`].
pub async fn run(config: &Config, clock: Clock) -> Result<(), Ended> {
    let token = config.telegram.token.as_ref().ok_or(Ended::NoToken)?;
    if !token::is_one(token.expose_secret()) {
        return Err(Ended::MalformedToken);
    }
    let file_limit = FileLimit::catch()?;
    let store = Arc::new(Store::open(&config.database_path, clock.now()).await?);
    let stop = CancellationToken::new();
    for net in &config.web.allow_nets {
        tracing::warn!(%net, "a private net is open to whoever uses the bot (web.allow_nets)");
    }
    let mut loops: JoinSet<Result<(), Ended>> = JoinSet::new();
    let (watchdog, writing) = (Watchdog::default(), Writing::default());
    signals::stop_on(&mut loops, &stop)?;
    loops.spawn(file_limit.tell(stop.clone()));
    if let Some(address) = config.service.http_listen {
        let (listener, prices, stop) = (http::listen(address).await?, config.llm.prices(), stop.clone());
        let (store, watchdog, writing) = (Arc::clone(&store), watchdog.clone(), writing.clone());
        let health = http::Health { store, watchdog, writing, clock, prices };
        loops.spawn(http::serve(listener, health, stop));
    }
    let bot = telegram::client(token.expose_secret(), &config.telegram.api_url)?;
    let me = match telegram::connect(&bot, &stop).await {
        Ok(me) => me,
        Err(Refused::Stopped) => return Ok(()),
        Err(refused) => return Err(refused.into()),
    };
    let writer = Writer::of(&config.llm, Some((Arc::clone(&store), clock)))?;
    let editor = Editor::new(Web::new(config.web.settings())?).with_writer(writer);
    let editor = editor.with_translator(Translator::new(config.models_folder()));
    let editor = editor.remembering(Overdue { store: Arc::clone(&store), clock });
    let shared = Arc::clone(&store);
    let parts = Parts { store: shared, editor, bot, me, watchdog, writing, clock, stop: stop.clone() };
    parts.spawn(&mut loops, config);
    tracing::info!(bot = parts.me.user_name, database = %config.database_path.display(), "ready");
    let ended = first_end(&mut loops, &stop).await;
    if let Err(Ended::Database(fault)) = &ended {
        let (post, words) = (TelegramPost::new(parts.bot.clone()), ended::for_operators(fault));
        operators::tell(&post, &config.service.operator_chats, &words, clock.now()).await;
    }
    if store.is_taken_away() {
        // closing would take away the log of whichever file lies there now, which has the same name
        std::mem::forget(Arc::clone(&store));
        return ended;
    }
    if tokio::time::timeout(CLOSING, store.close()).await.is_err() {
        tracing::warn!("the database was not closed in time; it is whole all the same");
    }
    ended
}

/// Waits for the first loop that fails, or for `stop`; then for the rest, at most [`GRACE`].
async fn first_end(loops: &mut JoinSet<Result<(), Ended>>, stop: &CancellationToken) -> Result<(), Ended> {
    let mut ended = Ok(());
    while let Some(done) =
        tokio::select! { biased; () = stop.cancelled() => None, done = loops.join_next() => done }
    {
        ended = done.unwrap_or_else(|fault| Err(Ended::Broke(fault.to_string())));
        if ended.is_err() {
            break;
        }
    }
    stop.cancel();
    let rest = async { while loops.join_next().await.is_some() {} };
    if tokio::time::timeout(GRACE, rest).await.is_err() {
        tracing::warn!("not everything ended in time; it is taken up again at the next start");
        loops.abort_all();
    }
    ended
}

/// What the loops are made of.
struct Parts {
    store: Arc<Store>,
    editor: Editor,
    bot: telegram::Bot,
    me: telegram::Me,
    watchdog: Watchdog,
    writing: Writing,
    clock: Clock,
    stop: CancellationToken,
}

impl Parts {
    fn spawn(&self, loops: &mut JoinSet<Result<(), Ended>>, config: &Config) {
        self.receive(loops, config);
        self.work(loops, config);
        self.send(loops, config);
        let (store, clock, stop) = (Arc::clone(&self.store), self.clock("digests"), self.stop.clone());
        let name = self.me.user_name.clone();
        let translator = self.editor.translator().cloned();
        loops.spawn(async move {
            press::run(&store, (Some(&name), translator.as_ref()), clock, &stop).await;
            Ok(())
        });
        let (store, clock, stop) = (Arc::clone(&self.store), self.clock("housekeeping"), self.stop.clone());
        let (keep, bot) = (config.keep, self.bot.clone());
        loops.spawn(async move { Ok(housekeeping::run(&store, keep, clock, &bot, &stop).await?) });
        let written = self.writing.clone().watch(Arc::clone(&self.store), self.clock, self.stop.clone());
        loops.spawn(async move {
            written.await;
            Ok(())
        });
        let watched = self.watchdog.clone().watch(self.stop.clone());
        loops.spawn(async move { watched.await.map_or(Ok(()), |name| Err(Ended::Stuck(name))) });
    }

    /// Takes updates in.
    fn receive(&self, loops: &mut JoinSet<Result<(), Ended>>, config: &Config) {
        let (bot, store, stop) = (self.bot.clone(), Arc::clone(&self.store), self.stop.clone());
        let webhook = config.telegram.webhook_url.clone().zip(config.telegram.webhook_listen);
        let operators = config.service.operator_chats.clone();
        // by webhook there is no loop that could stand still
        let clock = if webhook.is_some() { self.clock } else { self.clock("updates") };
        let (menus, stopped, time) = (bot.clone(), stop.clone(), self.clock);
        loops.spawn(async move {
            // nothing waits for the time, menus and descriptions
            let first = async {
                telegram::time::compare(&menus, time).await;
                telegram::set_up(&menus, &operators).await;
            };
            stopped.run_until_cancelled(first).await;
            Ok(())
        });
        loops.spawn(async move {
            match webhook {
                Some((url, listen)) => {
                    Ok(telegram::serve(&bot, &Webhook { url, listen }, store, clock, &stop).await?)
                }
                None => Ok(telegram::poll(&bot, &store, clock, &stop).await?),
            }
        });
    }

    /// Works on updates and on feeds.
    fn work(&self, loops: &mut JoinSet<Result<(), Ended>>, config: &Config) {
        let context = Context {
            store: Arc::clone(&self.store),
            editor: self.editor.clone(),
            platform: Arc::new(TelegramPlatform::new(self.bot.clone(), self.me.clone())),
            rules: Arc::new(Rules::of(config)),
        };
        let (clock, stop) = (self.clock("requests"), self.stop.clone());
        loops.spawn(async move {
            bot::worker::run(context, clock, &stop).await;
            Ok(())
        });
        let watch = Watch {
            store: Arc::clone(&self.store),
            editor: self.editor.clone(),
            clock: self.clock,
            bounds: config.poll.bounds(),
            bot: Some(self.me.user_name.clone()),
            stories: Stories::default(),
        };
        let (clocks, stop) =
            (["feeds", "articles", "stories"].map(|name| self.clock(name)), self.stop.clone());
        loops.spawn(async move {
            Box::pin(watch::run(&watch, clocks, &stop)).await;
            Ok(())
        });
    }

    /// Brings the outbox to Telegram.
    fn send(&self, loops: &mut JoinSet<Result<(), Ended>>, config: &Config) {
        let limits = Limits {
            per_second: config.telegram.messages_per_second,
            per_chat_per_second: config.telegram.messages_per_chat_per_second,
            per_group_per_minute: config.telegram.messages_per_group_per_minute,
        };
        let (store, clock, stop) = (Arc::clone(&self.store), self.clock("sender"), self.stop.clone());
        let post = Arc::new(TelegramPost::new(self.bot.clone()));
        loops.spawn(async move {
            let sent = deliver::run(&store, post, limits, clock, &stop).await;
            sent.map_err(|deliver::Stopped::Unauthorized| Refused::Token.into())
        });
    }

    /// The clock of one loop, watched from now on.
    fn clock(&self, name: &'static str) -> Clock {
        self.watchdog.clock(name, self.clock)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_loop_that_stands_still_ends_the_program_in_time() {
        let (mut loops, stop, watchdog) = (JoinSet::new(), CancellationToken::new(), Watchdog::default());
        let stuck = watchdog.clock("digests", Clock::default());
        loops.spawn(async move {
            stuck.goes_on();
            std::future::pending().await
        });
        let watched = watchdog.watch(stop.clone());
        loops.spawn(async move { watched.await.map_or(Ok(()), |name| Err(Ended::Stuck(name))) });
        let begun = tokio::time::Instant::now();
        let ended = first_end(&mut loops, &stop).await;
        assert!(matches!(ended, Err(Ended::Stuck("digests"))), "{ended:?}");
        assert!(stop.is_cancelled());
        let most = watchdog::STUCK + Duration::from_secs(15 + 10);
        assert!(begun.elapsed() <= most, "{:?}", begun.elapsed());
    }

    #[tokio::test]
    async fn a_loop_that_panics_is_no_fault_of_the_settings() {
        let (mut loops, stop) = (JoinSet::new(), CancellationToken::new());
        loops.spawn(async { panic!("of the test") });
        assert!(matches!(first_end(&mut loops, &stop).await, Err(Ended::Broke(_))));
    }

    #[tokio::test(start_paused = true)]
    async fn a_loop_that_fails_ends_the_others_and_its_reason_is_kept() {
        let (mut loops, stop) = (JoinSet::new(), CancellationToken::new());
        let (told, stopped) = (stop.clone(), Arc::new(std::sync::atomic::AtomicBool::new(false)));
        let noted = Arc::clone(&stopped);
        loops.spawn(async move {
            told.cancelled().await;
            noted.store(true, std::sync::atomic::Ordering::Relaxed);
            Ok(())
        });
        loops.spawn(async { Err(Ended::Refused(Refused::Token)) });
        let ended = first_end(&mut loops, &stop).await;
        assert!(matches!(ended, Err(Ended::Refused(Refused::Token))), "{ended:?}");
        assert!(stopped.load(std::sync::atomic::Ordering::Relaxed));
    }
}
