//! Who said a quote, as the words around it tell (stage S4).
//!
//! In: a [`Document`] and a quote of it. Out: the phrase that stands for the speaker and the rule that found it. The
//! rules are tried in a fixed order and the first that fires wins; [`all`] runs every one, to explain.

use std::ops::Range;

use super::before::{before, tail};
use super::cues::{Cue, Form};
use super::document::Document;
use super::phrase::{self, Phrase, PhraseKind};
use super::place::Place;
use super::rule::Rule;
use crate::people::lexicon::Tags;
use crate::people::tokens::Token;

pub(super) type Found = Option<Phrase>;
type Local = fn(&Document, &Place) -> Found;

/// The rules that read only the quote's own sentence, in the order they are tried.
pub const LOCAL: [(Rule, Local); 9] = [
    (Rule::After, after),
    (Rule::Inverted, inverted),
    (Rule::Label, label),
    (Rule::Signed, signed),
    (Rule::Before, before),
    (Rule::According, according),
    (Rule::Noun, noun),
    (Rule::Later, later),
    (Rule::Headline, headline),
];

/// The first rule that fires on the quote's own sentence.
#[must_use]
pub fn first(document: &Document, place: &Place) -> Option<(Rule, Phrase)> {
    LOCAL.iter().find_map(|(rule, finds)| finds(document, place).map(|phrase| (*rule, phrase)))
}

/// What every rule on the quote's own sentence finds.
#[must_use]
pub fn all(document: &Document, place: &Place) -> Vec<(Rule, Phrase)> {
    LOCAL.iter().filter_map(|(rule, finds)| finds(document, place).map(|phrase| (*rule, phrase))).collect()
}

/// True when no other quote stands in the tokens `range`.
pub(super) fn free(document: &Document, range: Range<usize>) -> bool {
    !range.clone().any(|at| document.stream.is_quote(at))
}

/// True when the cue may serve the quote: what stands in brackets serves only quotes in brackets.
pub(super) fn serves(document: &Document, cue: &Cue, place: &Place) -> bool {
    let bracketed = |at: usize| document.stream.get(at).is_some_and(|token| token.bracketed);
    !bracketed(cue.verb) || bracketed(place.at)
}

pub(super) fn sentence_behind<'d>(
    document: &'d Document,
    place: &Place,
) -> impl DoubleEndedIterator<Item = &'d Cue> + Clone {
    let quote = place.at;
    let bracketed = move |at: usize| document.stream.get(at).is_some_and(|token| token.bracketed);
    let cues = document.cues_in(&(place.at + 1..place.sentence.end)).iter();
    cues.filter(move |cue| !bracketed(cue.verb) || bracketed(quote))
}

fn after(document: &Document, place: &Place) -> Found {
    let behind = place.behind(document);
    if told_right_before(document, place) {
        return None;
    }
    if let Some(sentence) = bare_attribution(document, place) {
        return Some(sentence);
    }
    let inside =
        place.at > place.sentence.start && !document.cues_in(&(place.sentence.start..place.at)).is_empty();
    sentence_behind(document, place)
        .take(4)
        .filter(|cue| cue.form == Form::Plain && !cue.denied)
        .find(|cue| {
            let start = cue.subject.tokens.start;
            let led = start == behind
                || start > behind
                    && start <= behind + 3
                    && (behind..start).all(|at| document.stream.has(at, Tags::ADVERB.or(Tags::TIME)));
            let ends =
                matches!(place.ending, Some(',' | '?' | '!' | '—' | '-' | '…' | '–' | '.' | '\'' | '’'))
                    || cue.strong
                    || document.stream.is(place.at + 1, ',');
            led && ends
                && !(inside && (!cue.strong || start > behind))
                && free(document, place.at + 1..cue.verb)
        })
        .map(|cue| cue.subject.clone())
}

/// `“….” X said.`: a sentence that is nothing but an attribution.
fn bare_attribution(document: &Document, place: &Place) -> Found {
    let stream = &document.stream;
    let next = place.sentence.end;
    let sentence = stream.sentence_of(next);
    if place.at + 1 != next || next >= place.paragraph.end || sentence.len() > 7 {
        return None;
    }
    let cue = document.cues_in(&sentence).first().filter(|cue| cue.strong && cue.form == Form::Plain)?;
    let ends = cue.verb + 1 >= sentence.end || stream.is(cue.verb + 1, '.');
    (ends && cue.subject.tokens.start == next).then(|| cue.subject.clone())
}

