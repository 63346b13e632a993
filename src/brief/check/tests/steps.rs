//! The looks that a hostile article and a hostile sentence take are bounded, whatever they are.

use super::super::alignment::{Rows, STEPS, says_within};
use super::super::source::Source;
use super::super::words::tokens;
use crate::article::{Given, from_text};
use crate::text::{Span, Steps};

/// Scraps that are repeated: as one sentence without an end, and as sentences.
const SCRAPS: [&str; 4] = [
    "the union and the union, which said it ",
    "Ana Porto, the minister, who ",
    "“the union” «said» <b>the</b> союз ",
    "Two of the two unions and the union were left by the union in the union. ",
];

fn looks(article: &str, sentence: &str) -> u64 {
    let source = Source::read(&from_text(article, &Given::default()));
    let rows = Rows::of(&source);
    let steps = Steps::most(STEPS);
    let own = tokens(sentence, Span::whole(sentence), source.language);
    says_within(sentence, &own, (&source, &rows), &steps);
    steps.taken()
}

#[test]
fn the_looks_at_a_hostile_article_are_bounded() {
    for scrap in SCRAPS {
        let sentence: String = scrap.split_inclusive(' ').cycle().take(60).collect();
        for length in [1_000, 100_000] {
            let article = scrap.repeat(length / scrap.len());
            let taken = looks(&article, &sentence);
            // the last look may be one through the whole article
            assert!(taken < STEPS + 2 * length as u64, "{scrap}: {length} bytes, {taken} looks");
        }
    }
}

#[test]
fn looks_are_counted() {
    let article = "The union of Brask left the talks on Monday. The minister said it would return.";
    let few = looks(article, "The union left the talks.");
    let more = looks(&article.repeat(20), "The union kept the talks.");
    assert!(few > 0 && more > 20 * few, "{few} {more}");
}
