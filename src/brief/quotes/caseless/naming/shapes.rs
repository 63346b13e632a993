//! Which tokens are names, by what stands beside them.

use super::capitals;
use super::doubt::is_no_name;
use super::ends;
use super::foreign;
use super::looks::{BEHIND_NAME, is_familiar, is_foreign_name, is_native_name, is_surnamed};
use super::people::Found;
use super::phrase::{Phrase, Referent};
use super::runs;
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, NAME_POINTS, STOPS, Shape, Token};
use crate::brief::quotes::caseless::{rules::final_frames, verb_first::frames};
use crate::languages::Order;

/// Titles looked at on one side of a name.
const MOST_TITLES: usize = 6;

/// Collects the names of a page.
pub(crate) fn collect(page: &Page, found: &mut Found) {
    for line in &page.lines {
        for at in 0..line.tokens.len() {
            let Some(token) = line.tokens.get(at) else { continue };
            if is_name(page, &line.tokens, at) {
                found.add(&token.form, page.of(token.span));
            }
        }
    }
    if page.lexicon.order == Some(Order::Topical) {
        runs::with_endings(page, found);
        runs::with_courtesy(page, found);
        runs::with_foreign(page, found);
        runs::with_mixed(page, found);
        runs::with_short_forms(page, found);
        foreign::spaced(page, found);
        foreign::spoken(page, found);
    }
    if page.lexicon.order == Some(Order::VerbMedial) {
        ends::neighbours(page, found);
        ends::behind_titles(page, found);
        ends::again(page, found);
        runs::heads(page, found);
        runs::repeated(page, found);
    }
    in_phrases(page, found);
}

/// Collects the names in the phrases that the rules of a language with spaces find.
fn in_phrases(page: &Page, found: &mut Found) {
    let mut add = |phrase: &Phrase| {
        let (Referent::Person(None), Some(name)) = (&phrase.referent, phrase.name) else { return };
        if is_no_name(page, name) {
            return;
        }
        let written = page.of(name);
        let words: Vec<String> = written.split_whitespace().map(|word| page.lexicon.bare(word)).collect();
        found.add(&words.join(" "), written);
    };
    for line in &page.lines {
        match page.lexicon.order {
            Some(Order::VerbFirst) => frames::phrases(page, &line.tokens, &mut add),
            Some(Order::ClauseFinal) => final_frames::phrases(page, &line.tokens, &mut add),
            _ => {}
        }
    }
}

fn is_name(page: &Page, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    match page.lexicon.order {
        _ if token.shape == Shape::Name => true,
        _ if token.has(Tags::LATIN) && page.lexicon.unspaced && capitals::is_name(page, tokens, at) => true,
        _ if page.lexicon.unspaced && is_label(page, tokens, at) => true,
        Some(Order::Topical) => is_titled(page, tokens, at),
        Some(Order::VerbMedial) => is_beside_verb(page, tokens, at),
        _ => false,
    }
}

/// The label of a line: the line above or below has it too, or it is a name by its letters.
fn is_label(page: &Page, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| at == 0 && token.is_unknown()) else { return false };
    let short = (2..=8).contains(&token.form.chars().count()) && !token.has(Tags::LATIN);
    let named = page.is_often(&token.form) || is_native_name(page, token) || is_foreign_name(page, token);
    short && named && (tokens.get(1).is_some_and(|next| next.is_mark(&COLONS)) || page.is_set_off(token))
}

