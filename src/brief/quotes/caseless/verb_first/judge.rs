//! Speakers where the verb opens the sentence: `said X: “…”`, `said X that …`, `but X answered: “…”`.

use super::agree;
use super::behind_verb::{LONGEST_LABEL, subject};
use super::construct::{self, Object};
use super::cue::{Told, cue, main_subject};
use super::first_verb::head_subject;
use crate::brief::quotes::caseless::discourse::{Discourse, Voice};
use crate::brief::quotes::caseless::finding::Finding;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, sentence_end, sentence_start, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::things::{STATEMENT, is_called, is_written, names_thing};
use crate::brief::quotes::caseless::words::classes::VERBS;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, STOPS, Shape, Token};
use crate::brief::quotes::rule::Rule;

/// Judges the marked stretch at `place`; `None` when it is no quote.
pub(crate) fn judge(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let page = place.page;
    let before = place.before().filter(|_| !place.opens());
    let colon = before.is_some_and(|before| before.is_mark(&COLONS));
    let called = is_called(place, before);
    let foreign = !colon && place.is_foreign();
    if !called && names_thing(place, before) || is_written(place) || place.is_thing(before) || foreign {
        return None;
    }
    if let Some(found) = introduced(place, talk).or_else(|| labelled(place, colon, talk)) {
        return Some(found);
    }
    let Some(before) = before else { return opening(place, talk) };
    let behind = past_commas(place);
    if let Some(voice) = as_said(place, behind, talk) {
        return Some(Finding::of(false, Rule::After, Some(voice)));
    }
    let calling = || {
        let who = main_subject(page, place.tokens, place.start, place.at);
        called.then_some(Told { who, adjacent: true, verb: before })
    };
    let Some(told) = cue(page, place.tokens, place.start, place.at).or_else(calling) else {
        // a colon makes it speech, whatever the verb is
        let headed = head_subject(page, place.tokens, place.start, place.at)
            .or_else(|| agree::fronted(page, place.tokens, place.start, place.at))
            .filter(|_| colon);
        if let Some(voice) = headed.and_then(|who| talk.resolve(page, &who)) {
            return Some(Finding::direct(Rule::Before, Some(voice)));
        }
        let voice = accorded(place, behind, talk)?;
        return Some(Finding::of(false, Rule::According, Some(voice)));
    };
    if told.verb.has(Tags::NAMING) && !called && !told.verb.has(Tags::VERB.or(Tags::PARTICIPLE)) {
        return None;
    }
    if !counts(place, before, &told, colon, called) {
        return None;
    }
    let brought = colon || before.has(Tags::THAT);
    if told.who.is_none() && answers(place, told.verb) {
        return Some(Finding::of(true, Rule::Before, talk.asked(page, told.verb)));
    }
    let voice = speaker(page, told.who.as_ref(), told.verb, brought, talk)?;
    let words = place.spaced_words();
    let whole = colon || words >= STATEMENT && !before.has(Tags::THAT) && told.adjacent;
    Some(Finding::of(whole, Rule::Before, Some(voice)))
}

/// `X asked him: “…”, so he answered: “…”`: a verb whose sign is no conjunction, right behind words whose verb has somebody
/// glued behind it.
fn answers(place: &Place, verb: &Token) -> bool {
    let (page, tokens) = (place.page, place.tokens);
    let written = page.lexicon.bare(page.of(verb.span));
    let sign = written.strip_suffix(verb.form.as_str()).filter(|sign| !sign.is_empty());
    let so =
        sign.is_some_and(|sign| !page.lexicon.phrase(sign).is_some_and(|tags| tags.any(Tags::CONJUNCTION)));
    let Some(asked) =
        (0..place.at).rev().find(|at| tokens.get(*at).is_some_and(|token| token.quotation().is_some()))
    else {
        return false;
    };
    let start = sentence_start(tokens, asked);
    let cue = (start..asked).rev().find(|at| tags(tokens, *at).any(Tags::CUE));
    so && cue.and_then(|at| tokens.get(at)).is_some_and(|cue| page.lexicon.with_object(&cue.form).is_some())
}

