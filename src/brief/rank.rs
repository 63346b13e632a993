//! Which quotes tell the story: the key quotes, best first.
//!
//! In: an article and its quotes. Out: `Quote::key` set on at most [`MOST_KEYS`] of them, 1 the best. A quote gains by
//! likeness to the lead, to the body and to the headline, by standing early, by a fit length and by a named speaker
//! with an office; a fragment loses. Then each next one is the best that does not repeat those before it, at most two
//! of one speaker unless only one speaks. Questions, chants, signs and the courtesies of a talk are never key.

use crate::article::{Article, Role};
use crate::brief::notes::Notes;
use crate::brief::quotes::is_unmarked;
use crate::brief::terms::{self, Terms, Vector};
use crate::brief::{Kind, Quote, Speaker};
use crate::languages::{ByLanguage, section};
use crate::text::{Span, count_words, fold, is_letter, lower, sentences, words};

/// Most quotes that get a rank; a card shows three by default.
pub const MOST_KEYS: usize = 5;
/// Most key quotes of one speaker when several speak.
const MOST_OF_ONE: usize = 2;
/// Sentences of the lead.
const LEAD: usize = 3;
/// A quote of so many words is neither scrap nor speech (QUOTES, “Key quotes”).
const FIT_LENGTH: std::ops::RangeInclusive<usize> = 8..=45;
/// Sentences read for the centre of the body; it bounds the work.
const MOST_SENTENCES: usize = 300;
/// Sentences and quotes each quote is compared with.
const MOST_COMPARED: usize = 60;
/// Quotes compared; it bounds the work.
const MOST_QUOTES: usize = 300;

/// The shares of a score, found on development articles.
const LEAD_SHARE: f32 = 1.1;
const CENTRE_SHARE: f32 = 0.1;
const HEADLINE_SHARE: f32 = 1.0;
const EARLY_SHARE: f32 = 0.2;
const LENGTH_SHARE: f32 = 0.48;
const SPEAKER_SHARE: f32 = 0.22;
const FRAGMENT_COST: f32 = 0.3;
const REPEAT_COST: f32 = 0.3;
const ECHO_SHARE: f32 = 0.25;
const AGAIN_SHARE: f32 = 0.2;

struct Scored {
    at: usize,
    score: f32,
    vector: Vector,
    voice: String,
}

/// Ranks the key quotes of `article`; ranks set before are cleared.
pub fn rank(article: &Article, terms: &Terms, quotes: &mut [Quote]) {
    let mut rest = score(article, terms, quotes);
    for quote in quotes.iter_mut() {
        quote.key = None;
    }
    let voices = rest.iter().map(|one| one.voice.as_str()).collect::<std::collections::HashSet<_>>().len();
    let most_of_one = if voices > 1 { MOST_OF_ONE } else { MOST_KEYS };
    let mut taken: Vec<Scored> = Vec::new();
    while taken.len() < MOST_KEYS {
        let value = |one: &Scored| {
            let repeated =
                taken.iter().map(|before| terms::cosine(&before.vector, &one.vector)).fold(0.0, f32::max);
            one.score - REPEAT_COST * repeated
        };
        let spoken = |voice: &str| taken.iter().filter(|one| one.voice == voice).count();
        let free = rest.iter().enumerate().filter(|(_, one)| spoken(&one.voice) < most_of_one);
        let valued = free.map(|(next, one)| (value(one), one.at, next));
        let best = valued.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)));
        let Some((_, _, next)) = best else { break };
        let best = rest.swap_remove(next);
        if let Some(quote) = quotes.get_mut(best.at) {
            quote.key = Some(taken.len() as u32 + 1);
        }
        taken.push(best);
    }
}

fn score(article: &Article, terms: &Terms, quotes: &[Quote]) -> Vec<Scored> {
    let text = &article.text;
    let notes = Notes::of(article);
    let body: Vec<Span> = article
        .body()
        .flat_map(|block| sentences(text, block, article.language))
        .filter(|sentence| !notes.hold(sentence.start))
        .take(MOST_SENTENCES)
        .collect();
    let vectors: Vec<Vector> = body.iter().map(|sentence| terms.vector(&[*sentence])).collect();
    let lead = terms.vector(body.get(..LEAD.min(body.len())).unwrap_or_default());
    let spans = quotes.iter().take(MOST_QUOTES).map(|quote| terms.vector(&[quote.span])).collect::<Vec<_>>();
    let mut centre = terms.dense(&[]);
    vectors.iter().for_each(|vector| terms::add(&mut centre, vector));
    let length = centre.iter().map(|value| value * value).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    let headline = article.title.as_deref().map(|title| Headline::read(title, terms));
    let repeated = repeated(quotes);
    let mut scored = Vec::new();
    for (at, ((quote, vector), echoes)) in quotes.iter().zip(spans).zip(repeated).enumerate() {
        if !may_be_key(article, quote) || echoes.inside {
            continue;
        }
        let early = 1.0 / (1.0 + scored.len() as f32);
        let echo = headline.as_ref().map_or(0.0, |headline| headline.echo(&vector));
        let score = LEAD_SHARE * terms::cosine(&lead, &vector)
            + CENTRE_SHARE * terms::dot(&centre, &vector) / length
            + HEADLINE_SHARE * echo
            + EARLY_SHARE * early
            + LENGTH_SHARE * fit_length(quote)
            + if echoes.around { ECHO_SHARE } else { 0.0 }
            + AGAIN_SHARE * likeness_elsewhere(&terms.dense(&vector), quote.span, &body, &vectors)
            + SPEAKER_SHARE * standing(quote.speaker.as_ref())
            - if quote.kind == Kind::Mixed { FRAGMENT_COST } else { 0.0 };
        scored.push(Scored { at, score, vector, voice: voice(quote) });
    }
    scored
}

