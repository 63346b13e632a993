//! What an outlet withdraws in a note, in every language, and what only looks like it: rows of our own.

use crate::article::{Given, from_text};
use crate::brief::write;
use crate::languages::Language;

const CASES: &str = include_str!("cases.txt");

#[test]
fn words_withdrawn_in_a_note_are_nobodys_and_other_words_stay_somebodys() {
    let (mut wrong, mut told) = (Vec::new(), 0);
    for cases in CASES.split("\n[").skip(1) {
        let (code, cases) = cases.split_once("]\n").unwrap();
        let mut lines = cases.lines().filter(|line| !line.starts_with('#'));
        let (name, lead) = (lines.next().unwrap(), lines.next().unwrap());
        for line in lines {
            let (sign, case) = line.split_once(' ').unwrap();
            let (note, behind) = case.split_once('⏎').unwrap_or((case, ""));
            // a note stands above the article as well as below
            for (above, text) in [
                (false, format!("{lead}\n\n{note}\n\n{behind}")),
                (true, format!("{note}\n\n{behind}\n\n{lead}")),
            ] {
                let mut article = from_text(&text.replace('@', name), &Given::default());
                article.language = Language::coded(code);
                let brief = write(&article);
                let names: Vec<_> =
                    brief.quotes.iter().map(|quote| quote.speaker.as_ref()?.name.as_deref()).collect();
                let right = match sign {
                    "-" => names.is_empty(),
                    "1" => names == [Some(name)],
                    _ => names.contains(&Some(name)),
                };
                let led = sign == "+" || brief.summary.sentences.iter().all(|one| lead.contains(one));
                told += 1;
                if !right || !led {
                    wrong.push(format!("{code} {above}: {line}: {names:?} {:?}", brief.summary.sentences));
                }
            }
        }
    }
    assert!(told > 60 && wrong.is_empty(), "{told}: {wrong:#?}");
}
