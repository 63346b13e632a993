//! Goldens of what people see, and the laws of pages.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::*;
use crate::article::{self, Given};
use crate::brief::{Brief, Kind, Method, Quote, Speaker, Summary};
use crate::text::Span;

fn now() -> DateTime<Utc> {
    "2026-02-14T13:00:00Z".parse().unwrap()
}

fn look(tongue: &str) -> Look {
    let tongue = Tongue::of_tag(tongue).unwrap();
    Look { zone: chrono_tz::Europe::Moscow, tongue, ..Look::plain(now()) }
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
fn a_card_has_everything_in_its_place() {
    insta::assert_snapshot!("card", shown(&stored(treaty()).message(&look("en"))));
    insta::assert_snapshot!("card_ru", shown(&stored(treaty()).message(&look("ru"))));
    let screen = Screen { ansi: false, width: 72 };
    insta::assert_snapshot!("card_terminal", treaty().message(&look("en")).text.to_terminal(screen));
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
        insta::assert_snapshot!(name, shown(&card(&sample).message(&look("en"))));
    }
}

#[test]
fn the_evidence_line_tells_how_the_summary_was_made() {
    let made = |method, model: Option<&str>| {
        let mut card = treaty();
        card.summary.method = method;
        card.summary.model = model.map(str::to_owned);
        let text = card.message(&look("en")).text.text();
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
    let text = paywalled.message(&look("en")).text.text();
    assert!(text.contains("text: the feed’s, not the page’s · the page shows only its beginning"), "{text}");
}

#[test]
fn a_quote_that_is_not_in_the_article_is_not_shown() {
    let article = article::from_text("He said: “True words.”", &Given::default());
    let false_quote = quote(&article.text, "False words.", "Anna Orlo||", Kind::Direct, Some(1));
    let brief = Brief { quotes: vec![false_quote], ..Brief::default() };
    let card = Card::of(&article, &brief, Source::default());
    let text = card.message(&look("en")).text.text();
    assert!(!text.contains("False"));
    assert!(text.contains("0 of 1 quote"), "{text}");
}

fn digest(stories: usize) -> Digest {
    let story = |at: usize| Story {
        headline: format!("Headline number {at} about the river Ossa & its dams"),
        url: Some(format!("https://example.org/{at}")),
        summary: "The dams hold, officials said. Work goes on until spring.".into(),
        quote: at.is_multiple_of(2).then(|| ("Anna Orlo".to_owned(), "We waited nine years.".to_owned())),
        sources: ["Harbour Herald", "Norvia Post", "Ossa Wire", "The Dam", "Fifth"][..=(at % 5)]
            .iter()
            .map(|name| Source {
                name: (*name).into(),
                label: (*name == "Harbour Herald").then(|| Label {
                    kind: "state-controlled".into(),
                    country: "Lakeland".into(),
                    code: "LK".into(),
                }),
            })
            .collect(),
        state_only: at.is_multiple_of(5),
    };
    Digest {
        at: now(),
        since: Some(now() - TimeDelta::hours(32)),
        stories: (0..stories).map(story).collect(),
        articles: 41,
        feeds: 9,
        failing: 1,
        held: 2,
        late: false,
        model_spent: false,
    }
}

#[test]
fn a_digest_in_both_languages() {
    for tongue in ["en", "ru"] {
        let pages = digest(3).pages(&look(tongue));
        assert_eq!(pages.len(), 1);
        insta::assert_snapshot!(format!("digest_{tongue}"), pages[0].to_html());
    }
}

#[test]
fn pages_turn_in_place_or_by_a_deep_link() {
    let pages: Vec<Rich> = ["one", "two", "three"].map(Rich::from).to_vec();
    let mut look = look("en");
    look.bot = Some("attache_bot".into());
    let private = Turning::InPlace { digest: 9 };
    assert_eq!(shown(&digest_page(&pages, 2, &private, &look)), "two\n[◂ → dg:9:1] [2/3 → -] [▸ → dg:9:3]");
    assert_eq!(shown(&digest_page(&pages, 99, &private, &look)), "three\n[◂ → dg:9:2] [3/3 → -]");
    let group = Turning::DeepLink { token: "tok-EN_1".into() };
    let shown_in_group = shown(&digest_page(&pages, 1, &group, &look));
    assert_eq!(shown_in_group, "one\n[Full digest → https://t.me/attache_bot?start=dg_tok-EN_1_1]");
}

#[test]
fn lists_hold_up_to_fifty_lines_a_message() {
    let lines: Vec<ListLine> = (1..=120)
        .map(|article| ListLine {
            article,
            headline: "Ministers meet 🕊 again ".repeat(12),
            published: Some(now()),
            source: Some("Herald".into()),
        })
        .collect();
    let mut look = look("en");
    look.bot = Some("attache_bot".into());
    let messages = list("Harbour Herald", &lines, &look);
    assert_eq!(messages.len(), 3);
    let text: String = messages.iter().map(|message| message.text.text()).collect();
    for number in 1..=120 {
        assert!(text.contains(&format!("{number}. Ministers")), "{number}");
    }
    for message in &messages {
        assert!(message.text.utf16_len() <= MESSAGE_UNITS);
        assert!(message.keyboard.iter().flatten().count() <= 100);
    }
    insta::assert_snapshot!("list", shown(&list("Harbour Herald", &lines[..3], &look)[0]));
}

#[test]
fn quotes_feeds_settings_and_texts() {
    let text = "He said: “We waited nine years.” They were “a gift”.";
    let said = |words: &str, kind| SaidLine {
        quote: quote(text, words, "Anna Orlo|Foreign Minister of Lakeland|she", kind, None),
        article: 1,
        headline: "Lakeland and Norvia sign".into(),
        source: Source { name: "Harbour Herald".into(), label: None },
        at: Some(now()),
        url: Some("https://example.org/1".into()),
    };
    let look = look("en");
    let lines = [said("We waited nine years.", Kind::Direct), said("a gift", Kind::Mixed)];
    let head = look.tongue.rich("quotes-head", &[("who", "Anna Orlo".into()), ("count", 7usize.into())]);
    insta::assert_snapshot!(
        "quotes",
        shown(&quotes(head, &lines, 1, 7, &look, |page| Press::SpeakerQuotes(4, page)))
    );

    let feed = |id, failing: bool| FeedLine {
        id,
        title: format!("Feed {id}"),
        url: format!("https://example.org/{id}.xml"),
        newest: Some(("Ports closed".into(), now())),
        failing: failing.then(|| ("example.org refuses bots (403).".into(), Some(now()))),
        articles: 20,
        ..FeedLine::default()
    };
    insta::assert_snapshot!("feeds", shown(&feeds(&[feed(1, false), feed(2, true)], 0, &look)));
    insta::assert_snapshot!("feeds_none", shown(&feeds(&[], 0, &look)));
    insta::assert_snapshot!("feed_card", shown(&feed_card(&feed(2, true), &look)));
    let found = [Candidate {
        title: "World".into(),
        url: "https://example.org/w".into(),
        a_day: Some(21),
        newest: Some(now()),
    }];
    insta::assert_snapshot!("candidates", shown(&candidates("example.org", &found, 8, &look)));
    insta::assert_snapshot!("sample", shown(&sample(&stored(treaty()), "Harbour Herald", 3, &look)));

    for tongue in ["en", "ru"] {
        let look = self::look(tongue);
        insta::assert_snapshot!(format!("start_{tongue}"), shown(&start("08:00 Europe/Moscow", &look)));
        insta::assert_snapshot!(format!("help_{tongue}"), shown(&help("", &look)));
        assert!(start("08:00 18:30 Europe/Moscow", &look).text.utf16_len() <= 500);
        for topic in HELP_TOPICS {
            assert!(help(topic, &look).text.utf16_len() > 100, "{topic}");
        }
        let stored = ["2 feeds".to_owned(), "1 digest".to_owned()];
        insta::assert_snapshot!(format!("privacy_{tongue}"), shown(&privacy(&stored, &look)));
    }
}

#[test]
fn settings_show_values_and_choices() {
    let settings = Settings {
        slots: crate::digest::read_slots("08:00 18:30").unwrap(),
        zone: chrono_tz::Europe::Moscow,
        mode: Mode::Digest,
        quotes: 3,
        quiet: crate::digest::Quiet::read("23:00-07:00").unwrap(),
        tongue: Tongue::default(),
        by_model: true,
        model: None,
        say_nothing_new: false,
        paused: false,
    };
    insta::assert_snapshot!("settings", shown(&settings.message(&look("en"))));
    insta::assert_snapshot!("settings_ru", shown(&settings.message(&look("ru"))));
    insta::assert_snapshot!("settings_zone", shown(&settings.choices("zone", &look("en"))));
    for name in SETTINGS {
        for button in settings.choices(name, &look("ru")).keyboard.iter().flatten() {
            let Action::Callback(data) = &button.action else { panic!("{name}: a link") };
            assert_ne!(Press::read(data), Some(Press::Nothing), "{name}: {}", button.label);
        }
    }
}

proptest! {
    #[test]
    fn digest_pages_fit_and_join_to_the_whole(
        stories in 0usize..40,
        headline in "\\PC{0,400}",
        summary in "\\PC{0,900}",
        words in "\\PC{0,500}",
    ) {
        let mut digest = digest(stories);
        for story in digest.stories.iter_mut().step_by(3) {
            story.headline.clone_from(&headline);
            story.summary.clone_from(&summary);
            story.quote = Some((headline.clone(), words.clone()));
        }
        let look = look("en");
        let pages = digest.pages(&look);
        for page in &pages {
            prop_assert!(page.utf16_len() <= MESSAGE_UNITS);
        }
        let joined = Rich::join(pages, "\n\n").text();
        let mut from = 0;
        for number in 1..=stories {
            let at = joined.get(from..).unwrap().find(&format!("{number}. "));
            prop_assert!(at.is_some(), "story {} is lost", number);
            from += at.unwrap();
        }
    }

    #[test]
    fn a_card_fits_whatever_it_holds(title in "\\PC{0,2000}", summary in "\\PC{0,4000}", words in "\\PC{1,349}", who in "\\PC{0,400}", most in 0usize..11) {
        let quotes = [(words.as_str(), who.as_str(), Kind::Direct, 1, ""); 10];
        let sample = Sample { title: &title, summary: &[&summary], quotes: &quotes, source: (&who, &who, &who, "XX") };
        let message = card(&sample).message(&Look { quotes: most, ..look("ru") });
        prop_assert!((1..=MESSAGE_UNITS).contains(&message.text.utf16_len()));
    }
}
