//! Replies that must not reach a chat, and what may be left of them.

use super::*;
use crate::brief::check::Translations;
use crate::model::{loose, summary, topic, translation, wire};
use crate::text::Language;

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
            if let Some(brief) = summary::apply("tiny-1", &article, &brief, &reply).unwrap().brief
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
        let after = summary::apply("tiny-1", &article, &brief, &reply).unwrap().brief.unwrap();
        for (quote, before) in after.quotes.iter().zip(&brief.quotes) {
            assert_eq!(quote.text, before.text);
            assert_eq!(quote.speaker, before.speaker, "sure speakers stay: {reply}");
        }
        let keys = |brief: &Brief| brief.quotes.iter().filter(|quote| quote.key.is_some()).count();
        assert_eq!(keys(&after), keys(&brief));
    }
}

#[test]
fn a_model_names_nobody_where_the_article_names_nobody() {
    let (article, mut brief) = article();
    brief.quotes[1].confidence = 0.2;
    brief.quotes[1].speaker = None;
    let reply = json!({"sentences": GOOD, "key_quotes": [], "speakers": [{"quote": 2, "candidate": 1}]});
    let after = summary::apply("tiny-1", &article, &brief, &reply).unwrap().brief.unwrap();
    assert_eq!(after.quotes[1].speaker, None);
}

/// Whole replies: what the model said and how the server says it ended.
const REPLIES: &str = include_str!("replies.txt");

/// An article beside the one of the tests, for topics.
const OTHER: &str = "Farmers of Sudland blocked the port of Merrow on Monday over the price of fish, police said.\n\n\
    The blockade ended after four hours without arrests, according to the harbour office of Merrow.";

#[test]
fn no_bad_reply_brings_a_word_of_its_own_into_a_chat() {
    let mut shown: Vec<(&str, Vec<String>)> = Vec::new();
    let replies: Vec<&str> = REPLIES.split("\n=== ").skip(1).collect();
    assert!(replies.len() >= 120, "{}", replies.len());
    for reply in replies {
        let (head, said) = reply.split_once('\n').unwrap();
        let (kind, name) = head.split_once(": ").unwrap();
        let (prompt, ending) = kind.split_once(' ').unwrap();
        let body = json!({"choices": [{"message": {"content": said}, "finish_reason": ending}]});
        let Ok(answer) = wire::answer(Provider::Openai, &body) else { continue };
        let key = if prompt == "translation" { "translations" } else { "sentences" };
        let Some(value) = loose::object(&answer.text, key) else { continue };
        let told = told(prompt, &value);
        if told.iter().any(|told| !GOOD.contains(&told.as_str())) {
            shown.push((name, told));
        }
    }
    assert_eq!(shown, []);
}

/// What of an answer would be shown.
fn told(prompt: &str, answer: &Value) -> Vec<String> {
    let (article, brief) = article();
    match prompt {
        "summary" => {
            let applied = summary::apply("tiny-1", &article, &brief, answer);
            applied.ok().and_then(|applied| applied.brief).map(|brief| brief.summary.sentences)
        }
        "translation" => {
            let translations = Translations::of(&article, Language::coded("ru")).unwrap();
            let lines = GOOD.map(str::to_owned);
            let kept = translation::apply(&translations, &lines, true, answer, &mut Spent::default());
            kept.ok().map(|kept| kept.into_iter().flatten().collect())
        }
        _ => {
            let other = from_text(OTHER, &Given::default());
            let report = |number, article| topic::Report { number, article, quotes: &brief.quotes };
            let reports = [report(1, &article), topic::Report { quotes: &[], ..report(2, &other) }];
            let kept = topic::apply(&reports, answer);
            kept.ok().map(|(kept, _)| kept.into_iter().map(|sentence| sentence.text).collect())
        }
    }
    .unwrap_or_default()
}

#[test]
fn a_sentence_of_a_topic_keeps_only_the_articles_that_say_it() {
    let (article, brief) = article();
    let other = from_text(OTHER, &Given::default());
    let report = |number, article, quotes| topic::Report { number, article, quotes };
    let reports = [report(1, &article, brief.quotes.as_slice()), report(2, &other, &[])];
    let fish = "Farmers of Sudland blocked the port of Merrow on Monday over the price of fish, police said.";
    let answer = json!({"sentences": [
        {"text": GOOD[1], "articles": [2, 1]}, {"text": fish, "articles": [1, 2]}, {"text": fish, "articles": [2]},
    ]});
    let (kept, faults) = topic::apply(&reports, &answer).unwrap();
    let kept: Vec<(&str, &[usize])> =
        kept.iter().map(|sentence| (sentence.text.as_str(), sentence.articles.as_slice())).collect();
    assert_eq!(kept, [(GOOD[1], [1].as_slice()), (fish, [2].as_slice())]);
    assert_eq!(faults.iter().map(|fault| fault.code).collect::<Vec<_>>(), ["repeated"]);
}

proptest::proptest! {
    #[test]
    fn no_answer_panics(text in "\\PC{0,80}", number: i64) {
        let (article, brief) = article();
        let reply = json!({"sentences": [text, GOOD[0]], "key_quotes": [number], "speakers": [{"quote": number, "candidate": number}]});
        if let Some(after) = summary::apply("tiny-1", &article, &brief, &reply).unwrap().brief {
            proptest::prop_assert_eq!(&after.summary.sentences, &[GOOD[0].to_owned()]);
        }
    }
}
