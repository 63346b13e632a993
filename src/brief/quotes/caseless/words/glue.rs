//! What is glued to words: conjunctions, prepositions and the article before them, pronouns and signs of a complement behind:
//! `her spokesman` in one word.

use super::classes::VERBS;
use super::lexicon::Lexicon;
use super::tags::Tags;
use super::token::{Shape, Token};

/// A word without what is glued before it.
#[derive(Debug, Clone)]
pub(super) struct Bare<'w> {
    /// The word.
    pub(super) rest: &'w str,
    /// `and`, `so` or `will` is glued before it.
    pub(super) joined: bool,
    /// `by`, `to` or `like` is.
    pub(super) led: bool,
    /// The article is.
    pub(super) article: bool,
}

/// Letters of the longest title looked for.
const LONGEST_TITLE: usize = 8;
/// Letters of the longest such ending.
const LONGEST_CLEFT: usize = 2;

impl Lexicon {
    /// True for letters of endings the last of which make a verb the topic.
    #[must_use]
    pub(crate) fn ends_cleft(&self, form: &str) -> bool {
        let word = |(at, _): (usize, char)| {
            let tail = form.get(at..).unwrap_or_default();
            self.longest(tail).is_some_and(|(len, tags)| len == tail.len() && tags.any(Tags::CLEFT))
        };
        form.char_indices().rev().take(LONGEST_CLEFT).any(word)
    }

    /// True for words without spaces that end with a title: somebody, though no table knows who.
    #[must_use]
    pub(crate) fn ends_with_title(&self, words: &str) -> bool {
        let words = self.folded(words);
        let title = |(at, _): (usize, char)| {
            let tail = words.get(at..).unwrap_or_default();
            self.longest(tail).is_some_and(|(len, tags)| len == tail.len() && tags.any(Tags::TITLE))
        };
        self.unspaced && words.char_indices().rev().take(LONGEST_TITLE).any(title)
    }

    /// What a verb that tells what is to come is where it tells what is going on, as far as its beginning tells.
    pub(super) fn present_of(&self, verb: &str) -> Vec<String> {
        let futures = self.glue.futures.iter();
        let present = |(future, present): &(String, String)| {
            Some(format!("{present}{}", verb.strip_prefix(future.as_str())?))
        };
        futures.filter_map(present).collect()
    }

    /// True for a word that ends as nouns do and names do not.
    #[must_use]
    pub(crate) fn ends_as_noun(&self, form: &str) -> bool {
        form.ends_with(|letter| self.noun_ends.contains(&letter))
    }

    /// True for a word with a pronoun glued behind it that tells whose it is.
    #[must_use]
    pub(crate) fn ends_owned(&self, form: &str) -> bool {
        let long = |owner: &str| owner.chars().nth(1).is_some();
        let owners = self.glue.owners.iter().filter(|(owner, _)| long(owner));
        owners.filter_map(|(owner, _)| form.strip_suffix(owner.as_str())).any(is_stem)
    }

    /// The classes of a noun with a pronoun glued behind it, and the noun: `her spokesman` in one word.
    #[must_use]
    pub(crate) fn owned(&self, word: &str) -> Option<(String, Tags)> {
        const NOUNS: Tags = Tags::OFFICE
            .or(Tags::BODY)
            .or(Tags::PERSON)
            .or(Tags::ANONYMOUS)
            .or(Tags::DOCUMENT)
            .or(Tags::WORK)
            .or(Tags::OF);
        self.glue.owners.iter().find_map(|(owner, ending)| {
            let stem = word.strip_suffix(owner.as_str())?;
            let form = format!("{stem}{ending}");
            let tags = self.phrase(&form).filter(|tags| tags.any(NOUNS) && is_stem(&form))?;
            Some((form, tags.without(Tags::CUE.or(Tags::OTHER_VERB).or(Tags::GIVEN)).or(Tags::OWNED)))
        })
    }

    /// A noun for people with the sign that its complement follows: the noun, and its classes.
    #[must_use]
    pub(crate) fn with_complement(&self, word: &str) -> Option<(String, Tags)> {
        const NOUNS: Tags = Tags::OFFICE.or(Tags::PERSON).or(Tags::ANONYMOUS).or(Tags::HONORIFIC);
        self.glue.complements.iter().find_map(|(ending, plain)| {
            let form = format!("{}{plain}", word.strip_suffix(ending.as_str())?);
            let tags = self.phrase(&form).filter(|tags| tags.any(NOUNS))?;
            Some((form, tags.without(Tags::CUE.or(Tags::OTHER_VERB))))
        })
    }

    /// A verb of saying with a pronoun glued behind it that tells its object: the verb, and its classes.
    #[must_use]
    pub(crate) fn with_object(&self, word: &str) -> Option<(String, Tags)> {
        self.glue.objects.iter().find_map(|(object, ending)| {
            let stem = word.strip_suffix(object.as_str()).filter(|stem| stem.chars().nth(1).is_some())?;
            let form = format!("{stem}{ending}");
            let tags = self.phrase(&form).filter(|tags| tags.any(Tags::CUE))?;
            if tags.any(Tags::PREPOSITION) {
                return None;
            }
            let weak = if tags.any(Tags::WEAK) { Tags::WEAK } else { Tags::NONE };
            let verb = if tags.any(Tags::VERB) { Tags::VERB } else { Tags::NONE };
            let ambiguous = if tags.any(Tags::AMBIGUOUS) { Tags::AMBIGUOUS } else { Tags::NONE };
            Some((form, weak.or(verb).or(ambiguous)))
        })
    }