/// Titles stand behind the name, or a topic does.
fn is_titled(page: &Page, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.is_unknown() && !token.has(Tags::LATIN)) else {
        return false;
    };
    let past = past_reading(tokens, at + 1);
    let next = tokens.get(past);
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let titled = next.is_some_and(|next| next.has(Tags::TITLE)) || is_pointed(tokens, past);
    // behind the point between a name and an office stands a body
    let surname = has_long_surname(page, token);
    if before.is_some_and(|before| before.is_mark(&NAME_POINTS)) && !is_courtesy(next) && !surname {
        return false;
    }
    if token.shape == Shape::Foreign {
        let pointed = token.form.contains(NAME_POINTS);
        if page.is_place(&token.form) && !is_courtesy(next) {
            return false;
        }
        let led = before.is_some_and(|before| before.has(Tags::OFFICE.or(Tags::OF)));
        let ends =
            next.is_none_or(|next| next.has(Tags::TITLE.or(Tags::TOPIC).or(Tags::SUBJECT)) || next.is_edge());
        let of_country = next
            .is_some_and(|next| next.has(Tags::COUNTRY) && next.form.chars().nth(1).is_none())
            && tags(tokens, at + 2).any(Tags::OFFICE);
        // an office no table knows, behind the country's and a foreign name
        let unlisted = is_unlisted(page, tokens, past);
        return pointed && (titled || led) && ends
            || pointed && led && unlisted
            || titled && token.form.chars().nth(1).is_some()
            || of_country;
    }
    let letters = token.form.chars().count();
    let glued = before
        .is_some_and(|before| before.span.end == token.span.start && before.has(Tags::OFFICE.or(Tags::BODY)));
    // letters before a title may be part of it: those before a courtesy, or that begin with a surname, are none
    let courtesy = is_courtesy(next);
    let foreign = before.is_some_and(|before| {
        before.span.end == token.span.start && (before.shape == Shape::Foreign || before.has(Tags::NAME))
    });
    let certain = courtesy || is_surnamed(page, token);
    let apart = !glued || letters > 2 && (courtesy || has_long_surname(page, token));
    titled && (2..=5).contains(&letters) && apart && certain && !foreign
        || letters > 2
            && is_native_name(page, token)
            && has_long_surname(page, token)
            && (next.is_some_and(|next| next.has(Tags::TOPIC.or(Tags::SUBJECT)) || is_age(next))
                || before.is_some_and(|before| before.has(Tags::OF)) && is_predicate(tokens, at))
}

/// True for letters behind a name, up to a particle, that end as nouns do: an office no table knows.
fn is_unlisted(page: &Page, tokens: &[Token], from: usize) -> bool {
    let ends = Tags::TOPIC.or(Tags::SUBJECT).or(Tags::OBJECT).or(Tags::POSTPOSITION);
    let rest = tokens.get(from..).unwrap_or_default();
    let past = rest.iter().take(LONGEST_OFFICE + 1).position(|token| token.has(ends) || token.is_edge());
    let office = rest.get(..past.unwrap_or(1)).unwrap_or_default();
    let touches = office.windows(2).all(|two| matches!(two, [one, next] if one.span.end == next.span.start));
    let nouns = office.iter().all(|token| token.is_unknown() || token.has(Tags::NOMINAL));
    let last = office.last().filter(|_| touches && nouns);
    let ends = |last: &Token| last.form.ends_with(|letter| page.lexicon.noun_ends.contains(&letter));
    last.is_some_and(|last| {
        last.has(Tags::OFFICE.or(Tags::PERSON)) || last.shape == Shape::Unknown && ends(last)
    })
}

/// Tokens of the longest office no table knows.
const LONGEST_OFFICE: usize = 4;

/// The token behind how a name is read, which stands in brackets in kana, and what else is told of its bearer in brackets
/// behind that; `at` itself where no reading stands there.
fn past_reading(tokens: &[Token], at: usize) -> usize {
    let bracket = |at: &usize| tokens.get(*at).is_some_and(|token| token.shape == Shape::Bracket);
    let kana = |letter: char| matches!(letter, '\u{3041}'..='\u{30ff}');
    let reading = tokens.get(at).is_some_and(|token| {
        let inside = token.form.trim_matches(['（', '）', '(', ')']);
        bracket(&at) && !inside.is_empty() && inside.chars().all(kana)
    });
    if reading { (at..tokens.len()).find(|at| !bracket(at)).unwrap_or(tokens.len()) } else { at }
}

/// True for a title of courtesy.
fn is_courtesy(token: Option<&Token>) -> bool {
    token.is_some_and(|token| token.tags.is_courtesy())
}

/// True for the point at `at` behind which an office stands that no other mark parts from it.
fn is_pointed(tokens: &[Token], at: usize) -> bool {
    let behind =
        tokens.get(at + 1..).filter(|_| tokens.get(at).is_some_and(|token| token.is_mark(&NAME_POINTS)));
    let nouns = behind.unwrap_or_default().iter().take(MOST_TITLES);
    let noun = |token: &&Token| token.is_unknown() || token.has(Tags::NOMINAL) && !token.has(Tags::NAME);
    nouns.take_while(noun).last().is_some_and(|last| last.has(Tags::OFFICE))
}

