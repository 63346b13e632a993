//! How a language words such notes, read once from its tables.

use std::sync::OnceLock;

use regex::{Match, Regex};

use crate::languages::{ByLanguage, Language, Section, section};
use crate::text::is_letter_or_digit;

/// A day, told with a number, between a label and its end.
const DAY: &str = r"(?:(?:[,，] ?[(（]?| ?[(（])(?:[^ \t\n:：0-9]{1,12} ){0,2}| (?:[^ \t\n:：0-9]{1,5} )?)[0-9][^:：\n—–]{0,24}?[ \t]*(?:[:：—–]|[)）][:：.]?|$)";

/// Some words between others; a count of them would make the pattern hundreds of times as large.
const GAP: &str = r"[^\n。；“”「」]*?";
const SPACED_GAP: &str = r"(?:(?:[^\n.;“”„«»]|[0-9]\.)*?\s)??";

/// Most bytes of a phrase with such words.
const LONGEST: usize = 160;

/// What parts words of a line. Classes of all of Unicode, too, would make the pattern many times as large.
const SPACE: &str = r"[ \t\u{A0}\u{202F}]+";

/// What is left of a word.
const ENDING: &str = r"[^\s.,;:!?()“”„«»]*";

/// What ends a label.
const END: &str = r"[ \t]*(?:[:：.—–|\])）】]|[ \t]-[ \t]|$)";

/// What may stand before it.
const HEAD: &str = r"(?m)^[ \t*•(（\[【†‡—–-]*";

/// Marks beside words, and what parts them from the words beside.
fn is_between(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '‘' | '’' | ',' | '.')
}

/// Phrases that are looked for as one pattern, made when it is first looked for; none where the language has no words for
/// them.
pub(super) struct Phrases {
    whole: Option<String>,
    pattern: OnceLock<Option<Regex>>,
    /// Spaces part its words. A boundary of words in the pattern would make it many times as slow.
    spaced: bool,
}

impl Phrases {
    fn of(language: Language, sections: &[Section], head: &str, tail: &str) -> Self {
        let lines = sections.iter().flat_map(|section| language.lines(*section));
        let all: Vec<String> = lines.map(|line| pattern(line, language)).collect();
        let whole = format!("(?i){head}(?:{}){tail}", all.join("|"));
        let whole = Some(whole).filter(|_| !all.is_empty());
        Self { whole, pattern: OnceLock::new(), spaced: !language.profile().unspaced }
    }

    /// Where they stand, whole words each.
    pub(super) fn find_in<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        let whole = |found: &Match| {
            let before = text.get(..found.start()).unwrap_or_default();
            let behind = text.get(found.end()..).unwrap_or_default();
            found.len() <= LONGEST
                && !(self.spaced
                    && (before.ends_with(is_letter_or_digit) || behind.starts_with(is_letter_or_digit)))
        };
        let made = || self.whole.as_deref().and_then(|whole| Regex::new(whole).ok());
        self.pattern.get_or_init(made).iter().flat_map(|pattern| pattern.find_iter(text)).filter(whole)
    }

    fn stand_in(&self, text: &str) -> bool {
        self.find_in(text).next().is_some()
    }
}

/// Patterns made of the sections of a language.
pub(super) struct Wording {
    pub(super) label: Option<Regex>,
    /// The article speaks of what it said before.
    pub(super) itself: Phrases,
    /// It does so at the head of a line.
    pub(super) at_head: Phrases,
    /// It tells that it was changed.
    pub(super) changed: Phrases,
    withdrawn: Phrases,
    right: Phrases,
    denied: Phrases,
    not_before: Phrases,
    not_behind: Phrases,
}

pub(super) static WORDING: ByLanguage<Wording> = ByLanguage::new(read);

fn read(language: Language) -> Wording {
    let (not_before, not_behind) = (section::NOT_BEFORE, section::NOT_BEHIND);
    let (earlier, at_head) = (section::EARLIER_VERSION, section::EARLIER_VERSION_AT_HEAD);
    let phrases = |sections: &[Section]| Phrases::of(language, sections, "", "");
    let labels: Vec<String> = language.lines(section::NOTE_LABEL).map(literal).collect();
    let label = format!("(?i){HEAD}(?:{})(?:{END}|{DAY})", labels.join("|"));
    Wording {
        label: Some(label).filter(|_| !labels.is_empty()).and_then(|label| Regex::new(&label).ok()),
        itself: phrases(&[earlier]),
        at_head: phrases(&[at_head]),
        changed: phrases(&[section::ARTICLE_CHANGED]),
        withdrawn: phrases(&[section::WITHDRAWN, earlier, at_head]),
        right: phrases(&[section::SET_RIGHT]),
        denied: phrases(&[not_before, not_behind]),
        not_before: Phrases::of(language, &[not_before], "", "$"),
        not_behind: Phrases::of(language, &[not_behind], "^", ""),
    }
}

/// A line of slots as a regular expression.
fn pattern(line: &str, language: Language) -> String {
    let space = if language.profile().unspaced { r"\s*" } else { SPACE };
    let slots: Vec<&str> = line.split_whitespace().collect();
    let mut whole = String::new();
    for (at, slot) in slots.iter().enumerate() {
        let last = at + 1 == slots.len();
        let gap = if last { "" } else { space };
        if *slot == "…" {
            whole.push_str(if language.profile().unspaced { GAP } else { SPACED_GAP });
            continue;
        }
        let bare = slot.strip_prefix('?');
        let choices: Vec<String> = bare.unwrap_or(slot).split('/').map(choice).collect();
        let slot = format!("(?:{}){gap}", choices.join("|"));
        whole.push_str(&if bare.is_some() { format!("(?:{slot})?") } else { slot });
    }
    whole
}

fn choice(choice: &str) -> String {
    let stem = choice.strip_suffix('*');
    let words = literal(&stem.unwrap_or(choice).replace('_', " "));
    if stem.is_some() { words + ENDING } else { words }
}

/// The words as they are, with either apostrophe and any space.
fn literal(words: &str) -> String {
    regex::escape(words).replace('\'', "['’ʼ]").replace(' ', SPACE)
}

impl Wording {
    /// True where the words between these two are told to be not the right ones.
    pub(super) fn denies(&self, before: &str, behind: &str) -> bool {
        self.not_before.stand_in(before.trim_end_matches(is_between))
            || self.not_behind.stand_in(behind.trim_start_matches(is_between))
    }

    /// True where some words are.
    pub(super) fn has_denied(&self, words: &str) -> bool {
        self.denied.stand_in(words)
    }

    /// Where the last phrase ends by which words are withdrawn.
    pub(super) fn last_withdrawing(&self, before: &str) -> Option<usize> {
        self.withdrawn.find_in(before).last().map(|found| found.end())
    }

    /// True where some words are withdrawn.
    pub(super) fn withdraws(&self, words: &str) -> bool {
        self.withdrawn.stand_in(words)
    }

    /// Where the first such phrase begins.
    pub(super) fn first_withdrawing(&self, behind: &str) -> Option<usize> {
        self.withdrawn.find_in(behind).next().map(|found| found.start())
    }

    /// True where words turn to what is right.
    pub(super) fn turns(&self, words: &str) -> bool {
        words.contains([';', '；', '؛']) || self.right.stand_in(words)
    }
}
