//! Frames: the phrase that speaks, by the clause a quotation stands in.

mod announced;
mod as_said;
mod aside;
mod before;
mod behind;
mod by_pronoun;
mod cited;
mod far;
mod impersonal;
mod label;
mod own_subject;
mod phase;
mod report;
mod spoken_of;
mod verb_last;

use super::completed::{self, Completed};
use super::phrases::{Chunk, Noun, Part, Sort, noun_at};
use super::words::Class;
use crate::brief::quotes::rule::Rule;

use super::subjects as subject;
pub(crate) use super::subjects::{Frame, Place, Source, agrees, is_within_group};

/// Chunks on either side of a quotation in which an outlet is looked for.
const NEAR: usize = 24;

/// What the frames of a quotation tell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Frames {
    /// The one that counts.
    pub(crate) own: Option<Frame>,
    /// Whoever said it first, where the speaker relays it.
    pub(crate) from: Option<Noun>,
    /// The words complete a noun: they are whose it is, who does not go on speaking, and nobody's without an owner.
    pub(crate) completes: bool,
}

impl Frames {
    fn of(own: Frame) -> Self {
        Self { own: Some(own), ..Self::default() }
    }
}

/// The phrase that is the subject of the verb that is the chunk `verb`.
#[must_use]
pub(crate) fn subject_of(place: Place, verb: usize) -> Option<Noun> {
    match subject::of(place, verb, place.at)? {
        Source::Noun(noun) => Some(noun),
        _ => None,
    }
}

/// What is told to do what the verb that is the chunk `verb` says.
#[must_use]
pub(crate) fn source_of(place: Place, verb: usize) -> Option<Source> {
    subject::of(place, verb, place.at)
}

/// Reads the frames of a quotation.
#[must_use]
pub(crate) fn read(place: Place) -> Frames {
    let place = place.within_reach();
    if let Some(label) = label::find(place) {
        return Frames::of(label);
    }
    let completed = match completed::find(place) {
        Some(Completed::Owner(own)) => return Frames { completes: true, ..Frames::of(*own) },
        found => found.is_some(),
    };
    let mut frames = beside(place);
    // `“…” and “…”`: what holds for the first holds for the second; behind a comma where no verb stands beside it
    let joined =
        place.at >= 2 && matches!(place.chunk(place.at - 1).map(|chunk| &chunk.part), Some(Part::And));
    let listed = place.at >= 2
        && place.text.grammar.cases
        && place.is(place.at - 1, ',')
        && frames.own.as_ref().is_none_or(|own| !own.beside);
    if (joined && frames.own.is_none() || listed)
        && place.chunk(place.at - 2).is_some_and(|chunk| matches!(chunk.part, Part::Quote))
    {
        let first = beside(Place { at: place.at - 2, ..place });
        let own = first.own.filter(|own| joined || own.beside && own.rule == Rule::Before);
        frames.own = own.map(|own| Frame { beside: false, ..own }).or(frames.own);
    }
    frames.own = frames.own.or_else(|| phase::added(place)).or_else(|| spoken_of::reason(place));
    frames.own = frames.own.or_else(|| spoken_of::text_of_clause(place));
    frames.own = far::of_whole(place, frames.own.as_ref()).or(frames.own);
    if let Some(own) = frames.own.as_mut().filter(|own| own.via.is_none()) {
        own.via = through(place, &own.source);
    }
    let behind = frames.own.as_ref().is_some_and(|own| completed::is_behind(place, own));
    if behind && completed {
        return Frames { completes: true, ..Frames::default() };
    }
    frames
}

/// The frames on either side of a quotation.
fn beside(place: Place) -> Frames {
    let last_verb = place.text.grammar.last_verb;
    let behind = if last_verb { verb_last::find(place) } else { behind::find(place) };
    choose(place, behind, aside::shares_verb(place).or_else(|| before::find(place)))
}

/// The outlet of the sentence that is told or relays: `told the agency X`, `quoted by X`, `in an interview with X`.
fn through(place: Place, source: &Source) -> Option<Noun> {
    let own = match source {
        Source::Noun(noun) => noun.tokens.clone(),
        Source::Silent(_, tokens) | Source::Document(_, tokens) => tokens.clone(),
    };
    let within = |chunk: &Chunk| {
        let at = chunk.tokens.clone().skip(1).find(|at| place.text.has(*at, Class::OUTLET))?;
        let noun = noun_at(place.text, at, chunk.tokens.end)?;
        (noun.sort == Sort::Outlet && !own.contains(&at)).then_some(noun)
    };
    let from = place.at.saturating_sub(NEAR);
    place.chunks.iter().skip(from).take(2 * NEAR).find_map(|chunk| match &chunk.part {
        Part::Governed(noun) if noun.sort == Sort::Outlet && noun.tokens.start != own.start => {
            Some(noun.clone())
        }
        Part::Noun(noun) if noun.sort == Sort::Outlet && !noun.may_be_subject => Some(noun.clone()),
        Part::Governed(_) => within(chunk),
        _ => None,
    })
}

