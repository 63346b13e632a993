//! What in marks is no quote (stage S2): names of things, titles of works, scare quotes, signs.

use super::quotation::Style;
use super::words::Words;
use crate::brief::Kind;
use crate::brief::quotes::attribution::position::Position;
use crate::brief::quotes::document::Document;
use crate::brief::quotes::rule::Rule;
use crate::brief::quotes::syntax::noun_phrase::PhraseKind;
use crate::people::lexicon::{Keyword, Tags};

/// What words in marks are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Speech.
    Quote(Kind),
    /// Words written on a thing: kept, never a key quote.
    Written,
    /// Nothing said.
    Not(&'static str),
}

/// Judges a quote by its words, its place and the rule that found its speaker.
#[must_use]
pub(crate) fn judge(document: &Document, place: &Position, rule: Option<Rule>) -> Verdict {
    let Some(marked) = document.marked.get(place.quote) else { return Verdict::Not("no place") };
    let words = Words::of(marked.inner.of(document.text));
    if words.count == 0 {
        return Verdict::Not("no words");
    }
    if words.code {
        return Verdict::Not("a code or an address");
    }
    let head = before_words(document, place, words.title);
    let said = Said::of(document, place, &words, rule);
    if names_a_thing(place, &words, &head, &said) {
        return Verdict::Not("a name for a thing");
    }
    if head.sign && !said.beside {
        return Verdict::Written;
    }
    if chanted(document, place) {
        return Verdict::Quote(if words.capital { Kind::Direct } else { Kind::Mixed });
    }
    if names_a_work(place, &words, &head, &said) || words.title && holder_follows(document, place) {
        return Verdict::Not("a title");
    }
    let told = said.beside && said.ends
        || head.cue
        || head.object
        || said.goes_on
        || marked.style == Style::Unmarked
        || !words.capital && reported(document, place);
    let nobody = said.rule.is_none();
    if words.count == 1 && !told {
        return Verdict::Not("one word");
    }
    if words.count < 3 && !told && nobody {
        return Verdict::Not("scare quotes");
    }
    if nobody && words.count < 5 && !said.ends && !told {
        return Verdict::Not("a fragment nobody says");
    }
    if marked.style == Style::SingleStraight && words.count < 3 && !said.beside && !reported(document, place)
    {
        return Verdict::Not("single marks");
    }
    Verdict::Quote(kind(document, place, &words, said.beside, head.colon))
}

/// How far the words are told to be said.
struct Said {
    rule: Option<Rule>,
    /// The speaker stands right beside the words.
    beside: bool,
    /// The words end like a sentence or a clause.
    ends: bool,
    /// The words are a sentence by themselves behind other words in marks.
    goes_on: bool,
}

impl Said {
    fn of(document: &Document, place: &Position, words: &Words, rule: Option<Rule>) -> Self {
        let beside = matches!(
            rule,
            Some(
                Rule::After | Rule::Inverted | Rule::Label | Rule::Transcript | Rule::Headline | Rule::Signed
            )
        );
        let ends = matches!(place.ending, Some(',' | '.' | '!' | '?' | '—' | '…' | '-' | '–'));
        let alone = place.at == place.sentence.start
            && words.capital
            && (matches!(place.ending, Some('.' | '!' | '?')) || document.stream.is(place.at + 1, '.'));
        let exclaimed = alone && place.at > place.paragraph.start && place.ending != Some('.');
        let goes_on = exclaimed || alone && document.stream.holds_quote(&(place.paragraph.start..place.at));
        Self { rule, beside, ends, goes_on }
    }
}

/// True for `so-called “…”` and for capitalised words where the name of a thing stands.
fn names_a_thing(place: &Position, words: &Words, head: &Head, said: &Said) -> bool {
    if head.naming && words.count <= 8 && !(said.beside && place.ending == Some(',')) {
        return true;
    }
    let unsaid = matches!(said.rule, None | Some(Rule::Later));
    unsaid && head.slot && words.capital && !said.ends && !head.object
}

