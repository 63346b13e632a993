//! Sentences of our own in each language with words in marks, or behind dashes, that are a quotation or none.

use crate::article::{Given, from_text};
use crate::brief::quotes::find;
use crate::languages::Language;

const CASES: [(&str, &str); 9] = [
    ("de", include_str!("cases/words/de.txt")),
    ("es", include_str!("cases/words/es.txt")),
    ("fr", include_str!("cases/words/fr.txt")),
    ("it", include_str!("cases/words/it.txt")),
    ("pl", include_str!("cases/words/pl.txt")),
    ("pt", include_str!("cases/words/pt.txt")),
    ("ru", include_str!("cases/words/ru.txt")),
    ("tr", include_str!("cases/words/tr.txt")),
    ("uk", include_str!("cases/words/uk.txt")),
];

#[test]
fn words_in_marks_are_a_quotation_only_where_somebody_may_have_said_them() {
    let mut wrong = Vec::new();
    for (code, cases) in CASES {
        let mut lines = cases.lines().filter(|line| !line.starts_with('#'));
        let lead = lines.next().unwrap();
        for line in lines {
            let (sign, words) = line.split_once(' ').unwrap();
            let text = if sign == "=" { words.to_owned() } else { format!("{lead}\n\n{words}") };
            let mut article = from_text(&text, &Given::default());
            article.language = Language::coded(code);
            let from = article.text.len() - words.len();
            let found = find(&article).iter().any(|quote| quote.span.start >= from);
            if found != (sign == "+") {
                wrong.push(format!("{code}: {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
