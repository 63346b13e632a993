//! Quotes of a story, the same words from several outlets as one.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::text::{Span, fold, words};

/// Share of the longer quote's words a shorter one must hold, in order, to be shown as a cut of it and not alone.
const CUT: usize = 4;

/// A quote as one article has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The quote.
    pub quote: i64,
    /// The outlet it stands in.
    pub outlet: String,
    /// Who said it, when somebody is named.
    pub speaker: Option<String>,
    /// Day of the report.
    pub day: NaiveDate,
    /// The words.
    pub text: String,
}

/// One utterance, with all that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The first quote with these words.
    pub quote: i64,
    /// All quotes with the same words, the first first.
    pub same: Vec<i64>,
    /// Outlets that have the words, each once, the first first.
    pub outlets: Vec<String>,
    /// Who said it: the first name any of them gives, unless they disagree.
    pub speaker: Option<String>,
    /// Shorter versions that stand beside it: cut from the same words.
    pub cuts: Vec<i64>,
}

/// Merges quotes of one story, in the order given: the same words become one quote with several sources, whatever
/// the marks, case and punctuation; a version cut from a longer one (at least four words, a whole run of it) stands
/// beside that, unless it was there a day before: then the longer one says it again, with more. Every quote stands in exactly one result, once.
#[must_use]
pub fn merge_quotes(quotes: &[Spoken]) -> Vec<Merged> {
    let mut order: Vec<(Vec<String>, Merged)> = Vec::new();
    let mut first_days: Vec<NaiveDate> = Vec::new();
    let mut known: HashMap<Vec<String>, usize> = HashMap::new();
    let mut speakers: Vec<Vec<String>> = Vec::new();
    for spoken in quotes {
        let key = plain_words(&spoken.text);
        let at = *known.entry(key.clone()).or_insert(order.len());
        if at == order.len() {
            let merged = Merged {
                quote: spoken.quote,
                same: Vec::new(),
                outlets: Vec::new(),
                speaker: None,
                cuts: Vec::new(),
            };
            order.push((key, merged));
            speakers.push(Vec::new());
            first_days.push(spoken.day);
        }
        for day in first_days.iter_mut().skip(at).take(1) {
            *day = spoken.day.min(*day);
        }
        let (Some((_, merged)), Some(named)) = (order.get_mut(at), speakers.get_mut(at)) else { continue };
        merged.same.push(spoken.quote);
        if !merged.outlets.contains(&spoken.outlet) {
            merged.outlets.push(spoken.outlet.clone());
        }
        if let Some(speaker) = spoken.speaker.as_ref().filter(|speaker| !named.contains(speaker)) {
            named.push(speaker.clone());
        }
    }
    for ((_, merged), named) in order.iter_mut().zip(speakers) {
        merged.speaker = <[String; 1]>::try_from(named).ok().map(|[only]| only);
    }
    beside(order, &first_days)
}

/// Puts each cut beside the first longest quote it is cut from; `first_days` are the days each was first there.
fn beside(order: Vec<(Vec<String>, Merged)>, first_days: &[NaiveDate]) -> Vec<Merged> {
    let whole: Vec<Option<usize>> = order
        .iter()
        .zip(first_days)
        .map(|((words, _), day)| {
            let holds = |other: &[String]| {
                words.len() >= CUT
                    && other.len() > words.len()
                    && other.windows(words.len()).any(|run| run == words)
            };
            let all = order.iter().zip(first_days).enumerate();
            let longer = all.filter(|(_, ((other, _), first))| *first <= day && holds(other));
            longer.max_by_key(|(at, ((other, _), _))| (other.len(), std::cmp::Reverse(*at))).map(|(at, _)| at)
        })
        .collect();
    let mut cuts: Vec<Vec<i64>> = vec![Vec::new(); order.len()];
    for ((_, merged), whole) in order.iter().zip(&whole) {
        if let Some(list) = whole.and_then(|at| cuts.get_mut(at)) {
            list.extend(&merged.same);
        }
    }
    let kept = order.into_iter().zip(cuts).zip(whole).filter(|(_, whole)| whole.is_none());
    kept.map(|(((_, merged), cuts), _)| Merged { cuts, ..merged }).collect()
}

fn plain_words(text: &str) -> Vec<String> {
    let folded = fold(text);
    words(&folded, Span::whole(&folded)).map(|span| span.of(&folded).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Quotes of one day numbered from 1, written `outlet/speaker: words`.
    fn spoken(lines: &[&str]) -> Vec<Spoken> {
        let day = NaiveDate::from_ymd_opt(2026, 2, 14).unwrap();
        let read = |(quote, line): (i64, &&str)| {
            let (source, text) = line.split_once(": ").unwrap();
            let (outlet, speaker) = source.split_once('/').unwrap();
            let speaker = Some(speaker.to_owned()).filter(|speaker| !speaker.is_empty());
            Spoken { quote, outlet: outlet.to_owned(), speaker, day, text: text.to_owned() }
        };
        (1..).zip(lines).map(read).collect()
    }

    #[test]
    fn the_same_words_of_several_outlets_are_one_quote() {
        let merged = merge_quotes(&spoken(&[
            "Herald/Ana Brook: We will not leave the table.",
            "Post/: “We will not leave the table”",
            "Wire/Ana Brook: We will not leave",
            "Herald/Ana Brook: we will not leave the table",
            "Wire/Cole Dane: The offer stands.",
            "Post/Eva Finch: The offer stands.",
            "Post/Eva Finch: The offer",
        ]));
        let shown: Vec<String> = merged
            .iter()
            .map(|one| {
                let speaker = one.speaker.as_deref().unwrap_or("?");
                format!("{} {:?} {:?} {speaker} {:?}", one.quote, one.same, one.outlets, one.cuts)
            })
            .collect();
        assert_eq!(
            shown,
            [
                r#"1 [1, 2, 4] ["Herald", "Post"] Ana Brook [3]"#,
                // two outlets name two people: nobody is named
                r#"5 [5, 6] ["Wire", "Post"] ? []"#,
                r#"7 [7] ["Post"] Eva Finch []"#,
            ]
        );
    }

    #[test]
    fn words_that_go_on_a_day_later_are_no_longer_version_of_the_first() {
        let lines = [
            "Herald/Ana Brook: Lakeland does not bargain over bread.",
            "Post/Ana Brook: I said that Lakeland does not bargain over bread. It does over cake.",
            "Wire/Ana Brook: It does over cake.",
        ];
        let mut quotes = spoken(&lines);
        let cuts = |quotes: &[Spoken]| -> Vec<(i64, Vec<i64>)> {
            merge_quotes(quotes).into_iter().map(|one| (one.quote, one.cuts)).collect()
        };
        assert_eq!(cuts(&quotes), [(2, vec![1, 3])]);
        for later in quotes.iter_mut().skip(1) {
            later.day = later.day.succ_opt().unwrap();
        }
        assert_eq!(cuts(&quotes), [(1, vec![]), (2, vec![3])]);
    }

    proptest! {
        #[test]
        fn every_quote_stands_once(texts in prop::collection::vec("([abc] ){0,7}", 0..20)) {
            let lines: Vec<String> = texts.iter().map(|text| format!("o/s: {text}")).collect();
            let merged = merge_quotes(&spoken(&lines.iter().map(String::as_str).collect::<Vec<_>>()));
            let mut all: Vec<i64> = merged.iter().flat_map(|one| one.same.iter().chain(&one.cuts)).copied().collect();
            all.sort_unstable();
            prop_assert_eq!(all, (1..=lines.len() as i64).collect::<Vec<_>>());
        }
    }
}
