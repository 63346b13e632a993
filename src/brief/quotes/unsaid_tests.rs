//! Sentences of our own in each language that tell, or do not tell, that somebody said something.

use crate::article::{Given, from_text};
use crate::brief::quotes::find;
use crate::languages::Language;

const CASES: [(&str, &str); 13] = [
    ("ar", include_str!("cases/unsaid/ar.txt")),
    ("de", include_str!("cases/unsaid/de.txt")),
    ("es", include_str!("cases/unsaid/es.txt")),
    ("fa", include_str!("cases/unsaid/fa.txt")),
    ("fr", include_str!("cases/unsaid/fr.txt")),
    ("it", include_str!("cases/unsaid/it.txt")),
    ("ja", include_str!("cases/unsaid/ja.txt")),
    ("pl", include_str!("cases/unsaid/pl.txt")),
    ("pt", include_str!("cases/unsaid/pt.txt")),
    ("ru", include_str!("cases/unsaid/ru.txt")),
    ("tr", include_str!("cases/unsaid/tr.txt")),
    ("uk", include_str!("cases/unsaid/uk.txt")),
    ("zh", include_str!("cases/unsaid/zh.txt")),
];

#[test]
fn words_are_somebodys_only_where_a_sentence_tells_that_they_were_said() {
    let mut wrong = Vec::new();
    for (code, cases) in CASES {
        let mut lines = cases.lines().filter(|line| !line.starts_with('#'));
        let (name, lead) = (lines.next().unwrap(), lines.next().unwrap());
        for line in lines {
            let (sign, sentence) = line.split_once(' ').unwrap();
            let mut article = from_text(&format!("{lead}\n\n{sentence}"), &Given::default());
            article.language = Language::coded(code);
            let quotes = find(&article);
            let names: Vec<_> =
                quotes.iter().filter_map(|quote| quote.speaker.as_ref()?.name.as_deref()).collect();
            let right = if sign == "+" { names.contains(&name) } else { names.is_empty() };
            if !right {
                wrong.push(format!("{code}: {line}: {names:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
