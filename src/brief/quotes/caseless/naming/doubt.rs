//! Words that no table knows and that are no name all the same, where words are parted by spaces: told by articles, endings
//! and shapes.

use crate::brief::quotes::caseless::page::Page;
use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::languages::Order;
use crate::text::Span;

/// True for words that are told for a name and are none.
#[must_use]
pub(crate) fn is_no_name(page: &Page, name: Span) -> bool {
    let words: Vec<&str> = page.of(name).split_whitespace().collect();
    let forms: Vec<String> = words.iter().map(|word| page.lexicon.bare(word)).collect();
    page.steps.take(words.len());
    let given = |form: &String| is_given(page.lexicon, form);
    if words.len() < 2 || forms.iter().any(given) {
        return false;
    }
    match page.lexicon.order {
        Some(Order::VerbFirst) => is_noun_phrase(page.lexicon, &words, &forms),
        Some(Order::ClauseFinal) => words.iter().any(|word| is_no_part(page.lexicon, word)),
        _ => false,
    }
}

/// A verb of what is going on, or how several things or one of them are told: `he goes`, `some new thing`.
fn is_no_part(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.opens_as_no_name(word) || lexicon.ends_as_no_name(word)
}

/// A first name, with the article or without.
fn is_given(lexicon: &Lexicon, form: &str) -> bool {
    let given = |form: &str| lexicon.phrase(form).is_some_and(|tags| tags.any(Tags::GIVEN));
    let without = |article: &String| form.strip_prefix(article.as_str()).is_some_and(given);
    given(form) || lexicon.glue.articles.iter().any(without)
}

/// `the fall of the price`, `a loud voice`, `a report of hers`: a noun and what belongs to it.
fn is_noun_phrase(lexicon: &Lexicon, words: &[&str], forms: &[String]) -> bool {
    let particle = |at: usize| forms.get(at).is_some_and(|form| lexicon.particles.contains(form));
    let article = |at: usize| words.get(at).is_some_and(|word| has_article(lexicon, word)) && !particle(at);
    let origin = forms.get(1).is_some_and(|form| lexicon.ends_as_origin(form));
    // a first name may have the article before a family's
    let noun = words.first().is_some_and(|word| lexicon.is_written_hers(word))
        || forms.first().is_some_and(|form| lexicon.ends_as_origin(form));
    let family = article(1) && origin && !noun;
    // the owner behind a noun has the article, as families named after a place do
    let owner = article(1) && !particle(0) && !origin;
    let adjective =
        words.iter().skip(1).enumerate().any(|(at, word)| lexicon.is_written_hers(word) && !article(at + 1));
    let led = forms.iter().any(|form| is_led_noun(lexicon, form));
    let verb = forms.iter().any(|form| lexicon.opens_as_no_name(form));
    article(0) && !family || owner || adjective || led || verb
}

/// True for a word with the article, and more behind it than a name that begins alike has.
fn has_article(lexicon: &Lexicon, word: &str) -> bool {
    let rest = |article: &String| word.strip_prefix(article.as_str());
    lexicon.glue.articles.iter().filter_map(rest).any(|rest| rest.chars().nth(2).is_some())
}

/// True for a verbal noun or a plural with a preposition glued before it.
fn is_led_noun(lexicon: &Lexicon, form: &str) -> bool {
    lexicon
        .glue
        .leading
        .iter()
        .filter_map(|sign| form.strip_prefix(sign.as_str()))
        .any(|noun| lexicon.has_no_name_shape(noun))
}
