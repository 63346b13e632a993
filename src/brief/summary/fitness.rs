//! Can a sentence stand alone in front of a reader who has not seen the rest?

use crate::text::{Language, Span, is_stop, words};

use super::lexicon::{self, Lexicon, kind};

/// Fewest words of a sentence that is shown.
const FEWEST_WORDS: usize = 5;
/// A sentence of fewer words than this tells little.
const SHORT: usize = 9;
/// “it” and “they” this many words into a sentence have found their noun.
const NOUN_REACH: usize = 12;
/// Prepositions before a place: a place is no antecedent of “he”.
const PLACE_LEADS: [&str; 10] = ["in", "In", "at", "At", "from", "From", "on", "On", "near", "outside"];

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
    let lower: String = sentence
        .chars()
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == '’' { '\'' } else { letter })
        .collect();
    let outside = outside_quotes(&lower);
    let (count, _) = kinds(&lower, lists);
    let (unquoted, kinds) = kinds(&outside, lists);
    let noise = is_noise(sentence, &lower, lists);
    let question = sentence.trim_end_matches(['"', '”', '’', '»', '“', ')', ' ']).ends_with('?')
        || outside.contains('?');
    let mut blemish = 0.3 * (1.0 - unquoted as f32 / count.max(1) as f32);
    blemish += if kinds & kind::SECOND != 0 { 0.3 } else { 0.0 };
    blemish += if count < SHORT { 0.15 } else { 0.0 };
    blemish += if outside.trim_end().ends_with('!') { 0.3 } else { 0.0 };
    blemish += if lists.opens(&lower) { 0.1 } else { 0.0 };
    Fitness {
        fit: count >= FEWEST_WORDS
            && kinds & kind::FIRST == 0
            && !noise
            && !question
            && is_whole(sentence, language),
        noise,
        leans: leans(sentence, &lower, lists, language),
        blemish,
    }
}

/// How many words there are, and the kinds of all of them.
fn kinds(lower: &str, lists: &Lexicon) -> (usize, u8) {
    words_of(lower).fold((0, 0), |(count, bits), word| (count + 1, bits | lists.kind(word)))
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
}

/// The sentence with what stands in quotation marks blanked out.
fn outside_quotes(sentence: &str) -> String {
    let mut depth = 0_usize;
    let mut straight = false;
    let mut out = String::with_capacity(sentence.len());
    for letter in sentence.chars() {
        match letter {
            '"' => straight = !straight,
            '“' if depth == 0 => depth = 1,
            '„' | '«' => depth += 1,
            '”' | '“' | '»' => depth = depth.saturating_sub(1),
            _ if depth == 0 && !straight => {
                out.push(letter);
                continue;
            }
            _ => {}
        }
        out.push(' ');
    }
    out
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
    let german = low > 0 || language == Language::German && right == 0;
    let curly = if german { low == left + right } else { left == right };
    let balanced = straight % 2 == 0 && curly && guillemets == 0 && brackets == 0 && single <= 0;
    balanced && begins_whole(sentence) && ends_whole(sentence) && !is_bare_quotation(sentence)
}

fn begins_whole(sentence: &str) -> bool {
    let marks = ['"', '“', '„', '«', '‘', '\'', '¿', '¡', '$', '€', '£', '’'];
    let first = sentence.chars().next().unwrap_or(' ');
    let inner = sentence.trim_start_matches(marks).chars().next();
    (first.is_alphanumeric() || marks.contains(&first))
        && inner.is_some_and(|letter| letter.is_alphanumeric() && !letter.is_lowercase())
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
        letters += usize::from(letter.is_alphabetic());
        capitals += usize::from(letter.is_uppercase());
        mark |= matches!(letter, '@' | '©' | '#' | '|' | '>' | '\u{FFFD}');
    }
    let shouted = letters > 0 && capitals * 2 > letters;
    let address = mark || lower.contains("http") || lower.contains("www.");
    shouted || address || lists.promo.as_ref().is_some_and(|promo| promo.is_match(lower))
}

/// True when the sentence has a pronoun or pointing phrase whose antecedent does not stand before it.
fn leans(sentence: &str, lower: &str, lists: &Lexicon, language: Language) -> bool {
    let head = lower.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let first = words_of(head).next().unwrap_or_default();
    let opening = lists.kind(first) | lists.kind(first.split('\'').next().unwrap_or(first));
    if opening & (kind::POINTING | kind::PERSONAL | kind::THING) != 0 {
        return true;
    }
    let after = |phrase: &String| {
        head.strip_prefix(phrase.as_str()).filter(|rest| !rest.starts_with(char::is_alphanumeric))
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
    let (mut named, mut noun) = (false, false);
    let mut before = "";
    let lowered = words(lower, Span::whole(lower));
    for (number, (span, low)) in words(sentence, Span::whole(sentence)).zip(lowered).enumerate() {
        let (word, small) = (span.of(sentence), low.of(lower));
        let bits = lists.kind(small);
        if bits & kind::PERSONAL != 0 && !named || bits & kind::THING != 0 && !noun && number < NOUN_REACH {
            return true;
        }
        // “Officials said he …”: a plural that opens the sentence names no one.
        let names = if number == 0 {
            names_at_once && !small.ends_with('s')
        } else {
            bits & kind::CALENDAR == 0 && !PLACE_LEADS.contains(&before)
        };
        named |= names && word.starts_with(char::is_uppercase);
        noun |= named || low.start >= adjunct_end && small.chars().nth(3).is_some();
        before = word;
    }
    false
}

#[cfg(test)]
mod tests;
