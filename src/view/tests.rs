//! Goldens of what people see, and the laws of pages.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::*;
use crate::article::{self, Given};
use crate::brief::{Brief, Kind, Method, Quote, Speaker, Summary};
use crate::text::Span;

mod messages;
mod room;
mod texts;
mod translation;

fn now() -> DateTime<Utc> {
    "2026-02-14T13:00:00Z".parse().unwrap()
}

fn render_options(locale: &str) -> RenderOptions {
    let locale = Locale::of_tag(locale).unwrap();
    RenderOptions { zone: chrono_tz::Europe::Moscow, locale, ..RenderOptions::plain(now()) }
}

/// The words, the role and the mention of a speaker: `Name|role|mention`, any part may be empty.
fn speaker(parts: &str) -> Option<Speaker> {
    let mut parts = parts.split('|').map(|part| (!part.is_empty()).then(|| part.to_owned()));
    let (name, role, mention) = (parts.next()?, parts.next().flatten(), parts.next().flatten());
    (name.is_some() || mention.is_some()).then_some(Speaker { name, role, mention, span: None })
}

fn quote(text: &str, words: &str, who: &str, kind: Kind, key: Option<u32>) -> Quote {
    let start = text.find(words).unwrap_or_default();
    Quote {
        span: Span::new(start, start + words.len()),
        text: words.into(),
        kind,
        speaker: speaker(who),
        quoted_from: None,
        via: None,
        confidence: 0.9,
        rule: "after".into(),
        key,
    }
}

struct Sample<'a> {
    title: &'a str,
    summary: &'a [&'a str],
    /// words, speaker, kind, rank, quoted from
    quotes: &'a [(&'a str, &'a str, Kind, u32, &'a str)],
    source: (&'a str, &'a str, &'a str, &'a str),
}

fn card(sample: &Sample<'_>) -> Card {
    let text = sample
        .quotes
        .iter()
        .map(|(words, ..)| format!("He said: “{words}”"))
        .collect::<Vec<_>>()
        .join("\n\n");
    let given = Given {
        url: Some("https://www.harbour-herald.example/world/treaty?id=7&s=\"x\"".into()),
        title: Some(sample.title.into()),
        published: Some("2026-02-14T12:41:00Z".parse().unwrap()),
    };
    let article = article::from_text(&text, &given);
    let quotes = sample.quotes.iter().map(|(words, who, kind, key, from)| {
        let quoted_from = (!from.is_empty()).then(|| (*from).to_owned());
        Quote { quoted_from, ..quote(&text, words, who, *kind, (*key > 0).then_some(*key)) }
    });
    let sentences = sample.summary.iter().map(|sentence| (*sentence).to_owned()).collect();
    let brief = Brief {
        summary: Summary { sentences, ..Summary::default() },
        quotes: quotes.collect(),
        warnings: vec![],
    };
    let (name, kind, country, code) = sample.source;
    let label =
        (!kind.is_empty()).then(|| Label { kind: kind.into(), country: country.into(), code: code.into() });
    Card::of(&article, &brief, Source { name: name.into(), label })
}

fn treaty() -> Card {
    card(&Sample {
        title: "Lakeland and Norvia sign a river treaty after nine years",
        summary: &[
            "Lakeland and Norvia signed a treaty on the river Ossa on Saturday.",
            "Water will be shared by season.",
        ],
        quotes: &[
            (
                "We waited nine years for this, and the river waited with us.",
                "Anna Orlo|Foreign Minister of Lakeland|she",
                Kind::Direct,
                1,
                "",
            ),
            (
                "No one will go dry.",
                "Anna Orlo|Foreign Minister of Lakeland|the top diplomat",
                Kind::Direct,
                3,
                "",
            ),
            (
                "a gift to upstream farmers",
                "Piet Haan|President of Norvia|Haan",
                Kind::Mixed,
                2,
                "Marta Silva",
            ),
            ("We will see about the dams.", "||a senior Norvian official", Kind::Direct, 4, ""),
        ],
        source: ("Harbour Herald", "state-controlled", "Lakeland", "LK"),
    })
}

fn stored(card: Card) -> Card {
    Card { article: Some(12), subscription: Some(3), story: Some((5, 3)), speaker: Some(41), ..card }
}

/// The message as Telegram HTML, its buttons below.
fn shown(message: &Message) -> String {
    let mut lines = vec![message.text.to_html()];
    for row in &message.keyboard {
        let buttons = row.iter().map(|button| match &button.action {
            Action::Callback(data) => format!("[{} → {data}]", button.label),
            Action::Url(url) => format!("[{} → {url}]", button.label),
        });
        lines.push(buttons.collect::<Vec<_>>().join(" "));
    }
    lines.join("\n")
}

#[test]
#[cfg_attr(not(feature = "pictures"), ignore = "shows the button of a picture")]
fn a_card_has_everything_in_its_place() {
    insta::assert_snapshot!("card", shown(&stored(treaty()).message(&render_options("en"))));
    insta::assert_snapshot!("card_ru", shown(&stored(treaty()).message(&render_options("ru"))));
    let screen = Screen { ansi: false, width: 72 };
    insta::assert_snapshot!(
        "card_terminal",
        treaty().message(&render_options("en")).text.to_terminal(screen)
    );
}

