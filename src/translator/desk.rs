//! The models at work: loaded when first needed, one sentence at a time, each quote once.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::path::PathBuf;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;

use super::engine::Engine;
use super::memory::{grown, resident};
use super::pair::Pair;
use super::shelf::{Placed, Shelf};
use crate::article::Article;
use crate::brief::check::Translations as Check;
use crate::counters;
use crate::text::Language;
use crate::view::{Translation, Translations};

/// Longest quote that is translated, in characters: longer ones are shown cut.
const LONGEST: usize = 700;
/// How long somebody waits for the model, behind others too; without a translation the original stands alone.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long a document waits for all of its translations.
const FOR_A_DOCUMENT: Duration = Duration::from_mins(1);
/// Texts of a document that are handed to the model at once.
const AT_ONCE: usize = 8;
/// Quotes whose translations are remembered.
const REMEMBERED: usize = 2_000;

/// Translates quotes; cheap to clone, one for the whole program.
#[derive(Clone)]
pub struct Translator {
    desk: Arc<Desk>,
}

impl fmt::Debug for Translator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Translator").field("shelf", &self.desk.shelf).finish_non_exhaustive()
    }
}

struct Desk {
    shelf: Shelf,
    /// To the one thread that holds the models, which stays with them; begun when first asked.
    thread: Mutex<Option<Sender<Job>>>,
    loaded: Arc<Mutex<Vec<Loaded>>>,
}

/// Quotes in one language, the languages of whoever reads them, and where the answer goes.
struct Job {
    from: Language,
    reads: Vec<Language>,
    quotes: Vec<String>,
    answer: oneshot::Sender<Option<(Language, Translations)>>,
}

/// What the thread holds.
struct Work {
    shelf: Shelf,
    loaded: Arc<Mutex<Vec<Loaded>>>,
    engines: HashMap<Pair, (Placed, Engine)>,
    /// What came of a quote, and the order in which they came.
    made: HashMap<(Pair, String), Option<String>>,
    order: VecDeque<(Pair, String)>,
}

/// A model in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// What it translates.
    pub pair: Pair,
    /// How much the program has grown by it, in bytes; `None` where the system does not tell.
    pub bytes: Option<u64>,
}

impl Translator {
    /// Makes a translator of the models in a folder, which need not be there.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        let desk = Desk { shelf: Shelf::new(folder), thread: Mutex::default(), loaded: Arc::default() };
        Self { desk: Arc::new(desk) }
    }

    /// Where the models lie.
    #[must_use]
    pub fn shelf(&self) -> &Shelf {
        &self.desk.shelf
    }

    /// Whether a model is placed.
    #[must_use]
    pub fn has_models(&self) -> bool {
        self.desk.shelf.list().is_ok_and(|placed| !placed.is_empty())
    }

    /// The models that are in memory.
    #[must_use]
    pub fn loaded(&self) -> Vec<Loaded> {
        self.desk.loaded.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Translates quotes in the language `from` into the first of the languages somebody `reads` that there is a model
    /// for; `None` when the reader needs none, or there is none.
    pub async fn quotes(
        &self,
        from: Language,
        reads: &[Language],
        quotes: Vec<String>,
    ) -> Option<(Language, Translations)> {
        if quotes.is_empty() || reads.is_empty() || reads.contains(&from) {
            return None;
        }
        let (answer, made) = oneshot::channel();
        self.desk.send(Job { from, reads: reads.to_vec(), quotes, answer })?;
        tokio::time::timeout(PATIENCE, made).await.ok()?.ok().flatten()
    }

    /// Translates texts of a document in several languages, each by its own model, in their order; those without one, and
    /// those nobody has waited for, are left out.
    pub async fn mixed(
        &self,
        reads: &[Language],
        texts: impl IntoIterator<Item = (Language, String)>,
    ) -> Translations {
        let texts: Vec<(Language, String)> = texts.into_iter().collect();
        let mut all = Translations::default();
        // a few at once, so that somebody else's quote comes in between, and what is made by then is kept
        let few = texts.chunk_by(|one, next| one.0 == next.0).flat_map(|same| same.chunks(AT_ONCE));
        let each = async {
            for few in few {
                let from = few.first().map(|(language, _)| *language).unwrap_or_default();
                let words = few.iter().map(|(_, words)| words.clone()).collect();
                if let Some((_, made)) = self.quotes(from, reads, words).await {
                    all.extend(made);
                }
            }
        };
        let waited = tokio::time::timeout(FOR_A_DOCUMENT, each).await;
        waited.unwrap_or_else(|_late| tracing::info!("a document goes without some of its translations"));
        all
    }
}

