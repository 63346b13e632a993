//! Whether the speaker that was answered is the right one.

use super::answers::Answer;
use super::passages::Voice;
use crate::text::{self, Language, Span};

/// How a speaker was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Right,
    /// Another's name was shown.
    WrongName,
    /// No name was shown, and the words are not the speaker's.
    NotNamed,
}

/// Words a mention may be longer than the gold's; more is a clause that merely holds the speaker.
const LONGER: usize = 3;
/// Letters a case ending may have.
const ENDING: usize = 3;
/// Letters of a word that stay the same in every case, at least.
const STEM: usize = 3;
/// Content words at the head of a role by which it is known.
const HEAD: usize = 2;

/// Judges an answer. A name that was given counts alone: it is what the reader is shown.
pub(super) fn judge(voice: &Voice, answer: &Answer, language: Language) -> Verdict {
    let name = answer.name.as_deref().filter(|name| !name.is_empty());
    let mention = answer.mention.as_deref().filter(|mention| is_as_short(mention, voice));
    let shown = name.or(mention);
    let right = match voice {
        Voice::Named { name: gold, .. } => shown.is_some_and(|shown| same_name(gold, shown)),
        Voice::Role { name: gold, mention: words } => {
            shown.is_some_and(|shown| same_role(gold, shown, language))
                || name.is_none() && mention.is_some_and(|mention| same_role(words, mention, language))
        }
        Voice::Open { mention: words } if words.is_empty() => {
            name.is_none() && answer.mention.as_deref().is_none_or(str::is_empty)
        }
        Voice::Open { mention: words } => {
            name.is_none() && mention.is_some_and(|mention| same_role(words, mention, language))
        }
    };
    match (right, name) {
        (true, _) => Verdict::Right,
        (false, Some(_)) => Verdict::WrongName,
        (false, None) => Verdict::NotNamed,
    }
}

/// True when the gold has a name that its mention does not: a pronoun or a role had to be resolved.
pub(super) fn needs_resolving(voice: &Voice) -> bool {
    matches!(voice, Voice::Named { name, mention } if !same_name(name, mention))
}

fn is_as_short(mention: &str, voice: &Voice) -> bool {
    let (Voice::Named { name, mention: gold } | Voice::Role { name, mention: gold }) = voice else {
        let Voice::Open { mention: gold } = voice else { return false };
        return size(mention) <= size(gold) + LONGER;
    };
    size(mention) <= size(gold).max(size(name)) + LONGER
}

fn size(text: &str) -> usize {
    if is_unspaced(text) { text.chars().count() / 2 } else { words(text).len() }
}

/// Names are one when the last word of the gold's is a word of the other, case endings aside; without spaces, when one
/// holds the other.
fn same_name(gold: &str, shown: &str) -> bool {
    if is_unspaced(gold) {
        let parts: Vec<String> = gold.split(is_joint).map(joined).filter(|part| !part.is_empty()).collect();
        let shown = joined(shown);
        let last = parts.last().map_or("", String::as_str);
        return shown == parts.concat()
            || !last.is_empty() && shown.contains(last)
            || shown.chars().count() > 1 && parts.concat().contains(&shown);
    }
    let shown = words(shown);
    words(gold).last().is_some_and(|last| shown.iter().any(|word| same_word(last, word)))
}

/// Roles are one when a content word at the head of each is the same.
fn same_role(gold: &str, shown: &str, language: Language) -> bool {
    if is_unspaced(gold) {
        let (gold, shown) = (joined(gold), joined(shown));
        return !gold.is_empty() && !shown.is_empty() && (gold.contains(&shown) || shown.contains(&gold));
    }
    let content = |text: &str, most: usize| -> Vec<String> {
        let all = words(text);
        let content: Vec<String> =
            all.iter().filter(|word| !text::is_stop(word, language)).cloned().collect();
        (if content.is_empty() { all } else { content }).into_iter().take(most).collect()
    };
    let shown = content(shown, 2 * HEAD);
    content(gold, HEAD).iter().any(|one| shown.iter().any(|other| same_word(one, other)))
}

/// The same word, a case ending of each aside.
fn same_word(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let rest = |word: &str| word.chars().skip(shared).filter(|letter| letter.is_alphanumeric()).count();
    let (less, more) = (rest(one).min(rest(other)), rest(one).max(rest(other)));
    // where both end differently, what they share has to be long
    let enough = if less == 0 { shared > more } else { shared >= 2 * more };
    more == 0 || shared >= STEM && more <= ENDING && enough
}

fn words(text: &str) -> Vec<String> {
    text::words(text, Span::whole(text))
        .map(|span| {
            text::fold(text::without_possessive(span.of(text))).chars().map(levelled).collect::<String>()
        })
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect()
}

/// Arabic letters that writers use for one another.
fn levelled(letter: char) -> char {
    match letter {
        'أ' | 'إ' | 'آ' => 'ا',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ة' => 'ه',
        _ => letter,
    }
}

fn is_joint(letter: char) -> bool {
    letter.is_whitespace() || "·・＝=．.".contains(letter)
}

fn joined(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// True for scripts that set no blanks between words.
fn is_unspaced(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'))
}
