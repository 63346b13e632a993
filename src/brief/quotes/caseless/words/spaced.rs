//! Words of scripts without capitals that part them by spaces: phrases of the tables, with small words glued before them.
//!
//! In: a line, its marked stretches, the people the text is known to name. Out: its tokens, in order.

use super::glue::{Bare, counts, glued};
use super::lexicon::Lexicon;
use super::marks::Marked;
use super::pieces::Pieces;
use super::tags::Tags;
use super::token::{Shape, Token};
use crate::brief::quotes::caseless::naming::people::People;
use crate::text::{FastSet, Span, Steps};

/// Words of the longest phrase of the tables.
const LONGEST_PHRASE: usize = 5;
/// Words of the longest name.
const LONGEST_NAME: usize = 4;
/// Marks a doubled letter.
const DOUBLED: char = '\u{651}';
/// Verbs of all kinds.
const VERBS: Tags = Tags::CUE.or(Tags::OTHER_VERB);

/// One pass over a line.
pub(crate) struct WordCutter<'a> {
    /// The text.
    pub(crate) text: &'a str,
    /// The words of its language.
    pub(crate) lexicon: &'static Lexicon,
    /// The people it is known to name.
    pub(crate) people: &'a People,
    /// Where marks stand that are none of words.
    pub(crate) unmarked: &'a FastSet<usize>,
    /// Names of the tables that the text's letters tell from small words.
    pub(crate) apart: &'a [&'static str],
    /// Counts the work.
    pub(crate) steps: &'a Steps,
}

