//! Which quotes tell the story: the key quotes, best first.
//!
//! In: an article and its quotes. Out: `Quote::key` set on at most [`MOST_KEYS`] of them, 1 the best. A quote gains by
//! likeness to the lead, to the body and to the headline, by standing early, by a fit length and by a named speaker
//! with an office; a fragment loses. Then each next one is the best that does not repeat those before it, at most two
//! of one speaker unless only one speaks. Questions, chants and signs are never key.

use crate::article::{Article, Role};
use crate::brief::summary::terms::{self, Terms, Vector};
use crate::brief::{Kind, Quote, Speaker};
use crate::text::{Language, Span, fold, sentences, words};

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
pub fn rank(article: &Article, quotes: &mut [Quote]) {
    let mut rest = score(article, quotes);
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
        let Some((next, _)) = free
            .max_by(|(_, one), (_, other)| value(one).total_cmp(&value(other)).then(other.at.cmp(&one.at)))
        else {
            break;
        };
        let best = rest.swap_remove(next);
        if let Some(quote) = quotes.get_mut(best.at) {
            quote.key = Some(taken.len() as u32 + 1);
        }
        taken.push(best);
    }
}

fn score(article: &Article, quotes: &[Quote]) -> Vec<Scored> {
    let text = &article.text;
    let mut terms = Terms::new(text, article.language);
    let body: Vec<Span> = article
        .body()
        .flat_map(|block| sentences(text, block, article.language))
        .take(MOST_SENTENCES)
        .collect();
    let vectors: Vec<Vector> = body.iter().map(|sentence| terms.vector(&[*sentence])).collect();
    let lead = terms.vector(body.get(..LEAD.min(body.len())).unwrap_or_default());
    let spans = quotes.iter().take(MOST_QUOTES).map(|quote| terms.vector(&[quote.span])).collect::<Vec<_>>();
    let mut centre = vec![0.0; terms.len()];
    vectors.iter().for_each(|vector| terms::add(&mut centre, vector));
    let length = centre.iter().map(|value| value * value).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
    let headline = article.title.as_deref().map(|title| Headline::read(title, article.language));
    let repeated = repeated(quotes);
    let mut scored = Vec::new();
    for (at, ((quote, vector), echoes)) in quotes.iter().zip(spans).zip(repeated).enumerate() {
        if !may_be_key(article, quote) || echoes.inside {
            continue;
        }
        let early = 1.0 / (1.0 + scored.len() as f32);
        let echo = headline.as_ref().map_or(0.0, |headline| headline.echo(quote, article.language));
        let score = LEAD_SHARE * terms::cosine(&lead, &vector)
            + CENTRE_SHARE * terms::dot(&centre, &vector) / length
            + HEADLINE_SHARE * echo
            + EARLY_SHARE * early
            + LENGTH_SHARE * fit_length(quote)
            + if echoes.around { ECHO_SHARE } else { 0.0 }
            + AGAIN_SHARE * likeness_elsewhere(&vector, quote.span, &body, &vectors)
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
fn likeness_elsewhere(vector: &Vector, quote: Span, body: &[Span], vectors: &[Vector]) -> f32 {
    let outside =
        body.iter().zip(vectors).filter(|(sentence, _)| !sentence.overlaps(quote)).take(MOST_COMPARED);
    outside.map(|(_, other)| terms::cosine(vector, other)).fold(0.0, f32::max)
}

/// The stems of the headline.
struct Headline(std::collections::HashSet<String>);

impl Headline {
    fn read(title: &str, language: Language) -> Self {
        Self(stems(title, language).collect())
    }

    /// Share of the headline's stems that the quote has too.
    fn echo(&self, quote: &Quote, language: Language) -> f32 {
        let shared = stems(&quote.text, language).collect::<std::collections::HashSet<_>>();
        self.0.intersection(&shared).count() as f32 / self.0.len().max(1) as f32
    }
}

fn stems(text: &str, language: Language) -> impl Iterator<Item = String> + '_ {
    words(text, Span::whole(text))
        .map(|span| span.of(text))
        .filter(move |word| super::summary::idf::counted(word, language))
        .map(move |word| crate::text::stem(word, language).into_owned())
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
    !question && !written && !quote.text.trim().is_empty()
}

/// 1 inside the fit length, falling to 0 for a single word and slowly for speeches.
fn fit_length(quote: &Quote) -> f32 {
    let count = quote.text.split_whitespace().count();
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
