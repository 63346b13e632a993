//! Can a sentence stand alone in front of a reader who has not seen the rest?

use crate::article::claims_our_checks;
use crate::people::tokens::lower_into;
use crate::text::{Language, Span, is_letter, is_letter_or_digit, is_stop, words};

use super::lexicon::{self, Lexicon, kind};

pub(super) mod caseless;

/// Fewest words of a sentence that is shown.
const FEWEST_WORDS: usize = 5;
/// A sentence of fewer words than this tells little.
const SHORT: usize = 9;
/// “it” and “they” this many words into a sentence have found their noun.
const NOUN_REACH: usize = 12;
/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Fitness {
    /// It may be shown.
    pub(super) fit: bool,
    /// It is a caption, promotion or the like.
    pub(super) noise: bool,
    /// It points back to the sentence before.
    pub(super) leans: bool,
    /// What speaks against it without forbidding it.
    pub(super) blemish: f32,
}

/// Judges one sentence as it would be shown.
pub(super) fn judge(sentence: &str, language: Language) -> Fitness {
    let lists = lexicon::of(language);
    let mut lower = String::with_capacity(sentence.len());
    lower_into(sentence, &mut lower);
    let seen = Seen::of(sentence, lists);
    let noise = is_noise(sentence, &lower, lists);
    let question = sentence.trim_end_matches(['"', '”', '’', '»', '“', ')', ' ']).ends_with('?') || seen.asks;
    let mut blemish = 0.3 * (1.0 - seen.unquoted as f32 / seen.words.max(1) as f32);
    blemish += if seen.kinds & kind::SECOND != 0 { 0.3 } else { 0.0 };
    blemish += if seen.words < SHORT { 0.15 } else { 0.0 };
    blemish += if seen.exclaims { 0.3 } else { 0.0 };
    blemish += if lists.opens(&lower) { 0.1 } else { 0.0 };
    Fitness {
        fit: seen.words >= FEWEST_WORDS
            && seen.kinds & kind::FIRST == 0
            && !noise
            && !question
            && is_whole(sentence, language),
        noise,
        leans: leans(sentence, &lower, lists, language),
        blemish,
    }
}

/// What one walk over a sentence tells.
#[derive(Debug, Default)]
struct Seen {
    /// All words.
    words: usize,
    /// Words outside quotation marks.
    unquoted: usize,
    /// The kinds of the words outside marks.
    kinds: u8,
    /// A question mark stands outside marks.
    asks: bool,
    /// The last sign outside marks is an exclamation mark.
    exclaims: bool,
}

impl Seen {
    /// Walks over a sentence.
    fn of(sentence: &str, lists: &Lexicon) -> Self {
        let mut seen = Self::default();
        let mut marks = Marks::default();
        let mut start = None;
        let mut before = Capitals::default();
        let mut lower = String::new();
        for (at, letter) in sentence.char_indices().chain([(sentence.len(), ' ')]) {
            if is_letter_or_digit(letter) || matches!(letter, '\'' | '’') {
                start = start.or(Some(at));
            } else if let Some(start) = start.take() {
                let word = sentence.get(start..at).unwrap_or_default();
                let name = before.is_name(word, letter);
                lower_into(word, &mut lower);
                // in `On Friday I`, the capitals before are no name's
                before.run = if lists.kind(&lower) == 0 { before.run } else { 0 };
                seen.word(&lower, name, marks.are_closed(), lists);
            }
            if marks.read(letter) {
                seen.asks |= letter == '?';
                seen.exclaims = letter == '!' || seen.exclaims && letter.is_whitespace();
            }
        }
        seen
    }

    /// Takes in a word in lower case; a `name` is of no kind.
    fn word(&mut self, word: &str, name: bool, unquoted: bool, lists: &Lexicon) {
        let word = word.trim_matches('\'');
        if word.is_empty() {
            return;
        }
        self.words += 1;
        if unquoted {
            self.unquoted += 1;
            self.kinds |= if name { 0 } else { lists.kind(word) };
        }
    }
}

/// The capitals of the words before one, by which `US`, `F.B.I.` and `World War I` are no pronouns.
#[derive(Debug, Default)]
struct Capitals {
    /// Words before, one after another, with capitals and nothing but a space between.
    run: usize,
    /// The last of them was one letter before a point: initials go on.
    initial: bool,
}

impl Capitals {
    /// True when `word`, with `next` behind it, is an acronym, an initial or a numeral rather than a small word.
    fn is_name(&mut self, word: &str, next: char) -> bool {
        let capital = word.starts_with(char::is_uppercase);
        let single = word.chars().nth(1).is_none();
        let name = is_acronym(word) || capital && single && (self.initial || next == '.' || self.run > 1);
        self.initial = capital && single && next == '.';
        self.run = if capital && matches!(next, ' ' | '\u{A0}') { self.run + 1 } else { 0 };
        name
    }
}

/// True for two or more letters, all of them capitals.
fn is_acronym(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| is_letter(*letter));
    let first = letters.next().is_some_and(char::is_uppercase);
    let mut rest = letters.peekable();
    first && rest.peek().is_some() && rest.all(char::is_uppercase)
}

/// Which quotation marks are open.
#[derive(Debug, Default)]
struct Marks {
    depth: usize,
    straight: bool,
}

impl Marks {
    /// True when none is.
    fn are_closed(&self) -> bool {
        self.depth == 0 && !self.straight
    }

    /// Takes the next letter in; true when it is no mark and stands outside all marks.
    fn read(&mut self, letter: char) -> bool {
        match letter {
            '"' => self.straight = !self.straight,
            '“' if self.depth == 0 => self.depth = 1,
            '„' | '«' => self.depth += 1,
            '”' | '“' | '»' => self.depth = self.depth.saturating_sub(1),
            _ => return self.are_closed(),
        }
        false
    }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !is_letter_or_digit(letter) && letter != '\'')
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
}

