//! Whether a word of one letter is one where no spaces part words, or part of a longer one that no table knows.

use crate::brief::quotes::caseless::words::letters::{Letters, ends_in_ideograph, letters};
use crate::brief::quotes::caseless::words::lexicon::Lexicon;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::Token;

/// Nouns of one letter that other nouns end with.
const NOUNS: Tags = Tags::BODY
    .or(Tags::AGENCY)
    .or(Tags::WORK)
    .or(Tags::SPEECH_NOUN)
    .or(Tags::PERSON)
    .or(Tags::ANONYMOUS)
    .or(Tags::WORK_BEHIND);
/// Small words whose letters also write names.
const SMALL: Tags = Tags::ADVERB.or(Tags::CONJUNCTION).or(Tags::INSTRUMENT);
/// Pronouns whose letters also write names.
const PRONOUNS: Tags = Tags::HE.or(Tags::SHE).or(Tags::IT).or(Tags::DEFINITE);

/// What stands before a word of one letter.
pub(super) struct Place<'t> {
    /// The words of the language.
    pub(super) lexicon: &'static Lexicon,
    /// The token that touches it.
    pub(super) before: Option<&'t Token>,
    /// The token before that one.
    pub(super) outer: Option<&'t Token>,
    /// A preposition stands before it in its clause.
    pub(super) led: bool,
}

/// Whether the word of one letter at the head of `rest`, with these classes, is one here.
#[must_use]
pub(super) fn counts(place: &Place, rest: &str, tags: Tags) -> bool {
    let mut ahead = rest.chars();
    let class = letters(ahead.next().unwrap_or_default());
    let next = ahead.as_str();
    let after = next.chars().next().map(letters);
    if tags.within(Tags::WORK_BEHIND) || class == Letters::Foreign && after == Some(Letters::Foreign) {
        return false;
    }
    if class != Letters::Ideograph {
        return true;
    }
    if tags.within(SMALL) && ends_given(place, rest, next) {
        return false;
    }
    // nothing for a preposition to lead
    if tags.within(Tags::PREPOSITION) && after == Some(Letters::None) {
        return false;
    }
    let titled = place.outer.is_some_and(|outer| outer.has(Tags::TITLE));
    let small = tags.any(SMALL.or(PRONOUNS)) && writes_name(place, rest, next)
        || tags.any(Tags::PREPOSITION) && titled && writes_name(place, rest, next)
        || tags.any(Tags::OTHER_VERB.or(NOUNS)) && !tags.any(Tags::CUE) && writes_middle(place, next);
    if small || tags.any(SMALL.or(Tags::PREPOSITION)) && ends_foreign_name(place, rest, next) {
        return false;
    }
    if tags.any(Tags::POSTPOSITION) {
        let ends = after.is_none_or(|after| after == Letters::None);
        let titled = place.lexicon.longest(next).is_some_and(|(_, tags)| tags.any(Tags::OFFICE));
        let says = place.lexicon.longest(next).is_some_and(|(_, tags)| tags.any(Tags::VERB));
        return place.led || ends || titled || says;
    }
    if tags.within(Tags::COUNTRY) {
        // the short name of a country is part of a longer word or of a name, unless a word stands behind it
        let free = !place.before.is_some_and(|token| token.is_unknown() && ends_in_ideograph(&token.form));
        return free && place.lexicon.longest(next).is_some();
    }
    let surnamed = || {
        place.before.is_some_and(|before| {
            before.is_unknown() && place.lexicon.surname(&before.form) == Some(before.form.len())
        })
    };
    if tags.within(Tags::HONORIFIC) && !place.lexicon.name_letters.is_empty() && !surnamed() {
        return false;
    }
    if tags.within(Tags::HONORIFIC) && after == Some(Letters::Ideograph) {
        return place.lexicon.longest(next).is_some();
    }
    if tags.any(Tags::PERSON) && ends_name(place, next) {
        return false;
    }
    if tags.within(NOUNS) {
        let before = place.before.is_some_and(|token| ends_in_ideograph(&token.form));
        let alone = tags.any(Tags::PERSON.or(Tags::BODY).or(Tags::SPEECH_NOUN))
            && !before
            && after != Some(Letters::Ideograph);
        let source = tags.any(Tags::ANONYMOUS);
        let body = |token: &Token| source && token.has(Tags::BODY.or(Tags::TITLE));
        return alone
            || place
                .before
                .is_some_and(|token| token.is_unknown() || token.has(Tags::COUNTRY) || body(token));
    }
    true
}