/// `X told Y “…`: what stands behind the quote reports the whole sentence, not the words.
fn told_right_before(document: &Document, place: &Place) -> bool {
    let floor = place.sentence.start.max(place.at.saturating_sub(6));
    document.cues_in(&(floor..place.at)).last().is_some_and(|cue| {
        cue.strong
            && cue.asserted
            && matches!(cue.form, Form::Plain | Form::Shared | Form::Participle)
            && (cue.verb + 1..place.at).all(|at| document.stream.is_word(at))
    })
}

fn inverted(document: &Document, place: &Place) -> Found {
    sentence_behind(document, place)
        .take(2)
        .filter(|cue| cue.form == Form::Inverted)
        .find(|cue| cue.verb <= place.behind(document) + 2 && free(document, place.at + 1..cue.verb))
        .map(|cue| cue.subject.clone())
}

/// `NAME: “`, at the head of a line or sentence.
fn label(document: &Document, place: &Place) -> Found {
    let colon = place.at.checked_sub(1).filter(|at| document.stream.is(*at, ':'))?;
    let start = place.sentence.start;
    if colon <= start
        || colon - start > 8
        || document.cues_in(&(start..colon)).iter().any(|cue| cue.verb + 4 >= colon)
    {
        return None;
    }
    let stream = &document.stream;
    // `On the poll - NAME: “`, `More from NAME: “`
    let lead = (start..colon).rev().find(|at| {
        ['—', '–', '-', '―', '•'].iter().any(|mark| stream.is(*at, *mark)) || stream.is_the_word(*at, "from")
    });
    let start = lead.map_or(start, |at| at + 1);
    let start = (start..colon).find(|at| stream.is_word(*at))?;
    let found = phrase::beginning_at(stream, &document.index, start, colon)?;
    let reaches = found.tokens.end == colon
        || stream.is(found.tokens.end, '(')
        || stream.is(found.tokens.end, ',')
        || stream.is_the_word(found.tokens.end, "and");
    (reaches && matches!(found.kind, PhraseKind::Named(_) | PhraseKind::Body(_))).then_some(found)
}

/// `according to X`, `in X’s words`.
fn according(document: &Document, place: &Place) -> Found {
    let stream = &document.stream;
    let reach = |range: Range<usize>| {
        range.clone().find_map(|at| {
            let plain = stream.has(at, Tags::ACCORD)
                && stream.is_the_word(at + 1, "to")
                && stream.is_the_word(at, "according");
            let noun = stream.has(at, Tags::ACCORD) && stream.has(at + 1, Tags::ACCORD_NOUN);
            let alone = stream.has(at, Tags::ACCORD_SINGLE) && !stream.has(at, Tags::CUE);
            let first = at == place.sentence.start && stream.has(at, Tags::ACCORD_FIRST);
            let start = if plain || noun { at + 2 } else { at + 1 };
            let start = if noun && stream.has(start, Tags::LINKING) { start + 1 } else { start };
            if !(plain || noun || alone || first) {
                return None;
            }
            let found = phrase::beginning_at(stream, &document.index, start, range.end)?;
            let named = matches!(found.kind, PhraseKind::Named(_)) && stream.is(found.tokens.end, ',');
            if first && !named {
                return None;
            }
            Some(maker(document, &found, range.end).unwrap_or(found))
        })
    };
    reach(place.at + 1..place.sentence.end.min(place.at + 60))
        .or_else(|| reach(place.sentence.start..place.at))
}

/// `according to calculations by X`: X.
fn maker(document: &Document, source: &Phrase, end: usize) -> Found {
    let stream = &document.stream;
    let thing = !matches!(source.kind, PhraseKind::Named(_) | PhraseKind::Pronoun(_))
        && !stream.has(source.tokens.end - 1, Tags::PERSON);
    let by = source.tokens.end;
    (thing && stream.is_the_word(by, "by"))
        .then(|| phrase::beginning_at(stream, &document.index, by + 1, end))
        .flatten()
        .filter(|found| matches!(found.kind, PhraseKind::Named(_) | PhraseKind::Body(_)))
}