impl WordCutter<'_> {
    /// The tokens of `line`; `marked` are its marked stretches with their indexes.
    #[must_use]
    pub(crate) fn cut(&self, line: Span, marked: &[(usize, Marked)]) -> Vec<Token> {
        let cutter =
            Pieces { text: self.text, lexicon: self.lexicon, unmarked: self.unmarked, steps: self.steps };
        let mut pieces = Vec::new();
        let mut at = line.start;
        for (index, one) in marked {
            cutter.cut(Span::new(at, one.outer.start), &mut pieces);
            let form = one.inner.of(self.text).to_owned();
            pieces.push(Token { shape: Shape::Quotation(*index), span: one.outer, tags: Tags::NONE, form });
            at = at.max(one.outer.end);
        }
        cutter.cut(Span::new(at, line.end), &mut pieces);
        let mut tokens: Vec<Token> = Vec::with_capacity(pieces.len());
        let mut next = 0;
        while let Some(piece) = pieces.get(next) {
            let (token, taken) = if piece.shape == Shape::Unknown {
                self.word(&pieces, next, &tokens)
            } else {
                (piece.clone(), 1)
            };
            tokens.push(token);
            next += taken;
        }
        tokens
    }

    /// Whether the article counts in a word no table knows: not behind a sign that is no conjunction, for then a name
    /// begins so.
    fn counts_article(&self, word: &str, bare: &Bare) -> bool {
        let sign = word.chars().next().map(String::from).and_then(|sign| self.lexicon.phrase(&sign));
        !bare.joined || sign.is_some_and(|tags| tags.any(Tags::CONJUNCTION))
    }

    /// Where a first name stands, without what is glued before it.
    fn without_and(&self, span: Span, bare: &Bare) -> Span {
        let glued = span.of(self.text).len().saturating_sub(bare.rest.len());
        let same = self.lexicon.bare(span.of(self.text).get(glued..).unwrap_or_default()) == bare.rest;
        Span::new(span.start + if same { glued } else { 0 }, span.end)
    }

    /// The classes of a word that is written as a verb is and as a preposition is: a verb before what opens reported words,
    /// or with its doubled letter marked, or at the head of a clause before somebody's title or first name.
    fn before_that(&self, tags: Tags, word: Span, next: Option<&Token>, before: Option<&Token>) -> Tags {
        if !(tags.any(Tags::VERB) && tags.any(Tags::PREPOSITION)) {
            return tags;
        }
        let heads = opens_clause(before);
        let bares = next.map(|next| self.lexicon.without_glue(&next.form)).unwrap_or_default();
        let somebody = bares.iter().filter(|bare| !bare.led).any(|bare| {
            let known = self.lexicon.phrase(bare.rest);
            known.is_some_and(|next| next.any(Tags::TITLE.or(Tags::GIVEN))) || self.people.knows(bare.rest)
        });
        let opens =
            next.and_then(|next| self.lexicon.phrase(&next.form)).is_some_and(|next| next.any(Tags::THAT));
        if opens || word.of(self.text).contains(DOUBLED) || heads && somebody {
            tags.without(Tags::PREPOSITION)
        } else {
            tags.without(VERBS)
        }
    }

    /// The classes of a noun that the tables have with its article.
    fn with_article(&self, tags: Tags, word: &str) -> Tags {
        const NOUN: Tags =
            Tags::TITLE.or(Tags::BODY).or(Tags::PERSON).or(Tags::ANONYMOUS).or(Tags::CROWD).or(Tags::AGENCY);
        let article = self.lexicon.glue.articles.iter().any(|article| word.starts_with(article.as_str()));
        if !article || !tags.any(NOUN.or(Tags::IT)) {
            return tags;
        }
        // the tables may have the noun both with its article and without
        let mut plain =
            self.lexicon.glue.articles.iter().filter_map(|article| word.strip_prefix(article.as_str()));
        let plain = plain.find_map(|noun| self.lexicon.phrase(noun)).unwrap_or_default();
        tags.or(Tags::ARTICLE).or(plain.without(VERBS))
    }

    /// The longest name or phrase at `at`, else the word alone, and how many pieces it takes.
    fn word(&self, pieces: &[Token], at: usize, all: &[Token]) -> (Token, usize) {
        // a name behind a title of courtesy or a first name may be written as a small word with a sign before it
        const SMALL: Tags = Tags::THAT.or(Tags::OTHER_VERB);
        let before = all.last();
        let first_name = is_first_name(self.lexicon, all);
        let courtesy = first_name
            || before.is_some_and(|before| before.has(Tags::HONORIFIC) && !before.has(Tags::OFFICE));
        let first = pieces.get(at).map(|piece| piece.form.as_str()).unwrap_or_default();
        let bares = self.lexicon.without_glue(first);
        let tails = tails(pieces, at);
        self.steps.take(tails.len() * bares.len());
        // one string for all forms looked for
        let mut form = String::new();
        let span = |words: usize| {
            let last = pieces.get(at + words - 1).or_else(|| pieces.get(at));
            Span::new(
                pieces.get(at).map_or(0, |piece| piece.span.start),
                last.map_or(0, |last| last.span.end),
            )
        };
        for words in (1..=tails.len().min(LONGEST_NAME)).rev() {
            let tail = tails.get(words - 1).map(String::as_str).unwrap_or_default();
            let named = |bare: &&Bare| !bare.article && self.people.knows(join(&mut form, bare, tail));
            if let Some(bare) = bares.iter().find(named) {
                let tags = if bare.led { Tags::NAME.or(Tags::GLUED) } else { Tags::NAME };
                return (Token { shape: Shape::Name, span: span(words), tags, form }, words);
            }
        }
        if self.is_name(pieces, at, before) {
            let tags = if self.lexicon.particles.contains(first) { Tags::NONE } else { Tags::GIVEN };
            return (Token { shape: Shape::Unknown, span: span(1), tags, form: first.to_owned() }, 1);
        }
        // the first name of somebody the article names, behind a verb of saying or a title
        if before.is_some_and(|before| before.has(Tags::CUE.or(Tags::TITLE)))
            && self.lexicon.phrase(first).is_some_and(|tags| tags.any(VERBS))
            && self.people.first(first).is_some()
        {
            return (
                Token { shape: Shape::Unknown, span: span(1), tags: Tags::GIVEN, form: first.to_owned() },
                1,
            );
        }
        // what ties a complement to a title, with a pronoun for that
        if let Some((form, tags)) = self.lexicon.owned(first).filter(|(_, tags)| tags.any(Tags::OF)) {
            return (Token { shape: Shape::Known, span: span(1), tags, form }, 1);
        }
        for words in (1..=tails.len()).rev() {
            let tail = tails.get(words - 1).map(String::as_str).unwrap_or_default();
            for bare in &bares {
                let known = self
                    .lexicon
                    .phrase(join(&mut form, bare, tail))
                    .filter(|tags| counts(*tags, bare, before))
                    .filter(|tags| !(first_name && bare.led && tags.within(Tags::GIVEN)))
                    .filter(|tags| !(courtesy && bare.joined && tags.within(SMALL)));
                if let Some(tags) = known {
                    let next = pieces.get(at + words).map(|next| next.form.as_str());
                    let place = words == 1 && self.lexicon.is_place_before(&form, next);
                    let tags = if place { tags.without(Tags::GIVEN) } else { tags };
                    let noun = words == 1 && self.lexicon.is_written_hers(span(1).of(self.text));
                    let tags = if noun { tags.without(VERBS) } else { tags };
                    let tags = self.before_that(tags, span(words), pieces.get(at + words), before);
                    let tags = self.with_article(glued(tags, bare, before), first);
                    let name = tags.within(Tags::GIVEN.or(Tags::GLUED)) && !bare.article;
                    let shape = if name { Shape::Unknown } else { Shape::Known };
                    let span = if name { self.without_and(span(words), bare) } else { span(words) };
                    return (Token { shape, span, tags, form }, words);
                }
            }
        }
        let bares: Vec<Bare> = bares.into_iter().filter(|bare| !(first_name && bare.led)).collect();
        (self.other_word(first, &bares, span(1), before), 1)
    }

    /// The verb of a word that has the sign of what is to come glued before it: what will be said is not said.
    fn future(&self, word: &str, bares: &[Bare]) -> Option<String> {
        let plain = bares.iter().filter(|bare| !bare.article && !bare.led);
        let mut verbs = plain.flat_map(|bare| self.lexicon.present_of(bare.rest));
        let known = |verb: &String| self.lexicon.phrase(verb).is_some_and(|tags| tags.any(VERBS));
        verbs.find(known).filter(|_| !self.people.knows(word))
    }

    /// True for a name that its letters tell from a small word: beside a name or a title, and before what has no article.
    fn is_name(&self, pieces: &[Token], at: usize, before: Option<&Token>) -> bool {
        let Some(piece) = pieces.get(at) else { return false };
        let written = piece.span.of(self.text);
        let behind = before.is_some_and(|before| {
            before.is_unknown()
                || before.has(Tags::GIVEN.or(Tags::TITLE).or(Tags::COUNTRY).or(Tags::CUE).or(Tags::ARTICLE))
        });
        let next = pieces.get(at + 1).filter(|next| next.shape == Shape::Unknown);
        let particle = self.lexicon.particles.contains(&piece.form);
        let article = next.and_then(|next| {
            self.lexicon.glue.articles.iter().find(|article| next.form.starts_with(article.as_str()))
        });
        // a particle needs a word behind it
        let ends = if particle { next.is_some() } else { true };
        let follows = ends && (article.is_none() || !particle);
        self.apart.contains(&written) && behind && follows
    }

    /// A word that is none of the tables as it stands: a noun with its owner behind it, or letters no table knows.
    fn other_word(&self, word: &str, bares: &[Bare], span: Span, before: Option<&Token>) -> Token {
        let mut plain = bares.iter().filter(|bare| !bare.article);
        let owned = plain.find_map(|bare| Some((bare.led, self.lexicon.owned(bare.rest)?)));
        if let Some((led, (form, tags))) = owned {
            let tags = if led { tags.or(Tags::GLUED) } else { tags };
            return Token { shape: Shape::Known, span, tags, form };
        }
        if let Some((form, tags)) = self.lexicon.with_complement(word) {
            return Token { shape: Shape::Known, span, tags, form };
        }
        let heads = opens_clause(before);
        let mut plain = bares.iter().filter(|bare| !bare.article && !bare.led);
        let verb = plain.find_map(|bare| {
            let (_, tags) = self.lexicon.with_object(bare.rest)?;
            (bare.joined || heads || !tags.any(Tags::AMBIGUOUS)).then_some((bare.rest, tags))
        });
        if let Some((form, tags)) = verb {
            return Token { shape: Shape::Known, span, tags, form: form.to_owned() };
        }
        if let Some(verb) = self.future(word, bares) {
            return Token { shape: Shape::Known, span, tags: Tags::OTHER_VERB, form: verb };
        }
        if let Some(tags) = self.lexicon.indefinite(word) {
            return Token { shape: Shape::Known, span, tags, form: word.to_owned() };
        }
        let mut tags = Tags::NONE;
        if self.lexicon.is_glue(word) {
            tags = Tags::PREPOSITION;
        } else if let Some(bare) = bares.iter().find(|bare| bare.article && self.counts_article(word, bare)) {
            tags = if bare.led { Tags::ARTICLE.or(Tags::GLUED) } else { Tags::ARTICLE };
        }
        Token { shape: Shape::Unknown, span, tags, form: word.to_owned() }
    }
}