fn choose(place: Place, behind: Option<Frame>, before: Option<Frame>) -> Frames {
    let from = |frame: &Frame| match &frame.source {
        Source::Noun(noun) => Some(noun.clone()),
        _ => None,
    };
    // `“…, – said he, – …”, – X …`
    let broken_off = place.at > 0 && place.is_dash(place.at - 1);
    // `The opposition protests. – … – X said`: words behind a dash with a verb of their own go on with no sentence before
    let own = behind.as_ref().is_some_and(|behind| behind.beside && behind.is_told());
    let before = before.filter(|_| !(own && is_behind_end(place)));
    match (behind, before) {
        // an outlet that relays what somebody is told to have said
        (Some(behind), Some(before))
            if before.is_told() && (relays(&behind) || only_reports(place, &behind, &before)) =>
        {
            Frames::of(Frame { via: from(&behind), ..before })
        }
        // `Ajansa göre X, “…” dedi`: X
        (Some(behind), Some(before))
            if place.text.grammar.last_verb && before.rule == Rule::According && behind.is_told() =>
        {
            Frames::of(Frame { via: from(&before), ..behind })
        }
        // `From Berlin's point of view “…”, as the minister X said`: whoever says it, not whose view it is
        (Some(behind), Some(before))
            if before.rule == Rule::According && !is_person(&before) && behind.says && is_person(&behind) =>
        {
            Frames::of(behind)
        }
        // `The club is glad to “…”, declares X`: X says the whole sentence
        (Some(behind), Some(before))
            if !behind.beside
                && is_person(&behind)
                && (!may_be_person(&before) || is_place(place, &before)) =>
        {
            Frames::of(behind)
        }
        // `Colder the guest: “…”, replied smiling`: the verb alone goes on with who stands before the colon
        (Some(Frame { source: Source::Silent(class, _), .. }), Some(before))
            if !class.any(Class::SUBJECT)
                && place.at > 0
                && place.is(place.at - 1, ':')
                && (is_person(&before) || place.text.grammar.by_order() && may_be_person(&before)) =>
        {
            Frames::of(before)
        }
        // `X, who called it “…”, left the hall`: words in the middle of the clause that brings them
        (Some(behind), Some(before))
            if place.text.grammar.by_order()
                && place.begins_small()
                && before.rule == Rule::Before
                && before.beside
                && may_be_person(&before)
                && !is_person(&behind)
                && behind.rule != Rule::According =>
        {
            Frames::of(before)
        }
        // the subject of the words' own predicate counts only where nobody is told to say them
        (Some(behind), None | Some(Frame { rule: Rule::Subject, .. })) => Frames::of(behind),
        // `…, M. X a rappelé` behind words that another is told to have said
        (Some(behind), Some(before))
            if behind.rule == Rule::After
                && (before.is_told() || before.rule == Rule::Before && broken_off)
                && !place.text.grammar.last_verb =>
        {
            Frames::of(before)
        }
        (Some(behind), Some(before)) if behind.beside => {
            let grammar = place.text.grammar;
            let alone = matches!(&behind.source, Source::Silent(class, _) if grammar.needs_subject(*class));
            let text = matches!(behind.source, Source::Document(..))
                && (grammar.by_order() || grammar.capital_nouns && place.is(place.at + 1, ','));
            let silent = !behind.is_told() && !text && before.is_told() && (before.beside || alone);
            if silent {
                return Frames::of(before);
            }
            let other = from(&before).filter(|_| behind.is_told() && !before.beside);
            Frames { own: Some(behind), from: other, ..Frames::default() }
        }
        (_, Some(before)) => Frames {
            own: far::in_next(place).filter(|_| !before.beside).or(Some(before)),
            ..Frames::default()
        },
        (None, None) => Frames { own: far::in_next(place), ..Frames::default() },
    }
}

/// True for words that a dash brings right behind the end of a sentence.
fn is_behind_end(place: Place) -> bool {
    let dash = place.at.checked_sub(1).filter(|at| place.is_dash(*at));
    let end = dash.unwrap_or(place.at).checked_sub(1);
    end.is_some_and(|at| ['.', '!', '?', '…'].iter().any(|mark| place.is(at, *mark)))
}

/// `X demanded “…”, according to Y`: words within the clause of X, and behind them where that is known from.
fn only_reports(place: Place, behind: &Frame, before: &Frame) -> bool {
    let parted = place.at > 0 && place.is(place.at - 1, ',');
    let within = place.begins_small() && before.rule == Rule::Before && !parted;
    place.text.grammar.by_order() && behind.rule == Rule::According && within
}

/// True for a person and a name of one word.
fn may_be_person(frame: &Frame) -> bool {
    is_person(frame) || matches!(&frame.source, Source::Noun(noun) if noun.sort == Sort::Capital)
}

/// True for one capital that is nobody's surname elsewhere, where every noun has a capital: a country, a club.
fn is_place(place: Place, frame: &Frame) -> bool {
    let named = |noun: &Noun| noun.sort == Sort::Capital && !place.text.is_known_surname(noun.head);
    place.text.grammar.capital_nouns && matches!(&frame.source, Source::Noun(noun) if named(noun))
}

/// True for a person who is told to speak.
fn is_person(frame: &Frame) -> bool {
    matches!(&frame.source, Source::Noun(noun) if noun.is_human() && noun.sort != Sort::Open)
}

fn relays(frame: &Frame) -> bool {
    matches!(&frame.source, Source::Noun(noun) if noun.sort == Sort::Outlet)
}
