//! A model tried: time and memory for one sentence.

use std::time::{Duration, Instant};

use super::engine::Engine;
use super::memory::{grown, resident};
use super::shelf::Placed;

/// What `attache models check` has translated.
static SENTENCES: [(&str, &str); 7] = [
    ("en", "We will open the border in March, and nobody will stop us."),
    ("pt", "Vamos abrir a fronteira em março e ninguém nos vai impedir."),
    ("es", "Abriremos la frontera en marzo y nadie nos lo impedirá."),
    ("fr", "Nous ouvrirons la frontière en mars et personne ne nous en empêchera."),
    ("de", "Wir werden die Grenze im März öffnen, und niemand wird uns aufhalten."),
    ("it", "Apriremo il confine a marzo e nessuno ce lo impedirà."),
    ("ru", "Мы откроем границу в марте, и никто нам не помешает."),
];

/// How a model did with one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// What it made of it.
    pub said: String,
    /// The time for it.
    pub took: Duration,
    /// The time to load the model.
    pub loading: Duration,
    /// What it takes in memory, in bytes; `None` where the system does not tell.
    pub bytes: Option<u64>,
}

/// Models tried, kept so that none is counted in the room another has left.
#[derive(Default)]
pub struct Held(Vec<Engine>);

impl std::fmt::Debug for Held {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Held").field(&self.0.len()).finish()
    }
}

impl Placed {
    /// Loads it anew, beside those that are `held`, and translates a sentence of its language.
    ///
    /// # Errors
    /// One line.
    pub fn tried(&self, held: &mut Held) -> Result<Tried, String> {
        self.verify()?;
        let own = SENTENCES.iter().find(|(code, _)| *code == self.pair.from.code());
        let words = own.map_or("2026.", |(_, words)| words);
        let (before, begun) = (resident(), Instant::now());
        let engine = Engine::load(&self.folder)?;
        let loading = begun.elapsed();
        let begun = Instant::now();
        let said = engine.translated(self.pair.from, words).ok_or("it translates nothing")?;
        let tried = Tried { said, took: begun.elapsed(), loading, bytes: grown(before) };
        held.0.push(engine);
        Ok(tried)
    }
}