/// True for a title: of a book, a film, a paper.
fn names_a_work(place: &Position, words: &Words, head: &Head, said: &Said) -> bool {
    if words.title && (head.work || head.naming || words.count <= 8 && head.inside) && !head.colon {
        return true;
    }
    let announced = head.colon && (said.ends || place.at + 1 >= place.sentence.end) || head.object;
    words.title && words.count <= 8 && !said.beside && !said.goes_on && !announced && !head.said
}

/// `“Night Watch” correspondent X`: a programme and whose it is.
fn holder_follows(document: &Document, place: &Position) -> bool {
    let (stream, next) = (&document.stream, place.at + 1);
    let person = stream.has(next, Tags::PERSON.or(Tags::OFFICE)) && stream.is_word(next);
    person && !stream.is_capital(next) && document.index.mention_at(next + 1).is_some()
}

fn kind(document: &Document, place: &Position, words: &Words, beside: bool, colon: bool) -> Kind {
    let stream = &document.stream;
    let closed = matches!(place.ending, Some('.' | ',' | '!' | '?' | '…' | '—' | '–' | '-'));
    let head = place.at == place.sentence.start
        || colon
        || place
            .at
            .checked_sub(1)
            .is_some_and(|at| stream.is(at, ',') || stream.is(at, ':') || stream.is_quote(at));
    let attribution_before = place.at > place.sentence.start && !head && !colon;
    if beside && head && (closed || stream.is(place.at + 1, ','))
        || head && closed && words.capital && words.count > 2
    {
        Kind::Direct
    } else if attribution_before && !(words.capital && closed && words.count > 4) {
        Kind::Mixed
    } else if words.capital && closed || words.count >= 8 && head {
        Kind::Direct
    } else {
        Kind::Mixed
    }
}

/// True when the words name a thing: `so-called “…”`, `dubbed the “…”`; not when somebody calls it so.
fn naming(document: &Document, place: &Position) -> bool {
    let stream = &document.stream;
    let floor = place.sentence.start.max(place.at.saturating_sub(3));
    let Some(at) = (floor..place.at).rev().find(|at| stream.is_word(*at) && stream.has(*at, Tags::NAMING))
    else {
        return false;
    };
    let led =
        (at + 1..place.at).all(|at| stream.has(at, Tags::DETERMINER) || stream.is_keyword(at, Keyword::As));
    let somebody = document.cues_in(&(at..at + 1)).iter().any(|cue| {
        matches!(
            cue.subject.kind,
            PhraseKind::Named(_)
                | PhraseKind::Pronoun(_)
                | PhraseKind::Indefinite
                | PhraseKind::Definite
                | PhraseKind::Body(_)
        )
    });
    led && !somebody
}

/// True when a weak verb of saying stands shortly before, with its object between it and the quote.
fn object_of_cue(document: &Document, place: &Position, title: bool) -> bool {
    let floor = place.sentence.start.max(place.at.saturating_sub(9));
    document.cues_in(&(floor..place.at)).last().is_some_and(|cue| {
        let between = cue.verb + 1..place.at;
        let words = between.clone().all(|at| {
            document.stream.is_word(at)
                && (!document.stream.has(at, Tags::CONJUNCTION.or(Tags::AUX))
                    || document.stream.is_keyword(at, Keyword::As))
        });
        let last = place.at.saturating_sub(1);
        // “called “…”” without an object names a thing
        let naming = between.is_empty() && document.stream.has(cue.verb, Tags::NAMING) && title;
        words && !naming && !cue.strong && (!document.stream.has(last, Tags::DETERMINER) || between.len() < 3)
    })
}

/// True for words a crowd shouts: `chants of “…”`.
#[must_use]
pub(crate) fn chanted(document: &Document, place: &Position) -> bool {
    let stream = &document.stream;
    place.at.checked_sub(1).is_some_and(|at| {
        stream.has(at, Tags::CHANT)
            || stream.is_keyword(at, Keyword::ChantPreposition) && at > 0 && stream.has(at - 1, Tags::CHANT)
    })
}

/// True when the words stand in what somebody is reported to have said: `X said the vote was “…”`.
fn reported(document: &Document, place: &Position) -> bool {
    document.cues_in(&(place.sentence.start..place.at)).iter().any(|cue| {
        cue.strong
            && cue.asserted
            && !matches!(cue.subject.kind, PhraseKind::Bare if !document.stream.has(cue.subject.tokens.end - 1, Tags::PERSON))
    })
}