/// `his message: “`, `X’s claim that “`.
fn noun(document: &Document, place: &Place) -> Found {
    let stream = &document.stream;
    let floor = place.sentence.start.max(place.at.saturating_sub(12));
    (floor + 1..place.at).rev().find_map(|at| {
        if !stream.has(at, Tags::SPEECH_NOUN) || !stream.is_word(at) {
            return None;
        }
        let owner = (floor..at).rev().take(4).take_while(|at| stream.is_word(*at)).find(|owner| {
            stream.has(*owner, Tags::HIS.or(Tags::HER)) && !stream.has(*owner, Tags::PRONOUN)
                || stream.has(*owner, Tags::HIS.or(Tags::HER))
                || stream.get(*owner).is_some_and(|token| token.possessive)
        })?;
        if stream.has(owner, Tags::HIS.or(Tags::HER)) {
            let tags = if stream.has(owner, Tags::HIS) { Tags::HE } else { Tags::SHE };
            return Some(Phrase { tokens: owner..owner + 1, kind: PhraseKind::Pronoun(tags) });
        }
        phrase::ending_at(stream, &document.index, owner, floor)
    })
}

/// `“….” — X`, in the line of the quote or alone in the next.
fn signed(document: &Document, place: &Place) -> Found {
    let stream = &document.stream;
    let same = place.at + 1 < place.paragraph.end;
    let dash = place.at + 1;
    let number = stream.get(place.at)?.paragraph;
    let line = if same { place.paragraph.clone() } else { stream.paragraphs.get(number + 1)?.clone() };
    let dashed = ['—', '–', '-', '―'].iter().any(|mark| stream.is(dash, *mark));
    let inside = !same
        && document.marked.get(place.quote).is_some_and(|marked| marked.continues)
        && free(document, line.clone());
    if !(dashed || inside) || place.at > place.paragraph.start + 1 {
        return None;
    }
    let dash = if inside { line.start.saturating_sub(1) } else { dash };
    let start = (dash + 1..line.end).find(|at| stream.is_word(*at))?;
    let found = phrase::beginning_at(stream, &document.index, start, line.end)?;
    let rest = found.tokens.end..line.end;
    let ends = rest.is_empty() || stream.is(rest.start, ',') || rest.len() == 1 || inside && rest.len() == 2;
    (ends && start <= dash + 2 && matches!(found.kind, PhraseKind::Named(_))).then_some(found)
}

/// `“Claim” on the deal — X` in the first lines.
fn headline(document: &Document, place: &Place) -> Found {
    let stream = &document.stream;
    let top = stream.get(place.at)?.paragraph < 2;
    let dash = (place.at + 1..place.paragraph.end)
        .rev()
        .find(|at| ['—', '–', '-', '―'].iter().any(|mark| stream.is(*at, *mark)))?;
    let found = phrase::beginning_at(stream, &document.index, dash + 1, place.paragraph.end)?;
    let named = matches!(found.kind, PhraseKind::Named(_) | PhraseKind::Body(_) | PhraseKind::Definite);
    (top && named && found.tokens.end == place.paragraph.end).then_some(found)
}

/// A cue behind the quote in its sentence, not next to it.
fn later(document: &Document, place: &Place) -> Found {
    if place.ending == Some('.') && document.stream.get(place.at + 1).is_none_or(Token::is_capital) {
        return None;
    }
    let cues = sentence_behind(document, place);
    let nobody = |cue: &Cue| {
        cue.subject.kind == PhraseKind::Bare && !document.stream.has(cue.subject.tokens.end - 1, Tags::PERSON)
    };
    let fits = |cue: &&Cue| {
        matches!(cue.form, Form::Plain | Form::Inverted | Form::Shared) && !cue.denied && !nobody(cue)
    };
    cues.filter(fits).find(|cue| cue.strong).map(|cue| cue.subject.clone()).or_else(|| tail(document, place))
}
