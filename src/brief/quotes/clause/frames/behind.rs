//! `“…”, said X`, `“…”, X said`, `“…”, so X`, `“…”, according to X`: the clause behind the quotation.

use super::as_said::as_said;
use super::by_pronoun::{by_pronoun, written, written_in};
use super::cited::{cited, relayed, these_words, whose, whose_words};
use super::far::{ends_group, far, subject_of_clause};
use super::impersonal::{from_body, of_itself, said_in};
use super::phase;
use super::spoken_of::{spoken_of, text_behind};
use crate::brief::quotes::clause::phrases::{Chunk, Noun, Part, Sort, surname_behind};
use crate::brief::quotes::clause::subjects::{
    self as subject, Frame, Place, Source, agent, agrees, described_in_marks, formed_by, in_marks,
    noun_source, owner, quoted, text_that_speaks,
};
use crate::brief::quotes::clause::words::{Class, Grammar};
use crate::brief::quotes::rule::Rule;

/// Chunks between a quotation and its verb.
const NEAR: usize = 7;

/// Chunks behind words that refer back in which their subject stands.
const REST: usize = 12;

/// Most words in marks that are a noun.
const NOUN: usize = 5;

/// Finds the frame behind the quotation.
#[must_use]
pub(super) fn find(place: Place) -> Option<Frame> {
    let mut at = place.at + 1;
    while place.is(at, ',')
        || place.is(at, '.')
            && at + 1 < place.chunks.len()
            && !place.is(at + 1, ' ')
            && (place.is(at + 1, ',') || place.is(at + 1, '.') || place.is_dash(at + 1))
        || place.is_dash(at)
        || place.is(at, '…')
        || place.is(at, ':') && (thus(place, at + 1) || so_said(place, at + 1))
    {
        at += 1;
    }
    if so_said(place, at) {
        return subject_of_rest(place, at);
    }
    let colon = usize::from(place.is(at, ':'));
    if at + colon > place.at + 1
        && let Some(noun) = whose(place, at + colon)
    {
        return Some(Frame::new(Rule::Noun, noun_source(place, noun)));
    }
    // `the “…” demand much`: the words are the subject of the verb behind them
    let token = place.chunk(place.at)?.tokens.start;
    let determined = token > 0 && place.text.has(token - 1, Class::THE.or(Class::ONE));
    let not = usize::from(place.chunk(at).is_some_and(|chunk| chunk.class.any(Class::NOT)));
    let verb = place.chunk(at + not).is_some_and(|chunk| matches!(chunk.part, Part::Verb));
    let determined = determined && place.words() <= NOUN;
    if determined && verb && at == place.at + 1 && place.text.grammar.by_order() && !place.ends_spoken() {
        return far(place, at);
    }
    spoken_of(place)
        .or_else(|| written(place, at))
        .or_else(|| near(place, at))
        .or_else(|| whose_words(place, at))
        .or_else(|| as_said(place))
        .or_else(|| phase::unknown(place, at))
        .or_else(|| far(place, at))
}

/// True for words that refer back to those before a colon: `: it was in these terms that X …`.
fn so_said(place: Place, at: usize) -> bool {
    let first = place.chunk(at).map_or(0, |chunk| chunk.tokens.start);
    at > 0
        && (place.is(at - 1, ':') || place.is(at - 1, ',') && place.text.grammar.by_order())
        && (Grammar::phrase(&place.text.grammar.this_said, |offset| place.text.lower(first + offset)) > 0
            || these_words(place, at).is_some())
}

/// The first phrase that speaks behind such words, or whose words they are told to be.
fn subject_of_rest(place: Place, at: usize) -> Option<Frame> {
    if let Some(source) = these_words(place, at) {
        return Some(Frame::new(Rule::Noun, source));
    }
    let noun = (at..place.chunks.len().min(at + REST))
        .find_map(|at| place.noun(at).filter(|noun| noun.can_speak() && noun.may_be_subject))?;
    Some(Frame::new(Rule::Inverted, noun_source(place, noun.clone())))
}

