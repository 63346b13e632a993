//! How sure a quote is, and whether it states anything of its own.

use super::super::lexicon::{Endings, Lexicon, Words};
use super::super::tokens::Token;
use super::super::unit::{Agent, Kind, Modals, Unit};
use super::denials::denies_by_form;
use super::tense::{Tense, tense};
use crate::text::Span;

/// Words after one that has to do with an infinitive.
const INFINITIVE_WITHIN: usize = 3;

/// What the small words tell of a quote as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Tones {
    /// How sure it is.
    pub(crate) modals: Modals,
    /// Where words stand that deny or say how sure it is.
    pub(crate) marked: Vec<Span>,
    /// “If it were so, we would”: nothing is stated.
    pub(crate) unreal: bool,
    /// Perhaps it is so: where something is denied, more than that it cannot be.
    pub(crate) perhaps: bool,
    /// Somebody else's words are told.
    pub(crate) tells: bool,
    /// Says on what condition.
    pub(crate) conditional: bool,
    /// Says what would be.
    pub(crate) hypothetical: bool,
    /// We do something.
    pub(crate) we_act: bool,
    /// When it is.
    pub(crate) tense: Tense,
}

/// Reads the tones of a quote.
pub(crate) fn tones(units: &[Unit], tokens: &[Token], words: &[&str], lexicon: &Lexicon) -> Tones {
    let mut found = Tones { tense: tense(tokens, words, lexicon), ..Tones::default() };
    let (mut conditional, mut irrealis) = (false, false);
    for (at, token) in tokens.iter().enumerate() {
        let rest = words.get(at..).unwrap_or_default();
        let word = |list: Words| lexicon.list(list).head(rest) > 0;
        let common = [Words::Stop, Words::Negation].into_iter().any(|list| lexicon.has(list, &token.word));
        let ending = |section: Endings| !token.capital && !common && lexicon.ends(section, &token.word);
        // a month is no modal
        let thing = units.iter().any(|unit| unit.at == at && unit.kind == Kind::Thing);
        let may = !thing && word(Words::Possibility) || ending(Endings::Possibility);
        let must = word(Words::Necessity)
            || ending(Endings::Necessity)
            || word(Words::NecessityBeforeInfinitive) && infinitive_follows(at, tokens, lexicon);
        let should = word(Words::Advice);
        let wanted = word(Words::Intention);
        if may || must || should || wanted || word(Words::Negation) || denies_by_form(token, lexicon) {
            found.marked.push(token.span);
        }
        found.modals.may |= may;
        found.perhaps |= word(Words::Perhaps);
        found.modals.must |= must;
        found.modals.should |= should;
        found.modals.wanted |= wanted;
        // in some languages the form of the verb is the whole of it
        let whole = ending(Endings::Irrealis);
        conditional |= whole || word(Words::Condition);
        irrealis |= whole || word(Words::Irrealis) || ending(Endings::Conditional);
        found.tells |= word(Words::Reporting);
        found.conditional |= word(Words::Condition);
        let acted_on = units.iter().any(|unit| unit.at == at && unit.agent == Agent::No);
        found.we_act |= lexicon.has(Words::FirstPersonActing, &token.word) && !acted_on
            || !token.capital | token.first && lexicon.is_form_of(Endings::FirstPerson, &token.written);
        found.hypothetical |= word(Words::Hypothetical) || is_hypothetical(token, lexicon);
    }
    found.unreal = conditional && irrealis;
    found
}

/// True for a verb that says what would be, and is none of those that say how sure it is.
fn is_hypothetical(token: &Token, lexicon: &Lexicon) -> bool {
    let modals = [Words::Possibility, Words::Necessity, Words::Advice];
    !token.capital
        && lexicon.is_form_of(Endings::Hypothetical, &token.written)
        && !modals.into_iter().any(|list| lexicon.has(list, &token.word))
}

fn infinitive_follows(at: usize, tokens: &[Token], lexicon: &Lexicon) -> bool {
    let next = tokens.iter().skip(at + 1).take(INFINITIVE_WITHIN);
    next.into_iter().any(|token| lexicon.ends(Endings::Infinitive, &token.word))
}
