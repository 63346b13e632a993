//! `NAME: “`, at the head of a line or sentence.

use crate::brief::quotes::attribution::position::{Found, Position};
use crate::brief::quotes::document::Document;
use crate::brief::quotes::syntax::noun_phrase::{Phrase, PhraseKind};
use crate::brief::quotes::syntax::phrase_finder;
use crate::people::lexicon::{Keyword, Tags};

/// The name before the colon.
pub(crate) fn find(document: &Document, place: &Position) -> Found {
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
        ['—', '–', '-', '―', '•'].iter().any(|mark| stream.is(*at, *mark))
            || stream.is_keyword(*at, Keyword::LabelLead)
    });
    let start = lead.map_or(start, |at| at + 1);
    let start = (start..colon).find(|at| stream.is_word(*at))?;
    let found = phrase_finder::beginning_at(stream, &document.index, start, colon)?;
    let reaches = found.tokens.end == colon
        || stream.is(found.tokens.end, '(')
        || stream.is(found.tokens.end, ',')
        || stream.is_keyword(found.tokens.end, Keyword::And);
    let somebody = known(document, &found) || in_list(document, place);
    (reaches && somebody && matches!(found.kind, PhraseKind::Named(_) | PhraseKind::Body(_))).then_some(found)
}

/// True for somebody, or a body, that the article knows by more than this label: box titles look like names too.
fn known(document: &Document, found: &Phrase) -> bool {
    let index = &document.index;
    let again = |person: usize| index.get(person).is_some_and(|person| person.count > 1);
    match found.kind {
        PhraseKind::Named(person) => index.is_human(person) || again(person),
        PhraseKind::Body(person) => {
            again(person) || found.tokens.clone().any(|at| document.stream.has(at, Tags::ORGANISATION))
        }
        _ => false,
    }
}

/// True when a line beside this one is a label and words in marks too: what several say, one a line.
fn in_list(document: &Document, place: &Position) -> bool {
    let stream = &document.stream;
    let Some(number) = stream.get(place.at).map(|token| token.paragraph) else { return false };
    let labelled = |number: usize| {
        stream.paragraphs.get(number).is_some_and(|line| {
            let quote = (line.start..line.end.min(line.start + 8)).find(|at| stream.is_quote(*at));
            quote.is_some_and(|at| at > line.start + 1 && stream.is(at - 1, ':'))
        })
    };
    place.sentence.start == place.paragraph.start
        && (labelled(number + 1) || number.checked_sub(1).is_some_and(labelled))
}