/// The frame right behind the quotation.
fn near(place: Place, at: usize) -> Option<Frame> {
    let (start, mut at) = (at, at);
    let mut subject: Option<&Noun> = None;
    let mut pronoun: Option<&Chunk> = None;
    let mut helped = false;
    // `“…”, as X told`: it may only confirm whose words they are
    let said = phase::as_said(place, start);
    let relayed = said || place.chunk(start).is_some_and(|chunk| chunk.class.any(Class::ACCORD_OPENS));
    while at < start + NEAR {
        let chunk = place.chunk(at)?;
        match &chunk.part {
            Part::According(noun) if subject.is_none() => {
                return Some(according(place, noun.clone(), at > start));
            }
            Part::Aside if chunk.class.any(Class::THUS) && place.noun(at + 1).is_some() => {
                let noun = place.noun(at + 1)?;
                // `so das Fazit der Ministerin`
                let said = noun.sort == Sort::Utterance && place.text.grammar.capital_nouns;
                let noun = if said { owner(place, noun)? } else { noun.clone() };
                let noun = surname_behind(place.text, &noun).unwrap_or(noun);
                return noun.can_speak().then(|| Frame::new(Rule::According, noun_source(place, noun)));
            }
            Part::Verb if at == place.at + 1 && ends_group(place, chunk) => return None,
            // `“…” was told to them by X`
            Part::Verb if helped && is_passive(place, chunk) => return told_by(place, at),
            Part::Verb if chunk.class.any(Class::CUE) && speaks(chunk) => {
                if let Some(pronoun) = pronoun {
                    return Some(Frame::new(Rule::Inverted, by_pronoun(place, at, pronoun)));
                }
                let frame = cue(place, at, start, subject)?;
                return Some(if relayed { frame.aside() } else { frame });
            }
            Part::Verb if led_to(place, at, start, subject).is_some() => {
                return led_to(place, at, start, subject);
            }
            Part::Verb if chunk.class.any(Class::HELPER) => {
                helped = true;
                pronoun = Some(chunk).filter(|chunk| chunk.class.any(Class::SUBJECT));
            }
            Part::Aside | Part::Governed(_) => {}
            Part::Subordinate if at == start && said => {}
            // `“…”, only and said X`
            Part::And
                if at > start
                    && matches!(place.chunk(at - 1).map(|chunk| &chunk.part), Some(Part::Aside)) => {}
            Part::Mark(',')
                if at > start
                    && !matches!(place.chunk(at - 1).map(|chunk| &chunk.part), Some(Part::Quote)) => {}
            Part::Noun(noun) if subject.is_none() && at <= start + 1 => subject = Some(noun),
            _ => return None,
        }
        at += 1;
    }
    None
}

/// True for a participle of a verb of saying behind an auxiliary and what stands between, where it is not the auxiliary of
/// the past.
fn is_passive(place: Place, chunk: &Chunk) -> bool {
    let participle = chunk.class.any(Class::PARTICIPLE) && !chunk.is_finite();
    place.text.grammar.capital_nouns
        && (chunk.class.any(Class::CITE) || chunk.is_verb(Class::CUE) && participle)
}

/// `was told to them by X`, `X was quoted`: X.
fn told_by(place: Place, participle: usize) -> Option<Frame> {
    let cites = place.chunk(participle)?.class.any(Class::CITE);
    let noun = quoted(place, participle).filter(|_| cites).or_else(|| agent(place, participle))?;
    Some(Frame::new(Rule::After, noun_source(place, noun)))
}

/// `“…”, s'est borné à dire X`, `“…”, tentou acalmar os mercados X`: a verb that only leads to one of saying, or shows.
fn led_to(place: Place, verb: usize, start: usize, led: Option<&Noun>) -> Option<Frame> {
    if let Some(saying) = phase::saying(place, verb) {
        return cue(place, saying, start, led);
    }
    if let Some(noun) = phase::shown(place, verb, start).filter(|_| led.is_none()) {
        return Some(Frame::new(Rule::Inverted, noun_source(place, noun)));
    }
    let chunk = place.chunk(verb).filter(|_| led.is_none() && phase::ends_with(place, verb, start))?;
    Some(Frame::new(Rule::Inverted, Source::Silent(chunk.class, chunk.tokens.clone())))
}

fn thus(place: Place, at: usize) -> bool {
    place.chunk(at).is_some_and(|chunk| chunk.class.any(Class::THUS))
}

/// True for a form that tells that something was said.
fn speaks(chunk: &Chunk) -> bool {
    chunk.class.any(Class::FINITE.or(Class::PASSIVE))
}

fn according(place: Place, noun: Noun, aside: bool) -> Frame {
    let frame = Frame::new(Rule::According, noun_source(place, noun));
    if aside { frame.aside() } else { frame }
}

