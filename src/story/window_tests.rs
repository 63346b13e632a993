//! Grouping invented articles.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::story::Report;
use crate::story::kept::APART;
use crate::text::Language;

const TALKS: [&str; 3] = [
    "Norvia and Ossa resume grain talks|Envoys of Norvia and Ossa met in Port Hale on Monday to resume talks about the grain corridor. Norvia's foreign minister Ana Brook said the corridor should open within two weeks.",
    "Grain corridor talks resume in Port Hale|Negotiators from Norvia and Ossa sat down in Port Hale to discuss a grain corridor, two weeks after the talks broke down. Ana Brook, the foreign minister of Norvia, led her side.",
    "Brook: corridor may open in two weeks|The grain corridor between Norvia and Ossa may open within two weeks, Ana Brook told reporters in Port Hale after talks with envoys of Ossa on Monday.",
];
const QUAKE: &str = "Earthquake shakes the coast of Lakeland|A strong earthquake shook the western coast of Lakeland early on Monday, damaging roads and a bridge near Tarn. Rescue teams searched collapsed houses.";
const VOTE: &str = "Parliament of Velm votes on budget|Lawmakers in Velm passed a budget for the coming year after a long night of debate, with higher spending for schools and hospitals.";

fn draft(article: &str, hour: i64) -> Draft {
    let (title, text) = article.split_once('|').unwrap();
    let at = DateTime::UNIX_EPOCH + TimeDelta::hours(hour);
    Draft::of(&Report { title, text, language: Language::coded("en"), at })
}

/// Groups articles given with their hours; a new story bears the number of its first article.
fn grouped(articles: &[(&str, i64)]) -> Vec<i64> {
    let mut window = Window::default();
    (0..)
        .zip(articles)
        .map(|(number, (article, hour))| {
            let draft = draft(article, *hour);
            let story = window.nearest(&draft).story.unwrap_or(number);
            window.keep(draft, number, story);
            story
        })
        .collect()
}

#[test]
fn reports_of_one_event_are_one_story() {
    let [one, two, three] = TALKS;
    let cases: [(&[(&str, i64)], &[i64]); 4] = [
        (&[(QUAKE, 0), (one, 1), (VOTE, 2), (two, 3), (three, 4), (QUAKE, 5)], &[0, 1, 2, 1, 1, 0]),
        (&[(one, 0), (two, 35)], &[0, 0]),
        // too far apart to be compared, in either direction
        (&[(one, 0), (one, 37)], &[0, 1]),
        (&[(one, 37), (one, 0)], &[0, 1]),
    ];
    for (articles, stories) in cases {
        assert_eq!(grouped(articles), stories);
    }
}

/// Two events of one day in which the same people act, and a second report of the first.
const SAME_PEOPLE: [&str; 3] = [
    "Norvia halts talks on the grain corridor|Norvia broke off the negotiations over the grain corridor in Port Hale on Monday after two freighters had been shelled near the mine field. The foreign minister, Ana Brook, told reporters that her envoys would come back only when the captains were safe and the insurers had been paid. Ossa's delegation, led by Piet Haan, called the shelling an accident of a drifting barge and offered to tow the damaged ships into harbour. Wheat prices rose by four per cent in the afternoon, and brokers warned of empty silos before the winter.",
    "Corridor talks off after shells hit freighters|After shells hit two freighters near the mine field, Norvia called its envoys home from the negotiations over a grain corridor on Monday. They return when the captains are safe, said Ana Brook, the foreign minister of Norvia, and when insurers have paid. Piet Haan, who leads the delegation of Ossa in Port Hale, spoke of an accident with a drifting barge; his tugs could tow the damaged ships into harbour. Brokers saw wheat prices rise and spoke of empty silos this winter.",
    "Norvia and Ossa swap jailed fishermen|Ana Brook, the foreign minister of Norvia, and Piet Haan of Ossa watched in Port Hale on Monday as eleven fishermen walked over the footbridge, six in one direction and five in the other. Some had spent three years in cells for crossing an invisible line while following herring. Their families waited with blankets, soup and a brass band. A doctor examined every man in a tent. Both governments dropped the remaining charges, and a mixed commission shall draw the line anew by spring.",
];