impl Desk {
    /// Hands a job to the thread, which is begun anew where it ended; `None` when there is none to be had.
    fn send(&self, job: Job) -> Option<()> {
        let mut thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
        let job = match thread.as_ref() {
            Some(jobs) => match jobs.send(job) {
                Ok(()) => return Some(()),
                Err(mpsc::SendError(job)) => job,
            },
            None => job,
        };
        let (jobs, todo) = mpsc::channel::<Job>();
        let (shelf, loaded) = (self.shelf.clone(), Arc::clone(&self.loaded));
        let run = move || {
            let mut work = Work::new(shelf, loaded);
            for job in todo {
                // whoever asked may have gone
                if job.answer.is_closed() {
                    continue;
                }
                let made = work.quotes(job.from, &job.reads, job.quotes);
                job.answer.send(made).unwrap_or_default();
            }
        };
        let begun = std::thread::Builder::new().name("translator".to_owned()).spawn(run);
        begun.inspect_err(|fault| tracing::warn!(%fault, "nothing is translated")).ok()?;
        jobs.send(job).ok()?;
        *thread = Some(jobs);
        Some(())
    }
}

impl Work {
    fn new(shelf: Shelf, loaded: Arc<Mutex<Vec<Loaded>>>) -> Self {
        let (engines, made, order) = (HashMap::new(), HashMap::new(), VecDeque::new());
        Self { shelf, loaded, engines, made, order }
    }

    fn quotes(
        &mut self,
        from: Language,
        reads: &[Language],
        quotes: Vec<String>,
    ) -> Option<(Language, Translations)> {
        let placed = self.shelf.list().inspect_err(|fault| tracing::warn!(%fault, "no translation")).ok()?;
        self.let_go(&placed);
        let pair = |to: &Language| Some(Pair { from, to: *to }).filter(|pair| pair.is_checked());
        let one =
            reads.iter().filter_map(pair).find_map(|pair| placed.iter().find(|one| one.pair == pair))?;
        let mut made = Translations::default();
        for words in quotes {
            let translation = self.one(one, &words)?;
            made.put(words, translation);
        }
        Some((one.pair.to, made))
    }

    /// Lets go of models that are no longer in their places.
    fn let_go(&mut self, placed: &[Placed]) {
        let before = self.engines.len();
        self.engines.retain(|_, (known, _)| placed.contains(known));
        if self.engines.len() < before {
            let mut loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
            loaded.retain(|one| self.engines.contains_key(&one.pair));
        }
    }

    /// What a model says a quote is, where that is safe; `None` when the model cannot be used.
    fn one(&mut self, placed: &Placed, words: &str) -> Option<Translation> {
        let key = (placed.pair, words.to_owned());
        if !self.engines.contains_key(&placed.pair) {
            self.load(placed)?;
        }
        if let Some(known) = self.made.get(&key) {
            return Some(Translation { words: known.clone(), model: placed.name.clone() });
        }
        let (_, engine) = self.engines.get(&placed.pair)?;
        let said = safe(engine, placed.pair, words);
        let outcome = if said.is_some() { "shown" } else { "unsafe" };
        counters::count("attache_translations_total", &[("outcome", outcome)]);
        self.order.push_back(key.clone());
        self.made.insert(key, said.clone());
        if self.order.len() > REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.made.remove(&oldest);
        }
        Some(Translation { words: said, model: placed.name.clone() })
    }

    fn load(&mut self, placed: &Placed) -> Option<()> {
        let load = || -> Result<(Engine, Option<u64>), String> {
            placed.verify()?;
            let before = resident();
            Ok((Engine::load(&placed.folder)?, grown(before)))
        };
        let (engine, bytes) = match load() {
            Ok(loaded) => loaded,
            Err(fault) => {
                tracing::warn!(pair = %placed.pair, fault, "a translation model cannot be used; `attache models check` tells more");
                return None;
            }
        };
        self.made.retain(|(pair, _), _| *pair != placed.pair);
        self.order.retain(|(pair, _)| *pair != placed.pair);
        self.engines.insert(placed.pair, (placed.clone(), engine));
        let mut loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        loaded.retain(|one| one.pair != placed.pair);
        loaded.push(Loaded { pair: placed.pair, bytes });
        Some(())
    }
}

/// The translation of a quote, if it passes the checks against the quote alone.
fn safe(engine: &Engine, pair: Pair, words: &str) -> Option<String> {
    if words.chars().count() > LONGEST {
        return None;
    }
    let said = engine.translated(pair.from, words)?;
    let alone = Article { text: words.to_owned(), language: pair.from, ..Article::default() };
    let fault = Check::of(&alone, pair.to)?.fault(words, &said, false);
    if let Some(fault) = &fault {
        tracing::debug!(%pair, %fault, words, said, "no safe translation");
    }
    fault.is_none().then_some(said)
}
