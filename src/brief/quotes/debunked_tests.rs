//! What a fact-check tells of words in marks, in every language: rows of our own.

use crate::article::{Given, from_text};
use crate::brief::quotes::find;
use crate::languages::Language;

const CASES: &str = include_str!("cases/debunked.txt");

#[test]
fn words_that_a_fact_check_judges_are_nobodys_and_others_stay_somebodys() {
    let mut wrong = Vec::new();
    let mut told = 0;
    for cases in CASES.split("\n[").skip(1) {
        let (code, cases) = cases.split_once("]\n").unwrap();
        let mut lines = cases.lines().filter(|line| !line.starts_with('#'));
        let (name, lead) = (lines.next().unwrap(), lines.next().unwrap().replace("{X}", "@"));
        for line in lines {
            let (sign, case) = line.split_once(' ').unwrap();
            let text = format!("{lead}\n\n{}", case.replace('⏎', "\n\n")).replace('@', name);
            let mut article = from_text(&text, &Given::default());
            article.language = Language::coded(code);
            let quotes = find(&article);
            let names: Vec<_> =
                quotes.iter().filter_map(|quote| quote.speaker.as_ref()?.name.as_deref()).collect();
            let right = if sign == "+" { names.contains(&name) } else { names.is_empty() };
            told += 1;
            if !right {
                wrong.push(format!("{code}: {line}: {names:?}"));
            }
        }
    }
    assert!(told > 60 && wrong.is_empty(), "{told}: {wrong:#?}");
}
