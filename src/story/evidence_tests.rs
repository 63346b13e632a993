//! Short reports of the same people.

use chrono::{DateTime, TimeDelta};

use super::*;
use crate::story::{Draft, Report, Window};

const REPORTS: &str = include_str!("short_reports.txt");

/// Groups of four reports with their language, each a headline and a text: two of one event, then two of another.
fn groups() -> Vec<(Language, Vec<(&'static str, &'static str)>)> {
    let groups = REPORTS.split("\n@ ").skip(1).map(|group| {
        let (language, reports) = group.split_once('\n').unwrap();
        let reports = reports.lines().filter_map(|line| line.split_once('|')).collect();
        (Language::coded(language), reports)
    });
    groups.collect()
}

/// Whether a second report, an hour later, joins the story of the first.
fn joins(language: Language, [one, other]: [(&str, &str); 2], with_headline: bool) -> bool {
    let draft = |(title, text): (&str, &str), hour: i64| {
        let title = if with_headline { title } else { "" };
        Draft::of(&Report { title, text, language, at: DateTime::UNIX_EPOCH + TimeDelta::hours(hour) })
    };
    let mut window = Window::default();
    window.keep(draft(one, 0), 1, 1);
    window.nearest(&draft(other, 1)).story.is_some()
}

#[test]
fn two_events_of_the_same_people_stay_apart_and_two_reports_of_one_do_not() {
    let (mut parted, mut joined, mut others) = (Vec::new(), Vec::new(), 0);
    for (language, reports) in groups() {
        assert_eq!(reports.len(), 4, "{reports:?}");
        for (at, one) in reports.iter().enumerate() {
            for (later, other) in reports.iter().enumerate().skip(at + 1) {
                for with_headline in [true, false] {
                    let same = at / 2 == later / 2;
                    others += usize::from(!same);
                    match (same, joins(language, [*one, *other], with_headline)) {
                        (true, false) => parted.push((one.0, other.0)),
                        (false, true) => joined.push((one.0, other.0)),
                        _ => {}
                    }
                }
            }
        }
    }
    assert!(parted.is_empty(), "{parted:?}");
    assert!(others > 150 && joined.len() * 50 <= others, "{joined:?} of {others}");
}

fn evidence(title: &str, text: &str, language: &str) -> Evidence {
    Draft::of(&Report { title, text, language: Language::coded(language), at: DateTime::UNIX_EPOCH }).evidence
}

#[test]
fn names_offices_days_and_speech_tell_no_event() {
    let told = |text: &str| evidence("", text, "en").told();
    assert!(told("On Tuesday Prime Minister Piet Haan told the president, Ana Brook, in Port Hale.") < 0.1);
    assert!(told("On Tuesday Piet Haan told Ana Brook of shelled freighters.") > 1.9);
}

#[test]
fn a_word_is_no_name_where_either_report_writes_it_small() {
    let one = evidence("", "Tankers burned off Tarn.", "en");
    let other = evidence("", "In Tarn the tankers burned.", "en");
    let tankers = hash(&stem("tankers", Language::coded("en")));
    assert_eq!((one.kind(tankers), other.kind(tankers)), (Some(Kind::Maybe), Some(Kind::Plain)));
}

#[test]
fn where_nothing_tells_a_name_nothing_is_held_against_two_reports() {
    let [one, other] = ["اتفق دوريف وأورلو على العبارات.", "اتهم دوريف أورلو بالتجسس."];
    let [one, other] = [one, other].map(|text| evidence("", text, "ar"));
    assert!(other_event(&one, &other).abs() < f32::EPSILON);
}
