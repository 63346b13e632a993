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
        Some(Order::ClauseFinal) => words.iter().any(|word| goes_on(word)),
        _ => false,
    }
}

/// True for a verb of what is going on.
fn goes_on(word: &str) -> bool {
    GOING_ON.iter().any(|sign| word.starts_with(sign))
}

/// What a verb of what is going on begins with, a join without width behind it.
const GOING_ON: [&str; 4] = ["می\u{200c}", "نمی\u{200c}", "مي\u{200c}", "نمي\u{200c}"];

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
    let noun = words.first().is_some_and(|word| word.ends_with(FEMININE))
        || forms.first().is_some_and(|form| lexicon.ends_as_origin(form));
    let family = article(1) && origin && !noun;
    // the owner behind a noun has the article, as families named after a place do
    let owner = article(1) && !particle(0) && !origin;
    let adjective =
        words.iter().skip(1).enumerate().any(|(at, word)| word.ends_with(FEMININE) && !article(at + 1));
    let led = forms.iter().any(|form| is_led_noun(lexicon, form));
    let verb = forms
        .iter()
        .any(|form| REFLEXIVE.iter().any(|sign| form.starts_with(sign)) && form.chars().nth(4).is_some());
    article(0) && !family || owner || adjective || led || verb
}

/// The ending of nouns and adjectives of women's gender.
const FEMININE: char = 'ة';
/// What verbs begin with and names do not.
const REFLEXIVE: [&str; 4] = ["يت", "يست", "سيت", "سيس"];

/// True for a word with the article, and more behind it than a name that begins alike has.
fn has_article(lexicon: &Lexicon, word: &str) -> bool {
    let rest = |article: &String| word.strip_prefix(article.as_str());
    lexicon.glue.articles.iter().filter_map(rest).any(|rest| rest.chars().nth(2).is_some())
}

/// True for a verbal noun or a plural with a preposition glued before it.
fn is_led_noun(lexicon: &Lexicon, form: &str) -> bool {
    lexicon.glue.leading.iter().filter_map(|sign| form.strip_prefix(sign.as_str())).any(is_verbal)
}

/// True for letters that verbal nouns of the derived stems and their plurals have, and plurals of women's gender.
fn is_verbal(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let at = |at: usize| letters.get(at).copied().unwrap_or_default();
    let plural = letters.len() > 4 && word.ends_with("ات");
    let second = letters.len() == 5 && at(0) == 'ت' && at(3) == 'ي';
    let eighth = letters.len() == 6 && at(0) == 'ا' && at(2) == 'ت' && at(4) == 'ا';
    let seventh = letters.len() == 6 && at(0) == 'ا' && at(1) == 'ن' && at(4) == 'ا';
    let tenth = letters.len() == 7 && word.starts_with("است") && at(5) == 'ا';
    plural || second || eighth || seventh || tenth
}
