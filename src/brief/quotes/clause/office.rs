//! What somebody is, in the form that is shown beside the name.
//!
//! In the first case, as the name: «по словам главного судьи» gives «главный судья». And as it is without the article that
//! is left out before it: `der frühere Minister` gives `früherer Minister`. As the text has it where the rules do not tell
//! that form of each word up to its noun.

use std::borrow::Cow;
use std::ops::Range;

use super::phrases::Text;
use super::words::Class;
use crate::languages::{ByLanguage, Language, section};

/// How endings change when an article is left out.
struct Unarticled {
    article: &'static str,
    /// The ending of an adjective behind the article, and without it.
    behind: &'static str,
    without: &'static str,
    /// Endings of a noun that the first case lacks.
    noun: Vec<&'static str>,
}

struct Forms {
    unarticled: Vec<Unarticled>,
    /// Ends of words with a capital that have the endings of adjectives, without those.
    adjectival: Vec<String>,
}

static FORMS: ByLanguage<Forms> = ByLanguage::new(read);

fn read(language: Language) -> Forms {
    let rule = |line: &'static str| {
        let mut words = line.split_whitespace();
        let (article, behind, without) = (words.next()?, words.next()?, words.next()?);
        Some(Unarticled { article, behind, without, noun: words.collect() })
    };
    Forms {
        unarticled: language.lines(section::UNARTICLED).filter_map(rule).collect(),
        adjectival: language.words(section::ADJECTIVAL_NOUN).map(Cow::into_owned).collect(),
    }
}

/// The words of an office as they are shown.
pub(super) fn office(text: &Text, role: &Range<usize>) -> String {
    let noun = role.clone().find(|at| text.has(*at, Class::ROLE));
    let inflected = |at: &usize| text.grammar.cases && !text.has(*at, Class::FIRST_CASE);
    let first = noun.filter(inflected).and_then(|noun| first_case(text, role, noun));
    let unarticled = || noun.and_then(|noun| unarticled(text, role, noun));
    first.or_else(unarticled).unwrap_or_else(|| text.words(role))
}

fn first_case(text: &Text, role: &Range<usize>, noun: usize) -> Option<String> {
    let in_first_case = |at: usize, male: bool| text.grammar.first_case(text.lower(at), male);
    let known = |male: &bool| {
        in_first_case(noun, *male).is_some_and(|word| {
            let class = text.grammar.class(&word);
            class.any(Class::ROLE) && class.any(Class::FIRST_CASE)
        })
    };
    let male = [true, false].into_iter().find(known)?;
    let words: Option<Vec<String>> = (role.start..=noun).map(|at| in_first_case(at, male)).collect();
    Some(followed(text, &words?.join(" "), noun + 1..role.end))
}

/// The words with those behind them.
fn followed(text: &Text, words: &str, behind: Range<usize>) -> String {
    [words, &text.words(&behind)].join(" ").trim_end().to_owned()
}

/// The office without the article that stands before it.
fn unarticled(text: &Text, role: &Range<usize>, noun: usize) -> Option<String> {
    let article = text.lower(role.start.checked_sub(1)?);
    let forms = FORMS.of(text.document.language);
    let own = |at: usize| text.words(&(at..at + 1));
    let inflects = |word: &str| {
        let adjectival = || forms.adjectival.iter().any(|stem| is_adjectival(word, stem));
        // `35-jährige`
        word.chars().find(|letter| letter.is_alphabetic()).is_some_and(char::is_lowercase) || adjectival()
    };
    let fits = |rule: &&Unarticled| {
        let ends =
            |at: usize| own(at).strip_suffix(rule.behind).is_some_and(|stem| !stem.ends_with(rule.behind));
        rule.article == article && (role.start..=noun).filter(|at| inflects(&own(*at))).any(ends)
            || rule.article == article && role.start == noun && !rule.noun.is_empty()
    };
    let rule = forms.unarticled.iter().find(fits)?;
    let word = |at: usize| {
        let word = own(at);
        let stem = word.strip_suffix(rule.behind).filter(|_| inflects(&word));
        match stem {
            Some(stem) => format!("{stem}{}", rule.without),
            None if at == noun => noun_in_first_case(text, &word, rule),
            None => word,
        }
    };
    let words: Vec<String> = (role.start..=noun).map(word).collect();
    Some(followed(text, &words.join(" "), noun + 1..role.end))
}

/// True for a word that ends in `stem` and an ending of adjectives.
fn is_adjectival(word: &str, stem: &str) -> bool {
    let lower = word.to_lowercase();
    let ending = lower.rfind(stem).and_then(|at| lower.get(at + stem.len()..));
    ending.is_some_and(|ending| matches!(ending.len(), 1 | 2) && ending.starts_with('e'))
}

/// The noun without the ending of its case, where the rest is one.
fn noun_in_first_case(text: &Text, word: &str, rule: &Unarticled) -> String {
    let bare = |ending: &&'static str| {
        let stem = word.strip_suffix(*ending)?;
        text.grammar.class(&stem.to_lowercase()).any(Class::ROLE).then(|| stem.to_owned())
    };
    rule.noun.iter().find_map(bare).unwrap_or_else(|| word.to_owned())
}
