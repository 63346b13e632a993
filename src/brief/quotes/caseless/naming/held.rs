//! What stands beside a name: the offices somebody holds, and whether it is a woman or a man.

use super::people::Sureness;
use crate::brief::quotes::caseless::page::{Page, tags};
use crate::brief::quotes::caseless::told::origin;
use crate::brief::quotes::caseless::words::classes::ends;
use crate::brief::quotes::caseless::words::gender::Gender;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COMMAS, Token};
use crate::languages::Order;
use crate::text::Span;

/// Titles and what goes with them before a name.
const BEFORE_NAME: Tags = Tags::OFFICE.or(Tags::HONORIFIC).or(Tags::BODY).or(Tags::COUNTRY).or(Tags::OF);

/// The offices beside a name, and the words for them.
type Held = (Vec<String>, Option<Span>);
/// What tells a gender.
type Told = Option<(Sureness, Gender)>;

/// Notes the offices beside every name.
pub(crate) fn note_offices(page: &mut Page) {
    let mut noted: Vec<(usize, Held, Told, [Vec<String>; 2])> = Vec::new();
    for line in &page.lines {
        for (at, token) in line.tokens.iter().enumerate().filter(|(_, token)| token.has(Tags::NAME)) {
            if let Some(person) = page.people.whom(&token.form) {
                let held = offices(page, &line.tokens, at);
                let told = gender(page, &line.tokens, at, person);
                let from = [countries(page, &line.tokens, at), origin::origins(page, &line.tokens, at)];
                noted.push((person, held, told, from));
            }
        }
    }
    for (person, (offices, role), gender, [countries, origins]) in noted {
        let Some(person) = page.people.get_mut(person) else { continue };
        person.note_gender(gender);
        person.role = person.role.or(role);
        person.countries.extend(countries);
        person.origins.extend(origins);
        for office in offices {
            if !person.offices.contains(&office) {
                person.offices.push(office);
            }
        }
    }
}

/// Verbs of all kinds.
const VERBS: Tags = Tags::CUE.or(Tags::OTHER_VERB);
/// Titles looked at on one side of a name.
const MOST_TITLES: usize = 6;

/// What tells a woman from a man at a name: its title, its letters, the form of a verb of saying before both.
fn gender(page: &Page, tokens: &[Token], at: usize, person: usize) -> Told {
    let name = page.people.get(person).and_then(|person| page.lexicon.name_gender(&person.key));
    let led = |token: &Token| !token.has(VERBS) && (token.has(BEFORE_NAME) || token.is_unknown());
    let floor = at.saturating_sub(MOST_TITLES);
    let first = (floor..at).rev().find(|at| !tokens.get(*at).is_some_and(led));
    let mut before = tokens.get(first.map_or(floor, |first| first + 1)..at).unwrap_or_default().iter();
    let behind = tokens.get(at + 1).filter(|next| page.lexicon.unspaced && next.has(Tags::TITLE));
    let title = behind.or_else(|| before.find(|token| token.has(Tags::TITLE)));
    let title = title.and_then(|title| page.lexicon.noun_gender(&title.form, page.of(title.span)));
    let verb = first.and_then(|first| tokens.get(first)).filter(|verb| verb.has(Tags::VERB));
    let verb = verb.and_then(|verb| page.lexicon.verb_gender(&verb.form));
    let told = [
        (Sureness::HerTitle, title.filter(|title| *title == Gender::Her)),
        (Sureness::Name, name),
        (Sureness::Verb, verb),
        (Sureness::Title, title),
    ];
    told.into_iter().find_map(|(sureness, gender)| Some((sureness, gender?)))
}

/// The countries before a name whose bearer has an office, where no spaces part words.
fn countries(page: &Page, tokens: &[Token], at: usize) -> Vec<String> {
    let led = |token: &&Token| !token.has(VERBS) && (token.has(BEFORE_NAME) || token.is_unknown());
    let before = tokens.get(at.saturating_sub(MOST_TITLES)..at).filter(|_| page.lexicon.unspaced);
    let run = before.unwrap_or_default().iter().rev().take_while(led);
    run.filter(|token| token.has(Tags::COUNTRY)).map(|token| token.form.clone()).collect()
}