/// The frame of the verb at `verb`, `led` a phrase between it and the quotation.
fn cue(place: Place, verb: usize, start: usize, led: Option<&Noun>) -> Option<Frame> {
    let chunk = place.chunk(verb)?;
    let verb = group_end(place, verb);
    let close =
        (start..verb).all(|at| !matches!(place.chunk(at).map(|chunk| &chunk.part), Some(Part::Mark(','))));
    let frame = |rule: Rule, source: Source| {
        let says = chunk.class.any(Class::SAY.or(Class::READ)) && !chunk.class.any(Class::CALL);
        let frame = Frame { says, ..Frame::new(rule, source) };
        Some(if close { frame } else { frame.aside() })
    };
    if let Some(frame) = relayed(place, verb, led) {
        return Some(frame);
    }
    if chunk.class.any(Class::CITE) && !chunk.class.any(Class::SAY) {
        return cited(place, verb);
    }
    if let Some(body) = from_body(place, verb) {
        return frame(Rule::Inverted, Source::Noun(body));
    }
    if chunk.class.any(Class::SUBJECT) {
        return frame(Rule::Inverted, by_pronoun(place, verb, chunk));
    }
    // `nous assure X`
    let object = |noun: &Noun| noun.sort == Sort::Pronoun && noun.class.any(Class::OBJECT);
    if let Some(noun) = led
        .filter(|noun| !object(noun) && noun.can_speak() && noun.may_be_subject && agrees(chunk.class, noun))
        .filter(|noun| !goes_on(place, noun, verb))
    {
        return frame(Rule::After, noun_source(place, formed_by(place, chunk.class, noun.clone())));
    }
    let end = place.chunks.len();
    if chunk.class.any(Class::READ)
        && !(chunk.class.any(Class::SAY.or(Class::CALL))
            && place.text.grammar.by_order()
            && !of_itself(place, verb))
        && let Some(source) = text_that_speaks(place, verb)
    {
        return frame(Rule::Inverted, source);
    }
    if let Some(source) = written_in(place, verb, start) {
        return frame(Rule::Inverted, source);
    }
    let noun = text_behind(place, verb, start).or_else(|| subject::behind(place, verb, end));
    // `“…”, so closed his speech`: what is somebody's own is no subject
    let own = |noun: &Noun| {
        let said = matches!(noun.sort, Sort::Utterance | Sort::Thing);
        said && noun.determiner.any(Class::OWNER)
            && place.text.grammar.silent
            && !chunk.class.any(Class::READ)
    };
    let noun = noun.filter(|noun| !own(noun)).map(|noun| subject::calls(place, verb, &noun).unwrap_or(noun));
    let source = said_in(place, verb, start);
    if let Some(noun) = noun.filter(|noun| source.is_none() || noun.can_speak()) {
        return frame(Rule::Inverted, noun_source(place, formed_by(place, chunk.class, noun)));
    }
    if let Some(source) = source {
        return frame(Rule::Inverted, source);
    }
    if let Some(noun) = own_subject(place, chunk) {
        return frame(Rule::Inverted, noun_source(place, noun));
    }
    // another's verb: `“…” y pidió a …`
    let alone = led.is_none()
        && (chunk.class.any(Class::SAY.or(Class::READ))
            || !matches!(place.chunk(verb + 1).map(|chunk| &chunk.part), Some(Part::Noun(_))));
    if !alone {
        return None;
    }
    if let Some(noun) = subject_of_clause(place, verb) {
        return frame(Rule::Before, noun_source(place, noun));
    }
    let outlet = in_marks(place, verb).filter(|_| place.is(verb - 1, ',')).map(Source::Noun);
    let other = outlet.or_else(|| described_in_marks(place, verb));
    frame(Rule::Inverted, other.unwrap_or_else(|| Source::Silent(chunk.class, chunk.tokens.clone())))
}

/// `The club “regrets” the loss of its leader, said the minister Ana Porto`: a phrase without a name and a comma behind the
/// words go on with their clause where somebody with a name stands right behind the verb that ends at `verb`.
fn goes_on(place: Place, led: &Noun, verb: usize) -> bool {
    let first = (place.at + 1..=verb)
        .find(|at| place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::Verb)));
    let parted = first.is_some_and(|first| place.is(first - 1, ','));
    let speaker = place.noun(verb + 1).is_some_and(|noun| noun.sort == Sort::Person && noun.may_be_subject);
    place.text.grammar.by_order() && led.name.is_none() && parted && speaker
}

/// `The mayor received them “with open arms”, he said`: the subject of the sentence the words are part of.
fn own_subject(place: Place, verb: &Chunk) -> Option<Noun> {
    let romance = place.text.grammar.silent && place.begins_small();
    let noun = (0..place.at)
        .filter(|_| romance)
        .find_map(|at| place.noun(at).filter(|noun| noun.can_speak() && noun.may_be_subject))?;
    let several = |class: Class| class.any(Class::PLURAL) && !class.any(Class::SINGULAR);
    (noun.is_human() && several(verb.class) == several(noun.class)).then(|| noun.clone())
}

/// The last verb of a group: `a déclaré`, `ha detto`.
fn group_end(place: Place, verb: usize) -> usize {
    let mut at = verb;
    while place.chunk(at).is_some_and(|chunk| chunk.class.any(Class::HELPER))
        && place.chunk(at + 1).is_some_and(|next| next.is_verb(Class::PARTICIPLE))
    {
        at += 1;
    }
    at
}
