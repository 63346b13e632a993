//! Digests, lists, feeds, settings and plain texts.

use super::*;

fn digest(stories: usize) -> Digest {
    let story = |at: usize| Story {
        headline: format!("Headline number {at} about the river Ossa & its dams"),
        url: Some(format!("https://example.org/{at}")),
        summary: "The dams hold, officials said. Work goes on until spring.".into(),
        opens: Some(Opens::Story(at as i64)),
        further: (0..at % 3)
            .map(|more| Further {
                headline: format!("Further headline {more} of {at}"),
                url: (more == 0).then(|| format!("https://example.org/{at}/{more}")),
            })
            .collect(),
        quote: at.is_multiple_of(2).then(|| Said {
            name: "Anna Orlo".into(),
            role: Some("Foreign Minister of Lakeland".into()),
            words: "We waited nine years.".into(),
            rest: None,
            outlet: "Norvia Post".into(),
            url: Some(format!("https://post.example/{at}")),
        }),
        outlets: ["Harbour Herald", "Norvia Post", "Ossa Wire", "The Dam", "Fifth"][..=(at % 5)]
            .iter()
            .map(|name| Outlet {
                source: Source {
                    name: (*name).into(),
                    label: (*name == "Harbour Herald").then(|| Label {
                        kind: "state-controlled".into(),
                        country: "Lakeland".into(),
                        code: "LK".into(),
                    }),
                },
                url: (*name != "Ossa Wire").then(|| format!("https://example.org/{}/{at}", name.len())),
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
        failing: vec!["Ossa Wire".into()],
        held_back: 2,
        late: false,
        model_spent: false,
        by_model: None,
        corrections: Vec::new(),
    }
}

#[test]
fn what_was_put_right_opens_a_digest() {
    let correction = |speaker: Option<&str>, hidden| Correction {
        headline: "Lakeland signs a river treaty".into(),
        url: Some("https://herald.example/treaty".into()),
        quote: "We waited nine years for this".into(),
        was: Some("Anna Orlo".into()),
        speaker: speaker.map(str::to_owned),
        hidden,
    };
    let corrections =
        vec![correction(Some("Ilan Dorev"), false), correction(None, false), correction(None, true)];
    for locale in ["en", "ru"] {
        let page =
            Digest { corrections: corrections.clone(), ..digest(0) }.pages(&render_options(locale)).remove(0);
        insta::assert_snapshot!(format!("corrections_{locale}"), page.text.to_html());
    }
}

#[test]
fn a_digest_in_both_languages() {
    for locale in ["en", "ru"] {
        let pages = digest(3).pages(&render_options(locale));
        assert_eq!(pages.len(), 1);
        insta::assert_snapshot!(format!("digest_{locale}"), pages[0].text.to_html());
    }
}

#[test]
fn a_flood_of_stories_is_ten_told_and_a_line_for_each_other() {
    let mut options = render_options("en");
    options.bot = Some("attache_bot".into());
    let pages = digest(60).pages(&options);
    assert!(pages.len() <= 4, "{} pages", pages.len());
    let whole = pages.iter().map(|page| page.text.text()).collect::<Vec<_>>().join("\n");
    assert_eq!(whole.matches("The dams hold").count(), 10);
    assert!(whole.contains("50 more headlines") && whole.contains("60. Headline number 59"));
    let html = pages.iter().map(|page| page.text.to_html()).collect::<String>();
    assert!(html.contains("https://t.me/attache_bot?start=st_59"), "{html}");
    // where words cannot be links each line has a button
    options.bot = None;
    let pages = digest(60).pages(&options);
    let turning = Turning::InPlace { digest: 1 };
    let opened = (1..=pages.len()).flat_map(|page| digest_page(&pages, page, &turning, &options).keyboard);
    let labels: Vec<String> = opened.flatten().map(|button| button.label).collect();
    assert!(labels.contains(&"60".to_owned()) && labels.contains(&"11".to_owned()), "{labels:?}");
}

#[test]
fn pages_turn_in_place_or_by_a_deep_link() {
    let pages = ["one", "two", "three"].map(|text| Page { text: text.into(), opens: Vec::new() });
    let mut options = render_options("en");
    options.bot = Some("attache_bot".into());
    let private = Turning::InPlace { digest: 9 };
    assert_eq!(
        shown(&digest_page(&pages, 2, &private, &options)),
        "two\n[‹ Back → dg:9:1] [Page 2 of 3 → -] [Next › → dg:9:3]\n[Press review → rv:9]"
    );
    assert_eq!(
        shown(&digest_page(&pages, 99, &private, &options)),
        "three\n[‹ Back → dg:9:2] [Page 3 of 3 → -]\n[Press review → rv:9]"
    );
    let group = Turning::DeepLink { token: "tok-EN_1".into() };
    let shown_in_group = shown(&digest_page(&pages, 1, &group, &options));
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
            others: 0,
        })
        .collect();
    let mut options = render_options("en");
    options.bot = Some("attache_bot".into());
    let messages = list("Harbour Herald", &lines, &options);
    assert_eq!(messages.len(), 3);
    let text: String = messages.iter().map(|message| message.text.text()).collect();
    for number in 1..=120 {
        assert!(text.contains(&format!("{number}. Ministers")), "{number}");
    }
    for message in &messages {
        assert!(message.text.utf16_len() <= MESSAGE_UNITS);
        assert!(message.keyboard.iter().flatten().count() <= 100);
    }
    insta::assert_snapshot!("list", shown(&list("Harbour Herald", &lines[..3], &options)[0]));
}

