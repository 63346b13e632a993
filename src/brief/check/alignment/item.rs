//! The words of a sentence as they are laid beside those of another.

use std::collections::{HashMap, HashSet};

use crate::brief::check::names::{canonical, is_name};
use crate::brief::check::numbers::located;
use crate::brief::check::polarity::is_negation;
use crate::brief::check::source::Source;
use crate::brief::check::words::{LISTS, Token};
use crate::languages::{ByLanguage, section};
use crate::text::{fold, is_stop};

/// What a language says of its words.
struct Lists {
    kept: HashMap<String, String>,
    prepositions: HashSet<String>,
    joints: HashSet<String>,
    /// Verbs of saying that stand for one another.
    said: HashSet<String>,
    /// Other verbs by which something is somebody's word.
    claimed: HashSet<String>,
    /// “According to”.
    according: HashSet<String>,
    pronouns: HashSet<String>,
    /// Those of them that stand for somebody who says something.
    people: HashSet<String>,
}

static LISTS_OF: ByLanguage<Lists> = ByLanguage::new(|language| {
    let words = |sections: &[crate::languages::Section]| -> HashSet<String> {
        sections.iter().flat_map(|section| language.words(*section)).map(|word| fold(&word)).collect()
    };
    let prepositions = words(&[section::PREPOSITION]);
    let kept: HashMap<String, String> =
        language.pairs(section::KEPT).map(|(word, class)| (fold(&word), class)).collect();
    let mut according =
        words(&[section::ACCORD, section::ACCORD_SINGLE, section::ACCORD_AFTER, section::ACCORD_NOUN]);
    according.retain(|word| word.chars().count() > 2 && !kept.contains_key(word));
    Lists {
        kept,
        prepositions,
        joints: words(&[section::JOINT]),
        said: words(&[section::PLAIN_SAYING]),
        claimed: words(&[section::COMMONEST, section::COMMONEST_WEAK, section::STRONG, section::WEAK]),
        according,
        pronouns: words(&[section::OPENING, section::HIS, section::HER]),
        people: words(&[section::HE, section::SHE, section::THEY]),
    }
});

/// What a word does in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It means something of its own.
    Word,
    /// A number with its unit.
    Number,
    /// It may neither be added nor left out.
    Kept,
    /// It means nothing of its own.
    Free,
}

/// A word.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) kind: Kind,
    /// Its stem, its number with its unit, or the class of a word that is kept.
    pub(super) key: String,
    pub(super) token: Token,
    pub(super) name: bool,
    /// It says that something is somebody's word, whatever way.
    pub(super) said: bool,
    /// It is “according to”.
    pub(super) according: bool,
    /// It is somebody's word, and how: it stands for no other word.
    pub(super) claimed: bool,
    /// The day of the week that it names.
    pub(super) day: Option<String>,
    pub(super) preposition: bool,
    pub(super) joint: bool,
    pub(super) pronoun: bool,
    /// A pronoun for somebody.
    pub(super) person: bool,
    /// A mark that parts clauses stands before it.
    pub(super) parted: bool,
}

impl Item {
    pub(super) fn kept(&self) -> bool {
        self.kind == Kind::Kept
    }
}

/// Reads the words of a sentence of `whole`.
pub(super) fn items(whole: &str, tokens: &[Token], source: &Source) -> Vec<Item> {
    let numbers = located(whole, tokens);
    let mut found: Vec<Item> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some((range, number)) = numbers.iter().find(|(range, _)| range.start == at) {
            found.push(item(Kind::Number, number.clone(), token, source));
            at = range.end.max(at + 1);
            continue;
        }
        let next = tokens.get(at + 1);
        let both = next.and_then(|next| canonical(&format!("{} {}", token.folded, next.folded)));
        if let Some(id) = both {
            found.push(Item { name: true, ..item(Kind::Word, id.to_owned(), token, source) });
            at += 2;
            continue;
        }
        let beside = numbers.iter().any(|(range, _)| range.end == at || range.start == at + 1);
        found.push(word(token, beside, source));
        at += 1;
    }
    found
}

fn word(token: &Token, beside_number: bool, source: &Source) -> Item {
    let lists = LISTS_OF.of(source.language);
    if is_negation(&token.folded, source.language) {
        let key = if is_stop(&token.folded, source.language) { "no".to_owned() } else { token.stem.clone() };
        return item(Kind::Kept, key, token, source);
    }
    if let Some(class) = lists.kept.get(&token.folded).filter(|_| !token.capital || token.first) {
        return item(Kind::Kept, class.clone(), token, source);
    }
    // the number beside it has them
    let unit = LISTS.map(section::UNITS, &token.folded).is_some() || LISTS.is_month(&token.folded);
    let unit = unit && beside_number;
    let free = unit || is_stop(&token.folded, source.language) || token.folded.chars().count() < 2;
    let kind = if free && !is_name(token, source) { Kind::Free } else { Kind::Word };
    let key = canonical(&token.folded).map_or_else(|| token.stem.clone(), str::to_owned);
    item(kind, key, token, source)
}

fn item(kind: Kind, key: String, token: &Token, source: &Source) -> Item {
    let lists = LISTS_OF.of(source.language);
    let has = |list: &HashSet<String>| list.contains(&token.folded);
    let according = has(&lists.according);
    let said = has(&lists.said) || according;
    Item {
        kind: if said && kind == Kind::Word { Kind::Free } else { kind },
        key,
        name: kind == Kind::Word && is_name(token, source),
        said,
        according,
        claimed: !said && matches!(kind, Kind::Word | Kind::Kept) && !token.capital && has(&lists.claimed),
        day: LISTS.calendar(&token.folded).filter(|_| !LISTS.is_month(&token.folded)).map(str::to_owned),
        preposition: has(&lists.prepositions),
        joint: has(&lists.joints),
        pronoun: has(&lists.pronouns),
        person: has(&lists.people),
        parted: token.parted,
        token: token.clone(),
    }
}
