//! What a small word before a name, or behind it, says it has to do with the deed.

use super::super::lexicon::{self, Endings, Lexicon, Words};
use super::super::tokens::Token;

/// Small words looked at before a name.
const BEFORE: usize = 4;
/// Relations to a place or person that are neither “from” nor “with”.
const TOWARDS: [Words; 2] = [Words::Directive, Words::Locative];

/// What somebody named has to do with the deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// Nothing tells.
    None,
    /// Whose something is.
    Whose,
    /// By whom.
    By,
    /// From where or whom.
    From,
    /// To or in where, to whom.
    To,
    /// For whom.
    For,
    /// Against whom.
    Against,
    /// With whom.
    With,
    /// One of several of these.
    Other,
    /// By or from whom.
    Unsure,
}

/// Reads the relation of the name at the word `at`.
pub(super) fn relation(at: usize, tokens: &[Token], lexicon: &Lexicon) -> Relation {
    let Some(name) = tokens.get(at) else { return Relation::None };
    if !name.ending.is_empty() {
        return by_ending(&name.ending, lexicon);
    }
    if lexicon.postpositions {
        let after = tokens.get(at + 1).filter(|token| token.clause == name.clause);
        return after.map_or(Relation::None, |token| told(token, name, lexicon));
    }
    let before = tokens.get(at.saturating_sub(BEFORE)..at).unwrap_or_default();
    let (mut oblique, mut whose) = (false, false);
    for (place, token) in before.iter().enumerate().rev() {
        if token.clause != name.clause {
            break;
        }
        let row = before.get(place.saturating_sub(1)..=place).unwrap_or_default();
        let row: Vec<&str> = row.iter().map(|token| token.word.as_str()).collect();
        if lexicon.list(Words::Ablative).head(&row) == 2 {
            return Relation::From;
        }
        if lexicon.list(Words::Benefactive).head(&row) == 2 {
            return Relation::For;
        }
        match told(token, name, lexicon) {
            Relation::None if lexicon.has(Words::Oblique, &token.word) => oblique = true,
            Relation::None if lexicon.has(Words::Stop, &token.word) || is_title(token, lexicon) => {}
            Relation::None => break,
            // an article that may say whose, behind a word that may say by whom
            Relation::Whose if lexicon.has(Words::Oblique, &token.word) => whose = true,
            found => return found,
        }
    }
    match (whose, oblique) {
        (true, _) => Relation::Whose,
        (false, true) => Relation::Other,
        (false, false) => Relation::None,
    }
}

/// An office before the name of who holds it: what stands before the office goes with the name.
fn is_title(token: &Token, lexicon: &Lexicon) -> bool {
    lexicon.senses(&token.word).iter().flatten().any(|sense| lexicon::is_title(sense.key))
}

fn by_ending(ending: &str, lexicon: &Lexicon) -> Relation {
    let is = |section: Endings| lexicon.endings(section).iter().any(|known| known == ending);
    if is(Endings::Genitive) {
        Relation::Whose
    } else if is(Endings::Ablative) {
        Relation::From
    } else if is(Endings::Directive) || is(Endings::Locative) {
        Relation::To
    } else {
        Relation::Other
    }
}

fn told(token: &Token, name: &Token, lexicon: &Lexicon) -> Relation {
    // an article or a verb that only with an accent would be a preposition
    if lexicon.has(Words::Unaccented, &token.written) {
        return Relation::None;
    }
    let has = |list: Words| lexicon.has(list, &token.word);
    let (towards, against, favour) =
        (TOWARDS.into_iter().any(has), has(Words::Adversative), has(Words::Benefactive));
    let (from, with) = (has(Words::Ablative), has(Words::Comitative));
    match (has(Words::Agentive), has(Words::Genitive)) {
        (true, genitive) if genitive || from || with || towards || against || favour => Relation::Unsure,
        (true, _) => Relation::By,
        // of and from are one word in some languages
        (false, true) => Relation::Whose,
        (false, false) => match (from, with, towards, favour, against) {
            (false, false, false, false, false) => Relation::None,
            // from and with are one word in some languages, and the case tells
            (true, true, false, false, false) if lexicon.ends(Endings::Instrumental, &name.word) => {
                Relation::With
            }
            (true, _, false, false, false) => Relation::From,
            (false, true, false, false, false) => Relation::With,
            (false, false, true, false, false) => Relation::To,
            (false, false, false, true, false) => Relation::For,
            (false, false, false, false, true) => Relation::Against,
            _ => Relation::Other,
        },
    }
}