    /// True for a verb that has somebody for its object: the tables have it with a pronoun glued behind.
    #[must_use]
    pub(crate) fn takes_somebody(&self, verb: &str) -> bool {
        let said = |(object, ending): &(String, String)| {
            let stem = verb.strip_suffix(ending.as_str());
            let form = stem.map(|stem| format!("{stem}{object}"));
            form.and_then(|form| self.phrase(&form)).is_some_and(|tags| tags.any(Tags::CUE))
        };
        self.glue.objects.iter().any(said)
    }
}

/// True for what is long enough to be a noun.
fn is_stem(word: &str) -> bool {
    word.chars().nth(2).is_some()
}

impl Lexicon {
    /// True for a word as written that has a conjunction glued before `form`.
    #[must_use]
    pub(crate) fn is_joined(&self, written: &str, form: &str) -> bool {
        let written = self.bare(written);
        self.glue.joined.iter().any(|glued| written.strip_prefix(glued.as_str()) == Some(form))
    }

    /// The classes of a word, with what is glued to it or without.
    #[must_use]
    pub(crate) fn beside(&self, word: &str) -> Tags {
        let word = self.bare(word);
        let own = self.owned(&word).map_or(Tags::NONE, |(_, tags)| tags);
        let bares = self.without_glue(&word);
        let known = bares.iter().filter_map(|bare| self.phrase(bare.rest));
        known.fold(own, Tags::or)
    }

    /// A word as it stands, then with ever more of what may be glued before it cut off.
    pub(super) fn without_glue<'w>(&self, word: &'w str) -> Vec<Bare<'w>> {
        let mut found = vec![Bare { rest: word, joined: false, led: false, article: false }];
        let mut at = 0;
        while let Some(bare) = found.get(at).cloned().filter(|_| found.len() < MOST_FORMS) {
            at += 1;
            if bare.article {
                continue;
            }
            let cut = |part: &str| bare.rest.strip_prefix(part).filter(|rest| rest.chars().nth(1).is_some());
            let article = self.glue.articles.iter().filter_map(|part| cut(part));
            found.extend(article.map(|rest| Bare { rest, article: true, ..bare.clone() }));
            let both = self.glue.led_articles.iter().filter_map(|part| cut(part));
            found.extend(both.map(|rest| Bare { rest, article: true, led: true, ..bare.clone() }));
            // one conjunction at most is glued before a word
            let free = !bare.led && !bare.joined;
            let joined = self.glue.joined.iter().filter(|_| free).filter_map(|part| cut(part));
            found.extend(joined.map(|rest| Bare { rest, joined: true, ..bare.clone() }));
            let led = self.glue.leading.iter().filter(|_| !bare.led).filter_map(|part| cut(part));
            found.extend(led.map(|rest| Bare { rest, led: true, ..bare.clone() }));
        }
        found
    }

    /// True for what is glued before words, standing alone.
    pub(super) fn is_glue(&self, word: &str) -> bool {
        self.glue.leading.iter().chain(&self.glue.joined).any(|part| part == word)
    }
}

/// Forms of one word looked at.
const MOST_FORMS: usize = 16;

/// Small words that are spelt out with what is glued before them are known in that form alone; none has the article.
pub(super) fn counts(tags: Tags, bare: &Bare, before: Option<&Token>) -> bool {
    const SMALL: Tags = Tags::THAT.or(Tags::PREPOSITION).or(Tags::ADVERB).or(Tags::CONJUNCTION);
    let small = tags.any(Tags::THAT) || tags.within(Tags::PREPOSITION) || tags.within(Tags::ADVERB);
    // a name behind a title is no other name with a preposition before it
    let inside = before.is_some_and(|before| before.has(Tags::TITLE.or(Tags::ARTICLE).or(Tags::BODY)));
    let cut = bare.led && inside && tags.within(Tags::GIVEN);
    !(bare.led && small || bare.article && tags.any(SMALL) || cut)
}

/// The classes of a phrase with what is glued before it.
pub(super) fn glued(mut tags: Tags, bare: &Bare, before: Option<&Token>) -> Tags {
    const OPEN: Tags =
        Tags::THAT.or(Tags::PREPOSITION).or(Tags::RELAY_END).or(Tags::NAMING).or(Tags::PARTICIPLE);
    let heads = before.is_none_or(|before| {
        matches!(before.shape, Shape::Mark(_) | Shape::Unknown | Shape::Name) || before.has(Tags::CONJUNCTION)
    });
    let noun = tags.any(Tags::AMBIGUOUS) && !bare.joined && !heads;
    if tags.any(Tags::PREPOSITION) || noun || bare.article {
        tags = tags.without(VERBS);
    }
    if bare.article {
        tags = tags.or(Tags::ARTICLE);
    }
    if bare.led && !tags.any(OPEN) {
        tags = tags.without(VERBS).or(Tags::GLUED);
    }
    tags
}
