//! A subject that shares the verb before it: `X spoke of “…”, Y of “…”`.

use crate::brief::quotes::clause::phrases::Part;
use crate::brief::quotes::clause::subjects::{self as subject, Frame, Place};
use crate::brief::quotes::rule::Rule;

/// `X spoke of “…”, Y of “…”`, «X увидел в этом „…“, а Y — „…“»: a subject that shares the verb before it.
pub(super) fn gapped(place: Place) -> Option<Frame> {
    let dashed = place.text.grammar.gendered_verbs;
    let small = |at: usize| {
        dashed && place.is_dash(at) || place.chunk(at).is_some_and(|chunk| matches!(chunk.part, Part::Aside))
    };
    let at = (0..place.at).rev().take(3).find(|at| !small(*at))?;
    let noun = place.noun(at).filter(|noun| noun.can_speak() && noun.may_be_subject)?;
    let joint = (0..at).rev().take(3).find(|at| {
        !place.is(*at, ',')
            && !place.is(*at, ';')
            && !place.chunk(*at).is_some_and(|chunk| matches!(chunk.part, Part::And))
    })?;
    let quoted = matches!(place.chunk(joint)?.part, Part::Quote) && joint + 1 < at;
    let tied = at + 1 < place.at && (place.text.grammar.by_order() || dashed && place.is_dash(at + 1));
    (quoted && tied).then(|| Frame {
        beside: false,
        ..Frame::new(Rule::Before, subject::noun_source(place, noun.clone()))
    })
}