/// The first token behind the words and the commas there.
fn past_commas(place: &Place) -> usize {
    let comma = |at: &usize| place.tokens.get(*at).is_some_and(|token| token.is_mark(&COMMAS));
    (place.at + 1..place.tokens.len()).find(|at| !comma(at)).unwrap_or(place.tokens.len())
}

/// `“…”, according to X`: somebody who is no outlet, which relays another's words.
fn accorded(place: &Place, behind: usize, talk: &mut Discourse) -> Option<Voice> {
    let (page, tokens) = (place.page, place.tokens);
    tokens.get(behind).filter(|token| token.has(Tags::ACCORD) && !token.has(Tags::VERB))?;
    let end = sentence_end(tokens, behind);
    let who = subject(page, tokens, behind + 1, end, Object::None);
    let who = who.filter(|who| {
        matches!(
            who.referent,
            Referent::Person(_) | Referent::Office(..) | Referent::Body | Referent::Anonymous
        )
    })?;
    if place.spaced_words() > 1 { talk.resolve(page, &who) } else { None }
}

/// `“…”, as X warned`, else as whoever spoke before did: no clause of its own that reports something else.
fn as_said(place: &Place, behind: usize, talk: &mut Discourse) -> Option<Voice> {
    let (page, tokens) = (place.page, place.tokens);
    let accord = tokens.get(behind).filter(|token| token.has(Tags::ACCORD_AFTER))?;
    let bare = accord.has(Tags::CONJUNCTION);
    let from = behind + 1 + usize::from(bare);
    let end = sentence_end(tokens, behind);
    let reports = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.has(Tags::THAT) || token.is_mark(&COLONS) || token.quotation().is_some()
        })
    };
    if bare && (!tags(tokens, behind + 1).any(Tags::CUE) || (from..end).any(reports)) {
        return None;
    }
    let named =
        |who: &Phrase| matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body);
    let who = subject(page, tokens, from, end, Object::None).filter(named);
    who.and_then(|who| talk.resolve(page, &who)).or_else(|| talk.unsaid())
}

/// Whether the words are long or near enough to the verb.
fn counts(place: &Place, before: &Token, told: &Told, colon: bool, called: bool) -> bool {
    let words = place.spaced_words();
    let led = before.has(Tags::THAT.or(Tags::CUE).or(Tags::PARTICIPLE).or(Tags::RELAY_END));
    let touches = led || colon || told.adjacent || before.has(Tags::PREPOSITION) && words > 1;
    let ends = place.next().is_none_or(|next| matches!(next.shape, Shape::Mark(_)));
    let calls = told.verb.has(Tags::WEAK) && !told.verb.has(Tags::NAMING);
    // what somebody says something was: `that it was “…”`
    let is =
        before.has(Tags::HE.or(Tags::SHE).or(Tags::THEY)) && !before.has(Tags::PREPOSITION.or(Tags::THAT));
    let predicate = (before.has(Tags::OTHER_VERB) && ends || is && (ends || words > 1))
        && told.verb.has(Tags::VERB.or(Tags::RELAY_END));
    let said = colon || called || calls || predicate || before.has(Tags::THAT.or(Tags::WEAK));
    let single = words < 2 && !said;
    let crowd = told.who.as_ref().is_some_and(|who| who.referent == Referent::Crowd);
    let names = crowd && told.verb.has(Tags::NAMING);
    let near = touches || words > 2 || (words > 1 || calls) && ends || called || predicate;
    !single && near && (colon || !names)
}

fn speaker(
    page: &Page,
    who: Option<&Phrase>,
    verb: &Token,
    brought: bool,
    talk: &mut Discourse,
) -> Option<Voice> {
    if let Some(phrase) = who {
        talk.resolve(page, phrase)
    } else {
        let said = talk.unsaid_by(page, page.lexicon.verb_gender(&verb.form), verb.span);
        // nobody was told yet: words that a verb of saying brings are said all the same
        let plain = Voice { span: verb.span, person: None, name: None };
        said.or_else(|| verb.has(Tags::VERB).then_some(plain).filter(|_| brought))
    }
}