/// The sentence with what stands in quotation marks blanked out.
fn outside_quotes(sentence: &str) -> String {
    let mut marks = Marks::default();
    sentence.chars().map(|letter| if marks.read(letter) { letter } else { ' ' }).collect()
}

/// True when every mark has its partner and the sentence begins and ends like one.
fn is_whole(sentence: &str, language: Language) -> bool {
    let [mut straight, mut low, mut left, mut right, mut guillemets, mut brackets, mut single] = [0_i32; 7];
    for letter in sentence.chars() {
        match letter {
            '"' => straight += 1,
            '„' => low += 1,
            '“' => left += 1,
            '”' => right += 1,
            '«' => guillemets += 1,
            '»' => guillemets -= 1,
            '(' | '[' => brackets += 1,
            ')' | ']' => brackets -= 1,
            '‘' => single += 1,
            '’' => single -= 1,
            _ => {}
        }
    }
    let german = low > 0 || language.profile().capital_nouns && right == 0;
    let curly = if german { low == left + right } else { left == right };
    let balanced = straight % 2 == 0 && curly && guillemets == 0 && brackets == 0 && single <= 0;
    balanced && begins_whole(sentence) && ends_whole(sentence) && !is_bare_quotation(sentence)
}

fn begins_whole(sentence: &str) -> bool {
    let marks = ['"', '“', '„', '«', '‘', '\'', '¿', '¡', '$', '€', '£', '’'];
    let first = sentence.chars().next().unwrap_or(' ');
    let inner = sentence.trim_start_matches(marks).chars().next();
    (is_letter_or_digit(first) || marks.contains(&first))
        && inner.is_some_and(|letter| is_letter_or_digit(letter) && !letter.is_lowercase())
}

fn ends_whole(sentence: &str) -> bool {
    let bare = sentence.trim_end_matches(['"', '”', '’', '»', '“', ')', '\'', '›']);
    let stop = bare.ends_with(['.', '!', '?', '。']) && !bare.ends_with("..");
    // A stop after a space is how some pages end a link or a caption.
    stop && !bare.trim_end_matches(['.', '!', '?', '。']).ends_with(char::is_whitespace)
}

/// True when nothing but one quotation is there: no one is named who says it.
fn is_bare_quotation(sentence: &str) -> bool {
    if !sentence.starts_with(['"', '“', '„', '«', '‘']) {
        return false;
    }
    let closes = sentence.trim_end_matches(['.', ' ']).ends_with(['"', '”', '»', '’', '“']);
    words_of(&outside_quotes(sentence)).count() < if closes { 2 } else { 1 }
}

fn is_noise(sentence: &str, lower: &str, lists: &Lexicon) -> bool {
    let (mut letters, mut capitals) = (0_usize, 0_usize);
    let mut mark = false;
    for letter in sentence.chars() {
        letters += usize::from(is_letter(letter));
        capitals += usize::from(letter.is_uppercase());
        mark |= matches!(letter, '@' | '©' | '#' | '|' | '>' | '\u{FFFD}');
    }
    let shouted = letters > 0 && capitals * 2 > letters;
    shouted || mark || lists.is_promo(lower) || claims_our_checks(lower)
}

/// True when the sentence has a pronoun or pointing phrase whose antecedent does not stand before it.
fn leans(sentence: &str, lower: &str, lists: &Lexicon, language: Language) -> bool {
    let head = lower.trim_start_matches(|letter: char| !is_letter_or_digit(letter));
    let first = words_of(head).next().unwrap_or_default();
    let shown = words_of(sentence).next().unwrap_or_default();
    let opening = if is_acronym(shown) {
        0
    } else {
        lists.kind(first) | lists.kind(first.split('\'').next().unwrap_or(first))
    };
    if opening & (kind::POINTING | kind::PERSONAL | kind::THING) != 0 {
        return true;
    }
    let after = |phrase: &String| {
        head.strip_prefix(phrase.as_str()).filter(|rest| !rest.starts_with(is_letter_or_digit))
    };
    let bare = |rest: &str| {
        !rest.starts_with(' ') || words_of(rest).next().is_some_and(|word| is_stop(word, language))
    };
    if lists.group.iter().any(|phrase| after(phrase).is_some())
        || lists.pair.iter().filter_map(after).any(bare)
    {
        return true;
    }
    let adjunct_end = if opening & kind::LEAN != 0 { lower.find(',').unwrap_or(lower.len()) } else { 0 };
    let names_at_once = adjunct_end == 0 && !lists.opens(head);
    let mut noun = false;
    let mut before = "";
    let lowered = words(lower, Span::whole(lower));
    for (number, (span, low)) in words(sentence, Span::whole(sentence)).zip(lowered).enumerate() {
        let (word, small) = (span.of(sentence), low.of(lower));
        let bits = if is_acronym(word) { 0 } else { lists.kind(small) };
        if bits & kind::PERSONAL != 0 || bits & kind::THING != 0 && !noun && number < NOUN_REACH {
            return true;
        }
        // “Officials said he …”: a plural that opens the sentence names no one.
        let names = if number == 0 {
            names_at_once && !lists.plural_endings.iter().any(|ending| small.ends_with(ending.as_str()))
        } else {
            bits & kind::CALENDAR == 0 && !lists.place_prepositions.iter().any(|lead| lead == before)
        };
        if names && word.starts_with(char::is_uppercase) {
            // whatever follows has found its antecedent
            return false;
        }
        noun |= low.start >= adjunct_end && small.chars().nth(3).is_some();
        before = small;
    }
    false
}

#[cfg(test)]
mod tests;