/// True for the last letter of a foreign name behind a title: an adverb or a verb of saying follows.
fn ends_foreign_name(place: &Place, rest: &str, next: &str) -> bool {
    let writes = |letter: char| place.lexicon.name_letters.contains(&letter);
    let titled = place.outer.is_some_and(|outer| outer.has(Tags::TITLE));
    let begun = place.before.is_some_and(|before| before.is_unknown() && before.form.chars().all(writes));
    let follows = |tags: Tags| tags.any(Tags::ADVERB.or(Tags::CUE)) && !tags.any(Tags::TIME);
    titled
        && begun
        && rest.starts_with(writes)
        && place.lexicon.longest(next).is_some_and(|(_, tags)| follows(tags))
}

/// True for the last of three letters of a name behind a title that men's first names are written with, before a noun for
/// when, unless the letter before may end a name of its own: `only yesterday`, `only for the first time`.
fn ends_given(place: &Place, rest: &str, next: &str) -> bool {
    let titled = place.outer.is_some_and(|outer| outer.has(Tags::TITLE));
    let begun = place.before.is_some_and(|before| {
        let given = place.lexicon.surname(&before.form).and_then(|len| before.form.get(len..));
        before.is_unknown() && given.is_some_and(|given| given.chars().count() == 1)
    });
    // a first name is told by its letters behind the first
    let written = |name: &str| place.lexicon.name_gender(name).is_some();
    let told = place.before.is_some_and(|before| {
        let last = rest.chars().next();
        !written(&before.form) && written(&before.form.chars().chain(last).skip(1).collect::<String>())
    });
    titled && begun && told && place.lexicon.opens_with_day(next)
}

/// True for the last letter of a name before a title: a surname stands before it.
fn ends_name(place: &Place, next: &str) -> bool {
    let surname = place.before.is_some_and(|token| {
        token.is_unknown() && place.lexicon.surname(&token.form).is_some_and(|len| len <= token.form.len())
    });
    surname && place.lexicon.longest(next).is_some_and(|(_, tags)| tags.any(Tags::TITLE))
}

/// True for the second of three letters of a name behind a title: a word or nothing more stands behind the third.
fn writes_middle(place: &Place, next: &str) -> bool {
    let Some(third) = next.chars().next().filter(|third| letters(*third) == Letters::Ideograph) else {
        return false;
    };
    let word = place.lexicon.longest(next).is_some_and(|(len, _)| len > third.len_utf8());
    let behind = next.get(third.len_utf8()..).unwrap_or_default();
    let ends = behind.chars().next().is_none_or(|letter| letters(letter) == Letters::None);
    let surname = place.before.is_some_and(|before| {
        before.is_unknown() && place.lexicon.surname(&before.form) == Some(before.form.len())
    });
    let titled = place.outer.is_some_and(|outer| outer.has(Tags::TITLE));
    surname && titled && !word && (ends || place.lexicon.longest(behind).is_some())
}

/// True for the first letter of a name behind a title, or the second behind a surname there: no word begins behind it.
fn writes_name(place: &Place, rest: &str, next: &str) -> bool {
    let more = next.chars().next().is_some_and(|next| letters(next) == Letters::Ideograph);
    if !more || place.lexicon.longest(next).is_some() {
        return false;
    }
    let titled = |token: &Token| token.has(Tags::TITLE.or(Tags::OF));
    let Some(before) = place.before else { return false };
    let surname = before.is_unknown() && place.lexicon.surname(&before.form) == Some(before.form.len());
    let opens = place.outer.is_none_or(|outer| titled(outer) || outer.is_edge());
    titled(before) && place.lexicon.surname(rest).is_some() || surname && opens
}

/// The letters foreign names are written in at the head of `rest` that a verb of saying or a title of courtesy stands
/// behind: their length in bytes.
#[must_use]
pub(super) fn spoken_name(lexicon: &Lexicon, rest: &str) -> Option<usize> {
    let writes = |letter: char| lexicon.name_letters.contains(&letter);
    let heads = rest
        .char_indices()
        .take_while(|(_, letter)| writes(*letter))
        .map(|(at, letter)| at + letter.len_utf8());
    let says = |len: &usize| {
        let Some(behind) = rest.get(*len..) else { return false };
        let verb = lexicon.longest(behind);
        verb.is_some_and(|(len, tags)| {
            let courtesy = tags.is_courtesy();
            tags.any(Tags::VERB) && !tags.any(Tags::PREPOSITION) || courtesy && len > first_len(behind)
        })
    };
    heads.skip(1).take(LONGEST_SPOKEN - 1).find(says)
}

/// Length of the first letter in bytes.
fn first_len(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// Letters of a foreign surname before a verb of saying.
const LONGEST_SPOKEN: usize = 4;