#[expect(clippy::struct_excessive_bools, reason = "each is one independent observation")]
struct Head {
    naming: bool,
    work: bool,
    sign: bool,
    cue: bool,
    /// Stands right behind a verb of saying.
    said: bool,
    colon: bool,
    /// Stands where the name of a thing stands: after a preposition, a possessive, an article.
    inside: bool,
    /// Stands where the name of a thing stands: right behind its noun, article or preposition.
    slot: bool,
    /// Says what somebody calls something: `called the vote “…”`.
    object: bool,
}

/// `In a column on Aug. 10, “…”`: a work stands before the comma, with nothing but its date between.
fn work_before(document: &Document, place: &Position, comma: usize) -> bool {
    let stream = &document.stream;
    let date = Tags::TIME.or(Tags::PREPOSITION);
    let work = (place.sentence.start.max(comma.saturating_sub(6))..comma)
        .rev()
        .find(|at| stream.is_word(*at) && !(stream.has(*at, date) && !stream.has(*at, Tags::WORK)));
    work.is_some_and(|at| stream.has(at, Tags::WORK))
}

/// True for `would sign`, `to sign`: no board.
fn signs(document: &Document, place: &Position) -> bool {
    let stream = &document.stream;
    (place.sentence.start.max(place.at.saturating_sub(4))..place.at).any(|at| {
        let before = at.checked_sub(1);
        let verb = before.is_some_and(|at| {
            stream.has(at, Tags::MODAL.or(Tags::AUX)) || stream.is_keyword(at, Keyword::To)
        });
        stream.has(at, Tags::SIGN) && verb
    })
}

/// What the few words before the quote are.
fn before_words(document: &Document, place: &Position, title: bool) -> Head {
    let stream = &document.stream;
    let one = place.at.checked_sub(1).filter(|at| *at >= place.sentence.start);
    let near = |reach: usize, tags: Tags| {
        (place.sentence.start.max(place.at.saturating_sub(reach))..place.at)
            .rev()
            .take_while(|at| stream.is_word(*at))
            .any(|at| stream.has(at, tags))
    };
    let comma = one.filter(|at| stream.is(*at, ',') || stream.is(*at, ':'));
    let cue_at = if comma.is_some() { one.and_then(|at| at.checked_sub(1)) } else { one };
    // blurted out, “…”
    let cue_at = cue_at.map(|at| match at.checked_sub(1) {
        Some(verb) if stream.has(at, Tags::PARTICLE_OF_VERB) && stream.has(verb, Tags::CUE) => verb,
        _ => at,
    });
    let cue_at = cue_at
        .filter(|at| {
            !(stream.is_keyword(*at, Keyword::That) && comma.is_none()) || *at == place.sentence.start
        })
        .or_else(|| one.and_then(|at| at.checked_sub(1)));
    Head {
        naming: naming(document, place),
        work: near(3, Tags::WORK) || comma.is_some_and(|at| work_before(document, place, at)),
        sign: near(4, Tags::SIGN) && !signs(document, place),
        cue: cue_at.is_some_and(|at| !document.cues_in(&(at..at + 1)).is_empty()),
        said: cue_at.is_some_and(|at| document.cues_in(&(at..at + 1)).iter().any(|cue| cue.strong)),
        colon: one.is_some_and(|at| stream.is(at, ':')),
        inside: one.is_some_and(|at| {
            stream.is_word(at)
                && (stream.has(at, Tags::PREPOSITION.or(Tags::DETERMINER)) && !stream.has(at, Tags::THAT)
                    || stream.get(at).is_some_and(|token| token.possessive))
        }),
        slot: one.is_some_and(|at| {
            let noun = stream.lexicon.capital_nouns && stream.is_capital(at) && at > place.sentence.start;
            stream.is_word(at)
                && (noun
                    || stream.has(at, Tags::PREPOSITION.or(Tags::DETERMINER)) && !stream.has(at, Tags::THAT))
        }),
        object: object_of_cue(document, place, title),
    }
}
