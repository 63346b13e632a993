//! Cards, charts and messages are drawn whatever is put in, or not at all.

use super::draw::png;
use super::flow::{fitted, flowing};
use super::look::{Family, is_rtl};
use super::*;

const INK: Look = Look { is_bold: false, is_slanted: false, color: "#000000" };

fn run(words: &str) -> Vec<Run> {
    vec![Run { words: words.to_owned(), look: INK }]
}

fn card(words: &str, name: &str, role: &str) -> QuoteCard {
    QuoteCard {
        words: vec![words.to_owned()],
        name: name.to_owned(),
        role: Some(role.to_owned()),
        facts: "Lakeside Wire · state-funded, Tavria · 14 Sep 2026".into(),
        link: Some("https://lakeside.example/2026/09/14/crossing".into()),
    }
}

/// Width and height in the header of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn a_card_has_the_size_of_its_shape_in_every_script() {
    for words in [
        "“The crossing will stay open day and night for as long as people need it.”",
        "«Переход останется открытым днём и ночью.»",
        "“سيبقى المعبر مفتوحا ليلا ونهارا ما دام الناس بحاجة إليه.”",
        "“המעבר יישאר פתוח יומם ולילה.”",
        "“只要人们需要，过境点就会日夜开放。”",
        "“必要とする人がいる限り、通行所は昼も夜も開けておく。”",
        "“Το πέρασμα θα μείνει ανοιχτό.”",
    ] {
        let card = card(words, "Ilan Dorev", "Foreign Minister of Tavria");
        assert_eq!(size(&card.png(Shape::Wide).unwrap()), (1_200, 630), "{words}");
        assert_eq!(size(&card.png(Shape::Tall).unwrap()), (1_080, 1_350), "{words}");
    }
}

#[test]
fn a_letter_without_a_glyph_makes_no_picture() {
    assert!(can_draw("Ilan Dorev, Илан Дорев"));
    for words in ["한국어", "😀", "ᚠᚢᚦ"] {
        assert!(!can_draw(words), "{words}");
        assert_eq!(card(words, "Ilan Dorev", "").png(Shape::Wide), None);
        assert_eq!(card("“Yes.”", words, "").png(Shape::Wide), None);
    }
}

#[test]
fn the_list_of_letters_is_what_the_fonts_draw() {
    // what has a glyph of its own leaves other pixels than what has none
    let drawn = |letter: char| {
        let words = super::svg::line(
            &letter.to_string(),
            (10.0, 80.0),
            (80.0, Family::of(&letter.to_string())),
            INK,
            (super::svg::Anchor::Start, false),
        );
        png(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">{words}</svg>"))
            .unwrap()
    };
    let missing = drawn('\u{10ffff}');
    for letter in "aЯωשع中の仮Ğ—«€".chars() {
        assert!(super::coverage::has_glyph(letter));
        assert_ne!(drawn(letter), missing, "{letter}");
    }
}

#[test]
fn words_that_do_not_fit_become_smaller_and_then_shorter() {
    let sizes = [40.0, 30.0, 20.0];
    let room = (600.0, 120.0);
    assert!((fitted(&run("One line."), room, &sizes).unwrap().size - 40.0).abs() < 0.1);
    let more = "The crossing will stay open day and night for as long as people need it, and longer too.";
    let smaller = fitted(&run(&more.repeat(2)), room, &sizes).unwrap();
    assert!(smaller.size < 39.0 && smaller.height() <= 121.0 && smaller.width() <= 601.0, "{smaller:?}");
    assert_eq!(fitted(&run(&more.repeat(20)), room, &sizes), None);
    let mut card = card(&format!("“{}”", more.repeat(40)), "Ilan Dorev", "Minister");
    assert_eq!(card.png(Shape::Wide), None);
    card.words.push("“The crossing will stay open.” …".into());
    assert!(card.png(Shape::Wide).is_some());
}

#[test]
fn lines_are_as_wide_as_their_room_at_most() {
    for words in [
        "The crossing will stay open day and night for as long as people need it.",
        "https://lakeside.example/a-very-long-address-without-any-space-in-it/2026/09/14/the-crossing-stays-open.html",
        "只要人们需要，过境点就会日夜开放，两国外长周一表示。只要人们需要，过境点就会日夜开放。",
        "سيبقى المعبر مفتوحا ليلا ونهارا ما دام الناس بحاجة إليه، قال الوزير يوم الاثنين.",
    ] {
        let lines = flowing(&run(words), 400.0, 28.0).unwrap();
        assert!(lines.width() <= 401.0, "{} {words}", lines.width());
        assert!(lines.height() > 28.0 * 2.0, "{words}");
    }
}