#[test]
fn two_events_of_one_day_with_the_same_people_stay_apart() {
    let [one, two, swap] = SAME_PEOPLE;
    for (articles, stories) in [
        ([(one, 0), (two, 1), (swap, 2)], [0, 0, 2]),
        ([(swap, 0), (one, 1), (two, 2)], [0, 1, 1]),
        ([(two, 0), (swap, 1), (one, 2)], [0, 1, 0]),
    ] {
        assert_eq!(grouped(&articles), stories);
    }
}

#[test]
fn a_copy_is_told_with_the_article_it_copies() {
    let mut window = Window::default();
    window.keep(draft(QUAKE, 0), 7, 1);
    window.keep(draft(TALKS[0], 0), 8, 2);
    let copy = TALKS[0].replace("Norvia and Ossa resume grain talks", "Wire: grain talks back on");
    let placed = window.nearest(&draft(&copy, 1));
    assert_eq!((placed.story, placed.copy_of), (Some(2), Some(8)));
    assert_eq!(window.nearest(&draft(TALKS[1], 1)).copy_of, None);
    assert_eq!(window.nearest(&draft(VOTE, 1)).story, None);
}

#[test]
fn the_most_central_article_stands_for_its_story() {
    let mut window = Window::default();
    window.keep(draft("Brook speaks|Ana Brook spoke.", 0), 10, 1);
    for (article, text) in (11..).zip(TALKS) {
        window.keep(draft(text, 1), article, 1);
    }
    let central = window.central(1);
    assert!(central.is_some_and(|article| article != 10), "{central:?}");
    assert_eq!(window.central(2), None);
}

#[test]
fn of_a_story_with_very_many_articles_the_last_and_the_central_one_are_compared() {
    let mut window = Window::default();
    for article in 0..1_000 {
        let text = TALKS[article % 3];
        let draft = draft(text, article as i64 / 500);
        let placed = window.nearest(&draft);
        assert_eq!(placed.story, (article > 0).then_some(0), "{article}");
        window.keep(draft, article as i64, 0);
        assert!(window.central(0).is_some());
    }
    assert_eq!(window.numbers(0).len(), A_STORY);
    assert!(window.postings.values().all(|list| list.len() <= A_STORY));
    assert_eq!(window.len(), 1_000);
    window.forget_before(DateTime::UNIX_EPOCH + TimeDelta::hours(1));
    assert_eq!(window.len(), 500);
    assert_eq!(window.nearest(&draft(TALKS[0], 2)).story, Some(0));
    window.forget_before(DateTime::UNIX_EPOCH + TimeDelta::hours(9));
    assert!(window.is_empty() && window.postings.is_empty() && window.stories.is_empty());
}

#[test]
fn an_empty_article_belongs_nowhere() {
    let mut window = Window::default();
    window.keep(draft("|", 0), 1, 1);
    assert_eq!(window.nearest(&draft("|", 0)), Placement::default());
}

proptest! {
    #[test]
    fn forgetting_what_is_too_old_changes_no_answer(
        articles in prop::collection::vec((prop::sample::select(vec![TALKS[0], TALKS[1], TALKS[2], QUAKE, VOTE]), 0..30i64), 1..25),
    ) {
        let (mut all, mut recent) = (Window::default(), Window::default());
        let mut hour = 0;
        for (number, (text, wait)) in (0..).zip(articles) {
            hour += wait;
            let draft = draft(text, hour);
            recent.forget_before(draft.at - APART);
            let (one, other) = (all.nearest(&draft), recent.nearest(&draft));
            prop_assert_eq!((one.story, one.copy_of), (other.story, other.copy_of));
            let story = one.story.unwrap_or(number);
            all.keep(draft.clone(), number, story);
            recent.keep(draft, number, story);
        }
        prop_assert!(recent.len() <= all.len() && !recent.is_empty());
        recent.forget_before(DateTime::UNIX_EPOCH + TimeDelta::hours(hour + 1));
        prop_assert!(recent.is_empty() && recent.postings.is_empty() && recent.stories.is_empty());
    }

    #[test]
    fn a_story_is_one_of_those_kept(texts in prop::collection::vec("([a-f]{3} ){0,12}", 1..20)) {
        let mut window = Window::default();
        for (number, text) in (0..).zip(&texts) {
            let draft = draft(&format!("{text}|{text}"), 0);
            let placed = window.nearest(&draft);
            prop_assert!(placed.story.is_none_or(|story| story < number) && placed.score.is_finite());
            window.keep(draft, number, placed.story.unwrap_or(number));
        }
    }
}
