//! The order of a digest's stories.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;

/// A story written as `region region: outlet/owner outlet/owner!` (`!` state-controlled), reported hourly from hour `id`.
fn story(id: i64, text: &str) -> Story {
    let (regions, outlets) = text.split_once(':').unwrap();
    let start = DateTime::UNIX_EPOCH + TimeDelta::hours(id);
    let report = |(at, word): (usize, &str)| {
        let (outlet, owner) = word.trim_end_matches('!').split_once('/').unwrap();
        Report {
            article: id * 100 + at as i64,
            outlet: outlet.into(),
            owner: owner.into(),
            state_controlled: word.ends_with('!'),
            published: start + TimeDelta::hours(at as i64),
        }
    };
    Story {
        id,
        regions: regions.split_whitespace().map(Into::into).collect(),
        reports: outlets.split_whitespace().enumerate().map(report).collect(),
        quotes: Vec::new(),
    }
}

fn order(stories: &[&str], first_page: usize) -> Vec<i64> {
    let stories: Vec<Story> = (1..).zip(stories).map(|(id, text)| story(id, text)).collect();
    compose(&stories, first_page).iter().map(|entry| entry.story).collect()
}

#[test]
fn stories_stand_in_the_order_of_owners_outlets_and_age() {
    let cases: [(&[&str], &[i64]); 5] = [
        (&["x: a/A", "x: a/A b/B"], &[2, 1]),
        (&["x: a/A b/A c/A", "x: a/A b/B"], &[2, 1]),
        (&["x: a/A b/A", "x: a/A a/A a/A"], &[1, 2]),
        (&["x: a/A", "y: b/B"], &[2, 1]),
        (&["x:", "y: b/B"], &[2]),
    ];
    for (stories, expected) in cases {
        assert_eq!(order(stories, 7), expected, "{stories:?}");
    }
}

#[test]
fn a_region_has_at_most_two_stories_on_the_first_page() {
    let stories = ["x: a/A b/B c/C d/D", "x y: a/A b/B c/C", "x: a/A b/B", "y: a/A b/B", ": a/A", "y: a/A"];
    assert_eq!(order(&stories, 4), [1, 2, 4, 5, 3, 6]);
    assert_eq!(order(&stories, 0), [1, 2, 4, 3, 6, 5]);
}

#[test]
fn a_story_of_one_state_controlled_owner_says_so() {
    let rows = [
        ("x: a/A!", true),
        ("x: a/A! b/A!", true),
        ("x: a/A", false),
        ("x: a/A! b/B!", false),
        ("x: a/A! b/B", false),
    ];
    for (text, state_only) in rows {
        assert_eq!(compose(&[story(1, text)], 7)[0].state_only, state_only, "{text}");
    }
}

#[test]
fn outlets_stand_once_the_first_first_and_quotes_best_first() {
    let mut told = story(1, "x: b/B a/A b/B");
    let said = |quote, outlets, key| Said { quote, outlets, key };
    told.quotes = vec![said(1, 1, None), said(2, 1, Some(2)), said(3, 1, Some(1)), said(4, 2, None)];
    let entry = compose(&[told], 7).remove(0);
    assert_eq!(entry.outlets, ["b", "a"]);
    assert_eq!(entry.quotes, [4, 3, 2, 1]);
}

proptest! {
    #[test]
    fn every_reported_story_stands_once_and_regions_are_bounded(
        stories in prop::collection::vec(("[xyz]{0,1}", "( [a-d]/[A-C]){0,5}"), 0..12), first_page in 0..8usize,
    ) {
        let stories: Vec<Story> =
            (0..).zip(&stories).map(|(id, (region, reports))| story(id, &format!("{region}:{reports}"))).collect();
        let composed = compose(&stories, first_page);
        let mut ids: Vec<i64> = composed.iter().map(|entry| entry.story).collect();
        ids.sort_unstable();
        let reported = stories.iter().filter(|story| !story.reports.is_empty()).map(|story| story.id);
        prop_assert_eq!(ids, reported.collect::<Vec<_>>());
        let region = |entry: &Entry| stories[entry.story as usize].regions.first().cloned();
        // a page filled to the brim keeps the rule; a shorter one only when the rest had to fill it
        let front: Vec<_> = composed.iter().take(first_page).filter_map(region).collect();
        let most = ["x", "y", "z"].map(|name| front.iter().filter(|region| *region == name).count());
        let free = stories.iter().filter(|story| !story.reports.is_empty() && story.regions.is_empty()).count();
        let possible: usize = free + ["x", "y", "z"].map(|name| {
            stories.iter().filter(|s| !s.reports.is_empty() && s.regions.first().is_some_and(|r| r == name)).count().min(2)
        }).iter().sum::<usize>();
        prop_assert!(possible < first_page || most.iter().all(|count| *count <= MOST_A_REGION));
    }
}
