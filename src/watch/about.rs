//! What an article can be followed by: whom it quotes, in all spellings, and the words it holds.

use std::collections::HashSet;

use crate::statement::{Likeness, is_run_together, likeness};
use crate::store::Db;
use crate::store::articles::Stored;
use crate::store::people::followed::{self, Follow, Words};
use crate::store::people::speakers::key;
use crate::store::people::spellings;
use crate::text::{Language, Span, stem, words};

/// What each of several articles can be followed by.
pub(super) async fn all_about<'a>(
    db: &mut Db,
    stored: &'a [Stored],
) -> anyhow::Result<Vec<(&'a Stored, About)>> {
    let mut about = Vec::new();
    for one in stored {
        about.push((one, About::of(db, one).await?));
    }
    Ok(about)
}

/// What is looked up for several articles at once.
pub(super) fn words_of(about: &[(&Stored, About)]) -> Words {
    let all = || about.iter().map(|(_, about)| &about.words);
    Words {
        quoted: all().flat_map(|words| words.quoted.clone()).collect(),
        stems: all().flat_map(|words| words.stems.clone()).collect(),
    }
}

/// What an article can be followed by.
pub(super) struct About {
    /// The names of those it quotes, in all their spellings, each with its folded words.
    quoted: Vec<(String, HashSet<String>)>,
    language: Language,
    /// What is looked up.
    pub(super) words: Words,
}

impl About {
    pub(super) async fn of(db: &mut Db, stored: &Stored) -> anyhow::Result<Self> {
        let names = stored.brief.quotes.iter().filter_map(|quote| quote.speaker.as_ref()?.name.clone());
        let mut names: Vec<String> = names.collect();
        let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
        names.extend(spellings::of_keys(db, &keys).await?.into_iter().flatten());
        names.sort_unstable();
        names.dedup();
        let quoted: Vec<(String, HashSet<String>)> = names
            .into_iter()
            .map(|name| {
                let words = key(&name).split(' ').map(str::to_owned).collect();
                (name, words)
            })
            .collect();
        let language = stored.article.language;
        let title = stored.article.title.as_deref().unwrap_or_default();
        let stems = stems(title, language).chain(stems(&stored.article.text, language)).collect();
        let sounds = quoted.iter().map(|(name, _)| followed::sounding(name));
        let spelt = quoted.iter().flat_map(|(_, words)| words.iter().cloned());
        let words = Words { quoted: spelt.chain(sounds).collect(), stems };
        Ok(Self { quoted, language, words })
    }

    /// A person, when somebody of all these names is quoted, in whatever spelling; a topic, when the article holds all its
    /// words in some form.
    pub(super) fn concerns(&self, follow: &Follow) -> bool {
        match follow.kind {
            followed::Kind::Person => {
                let names: Vec<&str> = follow.words_key.split(' ').collect();
                let is_surname = names.len() == 1 && !is_run_together(&follow.words);
                self.quoted.iter().any(|(name, words)| {
                    names.iter().all(|name| words.contains(*name))
                        || match likeness(&follow.words, name) {
                            Likeness::Same => true,
                            Likeness::Short => is_surname,
                            Likeness::Other => false,
                        }
                })
            }
            followed::Kind::Topic => {
                let mut wanted = stems(&follow.words, self.language).peekable();
                wanted.peek().is_some() && wanted.all(|stem| self.words.stems.contains(&stem))
            }
        }
    }
}

fn stems(text: &str, language: Language) -> impl Iterator<Item = String> + '_ {
    words(text, Span::whole(text)).map(move |word| key(&stem(word.of(text), language)))
}