// long because it is a table
#[test]
fn halves_of_a_statement_are_shown_together() {
    let text = "“We stopped a panic,” Castor said. “We stopped a rescue.” Later “We shall see,” Castor said, calling it “a joke”.";
    let article = article::from_text(text, &Given::default());
    let who = |nth: usize| text.match_indices("Castor").nth(nth).map(|(at, _)| Span::new(at, at + 6));
    let said = |words: &str, nth, kind, key| {
        let quote = quote(text, words, "Wilm Castor||Castor", kind, key);
        Quote { speaker: quote.speaker.map(|speaker| Speaker { span: who(nth), ..speaker }), ..quote }
    };
    let quotes = vec![
        said("We stopped a panic,", 0, Kind::Direct, Some(2)),
        said("We stopped a rescue.", 0, Kind::Direct, Some(1)),
        said("We shall see,", 1, Kind::Direct, Some(3)),
        // no half of a sentence, but a fragment of the writer's
        said("a joke", 1, Kind::Mixed, None),
    ];
    let card = Card::of(&article, &Brief { quotes, ..Brief::default() }, Source::default());
    let told = card.message(&render_options("en")).text.text();
    assert!(told.contains("“We stopped a panic” … “We stopped a rescue.”\n“We shall see”\n"), "{told}");
    assert!(told.contains("3 quotes shown of 4"), "{told}");
}

#[test]
fn cards_of_odd_articles() {
    let none: (&str, &str, &str, &str) = ("", "", "", "");
    let samples = [
        (
            "no_quotes",
            Sample {
                title: "Ports closed",
                summary: &["All ports of Norvia were closed."],
                quotes: &[],
                source: none,
            },
        ),
        (
            "no_summary",
            Sample {
                title: "Ports closed",
                summary: &[],
                quotes: &[("They stay closed until Monday.", "||", Kind::Direct, 1, "")],
                source: none,
            },
        ),
        (
            "special_characters",
            Sample {
                title: "A <b>bold</b> & \"quoted\" headline",
                summary: &["1 < 2 && 3 > 2."],
                quotes: &[("Tom & <Jerry> [sic]", "A. & B.||", Kind::Direct, 1, "")],
                source: ("R&D <News>", "", "", ""),
            },
        ),
        (
            "emoji",
            Sample {
                title: "🇺🇳 Talks resume 🕊️",
                summary: &["Talks resumed 👩‍⚖️."],
                quotes: &[("Peace 🕊️ it is.", "Ola Ek||", Kind::Direct, 1, "")],
                source: ("Dove 🕊", "non-profit", "", ""),
            },
        ),
        (
            "right_to_left",
            Sample {
                title: "الوزير: المحادثات مستمرة",
                summary: &["قال الوزير إن المحادثات مستمرة."],
                quotes: &[("سنواصل الحوار حتى النهاية.", "سمير حداد|وزير الخارجية|", Kind::Direct, 1, "")],
                source: ("الميناء", "", "", ""),
            },
        ),
        (
            "long",
            Sample {
                title: &"Very long headline about a river treaty ".repeat(20),
                summary: &["Short."],
                quotes: &[
                    (
                        &format!("{} End.", "We agreed on water. ".repeat(30)),
                        "Anna Orlo||",
                        Kind::Direct,
                        1,
                        "",
                    ),
                    (&"and so on without any stop ".repeat(20), "Anna Orlo||", Kind::Direct, 2, ""),
                ],
                source: none,
            },
        ),
        (
            "three_speakers",
            Sample {
                title: "Three ministers",
                summary: &["They met."],
                quotes: &[
                    ("One of us must begin.", "Anna Orlo|Foreign Minister of Lakeland|", Kind::Direct, 2, ""),
                    ("Then I begin.", "Piet Haan|President of Norvia|he", Kind::Direct, 1, ""),
                    ("We shall see.", "Marta Silva||", Kind::Direct, 3, ""),
                    ("Nobody sees this one.", "Marta Silva||", Kind::Direct, 4, ""),
                ],
                source: none,
            },
        ),
    ];
    for (name, sample) in samples {
        insta::assert_snapshot!(name, shown(&card(&sample).message(&render_options("en"))));
    }
}

#[test]
fn the_evidence_line_tells_how_the_summary_was_made() {
    let made = |method, model: Option<&str>| {
        let mut card = treaty();
        card.summary.method = method;
        card.summary.model = model.map(str::to_owned);
        let text = card.message(&render_options("en")).text.text();
        text.lines().rev().nth(1).unwrap().to_owned()
    };
    assert!(made(Method::Extractive, None).ends_with("summary: sentences from the article"));
    assert!(
        made(Method::Llm, Some("quill-7"))
            .ends_with("summary: written by quill-7, checked against the article")
    );
    assert!(made(Method::Feed, None).ends_with("summary: only the feed’s own description was available"));
    let mut paywalled = treaty();
    paywalled.standing = crate::article::Standing::Paywall;
    paywalled.text_from_feed = true;
    let text = paywalled.message(&render_options("en")).text.text();
    assert!(text.contains("text: the feed’s, not the page’s · the page shows only its beginning"), "{text}");
    let partly = Card { in_part: true, ..treaty() }.message(&render_options("en")).text.text();
    assert!(partly.contains(" · not read to the end"), "{partly}");
}

#[test]
fn quotes_that_a_setting_hides_are_counted_all_the_same() {
    let options = RenderOptions { quotes: 0, ..render_options("en") };
    let text = treaty().message(&options).text.text();
    assert!(text.contains("4 quotes, not shown here, all match the article word for word"), "{text}");
}

#[test]
fn a_quote_that_is_not_in_the_article_is_not_shown() {
    let article = article::from_text("He said: “True words.”", &Given::default());
    let false_quote = quote(&article.text, "False words.", "Anna Orlo||", Kind::Direct, Some(1));
    let brief = Brief { quotes: vec![false_quote], ..Brief::default() };
    let card = Card::of(&article, &brief, Source::default());
    let text = card.message(&render_options("en")).text.text();
    assert!(!text.contains("False"));
    assert!(text.contains("0 quotes shown of 1"), "{text}");
}