/// An office right behind a name where the verb ends the sentence, unless both are its subject and its object.
fn heads_office(page: &Page, tokens: &[Token], at: usize) -> bool {
    let office = tags(tokens, at).any(Tags::OFFICE) && page.lexicon.order == Some(Order::ClauseFinal);
    let past = (at..tokens.len()).take(LONGEST_OFFICE).find(|at| tokens.get(*at).is_some_and(ends));
    office && past.is_some_and(|past| !tags(tokens, past).any(Tags::OBJECT))
}

/// `asked the-judge the-accused NAME`: two titles with the article behind a verb that may have somebody for its object, of
/// which the first is its subject's.
pub(crate) fn is_asked(page: &Page, tokens: &[Token], from: usize) -> bool {
    let title = |at: usize| {
        let word = tags(tokens, at);
        word.any(Tags::OFFICE) && word.any(Tags::ARTICLE) && !word.is_courtesy()
    };
    let verb = from.checked_sub(1).and_then(|verb| tokens.get(verb)).filter(|verb| verb.has(VERBS));
    verb.is_some_and(|verb| page.lexicon.takes_somebody(&verb.form))
        && title(from)
        && title(from + 1)
        && !tags(tokens, from + 1).any(Tags::HONORIFIC)
        && !is_compound(page, tokens, from)
}

/// True for two words that are one title of the tables.
fn is_compound(page: &Page, tokens: &[Token], at: usize) -> bool {
    let two =
        tokens.get(at).zip(tokens.get(at + 1)).map(|(one, other)| format!("{} {}", one.form, other.form));
    two.is_some_and(|two| page.lexicon.phrase(&two).is_some())
}

/// Words of an office with its complements.
const LONGEST_OFFICE: usize = 12;

fn offices(page: &Page, tokens: &[Token], at: usize) -> Held {
    let office = |token: &&Token| token.has(Tags::OFFICE);
    let comma =
        |at: usize| !page.lexicon.unspaced && tokens.get(at).is_some_and(|token| token.is_mark(&COMMAS));
    // where words are parted by spaces, a title behind a name without a comma is somebody else's
    let alone = !page.lexicon.unspaced && !comma(at + 1) && !heads_office(page, tokens, at + 1);
    // `the minister, Dr NAME`: a title of courtesy may stand between the comma and the name
    let courtesy = |token: &Token| token.has(Tags::HONORIFIC) && !page.lexicon.unspaced;
    let run = tokens.get(..at).unwrap_or_default().iter().rev().take_while(|token| courtesy(token)).count();
    let head = at - run;
    let parted = head > 0 && comma(head - 1);
    let (last, next) = (if parted { head - 1 } else { at }, at + 1 + usize::from(comma(at + 1)));
    // `the envoy to X, the Swede NAME`: the office stands before the comma
    let nation = last.checked_sub(1).map_or(Tags::NONE, |before| tags(tokens, before));
    let nation = nation.any(Tags::ARTICLE) && !nation.any(Tags::TITLE);
    let kind = last.checked_sub(2).filter(|before| nation && comma(*before));
    let last = kind.unwrap_or(last);
    let floor = last.saturating_sub(MOST_TITLES);
    let before = tokens.get(floor..last).unwrap_or_default();
    let led = |token: &Token| kind.is_some() && token.has(Tags::PREPOSITION);
    let first =
        before.iter().rposition(|token| !token.has(BEFORE_NAME) && !token.is_unknown() && !led(token));
    let own = first.map_or(0, |at| at + 1);
    let asker = usize::from(is_asked(page, tokens, floor + own));
    let before = before.get(own + asker..).unwrap_or_default();
    // `the lawyer of NAME` is not NAME
    let another =
        before.last().is_some_and(|last| page.lexicon.is_relation(&last.form) && !last.has(Tags::OWNED));
    let before = if another { &[] } else { before };
    let after = tokens.get(next..tokens.len().min(next + MOST_TITLES)).filter(|_| !alone).unwrap_or_default();
    let titled = after.first().is_some_and(|first| first.has(Tags::TITLE)) && !page.lexicon.unspaced;
    let last = after.iter().position(|token| {
        !token.has(Tags::TITLE.or(Tags::COUNTRY)) && !(titled && !token.has(VERBS) && !token.is_edge())
    });
    let after = after.get(..last.unwrap_or(after.len())).unwrap_or_default();
    let of = |part: &[Token]| -> Vec<String> {
        // the title of whom another's title is of: the deputy of the minister is no minister
        let complement = |at: usize| {
            if page.lexicon.unspaced {
                // the head stands last there
                let own = part.get(at).map_or(0, |own| own.span.end);
                return part.get(at + 1).is_some_and(|next| office(&next) && next.span.start == own);
            }
            let before = at.checked_sub(1).and_then(|at| part.get(at));
            before.is_some_and(|before| {
                office(&before) && !before.has(VERBS.or(Tags::ARTICLE).or(Tags::HONORIFIC))
            })
        };
        let titles = part.iter().enumerate().filter(|(at, token)| office(token) && !complement(*at));
        titles
            .flat_map(|(at, token)| {
                let held = page.lexicon.office_of(token, part.get(at + 1));
                let plain = (held == page.lexicon.office(&token.form)).then(|| token.form.clone());
                std::iter::once(held).chain(plain)
            })
            .collect()
    };
    let all = of(before).into_iter().chain(of(after));
    let span = |part: &[Token]| {
        let first = part.iter().find(|token| !token.has(Tags::OF))?;
        // the title of courtesy of the name behind it is no part of it
        let courtesy = |token: &Token| token.has(Tags::HONORIFIC) && !token.has(Tags::OFFICE);
        let last = part.iter().rev().find(|token| !token.has(Tags::OF) && !courtesy(token))?;
        Some(Span::new(first.span.start, last.span.end))
    };
    let named = |part: &[Token]| part.iter().any(|token| office(&token));
    let led = || span(before).filter(|_| named(before)).map(|role| whole(page, tokens, role));
    let role = if named(after) { span(after) } else { led() };
    (all.collect(), role)
}