/// True for letters that begin with a surname of two: those of one begin as many nouns.
fn has_long_surname(page: &Page, token: &Token) -> bool {
    page.lexicon.surname(&token.form).and_then(|len| token.form.get(..len)?.chars().nth(1)).is_some()
}

/// The last noun of a sentence, with nothing but an ending behind it.
fn is_predicate(tokens: &[Token], at: usize) -> bool {
    let stops = |at: usize| tokens.get(at).is_none_or(|token| token.is_mark(&STOPS));
    tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Ending) && stops(at + 2)
}

/// A number in brackets: how old somebody is.
fn is_age(token: &Token) -> bool {
    let inside = token.form.trim_matches(['（', '）', '(', ')']);
    token.shape == Shape::Bracket && inside.starts_with(char::is_numeric)
}

/// A title stands before the name, or a verb of saying behind it.
fn is_beside_verb(page: &Page, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.shape == Shape::Unknown) else { return false };
    let next = tokens.get(at + 1);
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let ends = next.is_none_or(|next| next.is_edge() || next.shape == Shape::Number || next.has(BEHIND_NAME));
    let named = is_native_name(page, token) || is_foreign_name(page, token) || is_familiar(page, token);
    let led = before.is_some_and(|before| before.span.end == token.span.start && before.has(Tags::TITLE));
    let starts = before.is_none_or(|before| {
        before.is_edge() || before.has(Tags::CONJUNCTION.or(Tags::ADVERB).or(Tags::PREPOSITION))
    });
    let says = next.is_some_and(|next| next.has(Tags::VERB));
    let titled = next.is_some_and(|next| next.has(Tags::HONORIFIC) && !next.has(Tags::PERSON));
    let acts = page.is_often(&token.form) && next.is_some_and(|next| next.has(Tags::OTHER_VERB));
    let letters = token.form.chars().count();
    let speaks = next.is_some_and(|next| next.has(Tags::CUE.or(Tags::RELAY_END)));
    // a foreigner whose name is written in letters of another's
    let foreign = at.checked_sub(2).is_some_and(|at| tags(tokens, at).any(Tags::COUNTRY));
    if led && foreign && speaks && (2..=4).contains(&letters) && !token.has(Tags::LATIN) {
        return true;
    }
    // `the … NAME`: a surname and two letters, with what goes with a verb behind
    let of = before.is_some_and(|before| before.has(Tags::OF) && before.span.end == token.span.start);
    let behind = Tags::CUE.or(Tags::ADVERB).or(Tags::PREPOSITION);
    let described = of && letters > 2 && next.is_some_and(|next| next.has(behind) && !next.has(Tags::OF));
    // `the old man NAME who …`, `the … NAME, an old man`
    let person = next.is_some_and(|next| next.has(Tags::PERSON) && next.span.start == token.span.end);
    let acting = next.is_some_and(|next| next.has(behind.or(Tags::OTHER_VERB)));
    let described = described || of && (letters > 2 && person || is_familiar(page, token) && acting);
    (is_native_name(page, token) || is_familiar(page, token)) && described
        || named && (led && ends || starts && (says || acts))
        || is_native_name(page, token) && starts && titled
        || is_foreign_name(page, token)
            && (is_courtesy(next) || letters > 2 && starts && speaks_on(tokens, at))
}

/// True where what goes with a verb of saying stands between it and the name: `NAME told me`, `NAME to reporters said`.
fn speaks_on(tokens: &[Token], at: usize) -> bool {
    let parts = |token: &Token| token.is_edge() || token.has(Tags::OF);
    let rest =
        tokens.get(at + 1..).unwrap_or_default().iter().take(LONGEST_FRAME).take_while(|token| !parts(token));
    tags(tokens, at + 1).any(Tags::PREPOSITION) && rest.skip(1).any(|token| token.has(Tags::VERB))
}

/// Tokens between a name and its verb.
const LONGEST_FRAME: usize = 6;
