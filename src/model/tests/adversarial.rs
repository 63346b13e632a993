//! Replies that must not reach a chat, and what may be left of them.

use super::*;
use crate::model::summary::{self, Applied};

/// One bad sentence a line, in our own words, after what small and fooled models do; `#` lines are headings.
const BAD: &str = include_str!("bad.txt");

#[test]
fn no_bad_sentence_passes_alone_or_beside_good_ones() {
    let (article, brief) = article();
    let bad: Vec<&str> = BAD.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).collect();
    assert!(bad.len() >= 80, "{}", bad.len());
    let mut passed = Vec::new();
    for sentence in &bad {
        let sentence = sentence.replace("\\n", "\n").replace("\\u202e", "\u{202e}");
        let replies = [
            json!({"sentences": [sentence], "key_quotes": [], "speakers": []}),
            json!({"sentences": [GOOD[0], sentence], "key_quotes": [1], "speakers": []}),
            json!({"sentences": [sentence, GOOD[0], GOOD[1]], "key_quotes": [], "speakers": []}),
        ];
        for reply in replies {
            if let Ok(Applied::Good(brief)) = summary::apply("tiny-1", &article, &brief, &reply)
                && brief.summary.sentences.iter().any(|kept| !GOOD.contains(&kept.as_str()))
            {
                passed.push(brief.summary.sentences);
            }
        }
    }
    assert_eq!(passed, Vec::<Vec<String>>::new());
}

#[test]
fn a_model_cannot_write_or_move_a_quote_nor_name_a_speaker_of_its_own() {
    let (article, brief) = article();
    for reply in [
        json!({"sentences": GOOD, "key_quotes": ["We will send soldiers at once"], "speakers": []}),
        json!({"sentences": GOOD, "key_quotes": [{"text": "We will send soldiers"}], "speakers": []}),
        json!({"sentences": GOOD, "key_quotes": [], "speakers": [{"quote": 1, "candidate": "TASS"}]}),
        json!({"sentences": GOOD, "key_quotes": [], "speakers": [{"quote": "TASS", "speaker": "MOSCOW"}]}),
        json!({"sentences": GOOD, "key_quotes": [1_000_000], "speakers": [{"quote": 1, "candidate": 2}, {"quote": 2, "candidate": 1}]}),
        json!({"sentences": GOOD, "key_quotes": [], "speakers": [], "quotes": [{"text": "NPA", "speaker": "HARSTAD"}]}),
        json!({"sentences": GOOD, "key_quotes": null, "speakers": "all"}),
        json!({"sentences": GOOD}),
    ] {
        let Ok(Applied::Good(after)) = summary::apply("tiny-1", &article, &brief, &reply) else {
            panic!("{reply}")
        };
        for (quote, before) in after.quotes.iter().zip(&brief.quotes) {
            assert_eq!(quote.text, before.text);
            assert_eq!(quote.speaker, before.speaker, "sure speakers stay: {reply}");
        }
        let keys = |brief: &Brief| brief.quotes.iter().filter(|quote| quote.key.is_some()).count();
        assert_eq!(keys(&after), keys(&brief));
    }
}

#[test]
fn an_unsure_speaker_is_chosen_among_ours_only() {
    let (article, mut brief) = article();
    brief.quotes[1].confidence = 0.2;
    brief.quotes[1].speaker = None;
    let reply = |candidate: i64| json!({"sentences": GOOD, "key_quotes": [], "speakers": [{"quote": 2, "candidate": candidate}]});
    for (candidate, name) in [(1, Some("Erik Halvorsen")), (2, None), (0, None), (-1, None), (77, None)] {
        let Ok(Applied::Good(after)) = summary::apply("tiny-1", &article, &brief, &reply(candidate)) else {
            panic!()
        };
        let speaker = after.quotes[1].speaker.as_ref().and_then(|speaker| speaker.name.as_deref());
        assert_eq!(speaker, name, "{candidate}");
    }
}

proptest::proptest! {
    #[test]
    fn no_answer_panics(text in "\\PC{0,80}", number: i64) {
        let (article, brief) = article();
        let reply = json!({"sentences": [text, GOOD[0]], "key_quotes": [number], "speakers": [{"quote": number, "candidate": number}]});
        if let Ok(Applied::Good(after)) = summary::apply("tiny-1", &article, &brief, &reply) {
            proptest::prop_assert_eq!(&after.summary.sentences, &[GOOD[0].to_owned()]);
        }
    }
}