#[test]
fn quotes_of_a_person() {
    let text = "He said: “We waited nine years.” They were “a gift”.";
    let said = |words: &str, kind| SaidLine {
        quote: quote(text, words, "Anna Orlo|Foreign Minister of Lakeland|she", kind, None),
        article: 1,
        headline: "Lakeland and Norvia sign".into(),
        source: Source { name: "Harbour Herald".into(), label: None },
        others: if kind == Kind::Mixed { 2 } else { 0 },
        at: Some(now()),
        url: Some("https://example.org/1".into()),
    };
    let options = render_options("en");
    let lines = [said("We waited nine years.", Kind::Direct), said("a gift", Kind::Mixed)];
    let head = options.locale.rich("quotes-head", &[("who", "Anna Orlo".into()), ("count", 7usize.into())]);
    insta::assert_snapshot!(
        "quotes",
        shown(&quotes(head, &lines, 1, 7, &options, |page| Press::SpeakerQuotes(4, page)))
    );
}

#[test]
fn feeds_and_what_is_asked_of_them() {
    let options = render_options("en");
    let feed = |id, failing: bool| FeedLine {
        id,
        title: format!("Feed {id}"),
        url: format!("https://example.org/{id}.xml"),
        newest: Some(("Ports closed".into(), now())),
        failing: failing.then(|| ("example.org refuses bots (403)".into(), Some(now()))),
        articles: 20,
        ..FeedLine::default()
    };
    insta::assert_snapshot!("feeds", shown(&feeds(&[feed(1, false), feed(2, true)], 0, &options)));
    insta::assert_snapshot!("feeds_none", shown(&feeds(&[], 0, &options)));
    insta::assert_snapshot!("feed_card", shown(&feed_card(&feed(2, true), &options)));
    let unread = FeedLine { unread: Some("example.org refuses bots (403)".into()), ..feed(3, false) };
    let listed = feeds(std::slice::from_ref(&unread), 0, &options).text.text();
    assert!(listed.contains(" · newest article cannot be read"), "{listed}");
    let card = feed_card(&unread, &options).text.text();
    assert!(card.contains("Its newest article cannot be read: example.org refuses bots (403)\n"), "{card}");
    let found = [Candidate {
        title: "World".into(),
        url: "https://example.org/w".into(),
        a_day: Some(21),
        newest: Some(now()),
    }];
    insta::assert_snapshot!("candidates", shown(&candidates("example.org", &found, 8, &options)));
    insta::assert_snapshot!(
        "sample",
        shown(&sample(&stored(treaty()), "Harbour Herald", (3, Mode::Digest), &options))
    );
}

#[test]
fn settings_show_values_and_choices() {
    let settings = Settings {
        slots: crate::digest::read_slots("08:00 18:30").unwrap(),
        review: crate::digest::read_slots("mon-fri 07:30").unwrap(),
        review_format: DocumentFormat::Docx,
        zone: chrono_tz::Europe::Moscow,
        mode: Mode::Digest,
        quotes: 3,
        quiet: crate::digest::Quiet::read("23:00-07:00").unwrap(),
        locale: Locale::default(),
        by_model: true,
        model: None,
        say_nothing_new: false,
        reads: vec![],
        translates: false,
        paused: false,
    };
    insta::assert_snapshot!("settings", shown(&settings.message(&render_options("en"))));
    insta::assert_snapshot!("settings_ru", shown(&settings.message(&render_options("ru"))));
    insta::assert_snapshot!("settings_zone", shown(&settings.choices(Setting::Zone, &render_options("en"))));
    let reads = vec![crate::text::Language::coded("en"), crate::text::Language::coded("ru")];
    let reading = Settings { reads, translates: true, ..settings.clone() };
    let row = reading.message(&render_options("ru")).text.text();
    assert!(row.contains("\nЧитаю: по-английски, по-русски\n"), "{row}");
    for name in Setting::ALL.into_iter().chain([Setting::Read]) {
        for button in settings.choices(name, &render_options("ru")).keyboard.iter().flatten() {
            let Action::Callback(data) = &button.action else { panic!("{name:?}: a link") };
            assert_ne!(Press::read(data), Some(Press::Nothing), "{name:?}: {}", button.label);
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
            story.quote = Some(Said { name: headline.clone(), words: words.clone(), ..Said::default() });
        }
        let options = render_options("en");
        let pages = digest.pages(&options);
        for page in &pages {
            prop_assert!(page.text.utf16_len() <= MESSAGE_UNITS && page.text.styled() <= 95);
        }
        let joined = Rich::join(pages.into_iter().map(|page| page.text), "\n\n").text();
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
        let message = card(&sample).message(&RenderOptions { quotes: most, ..render_options("ru") });
        prop_assert!((1..=MESSAGE_UNITS).contains(&message.text.utf16_len()));
    }
}

#[test]
fn in_a_channel_buttons_only_show() {
    let bot = Some("attache_bot");
    let message = Message::new("x")
        .row(vec![
            Button::press("All quotes", &Press::ArticleQuotes(4, 0)),
            Button::press("Orlo ▸", &Press::SpeakerQuotes(7, 0)),
        ])
        .row(vec![
            Button::press("Other sources 2", &Press::Story(3)),
            Button::press("Cite", &Press::Cite(4)),
            Button::press("Mute feed", &Press::Mute(9)),
        ])
        .row(vec![Button::press("1", &Press::Article(4)), Button::url("Full", "https://example.org/")]);
    insta::assert_snapshot!(shown(&message.clone().in_channel(bot)), @r"
    x
    [All quotes → https://t.me/attache_bot?start=a_4] [Orlo ▸ → https://t.me/attache_bot?start=q_7]
    [Other sources 2 → https://t.me/attache_bot?start=st_3]
    [Full → https://example.org/]
    ");
    assert_eq!(message.in_channel(None).keyboard.len(), 1);
}