/// The words before a name from the office on: where words are parted by spaces nothing that governs it stands before it, and
/// elsewhere whose office it is does.
fn whole(page: &Page, tokens: &[Token], role: Span) -> Span {
    let within = |token: &&Token| role.start <= token.span.start && token.span.end <= role.end;
    if page.lexicon.unspaced {
        return Span::new(front(page, tokens, role.start), role.end);
    }
    let joined =
        |token: &Token| {
            let written = page.of(token.span);
            page.lexicon.glue.joined.iter().find(|sign| {
                page.lexicon.is_joined(written, &token.form) && written.starts_with(sign.as_str())
            })
        };
    let offices: Vec<&Token> = tokens.iter().filter(within).filter(|token| token.has(Tags::OFFICE)).collect();
    // `and the envoy NAME` behind another's name
    let last = offices.iter().rev().find(|token| joined(token).is_some());
    let head = last.or_else(|| offices.first());
    let start = head.map_or(role.start, |head| head.span.start + joined(head).map_or(0, String::len));
    Span::new(start, role.end)
}

/// Where the words begin that stand before an office without a space: up to the country whose it is, or whatever is no noun.
fn front(page: &Page, tokens: &[Token], start: usize) -> usize {
    let Some(first) = tokens.iter().position(|token| token.span.start == start) else { return start };
    if page.lexicon.order != Some(Order::VerbMedial) {
        return start;
    }
    let mut at = first;
    while let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) {
        let own = tokens.get(at).is_some_and(|token| token.span.start == before.span.end);
        let country = tokens.get(at).is_some_and(|token| token.has(Tags::COUNTRY));
        let noun = before.is_unknown() || before.has(NOUNS) && !before.has(Tags::NAME.or(VERBS));
        let former = at == first && before.has(Tags::POSTPOSITION) && before.form.chars().nth(1).is_none();
        if !own || country && !before.is_unknown() || !(noun || former) || first - at >= LONGEST_OFFICE {
            break;
        }
        at -= 1;
    }
    // what a verb that is over leaves of a run: `interviewed-NOLAND`
    let token = tokens.get(at);
    let verb = token.filter(|token| token.is_unknown()).and_then(|token| {
        let mark = token.form.rfind(|letter| page.lexicon.verb_marks.contains(&letter))?;
        Some(token.span.start + mark + token.form.get(mark..)?.chars().next()?.len_utf8())
    });
    verb.or_else(|| token.map(|token| token.span.start)).unwrap_or(start)
}

/// Nouns that tell whose an office is.
const NOUNS: Tags = Tags::OFFICE.or(Tags::BODY).or(Tags::COUNTRY).or(Tags::COMPOUND).or(Tags::SPEECH_NOUN);
