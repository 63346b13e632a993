//! Statements turned round: negations, denials, opposites.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::languages::{ByLanguage, section};
use crate::text::{Language, Span, fold, stem};

use super::source::{Sentence, Source};
use super::words::{LISTS, Token, tokens};

/// How a language says no.
struct Negation {
    words: HashSet<String>,
    endings: Vec<Cow<'static, str>>,
    /// Words that say no only where nothing else of their clause does.
    concord: HashSet<String>,
    /// Words that begin a clause.
    openers: HashSet<String>,
}

static NEGATIONS: ByLanguage<Negation> = ByLanguage::new(|language| {
    let language = Some(language).filter(|known| known.has(section::NEGATION)).unwrap_or_default();
    let folded = |section| language.words(section).map(|word| fold(&word));
    Negation {
        words: folded(section::NEGATION).collect(),
        endings: language.words(section::NEGATION_ENDING).collect(),
        concord: folded(section::CONCORD).collect(),
        openers: [section::JOINT, section::CLAUSE_OPENER].into_iter().flat_map(folded).collect(),
    }
});

/// Whether a folded word says no.
pub(super) fn is_negation(folded: &str, language: Language) -> bool {
    let no = NEGATIONS.of(language);
    no.words.contains(folded) || no.endings.iter().any(|ending| folded.ends_with(ending.as_ref()))
}

/// Negations of a sentence, counted; denial counts as one. In Spanish “no vino nadie” says no once, “no vino nadie y nadie
/// dijo nada” twice.
pub(super) fn negations<'a>(tokens: impl Iterator<Item = &'a Token>, language: Language) -> usize {
    let no = NEGATIONS.of(language);
    let (mut count, mut said, mut waits) = (0, false, false);
    for token in tokens {
        if token.parted || no.openers.contains(&token.folded) {
            count += usize::from(waits && !said);
            (said, waits) = (false, false);
        }
        if no.concord.contains(&token.folded) {
            waits = true;
        } else if is_negation(&token.folded, language) {
            count += 1;
            said = true;
        }
    }
    count + usize::from(waits && !said)
}

/// True when `tokens` and the sentence nearest to them differ in whether they say no.
///
/// Quoted words are compared with the quotes themselves; beside them only what stands outside marks counts.
pub(super) fn flipped(tokens: &[Token], nearest: &Sentence, language: Language) -> bool {
    let quotes = tokens.iter().any(|token| token.quoted);
    let count =
        |tokens: &[Token]| negations(tokens.iter().filter(|token| !(quotes && token.quoted)), language);
    differ(count(tokens), count(&nearest.tokens)) || drops_a_no(tokens, nearest, language)
}

/// True when one number of negations says yes and the other no; two new ones may turn two things round.
fn differ(one: usize, other: usize) -> bool {
    one % 2 != other % 2 || (one == 0) != (other == 0)
}

/// True when a word that the article always says no to (`no plans`, `not send`) stands without its no.
fn drops_a_no(tokens: &[Token], nearest: &Sentence, language: Language) -> bool {
    let denied = |tokens: &[Token], at: usize| {
        let from = at.saturating_sub(2);
        negations(tokens.iter().skip(from).take(at - from), language) > 0
    };
    tokens.iter().enumerate().filter(|(_, token)| !token.quoted && token.is_content(language)).any(
        |(at, token)| {
            let same = || nearest.tokens.iter().enumerate().filter(|(_, other)| other.stem == token.stem);
            same().next().is_some()
                && same().all(|(at, _)| denied(&nearest.tokens, at))
                && !denied(tokens, at)
        },
    )
}

/// True when a text holds a negation.
pub(super) fn says_no(text: &str, language: Language) -> bool {
    negations(tokens(text, Span::whole(text), language).iter(), language) > 0
}

/// A word whose opposite stands in the article's sentences where the word itself does not, or whose negated form is
/// the only one the article has.
pub(super) fn opposite(tokens: &[Token], near: &[&Sentence], source: &Source) -> Option<String> {
    let stems: HashSet<&str> =
        near.iter().flat_map(|sentence| sentence.stems.iter().map(String::as_str)).collect();
    let words: HashSet<&str> =
        near.iter().flat_map(|sentence| sentence.tokens.iter().map(|token| token.folded.as_str())).collect();
    let stemmed = |word: &str| fold(&stem(word, source.language));
    let holds = |word: &str| words.contains(word) || stems.contains(stemmed(word).as_str());
    for token in tokens {
        let is = |word: &str| token.folded == word || token.stem == stemmed(word);
        for (one, other) in LISTS.opposites() {
            let turned =
                (is(one) && !holds(one) && holds(other)) || (is(other) && !holds(other) && holds(one));
            if turned {
                return Some(token.folded.clone());
            }
        }
        if !source.stems.contains(&token.stem) && negated(&token.stem, source) {
            return Some(token.folded.clone());
        }
    }
    None
}

/// `expansion` where the article has only `non-expansion`, and the other way.
fn negated(stem: &str, source: &Source) -> bool {
    LISTS.parts(section::NEGATIVE_PREFIX).iter().any(|prefix| {
        source.stems.contains(&format!("{prefix}{stem}"))
            || stem
                .strip_prefix(prefix.as_str())
                .is_some_and(|rest| rest.chars().count() > 2 && source.stems.contains(rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_says_no_as_often_as_its_language_means_it() {
        for (code, text, due) in [
            ("en", "We will not wait, and nobody should.", 2),
            ("en", "We never promised anything.", 1),
            ("es", "No vino nadie.", 1),
            ("es", "Nadie dijo nada.", 1),
            ("es", "No vino nadie y nadie dijo nada.", 2),
            ("es", "No dijo que nadie viniera.", 2),
            ("it", "Non ha detto niente a nessuno.", 1),
            ("pt", "Nunca prometemos nada.", 1),
            ("pt", "Não assinará o acordo sem garantias.", 2),
            ("pt", "Não reconhece a fronteira e rejeita a votação.", 2),
            ("pt", "O porto fica aberto.", 0),
        ] {
            let language = Language::coded(code);
            assert_eq!(negations(tokens(text, Span::whole(text), language).iter(), language), due, "{text}");
        }
    }
}
