//! Passages of our own in each language, and who says what in them.
//!
//! A file holds passages parted by `---`; behind the text stand lines `= words | name` (`-` for nobody named) and `! words`
//! for words in marks that are no quotation, `~ words` for words that nobody is told to have said.

use crate::article::{Given, from_text};
use crate::brief::Quote;
use crate::brief::quotes::find;
use crate::languages::Language;

const PASSAGES: [(&str, &str); 9] = [
    ("de", include_str!("passages/de.txt")),
    ("es", include_str!("passages/es.txt")),
    ("fr", include_str!("passages/fr.txt")),
    ("it", include_str!("passages/it.txt")),
    ("pl", include_str!("passages/pl.txt")),
    ("pt", include_str!("passages/pt.txt")),
    ("ru", include_str!("passages/ru.txt")),
    ("tr", include_str!("passages/tr.txt")),
    ("uk", include_str!("passages/uk.txt")),
];

fn quotes(passage: &str, code: &str) -> Vec<Quote> {
    let text: Vec<&str> = passage.lines().filter(|line| !line.starts_with(['=', '!', '~'])).collect();
    let article = from_text(text.join("\n").trim(), &Given::default());
    assert_eq!(article.language, Language::coded(code), "{passage}");
    find(&article)
}

#[test]
fn who_speaks_is_read_in_every_language() {
    let mut wrong = Vec::new();
    for (code, passages) in PASSAGES {
        for passage in passages.split("---\n") {
            let found = quotes(passage, code);
            for line in passage.lines() {
                let Some((words, due)) = line.strip_prefix("= ").and_then(|line| line.split_once(" | "))
                else {
                    continue;
                };
                let quote = found.iter().find(|quote| quote.text.contains(words));
                let speaker = quote.and_then(|quote| quote.speaker.as_ref());
                let name = speaker.map(|speaker| speaker.name.as_deref().unwrap_or("-"));
                if name != Some(due) {
                    wrong.push(format!("{code}: {words}: {name:?}, due {due}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn names_and_words_in_doubt_are_no_quotations() {
    for (code, passages) in PASSAGES {
        for passage in passages.split("---\n") {
            let found = quotes(passage, code);
            for words in passage.lines().filter_map(|line| line.strip_prefix("! ")) {
                assert!(found.iter().all(|quote| quote.text != words), "{code}: {words}");
            }
        }
    }
}

#[test]
fn denied_words_and_hearsay_are_nobodys() {
    let mut wrong = Vec::new();
    for (code, passages) in PASSAGES {
        for passage in passages.split("---\n") {
            let found = quotes(passage, code);
            for words in passage.lines().filter_map(|line| line.strip_prefix("~ ")) {
                assert!(passage.matches(words).count() > 1, "{code}: {words}");
                let quote = found.iter().find(|quote| quote.text.contains(words));
                let speaker = quote.and_then(|quote| quote.speaker.as_ref());
                if let Some(speaker) = speaker {
                    wrong.push(format!("{code}: {words}: {speaker:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
