//! Reports without capitals.

use chrono::{DateTime, TimeDelta};

use super::super::{Draft, Report, Window};
use super::*;
use crate::story::words::read;

const REPORTS: &str = include_str!("long_reports.txt");

/// Whether a second report, an hour later, joins the story of the first; and the decision.
fn joins(language: Language, [one, other]: [(&str, &str); 2], with_headline: bool) -> (bool, f64) {
    let draft = |(title, text): (&str, &str), hour: i64| {
        let title = if with_headline { title } else { "" };
        Draft::of(&Report { title, text, language, at: DateTime::UNIX_EPOCH + TimeDelta::hours(hour) })
    };
    let mut window = Window::default();
    window.keep(draft(one, 0), 1, 1);
    let placed = window.nearest(&draft(other, 1));
    (placed.story.is_some(), placed.score)
}

#[test]
fn two_events_of_one_outlet_are_two_stories_where_no_capital_tells_a_name() {
    let (mut parted, mut joined, mut same) = (Vec::new(), Vec::new(), 0);
    for group in REPORTS.split("\n@ ").skip(1) {
        let (language, reports) = group.split_once('\n').unwrap();
        let language = Language::coded(language);
        let reports: Vec<_> = reports.lines().filter_map(|line| line.split_once('|')).collect();
        assert_eq!(reports.len(), 4, "{reports:?}");
        for (at, one) in reports.iter().enumerate() {
            for (later, other) in reports.iter().enumerate().skip(at + 1) {
                for with_headline in [true, false] {
                    let (joins, score) = joins(language, [*one, *other], with_headline);
                    let is_same = at / 2 == later / 2;
                    same += usize::from(is_same);
                    match (is_same, joins) {
                        (true, false) => parted.push((one.0, other.0, with_headline, score)),
                        (false, true) => joined.push((one.0, other.0, with_headline, score)),
                        _ => {}
                    }
                }
            }
        }
    }
    assert!(
        parted.is_empty() && joined.is_empty(),
        "of {same} parted {parted:?}, of {} joined {joined:?}",
        same * 2
    );
}

#[test]
fn what_stands_in_any_news_is_no_term() {
    let count = |text: &str, code: &str| {
        let language = Language::coded(code);
        terms(text, &read(text, language), language).len()
    };
    for (text, code) in
        [("发言人", "zh"), ("29日", "zh"), ("12日、述べた。", "ja"), ("について", "ja"), ("", "ja")]
    {
        assert_eq!(count(text, code), 0, "{text}");
    }
    assert_eq!((count("渔船", "zh"), count("渔船140艘", "zh"), count("フェリー", "ja")), (1, 2, 3));
}
