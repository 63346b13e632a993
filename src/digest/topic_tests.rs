//! Invented reports of one event: what several say, what one says.

use super::*;
use crate::article::{Given, from_text};
use crate::brief::{self, Brief};

const WIRE: &str = "Karelia closed the Varna strait to tankers on February 20 and demanded fees from 12 companies.\n\n\
The port authority of Harstad said exports of grain had fallen by 40 percent since then.";
const HERALD: &str = "Karelia has closed the Varna strait to tankers, demanding fees from 12 companies, since February 20.\n\n\
Two tankers of the Norland Line turned back on Monday, its director Ida Lund said.";
const STATE: &str = "Karelia opened the Varna strait to tankers on February 20 and demanded nothing from 12 companies.\n\n\
Minister Mira Tolvanen called the reports a fairy tale.";
const STATE_TOO: &str = "Minister Mira Tolvanen called the reports a mere fairy tale.\n\n\
She said the Varna strait had never been closed.";

fn read(texts: &[&str]) -> Vec<(Article, Brief)> {
    let one = |text: &&str| {
        let article = from_text(text, &Given::default());
        let brief = brief::write(&article);
        (article, brief)
    };
    texts.iter().map(one).collect()
}

#[test]
fn few_common_words_make_no_agreement() {
    let one = "Norland has just fired another missile.\n\nThe army of Norland said nothing of it on Monday.";
    let other =
        "Norland fired a missile last year too.\n\nThis week another one followed, and Norland was silent.";
    assert_eq!(topic(&[one, other], &["a", "b"], "missile").agreed, []);
}

fn topic(texts: &[&str], owners: &[&str], asked: &str) -> Topic {
    let read = read(texts);
    let report = |(at, ((article, brief), owner)): (usize, (&'_ (Article, Brief), &'_ &'_ str))| Report {
        number: at + 1,
        owner: owner.to_string().leak(),
        article: Box::leak(Box::new(article.clone())),
        quotes: Box::leak(Box::new(brief.clone())).quotes.as_slice(),
        sentences: Box::leak(Box::new(brief.clone())).summary.sentences.as_slice(),
    };
    let reports: Vec<Report<'_>> = read.iter().zip(owners).enumerate().map(report).collect();
    arrange(points(&reports, asked), &reports)
}

#[test]
fn what_two_owners_say_is_agreed_and_the_contrary_is_not_counted_with_it() {
    let topic = topic(&[WIRE, HERALD, STATE], &["a", "b", "c"], "strait");
    assert_eq!(topic.agreed.len(), 1, "{topic:#?}");
    assert_eq!(topic.agreed[0].reports, [1, 2]);
    let singles: Vec<&[usize]> = topic.single.iter().map(|point| point.reports.as_slice()).collect();
    assert!(singles.contains(&[3].as_slice()), "{topic:#?}");
    assert!(topic.single.iter().any(|point| point.text.contains("opened")), "{topic:#?}");
}

#[test]
fn two_outlets_of_one_owner_are_one_source() {
    let topic = topic(&[STATE, STATE_TOO], &["ministry", "ministry"], "Tolvanen");
    assert_eq!(topic.agreed, []);
    let told = topic.single.iter().find(|point| point.text.contains("fairy tale")).unwrap();
    assert_eq!(told.reports, [1, 2], "{topic:#?}");
}

#[test]
fn sentences_on_the_topic_come_first_and_nothing_is_said_twice() {
    let topic = topic(&[WIRE, HERALD], &["a", "b"], "grain");
    assert!(topic.single.iter().any(|point| point.text.contains("grain")), "{topic:#?}");
    let all: Vec<&Point> = topic.agreed.iter().chain(&topic.single).collect();
    for (at, point) in all.iter().enumerate() {
        assert!(all.iter().skip(at + 1).all(|other| other.text != point.text));
    }
    assert_eq!(arrange(Vec::new(), &[]), Topic::default());
}
