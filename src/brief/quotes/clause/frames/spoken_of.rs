//! Texts that words are told to stand in: those in which something is spoken of, those that say it behind the words; and
//! whoever acts for the reasons that words give: `X hatte dafür geworben, „damit alle Arbeit finden“`.

use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort};
use crate::brief::quotes::clause::subjects::{
    self as subject, Frame, Place, Source, is_within_group, of_text, text_at_head,
};
use crate::brief::quotes::clause::words::{Class, Grammar};
use crate::brief::quotes::rule::Rule;
use crate::text::lower;

/// `In dem Brief ist von „…“ die Rede`: the text at the head of the sentence in which the words are spoken of.
pub(super) fn spoken_of(place: Place) -> Option<Frame> {
    let behind = place.chunk(place.at + 1)?.tokens.start;
    let phrase = Grammar::phrase(&place.text.grammar.spoken_of, |offset| place.text.lower(behind + offset));
    let source = text_at_head(place).or_else(|| therein(place)).filter(|_| phrase > 0)?;
    Some(Frame { says: false, ..Frame::new(Rule::Noun, source).aside() })
}

/// `Darin ist von „…“ die Rede`: a word at the head of the sentence that points back to a text.
fn therein(place: Place) -> Option<Source> {
    let first = place.chunk(0).filter(|_| place.text.grammar.capital_nouns)?;
    let points = matches!(first.part, Part::Aside) && first.class.any(Class::OBJECT);
    points.then(|| Source::Document(None, first.tokens.clone()))
}

/// «В заявлении речь идёт о „…“»: the text at the head of the sentence in which the words are spoken of.
pub(super) fn spoken_of_before(place: Place) -> Option<Source> {
    let last = place.at.checked_sub(1).and_then(|at| place.chunk(at))?;
    let end = last.tokens.start;
    let tied = place.text.has(end, Class::PREPOSITION) && place.text.grammar.cases;
    let phrase = |start: &usize| {
        let length =
            Grammar::phrase(&place.text.grammar.spoken_of, |offset| place.text.lower(start + offset));
        length > 0 && start + length == end
    };
    let first = place.chunk(0)?.tokens.start;
    (first.max(end.saturating_sub(SPOKEN))..end).filter(|_| tied).find(phrase)?;
    text_at_head(place)
}

/// Tokens of the longest such phrase.
const SPOKEN: usize = 3;

/// `“…”, diz um comunicado da empresa`: a text not known before right behind the first verb behind the words.
pub(super) fn text_behind(place: Place, verb: usize, start: usize) -> Option<Noun> {
    let small = |at: usize| place.chunk(at).is_some_and(is_within_group);
    let text = |noun: &&Noun| noun.sort == Sort::Document && noun.may_be_subject && noun.is_indefinite();
    let first = (start..verb).all(small);
    place.noun(verb + 1).filter(text).filter(|_| first && !place.text.grammar.last_verb).cloned()
}

/// The subject of the only clause before words that begin with a conjunction, where every noun has a capital.
pub(super) fn reason(place: Place) -> Option<Frame> {
    let comma = place.at.checked_sub(1).filter(|at| place.is(*at, ','))?;
    let token = place.chunk(place.at)?.tokens.start;
    let first = lower(place.text.marked_at(token)?.split_whitespace().next()?);
    let class = place.text.grammar.class(&first);
    // `„um zu zeigen, …“`: a preposition opens such a clause, too, where no noun stands behind it
    let opens = class.any(Class::SUBORDINATE) || place.text.grammar.naming.in_order.contains(&first);
    let clause = (0..comma).all(|at| ![',', ':', ';'].iter().any(|mark| place.is(at, *mark)));
    if !(place.text.grammar.capital_nouns && place.begins_small() && opens && clause) {
        return None;
    }
    let verb = (0..comma).find(|at| place.chunk(*at).is_some_and(Chunk::is_finite))?;
    let source = subject::of(place, verb, comma)?;
    let named = |noun: &Noun| noun.sort == Sort::Capital && place.text.is_known_surname(noun.head);
    let somebody = matches!(&source, Source::Noun(noun) if noun.is_human() || named(noun));
    somebody.then(|| Frame { says: false, beside: false, ..Frame::new(Rule::Before, source) })
}

/// The text before a relative clause whose passive verb ends it right behind the words.
pub(super) fn text_of_clause(place: Place) -> Option<Frame> {
    let text = place.text;
    let called = place.chunk(place.at + 1).filter(|chunk| chunk.is_verb(Class::CUE))?;
    let helper = place.chunk(place.at + 2).filter(|chunk| chunk.is_verb(Class::PASSIVE_HELPER))?;
    let comma = (0..place.at).rev().find(|at| place.is(*at, ','))?;
    let first = place.chunk(comma + 1)?.tokens.start;
    let relative = text.has(first, Class::PREPOSITION) && text.has(first + 1, Class::RELATIVE);
    let passive = called.class.any(Class::PARTICIPLE) && helper.is_finite();
    let before = comma.checked_sub(1).and_then(|at| place.chunk(at)).filter(|_| relative && passive)?;
    match &before.part {
        Part::Noun(noun) | Part::Governed(noun) if noun.sort == Sort::Document => {
            let source = of_text(place, noun, before);
            Some(Frame { says: false, beside: false, ..Frame::new(Rule::Noun, source) })
        }
        _ => None,
    }
}

/// Words before a quotation in which a participle and its pronoun stand.
const PARTICIPLE: usize = 3;

/// «осудил союз, называющий себя „…“»: what somebody calls itself nobody else says.
pub(super) fn is_told_of_itself(place: Place) -> bool {
    let (text, quote) = (place.text, place.chunk(place.at).map_or(0, |chunk| chunk.tokens.start));
    let itself = (quote.saturating_sub(PARTICIPLE)..quote).find(|at| text.has(*at, Class::SELF));
    let participle = |at: usize| text.is_word(at) && text.grammar.ends_as_participle(text.lower(at));
    text.grammar.gendered_verbs && itself.is_some_and(|itself| itself > 0 && participle(itself - 1))
}
