use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::*;
use crate::article::{self, Article, Given};
use crate::brief::{self, Brief};
use crate::source;
use crate::text::Language;

/// The invented news of the demonstration, read and put into stories.
pub(crate) struct World {
    pub(crate) told: Vec<Told>,
}

pub(crate) struct Told {
    pub(crate) id: i64,
    pub(crate) story: i64,
    pub(crate) outlet: &'static str,
    pub(crate) article: Article,
    pub(crate) brief: Brief,
    pub(crate) at: DateTime<Utc>,
}

impl World {
    /// The demonstration as it is at `now`.
    pub(crate) fn demo(now: DateTime<Utc>) -> Self {
        let mut told: Vec<Told> = Vec::new();
        for section in include_str!("../bot/terminal/demo.txt").split("\n@ ") {
            let (head, rest) = section.trim_start_matches("@ ").split_once('\n').unwrap();
            let [outlet, slug, hours, title] = head.split(" | ").collect::<Vec<_>>()[..] else {
                panic!("{head}")
            };
            let (_deck, text) = rest.split_once("\n\n").unwrap();
            let at = now - TimeDelta::hours(hours.parse().unwrap());
            let given = Given {
                url: Some(format!("https://{outlet}.example/{slug}")),
                title: Some(title.to_owned()),
                published: Some(at),
            };
            let article = article::from_text(&text.trim().replace("{day}", "Friday"), &given);
            let id = told.len() as i64 + 1;
            let story = match slug {
                "river-treaty" | "haan-signs-treaty" | "treaty-signed" => 1,
                "grain-corridor" => 2,
                _ => 100 + id,
            };
            let outlet = match outlet {
                "herald" => "Harbour Herald",
                "post" => "Norvia Post",
                _ => "Ossa Wire",
            };
            told.push(Told { id, story, outlet, brief: brief::write(&article), article, at });
        }
        Self { told }
    }

    /// What a review of all that came after `since` is made of.
    pub(crate) fn material(&self, since: DateTime<Utc>) -> Material<'_> {
        let reports = self.told.iter().map(|told| report(told, told.at < since));
        Material { reports: reports.collect(), reader: Some(Language::coded("en")) }
    }
}

fn report(told: &Told, earlier: bool) -> Report<'_> {
    Report {
        id: told.id,
        story: Some(told.story),
        outlet: told.outlet,
        label: None,
        article: &told.article,
        quotes: &told.brief.quotes,
        sentences: &told.brief.summary.sentences,
        at: told.at,
        earlier,
    }
}

pub(crate) fn noon() -> DateTime<Utc> {
    "2026-02-14T12:00:00Z".parse().unwrap()
}

fn made(text: &str, title: &str) -> (Article, Brief) {
    let article = article::from_text(text, &Given { title: Some(title.to_owned()), ..Given::default() });
    let brief = brief::write(&article);
    (article, brief)
}

#[test]
fn the_widest_story_stands_first_and_every_word_is_an_articles_own() {
    let world = World::demo(noon());
    let review = compose(&world.material(noon() - TimeDelta::days(1)));
    assert_eq!(review.articles, world.told.len());
    let first = &review.themes[0];
    assert_eq!((first.owners, first.sources.len()), (3, 3));
    assert_eq!(review.sources[first.first.source - 1].outlet, "Ossa Wire");
    assert!((3..=7).contains(&review.findings.len()), "{}", review.findings.len());
    let told = |number: &usize| {
        let id = review.sources[number - 1].id;
        world.told.iter().find(|told| told.id == id).unwrap()
    };
    let text = |number: &usize| &told(number).article.text;
    let summary = |number: &usize| &told(number).brief.summary.sentences;
    for theme in &review.themes {
        for point in &theme.reported {
            let own = |number: &usize| summary(number).contains(&point.text);
            assert!(point.sources.iter().any(own), "{}", point.text);
        }
        for wording in theme.said.iter().flat_map(|said| &said.wordings) {
            assert!(text(&wording.sources[0]).contains(&wording.text), "{}", wording.text);
        }
    }
    let both: Vec<_> = first.said.iter().filter(|said| said.wordings[0].sources.len() > 1).collect();
    assert_eq!(both[0].name.as_deref(), Some("Anna Orlo"));
}

