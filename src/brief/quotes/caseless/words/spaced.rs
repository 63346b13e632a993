//! Words of scripts without capitals that part them by spaces: phrases of the tables, with small words glued before them.
//!
//! In: a line, its marked stretches, the people the text is known to name. Out: its tokens, in order.

use super::lexicon::Lexicon;
use super::marks::Marked;
use super::pieces::Pieces;
use super::tags::Tags;
use super::token::{Shape, Token};
use crate::brief::quotes::caseless::naming::people::People;
use crate::text::{Span, Steps};

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
    /// Names of the tables that the text's letters tell from small words.
    pub(crate) apart: &'a [&'static str],
    /// Counts the work.
    pub(crate) steps: &'a Steps,
}

/// A word without what is glued before it.
#[derive(Debug, Clone)]
struct Bare<'w> {
    rest: &'w str,
    /// `and`, `so` or `will` is glued before it.
    joined: bool,
    /// `by`, `to` or `like` is.
    led: bool,
    /// The article is.
    article: bool,
}

impl WordCutter<'_> {
    /// The tokens of `line`; `marked` are its marked stretches with their indexes.
    #[must_use]
    pub(crate) fn cut(&self, line: Span, marked: &[(usize, Marked)]) -> Vec<Token> {
        let cutter = Pieces { text: self.text, lexicon: self.lexicon, steps: self.steps };
        let mut pieces = Vec::new();
        let mut at = line.start;
        for (index, one) in marked {
            cutter.cut(Span::new(at, one.outer.start), &mut pieces);
            let form = one.inner.of(self.text).to_owned();
            let shape = Shape::Quotation(*index);
            pieces.push(Token { shape, span: one.outer, tags: Tags::NONE, form });
            at = at.max(one.outer.end);
        }
        cutter.cut(Span::new(at, line.end), &mut pieces);
        let mut tokens: Vec<Token> = Vec::with_capacity(pieces.len());
        let mut next = 0;
        while let Some(piece) = pieces.get(next) {
            let (token, taken) = if piece.shape == Shape::Unknown {
                self.word(&pieces, next, tokens.last())
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
        let heads = before.is_none_or(|before| matches!(before.shape, Shape::Mark(_)));
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
        const NOUN: Tags = Tags::TITLE.or(Tags::BODY).or(Tags::PERSON).or(Tags::ANONYMOUS).or(Tags::CROWD);
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
    fn word(&self, pieces: &[Token], at: usize, before: Option<&Token>) -> (Token, usize) {
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
        for words in (1..=tails.len()).rev() {
            let tail = tails.get(words - 1).map(String::as_str).unwrap_or_default();
            for bare in &bares {
                let known = self
                    .lexicon
                    .phrase(join(&mut form, bare, tail))
                    .filter(|tags| counts(*tags, bare, before));
                if let Some(tags) = known {
                    let tags = self.before_that(tags, span(words), pieces.get(at + words), before);
                    let tags = self.with_article(glued(tags, bare, before), first);
                    let name = tags.within(Tags::GIVEN.or(Tags::GLUED)) && !bare.article;
                    let shape = if name { Shape::Unknown } else { Shape::Known };
                    let span = if name { self.without_and(span(words), bare) } else { span(words) };
                    return (Token { shape, span, tags, form }, words);
                }
            }
        }
        (self.other_word(first, &bares, span(1)), 1)
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
    fn other_word(&self, word: &str, bares: &[Bare], span: Span) -> Token {
        let mut plain = bares.iter().filter(|bare| !bare.article);
        let owned = plain.find_map(|bare| Some((bare.led, self.lexicon.owned(bare.rest)?)));
        if let Some((led, (form, tags))) = owned {
            let tags = if led { tags.or(Tags::GLUED) } else { tags };
            return Token { shape: Shape::Known, span, tags, form };
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

/// Small words that are spelt out with what is glued before them are known in that form alone; none has the article.
fn counts(tags: Tags, bare: &Bare, before: Option<&Token>) -> bool {
    const SMALL: Tags = Tags::THAT.or(Tags::PREPOSITION).or(Tags::ADVERB).or(Tags::CONJUNCTION);
    let small = tags.any(Tags::THAT) || tags.within(Tags::PREPOSITION) || tags.within(Tags::ADVERB);
    // a name behind a title is no other name with a preposition before it
    let inside = before.is_some_and(|before| before.has(Tags::TITLE.or(Tags::ARTICLE).or(Tags::BODY)));
    let cut = bare.led && inside && tags.within(Tags::GIVEN);
    !(bare.led && small || bare.article && tags.any(SMALL) || cut)
}

/// The classes of a phrase with what is glued before it.
fn glued(mut tags: Tags, bare: &Bare, before: Option<&Token>) -> Tags {
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

impl Lexicon {
    /// A word as it stands, then with ever more of what may be glued before it cut off.
    fn without_glue<'w>(&self, word: &'w str) -> Vec<Bare<'w>> {
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
    fn is_glue(&self, word: &str) -> bool {
        self.glue.leading.iter().chain(&self.glue.joined).any(|part| part == word)
    }
}

/// Forms of one word looked at.
const MOST_FORMS: usize = 16;
