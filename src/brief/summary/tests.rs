use proptest::prelude::*;

use crate::article::{Given, from_text};
use crate::brief::quotes;

use super::*;

fn brief(text: &str) -> (Article, Summary, Vec<String>) {
    let article = from_text(text, &Given::default());
    let quotes = quotes::find(&article);
    let (summary, warnings) = extract(&article, &Terms::of(&article), &quotes);
    (article, summary, warnings)
}

fn told(text: &str) -> String {
    let (_, summary, warnings) = brief(text);
    let notes: String = warnings.iter().map(|warning| format!("\n! {warning}")).collect();
    summary.sentences.join("\n") + &notes
}

#[test]
fn golden_articles() {
    let mut number = 0;
    for case in include_str!("tests/articles.txt").split("\n=== ").skip(1) {
        let (name, text) = case.split_once('\n').unwrap();
        insta::with_settings!({ snapshot_path => "tests", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, told(text.trim()));
        });
        number += 1;
    }
    assert!(number >= 10);
}

#[test]
fn a_fallback_says_so() {
    for (text, due, warned) in [
        ("", "", "no text"),
        ("Will it hold? Who knows? Does it matter?", "Will it hold?", "as it stands"),
        ("We went home.", "We went home.", "as it stands"),
        (
            "Okello signed the treaty on fishing on Friday. Why? Who knows?",
            "Okello signed the treaty on fishing on Friday.",
            "only one",
        ),
    ] {
        let (_, summary, warnings) = brief(text);
        assert_eq!(summary.sentences.join(" "), due);
        assert!(warnings.iter().any(|warning| warning.contains(warned)), "{text}: {warnings:?}");
    }
}

#[test]
fn the_deck_stands_in_where_no_sentence_can() {
    let mut article = from_text("We went home. Why? We do not know.", &Given::default());
    article.dek = Some("The crews are home".to_owned());
    let (summary, warnings) = extract(&article, &Terms::of(&article), &[]);
    assert_eq!(summary.sentences, ["The crews are home"]);
    assert!(warnings.iter().any(|warning| warning.contains("deck")));
}

const BRIEFING: &str = "Press briefing on the harbour, 4 December 2026\n\n\
MS KORVIN: Good morning. I have one announcement. The embassy in Halmar reopens on Monday.\n\n\
QUESTION (Meridian): The ambassador has left. Will she return?\n\n\
MS KORVIN: She will fly on Sunday night with eleven colleagues.\n\n\
Spokesperson Arne Mitby: Last question, please, the minister has to leave.\n\n\
QUESTION: Is it safe?\n\n\
MS KORVIN: It is safer than it was. We have written guarantees by both sides.\n";

#[test]
fn nobodys_turn_of_a_transcript_is_told_by_the_outlet() {
    let (article, summary, _) = brief(BRIEFING);
    assert_eq!(Some(summary.sentences.join(" ")), article.title);
}

#[test]
fn a_live_blog_tells_what_happened() {
    let text = "LIVE: Kallin dam breach\n\n\
What we know so far: the upper wall of the Kallin dam gave way on Monday. At least four people are dead.\n\n\
19:12 The fire service in Kallin says that it has rescued 61 people from roofs.\n\n\
18:40 The prime minister has cancelled his trip to the council, his office says.\n\n\
17:02 Four people are confirmed dead, the police say in a statement.\n";
    let summary = told(text);
    assert!(summary.starts_with("The upper wall of the Kallin dam gave way on Monday."), "{summary}");
    assert!(!summary.contains("19:12") && !summary.contains("18:40"), "{summary}");
    let blog = "Bridge in Harton: updates\n\n\
19:12 Mayor Elias Quint says that the council of the town will meet on Tuesday.\n\n\
18:40 The fire service says that its divers have found a third car in the river.\n\n\
18:10 Trains to the north stop at the station of Harton, the railway says.\n\n\
17:30 The harbour is closed to ships of every kind, the harbour master says.\n\n\
16:40 The middle arch of the Old Bridge in Harton fell into the river.\n";
    assert!(told(blog).contains("The middle arch of the Old Bridge"), "{}", told(blog));
}

#[test]
fn an_endless_sentence_is_cut_at_the_word_cap() {
    let (_, summary, warnings) = brief(&"The fleet sails on and on ".repeat(40));
    assert_eq!(summary.sentences.iter().map(|one| count_words(one)).sum::<usize>(), MOST_WORDS);
    assert!(!warnings.is_empty());
}

#[test]
fn a_sentence_with_half_a_quotation_is_passed_over() {
    let text =
        "Okello opened the port on Friday. Talks on fishing rights went on through the night in Halmstad.";
    let article = from_text(text, &Given::default());
    let (whole, _) = extract(&article, &Terms::of(&article), &[]);
    assert_eq!(whole.sentences.len(), 2);
    let mut quote =
        quotes::find(&from_text("\"The port is open to all,\" Ruth Okello said.", &Given::default()))
            .remove(0);
    quote.span = Span::new(20, 60);
    let (rest, _) = extract(&article, &Terms::of(&article), &[quote]);
    assert_ne!(rest.sentences, whole.sentences);
}

/// Every sentence is made of its pieces, the pieces stand in order in the article, and the caps hold.
fn keeps_the_laws(text: &str) -> Result<(), TestCaseError> {
    let (article, summary, _) = brief(text);
    let words: usize = summary.sentences.iter().map(|one| count_words(one)).sum();
    prop_assert!(words <= MOST_WORDS && summary.sentences.len() <= MOST_SENTENCES);
    prop_assert_eq!(summary.sentences.len(), summary.sources.len());
    let mut last = 0;
    for (sentence, pieces) in summary.sentences.iter().zip(&summary.sources) {
        if pieces.is_empty() {
            prop_assert!([&article.title, &article.dek].contains(&&Some(sentence.clone())));
            continue;
        }
        let joined: String = pieces.iter().map(|piece| piece.of(&article.text)).collect();
        prop_assert_eq!(&squeezed(&joined), sentence);
        for piece in pieces {
            prop_assert!(piece.start >= last && !piece.is_empty());
            last = piece.end;
        }
    }
    prop_assert_eq!(text.split_whitespace().next().is_none(), summary.sentences.is_empty());
    Ok(())
}

proptest! {
    #[test]
    fn any_text_keeps_the_laws(text in "\\PC{0,200}") {
        keeps_the_laws(&text)?;
    }

    #[test]
    fn any_prose_keeps_the_laws(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "Okello", "He", "it", "said", "the", "treaty.", "“We", "sign.”", "\"no", "way,\"", "(CNN)", "HALMSTAD", "—", "on",
                "Monday.", "But", "port,", "(old)", "fishing", "rights", "?", "Громов", "сказал.", "«да»", "\n", "\n\n", "14.", "U.S.",
            ]),
            0..120,
        )
    ) {
        keeps_the_laws(&words.join(" "))?;
    }
}
