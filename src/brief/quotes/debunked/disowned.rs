//! `X never said these words.`: a sentence that does nothing but deny that the words of the one before it were said.
//!
//! It names the speaker, since `he` may be another, and says that it is the words: `He never said so` is more often that
//! something was felt, not told. Whoever writes must tell it: in marks the same speaker goes on.

use super::place::Place;
use crate::brief::quotes::patterns::{Pattern, Words, patterns, phrases};
use crate::languages::{ByLanguage, Language, section};
use crate::text::is_speech_verb;

/// Most words of such a sentence; where no spaces part them, letters.
const LONGEST: usize = 24;

/// How a language denies.
#[derive(Debug)]
struct Denials {
    sentences: Vec<Pattern>,
    /// Words by which a quotation itself speaks of what was said.
    of_words: Vec<Vec<String>>,
}

static DENIALS: ByLanguage<Denials> = ByLanguage::new(read);

fn read(language: Language) -> Denials {
    Denials {
        sentences: patterns(language, section::DISOWNING),
        of_words: phrases(language, section::OF_WORDS),
    }
}

/// True where the sentence behind that of the quote denies it.
pub(super) fn is_disowned(place: &Place) -> bool {
    let denials = DENIALS.of(place.language);
    let Some(behind) = place.told_behind().map(Words::of) else { return false };
    if behind.len() > LONGEST {
        return false;
    }
    let name = Words::of(place.name());
    let name: Vec<&str> = (0..name.len()).map(|at| name.word(at)).collect();
    if !denials.sentences.iter().any(|pattern| pattern.fits(&behind, 0..behind.len(), &name)) {
        return false;
    }
    !speaks_of_words(place)
}

/// True where the quote speaks of what was said: `“I never said so,” X said. X never said these words.`, `“He told us to go,” X
/// said. X never said these words.`: it is another that is denied.
pub(super) fn speaks_of_words(place: &Place) -> bool {
    let denials = DENIALS.of(place.language);
    let words = Words::of(place.inner());
    let of_words = |at: usize| {
        words.longest(at, &denials.of_words).is_some() || is_speech_verb(words.word(at), place.language)
    };
    (0..words.len()).any(of_words)
}