/// How a quote's words come again in another quote.
#[derive(Debug, Clone, Copy, Default)]
struct Echoes {
    /// A longer quote has them all: that one is shown.
    inside: bool,
    /// A shorter quote repeats some: the writer leans on these words.
    around: bool,
}

/// Finds quotes whose words all stand, in order, in a longer one.
///
/// Of two with the same words the whole statement stays, else the later: the earlier is often the headline's.
fn repeated(quotes: &[Quote]) -> Vec<Echoes> {
    let plain: Vec<String> = quotes.iter().take(MOST_COMPARED).map(|quote| plain(&quote.text)).collect();
    let rank = |at: usize| {
        let direct = quotes.get(at).is_some_and(|quote| quote.kind == Kind::Direct);
        plain.get(at).map(|words| (words.len(), direct, at))
    };
    let mut found = vec![Echoes::default(); quotes.len()];
    for (one, small) in plain.iter().enumerate() {
        for (other, large) in plain.iter().enumerate() {
            if small.is_empty() || rank(one) >= rank(other) || !large.contains(small.as_str()) {
                continue;
            }
            if let Some(echoes) = found.get_mut(one) {
                echoes.inside = true;
            }
            if let Some(echoes) = found.get_mut(other) {
                echoes.around = true;
            }
        }
    }
    found
}

/// The words alone, so that marks and case make no difference.
fn plain(text: &str) -> String {
    words(text, Span::whole(text)).map(|span| fold(span.of(text)) + " ").collect()
}

/// Likeness to the sentence outside the quotation that is most like it: what the writer says again is what matters.
fn likeness_elsewhere(dense: &[f32], quote: Span, body: &[Span], vectors: &[Vector]) -> f32 {
    let outside =
        body.iter().zip(vectors).filter(|(sentence, _)| !sentence.overlaps(quote)).take(MOST_COMPARED);
    outside.map(|(_, other)| terms::dot(dense, other)).fold(0.0, f32::max)
}

/// The stems of the headline.
struct Headline {
    /// Places of those the article has.
    places: Vec<u32>,
    /// How many there are.
    count: usize,
}

impl Headline {
    fn read(title: &str, terms: &Terms) -> Self {
        let (places, count) = terms.stems_of(title);
        Self { places, count }
    }

    /// Share of the headline's stems that the quote has too.
    fn echo(&self, quote: &Vector) -> f32 {
        let shared = |place: &&u32| quote.binary_search_by_key(*place, |(place, _)| *place).is_ok();
        self.places.iter().filter(shared).count() as f32 / self.count.max(1) as f32
    }
}

/// Questions, chants and signs say nothing a reader could be told; a headline's quote stands in the body again.
fn may_be_key(article: &Article, quote: &Quote) -> bool {
    if matches!(
        article.role_at(quote.span.start),
        Some(Role::Headline | Role::Heading | Role::Caption | Role::Boilerplate)
    ) {
        return false;
    }
    let question = quote.text.trim_end().ends_with('?') || quote.rule.contains("question");
    let written = ["sign", "chant", "slogan"].iter().any(|medium| quote.rule.contains(medium));
    let courtesy = || is_unmarked(quote, &article.text) && is_courtesy(article, quote.span);
    !question && !written && !quote.text.trim().is_empty() && !courtesy()
}

/// How sentences begin that greet, thank or give the floor.
static COURTESIES: ByLanguage<Vec<String>> =
    ByLanguage::new(|language| language.words(section::COURTESY).map(std::borrow::Cow::into_owned).collect());

/// True where each sentence at `span` greets, thanks or gives the floor.
fn is_courtesy(article: &Article, span: Span) -> bool {
    let apart = |rest: &str| article.language.profile().unspaced || !rest.starts_with(is_letter);
    let greets = |sentence: Span| {
        let words = lower(sentence.of(&article.text));
        let begins = |phrase: &String| words.strip_prefix(phrase.as_str()).is_some_and(apart);
        COURTESIES.of(article.language).iter().any(begins)
    };
    sentences(&article.text, span, article.language).into_iter().all(greets)
}

/// 1 inside the fit length, falling to 0 for a single word and slowly for speeches.
fn fit_length(quote: &Quote) -> f32 {
    let count = count_words(&quote.text);
    if count < *FIT_LENGTH.start() {
        count as f32 / *FIT_LENGTH.start() as f32
    } else if count > *FIT_LENGTH.end() {
        *FIT_LENGTH.end() as f32 / count as f32
    } else {
        1.0
    }
}

/// Named official > named > organisation or description > nobody.
fn standing(speaker: Option<&Speaker>) -> f32 {
    match speaker {
        Some(Speaker { name: Some(_), role: Some(_), .. }) => 1.0,
        Some(Speaker { name: Some(_), .. }) => 0.75,
        Some(Speaker { mention: Some(_), .. }) => 0.35,
        _ => 0.0,
    }
}

fn voice(quote: &Quote) -> String {
    let speaker = quote.speaker.as_ref();
    speaker
        .and_then(|speaker| speaker.name.as_deref().or(speaker.mention.as_deref()))
        .map(fold)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests;
