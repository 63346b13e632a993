//! Words in quotation marks in a summary: only ours, and with their speaker.

use crate::brief::Quote;
use crate::text::{self, Language, fold};

use super::polarity::says_no;

/// The most bytes of a text in which marks are looked for.
const MARKED: usize = 200_000;

/// The pieces of a sentence in quotation marks; `None` when marks are left open.
pub(super) fn pieces(sentence: &str) -> Option<Vec<String>> {
    let mut found = Vec::new();
    let mut open: Option<(char, String)> = None;
    for letter in sentence.chars() {
        let closes = open
            .as_ref()
            .is_some_and(|(closing, _)| letter == *closing || (*closing == '“' && letter == '”'));
        match (&mut open, letter) {
            (Some(_), _) if closes => found.extend(open.take().map(|(_, inside)| inside)),
            (None, '"') => open = Some(('"', String::new())),
            (None, '“') => open = Some(('”', String::new())),
            (None, '«') => open = Some(('»', String::new())),
            (None, '„') => open = Some(('“', String::new())),
            (None, '‹') => open = Some(('›', String::new())),
            (None, '‘') => open = Some(('’', String::new())),
            (None, '”' | '»' | '›') => return None,
            (Some((_, inside)), _) => inside.push(letter),
            (None, _) => {}
        }
    }
    // An apostrophe may look like an opening mark: `the ‘90s`.
    match open {
        Some((closing, _)) if closing != '’' => None,
        _ => Some(found),
    }
}

/// True when `piece` stands word for word in one of the quotes whose speaker the sentence names.
///
/// From a quote that says no, only whole clauses may be taken: “plans to go” is not what “no plans to go” says.
pub(super) fn is_ours(piece: &str, sentence: &str, quotes: &[Quote], language: Language) -> bool {
    let bare = level(piece);
    let sentence_words = level(sentence);
    !bare.is_empty()
        && quotes.iter().any(|quote| {
            let whole = format!(" {} ", level(&quote.text));
            let names_speaker = quote.speaker.as_ref().is_some_and(|speaker| {
                let name = speaker.name.as_deref().or(speaker.mention.as_deref()).unwrap_or_default();
                let last = level(name);
                let last = last.split(' ').next_back().unwrap_or_default();
                last.chars().count() > 2 && format!(" {sentence_words} ").contains(&format!(" {last} "))
            });
            names_speaker
                && whole.contains(&format!(" {bare} "))
                && (!says_no(&quote.text, language) || is_whole_clauses(&bare, &clauses(&quote.text)))
        })
}

/// True when `piece` stands in marks in a text, alone: what somebody's quote is, or a name in marks.
pub(super) fn is_marked(piece: &str, text: &str) -> bool {
    let text = text.get(..text.floor_char_boundary(MARKED)).unwrap_or(text);
    let marks = [('“', '”'), ('"', '"'), ('«', '»'), ('„', '“'), ('‘', '’')];
    marks.iter().any(|(open, close)| text.contains(&format!("{open}{piece}{close}")))
}

/// The clauses of a text: what stands between marks.
fn clauses(text: &str) -> Vec<String> {
    text.split([',', ';', ':', '.', '!', '?', '—', '–', '…'])
        .map(level)
        .filter(|clause| !clause.is_empty())
        .collect()
}

fn is_whole_clauses(piece: &str, clauses: &[String]) -> bool {
    (0..clauses.len()).any(|from| {
        (from + 1..=clauses.len()).any(|to| clauses.get(from..to).is_some_and(|run| run.join(" ") == piece))
    })
}

/// Words only, one space between them, folded.
fn level(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty() && !text::is_possessive(word));
    words.collect::<Vec<_>>().join(" ")
}