#[test]
fn numbers_lead_to_the_sources_in_the_order_they_are_told() {
    let review = compose(&World::demo(noon()).material(noon() - TimeDelta::days(1)));
    let told = review.themes.iter().flat_map(|theme| theme.sources.clone());
    let all: Vec<usize> =
        told.chain(review.listed.iter().flat_map(|listed| listed.sources.clone())).collect();
    assert_eq!(all, (1..=review.sources.len()).collect::<Vec<_>>());
    let stories = review.themes.len() + review.listed.len();
    assert!(
        review.countries.iter().flat_map(|place| &place.stories).all(|story| (1..=stories).contains(story))
    );
    assert!(review.voices.iter().all(|voice| !voice.themes.is_empty()));
}

#[test]
fn what_was_told_before_is_not_told_again() {
    let world = World::demo(noon());
    // the treaty came two, three and four hours ago
    let review = compose(&world.material(noon() - TimeDelta::minutes(150)));
    assert_eq!(review.articles, 1);
    let whole = compose(&world.material(noon() - TimeDelta::days(1)));
    let (new, all) = (&review.themes[0], &whole.themes[0]);
    assert_eq!(new.told_until, Some(noon() - TimeDelta::hours(3)));
    assert_eq!(new.first.at, noon() - TimeDelta::hours(4));
    let words = |theme: &Theme| -> Vec<String> {
        theme.said.iter().flat_map(|said| &said.wordings).map(|wording| wording.text.clone()).collect()
    };
    assert!(words(all).iter().any(|text| text.contains("the river waited with us")));
    assert!(!words(new).iter().any(|text| text.contains("the river waited with us")), "{:?}", words(new));
    // nothing came after a minute ago
    assert_eq!(compose(&world.material(noon())), Review::default());
}

#[test]
fn the_words_of_another_outlet_are_a_copy_and_one_told_before_is_not_new() {
    let text = "OSTRAVIK — Lakeland and Norvia signed a treaty on the river Ossa on Friday, ending nine years of talks \
        over dams, fish and drinking water. “No one will go dry,” Foreign Minister Anna Orlo said in Ostravik.";
    let (article, brief) = made(text, "Treaty signed");
    let base = Told { id: 1, story: 1, outlet: "Wire", article, brief, at: noon() };
    let report = |id, outlet, minutes, earlier| Report {
        id,
        outlet,
        at: noon() + TimeDelta::minutes(minutes),
        ..report(&base, earlier)
    };
    let material = |reports| Material { reports, reader: None };
    let review = compose(&material(vec![report(1, "Wire", 0, false), report(2, "Post", 5, false)]));
    assert_eq!((review.left_out.copies, review.sources[1].copy_of), (1, Some(1)));
    assert_eq!(review.themes[0].said[0].wordings[0].sources, [1, 2]);
    let review = compose(&material(vec![report(1, "Wire", 0, true), report(2, "Post", 5, false)]));
    assert!(review.themes.is_empty(), "{:?}", review.themes);
    assert!(review.listed[0].nothing_new);
    assert_eq!(review.left_out.nothing_new, 1);
}