/// True for what a verb may stand behind.
fn opens_clause(before: Option<&Token>) -> bool {
    before.is_none_or(|before| {
        matches!(before.shape, Shape::Mark(_)) || before.has(Tags::CONJUNCTION.or(Tags::WHO))
    })
}

/// True for a first name at the end, of one word or tied by a particle, that no other part of a name stands before: its
/// surname follows.
fn is_first_name(lexicon: &Lexicon, tokens: &[Token]) -> bool {
    let Some((last, rest)) = tokens.split_last() else { return false };
    let particle = |token: &Token| lexicon.particles.contains(&token.form);
    let part = |token: &Token| token.has(Tags::GIVEN) && token.is_unknown();
    let tied = particle(last)
        && last.is_unknown()
        && rest.last().is_some_and(|before| part(before) || particle(before));
    let rest = if tied { rest.split_last().map_or(rest, |(_, rest)| rest) } else { rest };
    let before = rest.last().is_some_and(|before| {
        before.shape == Shape::Name || before.is_unknown() && !before.has(Tags::ARTICLE)
    });
    (tied || part(last)) && !last.has(Tags::GLUED) && !before
}

/// A word without what is glued before it and the words behind it, written into `form`.
fn join<'f>(form: &'f mut String, bare: &Bare, tail: &str) -> &'f str {
    form.clear();
    form.push_str(bare.rest);
    form.push_str(tail);
    form
}

/// The words behind the one at `at`, none first, then ever more of them, each with a space before it.
fn tails(pieces: &[Token], at: usize) -> Vec<String> {
    let mut tails = vec![String::new()];
    for piece in pieces.get(at + 1..).unwrap_or_default().iter().take(LONGEST_PHRASE - 1) {
        if piece.shape != Shape::Unknown {
            break;
        }
        let tail = format!("{} {}", tails.last().map(String::as_str).unwrap_or_default(), piece.form);
        tails.push(tail);
    }
    tails
}
