//! What counts of an article.

use proptest::prelude::*;

use super::*;
use crate::story::words::hash;
use crate::text::stem;

fn draft(title: &str, text: &str) -> Draft {
    Draft::of(&Report { title, text, language: Language::coded("en"), at: DateTime::UNIX_EPOCH })
}

#[test]
fn the_headline_counts_twice_and_the_tail_of_the_text_not_at_all() {
    let long = format!("{}tariff", "harbour ".repeat(400));
    let draft = draft("Tariff talks", &long);
    let count = |word: &str| {
        draft
            .words
            .iter()
            .find(|(term, _)| *term == hash(&stem(word, Language::coded("en"))))
            .map(|(_, count)| *count)
    };
    assert_eq!(count("tariff"), Some(2));
    assert_eq!(count("harbour"), Some(187));
}

proptest! {
    #[test]
    fn any_article_is_read(title in ".{0,60}", text in ".{0,400}") {
        let draft = draft(&title, &text);
        prop_assert!(draft.words.is_sorted() && draft.title.len() <= draft.words.len());
    }

    #[test]
    fn a_cosine_is_a_share_and_goes_both_ways(one in prop::collection::btree_map(0..30u32, 1..9u32, 0..12), other in prop::collection::btree_map(0..30u32, 1..9u32, 0..12)) {
        let frequency = crate::story::frequency::Frequency::default();
        let [one, other] = [one, other].map(|counts| frequency.weigh(&counts.into_iter().collect()));
        let likeness = cosine(&one, &other);
        prop_assert!((0.0..=1.0).contains(&likeness));
        prop_assert!((likeness - cosine(&other, &one)).abs() < 1e-6);
        prop_assert!(one.is_empty() || cosine(&one, &one) > 0.999);
    }
}