#[test]
fn what_one_side_alone_reports_is_told_only_where_it_is_known() {
    let label = |host| source::label(host);
    let (state, other, third) = (label("tass.com"), label("bbc.co.uk"), label("reuters.com"));
    let talks = "Envoys of Lakeland and Norvia met in Ostravik on Friday and agreed to talk about the river again in March.";
    let claim = "The Norvian envoy gave up the upper lake and promised to pay ninety million crowns to Lakeland for it.";
    let with = format!("{talks} {claim}");
    let texts = [(with.as_str(), state), (talks, other), (talks, third)];
    let read: Vec<(Article, Brief)> =
        texts.iter().map(|(text, _)| made(text, "Envoys meet in Ostravik")).collect();
    let sentences: Vec<Vec<String>> = texts
        .iter()
        .map(|(text, _)| if *text == talks { vec![talks.into()] } else { vec![talks.into(), claim.into()] })
        .collect();
    let reports = |labels: [Option<source::Label>; 3], count: usize| -> Vec<Report<'_>> {
        let all = read.iter().zip(&sentences).zip(labels).zip(1_i64..).take(count);
        all.map(|(((read, sentences), label), id)| Report {
            id,
            story: Some(1),
            outlet: ["One", "Two", "Three"][id as usize - 1],
            label,
            article: &read.0,
            quotes: &[],
            sentences,
            at: noon() + TimeDelta::minutes(id),
            earlier: false,
        })
        .collect()
    };
    let sides = |labels, count| -> Vec<(Side, bool)> {
        let review = compose(&Material { reports: reports(labels, count), reader: None });
        review.themes[0].one_sided.iter().map(|one| (one.side, one.point.is_some())).collect()
    };
    assert_eq!(sides([state, other, third], 3), [(Side::State, true)]);
    // an outlet nobody knows is no side
    assert_eq!(sides([None, other, third], 3), []);
    assert_eq!(sides([state, state, state], 3), [(Side::State, false)]);
    assert_eq!(sides([state, None, None], 1), [(Side::State, false)]);
    assert_eq!(sides([other, None, None], 1), []);
}

#[test]
fn stories_of_two_languages_with_the_same_statement_are_one() {
    let english = "Anna Orlo, the foreign minister of Lakeland, spoke to reporters in Ostravik on Friday. \
        “Russia must withdraw its 40 tanks from Ukraine in March,” Orlo said after the talks.";
    let russian = "Министр иностранных дел Лейкландии Анна Орло выступила в пятницу в Остравике перед журналистами. \
        «Россия должна вывести 40 танков с Украины в марте», — сказала Анна Орло после переговоров.";
    let (here, there) =
        (made(english, "Orlo speaks in Ostravik"), made(russian, "Орло выступила в Остравике"));
    let reports = |stories: [(i64, &(Article, Brief)); 3]| -> Vec<Vec<usize>> {
        let told: Vec<Told> = (1..)
            .zip(stories)
            .map(|(id, (story, (article, brief)))| Told {
                id,
                story,
                outlet: ["One", "Two", "Three"][id as usize - 1],
                article: article.clone(),
                brief: brief.clone(),
                at: noon() + TimeDelta::minutes(id),
            })
            .collect();
        let reports = told.iter().map(|told| report(told, false)).collect();
        let review = compose(&Material { reports, reader: Some(Language::coded("en")) });
        assert!(review.themes.iter().all(|theme| theme.language == Language::coded("en")
            || theme.sources.iter().all(|number| review.sources[number - 1].title.starts_with("Орло"))));
        review.themes.iter().map(|theme| theme.sources.clone()).collect()
    };
    assert_eq!(reports([(1, &here), (2, &there), (1, &here)]), [[1, 2, 3]]);
    // within a language two stories were told apart by their words
    let apart = reports([(1, &here), (2, &here), (3, &there)]);
    assert_eq!(apart.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]
    #[test]
    fn the_order_of_the_reports_changes_nothing(order in Just((0..10).collect::<Vec<usize>>()).prop_shuffle(), hours in 0..24_i64) {
        let world = World::demo(noon());
        let material = world.material(noon() - TimeDelta::hours(hours));
        let reports: Vec<Report<'_>> = order.iter().filter_map(|at| material.reports.get(*at)).copied().collect();
        let sorted = Material { reports: material.reports[..10].to_vec(), ..material };
        let shuffled = Material { reports, ..sorted.clone() };
        prop_assert_eq!(compose(&shuffled), compose(&sorted));
    }
}