#[test]
fn a_line_runs_the_way_most_of_its_letters_do() {
    for (words, rtl) in [
        ("The minister", false),
        ("قال الوزير", true),
        ("قال وزير الخارجية في UN", true),
        ("The paper الأهرام said so", false),
        ("14 · 2026", false),
    ] {
        assert_eq!(is_rtl(words), rtl, "{words}");
    }
    let lines = flowing(&run("قال الوزير"), 400.0, 28.0).unwrap().svg((0.0, 0.0), 400.0);
    assert!(lines.contains("text-anchor=\"end\"") && lines.contains("x=\"400.0\""), "{lines}");
}

#[test]
fn hostile_words_stay_words() {
    let bad = "</text><script>x</script>&amp;{who}\u{0}\u{202e}";
    let card = QuoteCard { facts: bad.into(), ..card(&format!("“{bad}”"), bad, bad) };
    let svg = card.svg(Shape::Wide).unwrap();
    assert!(!svg.contains("<script") && svg.contains("&lt;/text&gt;"), "{svg}");
    assert!(card.png(Shape::Wide).is_some());
}

#[test]
fn a_chart_names_its_bars() {
    let chart = Chart {
        title: "Ilan Dorev".into(),
        facts: "17 articles by 2 sources, 1 Sep – 14 Sep".into(),
        days: (1..=14).map(|day| (format!("{day} Sep"), day % 5)).collect(),
        sources: vec![("Lakeside Wire".into(), 12), ("الأهرام".into(), 5)],
    };
    let svg = chart.svg().unwrap();
    for words in ["Ilan Dorev", "Lakeside Wire", "الأهرام", ">12<", "14 Sep", "17 articles"] {
        assert!(svg.contains(words), "{words} in {svg}");
    }
    assert_eq!(size(&chart.png().unwrap()).0, 1_200);
    assert!(Chart::default().png().is_some());
}

#[test]
fn a_message_is_as_high_as_its_words() {
    let paragraph = |words: &str| Paragraph { runs: run(words), size: 20.0, ..Paragraph::default() };
    let short = size(&bubble(&[paragraph("One line.")], &[]).unwrap());
    let long =
        size(&bubble(&[paragraph("One line."), paragraph("Another.")], &[vec!["Cite".into()]]).unwrap());
    assert_eq!(short.0, long.0);
    assert!(long.1 > short.1 + 60, "{short:?} {long:?}");
    assert_eq!(size(&sheet(&vec![paragraph("One line."); 200]).unwrap()), (868, 1_228));
}

#[test]
fn a_mark_stays_with_its_word_and_a_space_between_looks_is_kept() {
    let bold = Look { is_bold: true, ..INK };
    let runs = |parts: &[(&str, Look)]| -> Vec<Run> {
        parts.iter().map(|(words, look)| Run { words: (*words).to_owned(), look: *look }).collect()
    };
    let lines =
        flowing(&runs(&[("Read at ", INK), ("Wire", bold), (")", INK), (" · more", INK)]), 900.0, 20.0)
            .unwrap();
    let svg = lines.svg((0.0, 0.0), 900.0);
    assert!(svg.contains(">Read at<") && svg.contains("> Wire<") && svg.contains(">) · more<"), "{svg}");
    for width in (100..400).step_by(7) {
        let lines =
            flowing(&runs(&[("two words (", INK), ("Wire", bold), (").", INK)]), width as f32, 28.0).unwrap();
        let svg = lines.svg((0.0, 0.0), width as f32);
        let begins =
            svg.match_indices("x=\"0.0\"").map(|(at, _)| svg.split_at(at).1.split('>').nth(1).unwrap());
        assert!(begins.into_iter().all(|words| !words.starts_with(')')), "{width}: {svg}");
        let lines = flowing(&run("他们说：“我们等了九年。”然后离开。"), width as f32, 28.0).unwrap();
        for words in lines.svg((0.0, 0.0), 900.0).split('>').skip(1).step_by(2) {
            assert!(!words.starts_with(['。', '”', '：']), "{width}: {words}");
        }
    }
}