/// The line above ends with a colon.
fn introduced(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let above = place.above().filter(|_| place.at == 0)?;
    let colon =
        above.len().checked_sub(1).filter(|at| above.get(*at).is_some_and(|last| last.is_mark(&COLONS)))?;
    let told = cue(place.page, above, sentence_start(above, colon), colon)?;
    let voice = speaker(place.page, told.who.as_ref(), told.verb, true, talk)?;
    Some(Finding::direct(Rule::Introduced, Some(voice)))
}

/// `X: “…”` at the head of a line.
fn labelled(place: &Place, colon: bool, talk: &mut Discourse) -> Option<Finding> {
    let end = place.at.checked_sub(1).filter(|end| colon && place.start == 0 && *end > 0)?;
    let label = place.tokens.get(..end).filter(|label| label.len() <= LONGEST_LABEL)?;
    if label.iter().any(|token| token.has(VERBS.or(Tags::PARTICIPLE))) {
        return None;
    }
    let who = construct::read(place.page, label, Object::None)?;
    let alone = label.len() == 1
        && who.referent == Referent::Unsure
        && !label.iter().any(|word| word.has(Tags::ARTICLE));
    let speaks = matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Body);
    // words behind the name make it a sentence
    let whole = who.name.is_none_or(|name| label.last().is_some_and(|last| last.span.end <= name.end));
    let voice = talk.resolve(place.page, &who).filter(|_| alone || speaks && whole)?;
    Some(Finding::direct(Rule::Label, Some(voice)))
}

/// `“…,” says X`, or a sentence that is all in marks.
fn opening(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    if let Some(voice) = said_behind(place, talk) {
        return Some(Finding::direct(Rule::After, Some(voice)));
    }
    if let Some(voice) = accorded(place, past_commas(place), talk) {
        return Some(Finding::direct(Rule::According, Some(voice)));
    }
    let behind = past_commas(place);
    if let Some(voice) = as_said(place, behind, talk) {
        return Some(Finding::direct(Rule::After, Some(voice)));
    }
    let voice = talk.unsaid().filter(|_| place.at == 0 && place.spaced_words() >= STATEMENT)?;
    // whoever said them may stand behind
    let (rule, voice) =
        if place.goes_on_behind() { (Rule::Nobody, None) } else { (Rule::Running, Some(voice)) };
    Some(Finding::direct(rule, voice))
}

/// Who the verb behind the words tells to have said them.
fn said_behind(place: &Place, talk: &mut Discourse) -> Option<Voice> {
    let tokens = place.tokens;
    let stop = tags(tokens, place.at + 2).any(Tags::ANNOUNCING);
    let comma = |at: &usize| {
        tokens.get(*at).is_some_and(|token| token.is_mark(&COMMAS) || stop && token.is_mark(&STOPS))
    };
    let behind = (place.at + 1..tokens.len()).find(|at| !comma(at));
    let announced = behind.is_some_and(|behind| tags(tokens, behind).any(Tags::ANNOUNCING));
    let verb = behind.map(|behind| behind + usize::from(announced));
    // words that announce what is said go with any verb that nothing denies: `this is what X did not say`
    let plain = |verb: usize| tokens.get(verb).is_some_and(|token| !token.has(Tags::ADVERB));
    let says = |verb: &usize| tags(tokens, *verb).any(Tags::CUE) || announced && plain(*verb);
    let parted = place.next().is_some_and(|next| next.is_mark(&COMMAS)) || stop;
    if let Some(verb) = verb.filter(|verb| says(verb) && (place.spaced_words() > 1 || parted)) {
        let who = subject(place.page, tokens, verb + 1, tokens.len(), Object::None);
        return speaker(place.page, who.as_ref(), tokens.get(verb)?, false, talk);
    }
    None
}
