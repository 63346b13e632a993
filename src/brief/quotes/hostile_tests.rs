//! Texts that nobody writes to be read: they take no more than their length, a budget and a stop end them, and nothing harms.

use std::borrow::Cow;

use proptest::prelude::*;

use super::tests::quotes;
use super::{Options, parts, quotes_of, read, read_until};
use crate::article::{Article, Given, from_text};
use crate::text::{Span, Stop};

#[path = "../../../benches/invented/hostile.rs"]
mod hostile;

/// Steps that quotes, key quotes and summary of `text` take, read in one part with lines of any length.
fn steps(text: &str) -> u64 {
    let article = from_text(text, &Given::default());
    let options = Options { steps: u64::MAX, ..Options::default() };
    let (mut quotes, steps) = quotes_of(&article, text.len(), options, &Stop::default());
    let terms = crate::brief::terms::Terms::of(&article);
    crate::brief::rank::rank(&article, &terms, &mut quotes);
    let (_summary, _warnings) = crate::brief::summary::extract(&article, &terms, &quotes);
    steps.taken() + terms.steps.taken()
}

/// What four times the text may cost: four times the steps and a little for what begins only with some length.
const FOURFOLD: u64 = 5;
/// The same of any text, in which more may begin between the two lengths; quadratic work would take sixteen times the steps.
const SIXFOLD: u64 = 6;

#[test]
fn four_times_the_hostile_text_takes_four_times_the_steps() {
    let too_many = hostile::SHAPES.iter().filter_map(|(name, scrap)| {
        let (small, large) = (steps(&hostile::text(scrap, 20_000)), steps(&hostile::text(scrap, 80_000)));
        (large > small * FOURFOLD).then(|| format!("{name}: {small} steps for 20 kB, {large} for 80 kB"))
    });
    assert_eq!(too_many.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn an_article_stops_at_its_budget_with_what_was_found() {
    let line = |number: usize| format!("“We leave pier {number} at dawn,” Ana Porto said.\n");
    let text: String = (0..400).map(line).collect();
    let article = from_text(&text, &Given::default());
    let all = read(&article, Options::default());
    assert!(all.whole && all.quotes.len() == 400);
    let some = read(&article, Options { steps: all.steps / 2, ..Options::default() });
    assert!(!some.whole && (80..120).contains(&some.quotes.len()), "{}", some.quotes.len());
    assert!(some.steps < all.steps, "{} of {}", some.steps, all.steps);
    assert_eq!(some.quotes[..], all.quotes[..some.quotes.len()]);
}

/// An article of one paragraph without end.
fn endless(length: usize) -> Article {
    from_text(&hostile::text("“We leave pier {n} at dawn,” Ana Porto said. ", length), &Given::default())
}

#[test]
fn a_paragraph_without_end_is_read_in_short_lines_and_parts() {
    let article = endless(1_200_000);
    let (mut reached, mut count) = (0, 0);
    for part in parts::parts(&article) {
        assert!(part.article.text.len() <= 256 << 10 && part.start >= reached);
        assert!(part.article.blocks.iter().all(|block| block.span.len() <= 16 << 10));
        // nothing but white space stands between
        assert_eq!(Span::new(reached, part.start).of(&article.text).trim(), "");
        reached = part.start + part.article.text.len();
        count += 1;
    }
    assert_eq!((article.text.trim_end().len(), count), (reached, 5));
    let reading = read(&article, Options::default());
    let due = article.text.matches("said.").count();
    assert!(reading.whole && reading.quotes.len() == due, "{} of {due}", reading.quotes.len());
    for quote in &reading.quotes {
        assert_eq!(quote.span.of(&article.text), quote.text);
        let speaker = quote.speaker.as_ref().unwrap();
        assert_eq!(speaker.span.unwrap().of(&article.text), speaker.mention.as_deref().unwrap());
        assert_eq!(speaker.name.as_deref(), Some("Ana Porto"));
    }
}

#[test]
fn news_is_read_in_one_part() {
    let text = "“We leave at dawn,” Ana Porto said.\n".repeat(6_000);
    let article = from_text(&text, &Given::default());
    let parts: Vec<_> = parts::parts(&article).map(|part| (part.start, part.article)).collect();
    assert!(matches!(parts.as_slice(), [(0, Cow::Borrowed(_))]), "{}", parts.len());
}

#[test]
fn a_reading_that_was_given_up_ends_with_its_part() {
    let article = endless(2_000_000);
    let stop = Stop::default();
    stop.ask();
    let all = read(&article, Options::default());
    let some = read_until(&article, Options::default(), &stop);
    assert!(!some.whole && some.steps * 4 < all.steps, "{} of {}", some.steps, all.steps);
}

/// Pieces of which texts full of marks, names and verbs are made.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        Just("\"".to_owned()),
        Just("“".to_owned()),
        Just("”".to_owned()),
        Just("«".to_owned()),
        Just("»".to_owned()),
        Just("'".to_owned()),
        Just("’".to_owned()),
        Just("''".to_owned()),
        Just(" said ".to_owned()),
        Just(" Ana Porto ".to_owned()),
        Just(", who ".to_owned()),
        Just("according to ".to_owned()),
        Just("\n".to_owned()),
        Just(". ".to_owned()),
        Just(" — ".to_owned()),
        Just(": ".to_owned()),
        Just("QUESTION: ".to_owned()),
        Just(" сказал ".to_owned()),
        Just("— Да, — сказал он. ".to_owned()),
        Just("— Tak — powiedział on. ".to_owned()),
        "[a-zé]{1,6} ",
        "\\PC{0,3}",
    ];
    proptest::collection::vec(scrap, 0..60).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_quote_is_the_text_at_its_offsets(text in scraps()) {
        let found = quotes(&text);
        for quote in &found {
            prop_assert_eq!(text.get(quote.span.start..quote.span.end), Some(quote.text.as_str()));
            if let Some(speaker) = &quote.speaker && let (Some(span), Some(mention)) = (speaker.span, &speaker.mention) {
                prop_assert_eq!(text.get(span.start..span.end), Some(mention.as_str()));
            }
        }
        for pair in found.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
    }

    #[test]
    fn any_text_is_read_without_harm(text in any::<String>()) {
        for quote in quotes(&text) {
            prop_assert!(!quote.text.is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn four_times_any_text_takes_four_times_the_steps(text in scraps()) {
        let small = text.repeat(24_000 / text.len().max(1) + 1);
        let (one, four) = (steps(&small), steps(&small.repeat(4)));
        prop_assert!(four <= one * SIXFOLD, "{one} steps for {} bytes, {four} for four times that", small.len());
    }
}
