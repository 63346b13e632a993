use super::*;

fn sample() -> Document {
    let text = Inline::from("a<b & \"c\" *d* [e]").sources(&[1, 2]);
    Document {
        title: "Press & review <1>".into(),
        language: "en",
        blocks: vec![
            Block::Heading { level: 2, story: None, text: "Findings".into() },
            Block::List(vec![
                Inline::new()
                    .strong("Treaty signed")
                    .plain(" (3 owners)")
                    .sources(&[1])
                    .line_break()
                    .emphasis("- below"),
                "2026. A year".into(),
            ]),
            Block::Heading { level: 3, story: Some(1), text: "1. Treaty signed".into() },
            Block::Small(Inline::new().emphasis("first: ").link("Wire", "https://wire.example/a?b=1&c=2")),
            Block::Paragraph(text),
            Block::Quote {
                words: vec!["“No one will go dry.”".into()],
                by: Inline::new().strong("Anna Orlo").plain(" · Wire").sources(&[1]),
            },
            Block::Paragraph(
                Inline::new()
                    .plain("to ")
                    .marked("12")
                    .plain(" ships; see ")
                    .stories(&[1])
                    .link("x", "javascript:alert(1)"),
            ),
            Block::Sources(vec!["Wire".into(), "Post\u{0}\u{202e}\nHerald".into()]),
        ],
    }
}

#[test]
fn a_document_in_html_and_markdown() {
    let html = sample().write(DocumentFormat::Html);
    let html = String::from_utf8(html).unwrap();
    let body = html.split_once("<main>").unwrap().1;
    insta::assert_snapshot!("html", body);
    assert!(!html.contains("<script") && !html.contains("javascript:"));
    insta::assert_snapshot!("markdown", String::from_utf8(sample().write(DocumentFormat::Markdown)).unwrap());
}

#[test]
fn a_word_document_holds_the_same_words_and_leads_to_what_it_has() {
    let bytes = sample().write(DocumentFormat::Docx);
    assert_eq!(bytes, sample().write(DocumentFormat::Docx));
    assert!(bytes.starts_with(b"PK\x03\x04"));
    let read = crate::article::document::text("review.docx", &bytes).unwrap();
    assert!(read.contains(&sample().title), "{read}");
    let xml = String::from_utf8_lossy(&bytes);
    let document = xml.split_once("<w:body>").unwrap().1.split_once("</w:body>").unwrap().0;
    let balanced = document.matches("<w:p>").count() == document.matches("</w:p>").count();
    assert!(
        balanced && document.matches("<w:hyperlink ").count() == document.matches("</w:hyperlink>").count()
    );
    for anchor in document.split("w:anchor=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(document.contains(&format!("w:name=\"{anchor}\"")), "{anchor}");
    }
    for relation in document.split("r:id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(xml.contains(&format!("Id=\"{relation}\"")), "{relation}");
    }
    for words in ["a&lt;b &amp; &quot;c&quot; *d* [e]", "Press &amp; review &lt;1&gt;", "Post  Herald"] {
        assert!(document.contains(words), "{words}");
    }
}

#[test]
fn words_that_are_read_from_right_to_left_say_so() {
    let blocks = vec![
        Block::Heading { level: 3, story: Some(1), text: "1. اتفاق على الأقفال".into() },
        Block::Paragraph(Inline::new().strong("نبيل شفيق").plain(" · Wire").sources(&[1])),
        Block::Quote { words: vec!["“سننتظر” [x]".into()], by: "Wire: نبيل شفيق".into() },
        Block::List(vec!["Wire · اتفاق".into()]),
    ];
    let document = Document { blocks, ..sample() };
    let html = String::from_utf8(document.write(DocumentFormat::Html)).unwrap();
    for told in [
        "<h3 id=\"t1\" dir=\"rtl\">1.",
        "<p dir=\"rtl\"><strong>",
        "<p dir=\"rtl\">“",
        "<figcaption>Wire",
        "<li>Wire",
    ] {
        assert!(html.contains(told), "{told}");
    }
    let word = document.write(DocumentFormat::Docx);
    let word = String::from_utf8_lossy(&word);
    assert_eq!((word.matches("<w:bidi/>").count(), word.matches("<w:rtl/>").count()), (3, 3));
}

#[test]
fn numbers_in_a_row_are_told_by_the_first_and_the_last() {
    let drawn = |numbers: &[usize]| {
        let document = Document {
            blocks: vec![Block::Paragraph(Inline::new().sources(numbers))],
            ..Document::default()
        };
        String::from_utf8(document.write(DocumentFormat::Markdown)).unwrap()
    };
    for (numbers, told) in [
        (&[][..], ""),
        (&[4], "[4]"),
        (&[1, 2, 4], "[1, 2, 4]"),
        (&[1, 2, 3, 5, 7, 8, 9, 10], "[1–3, 5, 7–10]"),
    ] {
        let text = drawn(numbers).replace('\\', "");
        assert_eq!(
            text.trim_start_matches(['#', ' ', '\n']).trim().trim_start_matches('\u{a0}'),
            told,
            "{numbers:?}"
        );
    }
}

#[test]
fn formats_are_named_by_their_endings() {
    for format in DocumentFormat::ALL {
        assert_eq!(DocumentFormat::read(format.word()), Some(format));
    }
    assert_eq!(DocumentFormat::read("pdf"), None);
}

#[test]
fn a_title_holds_nothing_that_xml_cannot() {
    let document = Document { title: "Tavria\u{fffe}\u{1b}\u{202e} & co".into(), ..sample() };
    for format in [DocumentFormat::Docx, DocumentFormat::Html, DocumentFormat::Markdown] {
        let bytes = document.write(format);
        for wrong in ["\u{fffe}", "\u{1b}", "\u{202e}"] {
            assert!(!String::from_utf8_lossy(&bytes).contains(wrong), "{wrong:?} in {format:?}");
        }
    }
}
