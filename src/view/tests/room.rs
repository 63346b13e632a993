//! Lists whose words need many marks to be quiet still fit a message, and name all they list.

use super::*;

/// A host of many labels: Telegram would take each full stop for part of a live address.
fn host(at: usize) -> String {
    format!("{}n{at:02}.example", "ab.".repeat(60))
}

fn fits(message: &Message, lines: usize) -> String {
    let (length, text) = (message.text.utf16_len(), message.text.text());
    assert!(length <= MESSAGE_UNITS, "{length}");
    for line in 1..=lines {
        assert!(text.contains(&format!("\n{line}. ")), "{line}: {text}");
    }
    text
}

#[test]
fn failing_feeds_of_long_hosts_fit_a_page() {
    for language in ["en", "ru"] {
        let options = render_options(language);
        let failing = |at| FeedLine {
            id: 1,
            title: host(at),
            url: format!("http://{}/f", host(at)),
            failing: Some((format!("{} is not found, asked at 10.0.0.1", host(at)), Some(now()))),
            ..FeedLine::default()
        };
        let lines: Vec<FeedLine> = (1..=24).map(failing).collect();
        let text = fits(&feeds(&lines, 0, &options), 20);
        assert!(text.lines().filter(|line| line.contains("⚠")).count() == 20, "{text}");
        // few of them are told at length
        assert!(feeds(&lines[..2], 0, &options).text.text().contains(&"ab.".repeat(30)));
        fits(
            &feed_card(
                &FeedLine { url: format!("https://x.example/{}", "a.b".repeat(3_000)), ..lines[0].clone() },
                &options,
            ),
            0,
        );
    }
}

#[test]
fn feeds_to_choose_among_fit_a_message() {
    let found = |at| Candidate {
        title: format!("{at} {}", "@a".repeat(60)),
        url: format!("https://x{at}.example/{}", "@a".repeat(60)),
        a_day: Some(21),
        newest: Some(now()),
    };
    let found: Vec<Candidate> = (1..=12).map(found).collect();
    fits(&candidates(&host(0), &found, 8, &render_options("en")), 12);
}

#[test]
fn articles_of_long_hosts_fit_a_message() {
    for bot in [None, Some("attache_bot".to_owned())] {
        let options = RenderOptions { bot, ..render_options("en") };
        let line = |at: usize| ListLine {
            article: 1,
            headline: format!("@{} {}", at, host(at)),
            published: Some(now()),
            source: Some(format!("a.bc.de.fg.hi.jk.lm.no ({})", host(at))),
            others: 3,
        };
        for count in [8, 20, 50] {
            let lines: Vec<ListLine> = (1..=count).map(line).collect();
            fits(&articles(&Rich::from("Found"), &lines, &options), count);
        }
    }
}

#[test]
fn a_caption_of_long_hosts_fits() {
    let file = File::text("a", "b", host(1).repeat(20));
    assert!(file.caption.encode_utf16().count() <= 1_024);
}
