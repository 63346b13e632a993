//! `Fake: X said “…”`: a label that nobody said the words of its own sentence.
//!
//! The label opens the sentence, and nothing but the speaker, the office and the bare verb of saying stands between it and the
//! words: in `Fake: the mayor rejects the report and speaks of “a campaign”`, the label is of something else.

use super::disowned::speaks_of_words;
use super::place::Place;
use crate::brief::quotes::patterns::{Around, Pattern, Words, patterns};
use crate::languages::{ByLanguage, Language, section};

static LABELS: ByLanguage<Vec<Around>> = ByLanguage::new(read);

fn read(language: Language) -> Vec<Around> {
    patterns(language, section::FORGED_LABEL).into_iter().map(Pattern::around).collect()
}

/// True where a label tells that nobody said the words.
pub(super) fn is_labelled(place: &Place) -> bool {
    let labels = LABELS.of(place.language);
    let marked = place.head().contains([':', '：']);
    let own = place.mention().filter(|mention| marked && place.sentence().contains(&mention.start));
    let Some(mention) = own.filter(|mention| mention.end <= place.quote.span.start) else { return false };
    let before = place.before_name(mention);
    let (before, behind) = (Words::of(&before), Words::of(place.until(mention)));
    let marked = (0..before.len()).any(|at| before.behind(at).starts_with([':', '：']));
    let stands = |label: &Around| {
        label.before.fits(&before, 0..before.len(), &[]) && label.behind.fits(&behind, 0..behind.len(), &[])
    };
    marked && labels.iter().any(stands) && !speaks_of_words(place)
}
