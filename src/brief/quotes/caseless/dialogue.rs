//! Dialogue behind dashes where spaces part words: `– We stay, said X and sat down. – All of us.`
//!
//! In: a page. Out: the words of each line that a dash opens, without what is told of them, and who says them. Lines with a
//! dash are dialogue only where one of them is told to be said: lists have dashes, too.

use super::discourse::{Discourse, Voice};
use super::naming::phrase::{Phrase, Referent};
use super::page::{Line, Page, sentence_end, tags};
use super::rules::final_subjects;
use super::verb_first::first_verb;
use super::words::tags::Tags;
use super::words::token::{COLONS, COMMAS, Token};
use crate::languages::Order;
use crate::text::Span;

/// Dashes that open words.
const DASHES: [char; 3] = ['–', '—', '-'];

/// Marks behind which words may tell who speaks, beside commas.
const ENDS: [char; 4] = ['؟', '?', '!', '…'];

/// Fewest lines of a dialogue.
const FEWEST: usize = 2;

/// Tokens within which a verb of saying stands where it is last.
const REACH: usize = 8;

/// Words that tell who speaks: the mark before them, and one past the last of them.
#[derive(Debug, Clone, Copy)]
struct Telling {
    mark: usize,
    end: usize,
}

/// The words of each line of dialogue, with who says them.
#[must_use]
pub(crate) fn spoken(page: &Page, talk: &mut Discourse) -> Vec<(Span, Option<Voice>)> {
    if page.lexicon.unspaced {
        return Vec::new();
    }
    let opens = |line: &&Line| {
        let rest = page.of(line.span).strip_prefix(DASHES);
        rest.is_some_and(|rest| rest.starts_with(' '))
    };
    let lines: Vec<&Line> = page.lines.iter().filter(opens).collect();
    let told = |line: &&Line| telling(page, &line.tokens, 1).is_some();
    if lines.len() < FEWEST || !lines.iter().any(told) {
        return Vec::new();
    }
    lines.into_iter().flat_map(|line| parts(page, &line.tokens, talk)).collect()
}

/// The spoken parts of one line.
fn parts(page: &Page, tokens: &[Token], talk: &mut Discourse) -> Vec<(Span, Option<Voice>)> {
    let mut found = Vec::new();
    let mut from = 1;
    let mut voice = None;
    while from < tokens.len() {
        let told = telling(page, tokens, from);
        if let Some(told) = told {
            let who = subject(page, tokens, told);
            voice = who.and_then(|who| talk.resolve(page, &who)).or(voice);
        }
        let end = told.map_or(tokens.len(), |told| told.mark + 1);
        if let (Some(first), Some(last)) = (tokens.get(from), tokens.get(end - 1)) {
            found.push((Span::new(first.span.start, last.span.end).trimmed(page.text), voice.clone()));
        }
        // behind the stop of what is told a dash opens more words
        let goes_on = |told: &Telling| tokens.get(told.end + 1).is_some_and(|next| next.is_mark(&DASHES));
        from = told.filter(goes_on).map_or(tokens.len(), |told| told.end + 2);
    }
    found
}

/// The first words behind the token `from` that tell who speaks.
fn telling(page: &Page, tokens: &[Token], from: usize) -> Option<Telling> {
    let mark =
        |at: &usize| tokens.get(*at).is_some_and(|token| token.is_mark(&COMMAS) || token.is_mark(&ENDS));
    let told = |mark: usize| Telling { mark, end: sentence_end(tokens, mark + 1) };
    (from + 1..tokens.len()).filter(mark).map(told).find(|told| tells(page, tokens, *told))
}

/// True for a clause whose verb is one of saying and that brings no words of its own.
fn tells(page: &Page, tokens: &[Token], told: Telling) -> bool {
    page.steps.take(told.end - told.mark);
    let brings =
        |token: &Token| token.has(Tags::THAT) || token.is_mark(&COLONS) || token.quotation().is_some();
    let clause = tokens.get(told.mark + 1..told.end).unwrap_or_default();
    if clause.iter().any(brings) {
        return false;
    }
    match page.lexicon.order {
        Some(Order::VerbFirst) => tags(tokens, told.mark + 1).any(Tags::CUE),
        Some(Order::ClauseFinal) => {
            let before_comma = clause.iter().take(REACH).take_while(|token| !token.is_mark(&COMMAS));
            before_comma.into_iter().any(|token| token.has(Tags::VERB))
        }
        _ => false,
    }
}

fn subject(page: &Page, tokens: &[Token], told: Telling) -> Option<Phrase> {
    let who = match page.lexicon.order? {
        Order::VerbFirst => first_verb::first_subject(page, tokens, told.mark + 1, told.end),
        _ => final_subjects::subject(page, tokens, told.mark + 1, told.end),
    };
    who.filter(|who| !matches!(who.referent, Referent::Other | Referent::Unsure | Referent::Document))
}

#[cfg(test)]
mod tests {
    use crate::article::{Given, from_text};
    use crate::brief::quotes::find;
    use crate::languages::Language;

    #[test]
    fn what_is_told_of_a_line_is_no_part_of_its_words() {
        for (code, text, due) in [
            (
                "ar",
                "– متى فتحت الدكان؟ سألته.\n\n– قبل ثلاثين سنة، أجاب سليم الحداد وهو يبتسم. – ولن أغلقه.",
                vec!["متى فتحت الدكان؟", "قبل ثلاثين سنة،", "ولن أغلقه."],
            ),
            ("ar", "– الخبز أولا، قالت أمينة السالمي.\n\n– والملح؟", vec!["الخبز أولا،", "والملح؟"]),
            (
                "fa",
                "– کی دکان را باز کردید؟\n\n– سی سال پیش، سهراب آهنگر گفت و خندید. – نمی‌بندمش.",
                vec!["کی دکان را باز کردید؟", "سی سال پیش،", "نمی‌بندمش."],
            ),
            ("fa", "– نان، نمک، آب.\n\n– چای و قند.", vec![]),
        ] {
            let mut article = from_text(text, &Given::default());
            article.language = Language::coded(code);
            let quotes = find(&article);
            let found: Vec<&str> = quotes.iter().map(|quote| quote.text.as_str()).collect();
            assert_eq!(found, due, "{text}");
        }
    }
}
