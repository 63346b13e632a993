//! Quotes in scripts without capitals, where no letter tells a name: by the words around marks, titles and particles.
//!
//! In: an article in one of the languages whose folder tells the order of its sentences. Out: its quotes in the order of
//! the text. A line is cut into [`words`]; names are found by their shapes and neighbours ([`naming`]); rules by the order
//! of the language's sentences ([`rules`]) find the phrase that stands for a speaker, and [`discourse`] whom it means. Linear: a rule looks no further than so many words from a mark.

mod alone;
mod dialogue;
mod discourse;
mod finding;
mod naming;
mod page;
mod place;
mod reading;
mod relay;
mod rules;
mod talk;
mod things;
mod told;
mod topical;
mod unsaid;
mod unspaced;
mod verb_first;
mod voice;
mod voices;
mod whom;
mod words;

use discourse::{Discourse, Voice};
use finding::Finding;
use naming::around::is_passing;
use naming::phrase::{Phrase, Referent};
use page::Page;
use place::Place;
use rules::{clause_final, final_subjects, medial, subjects};
use topical::{embedded, topics};
use verb_first::first_verb;
use words::tags::Tags;

use super::rule::{Rule, RuleSet};
use crate::article::Article;
use crate::brief::{Kind, Quote, Speaker};
use crate::languages::Order;
use crate::text::{Language, Span, Steps, without_invisible};

#[cfg(test)]
mod tests;

/// True for a language that is read here.
#[must_use]
pub(super) fn reads(language: Language) -> bool {
    language.profile().order.is_some()
}

/// The quotes in the first `length` bytes of an article, and the steps taken to find them.
#[must_use]
pub(super) fn quotes(
    article: &Article,
    length: usize,
    without: RuleSet,
    steps: Steps,
) -> (Vec<Quote>, Steps) {
    let page = reading::read(article, length, steps);
    let mut talk = Discourse::default();
    let mut quotes = Vec::new();
    for line in 0..page.lines.len() {
        if page.steps.spent() {
            break;
        }
        read_line(&page, line, &mut talk, without, &mut quotes);
    }
    name_later(&page, &talk, &mut quotes);
    let dialogue = dialogue::spoken(&page, &mut talk);
    let spoken = |(words, voice): (Span, Option<Voice>)| {
        let rule = if voice.is_some() { Rule::After } else { Rule::Nobody };
        quote(&page, words, &Finding::direct(rule, voice))
    };
    if dialogue.is_empty() {
        leave_out(&page, &mut quotes);
        if !without.holds(Rule::Transcript) {
            quotes.extend(
                talk::turns(&page).into_iter().map(|(words, voice)| {
                    quote(&page, words, &Finding::direct(Rule::Transcript, Some(voice)))
                }),
            );
        }
    } else {
        quotes.extend(dialogue.into_iter().map(spoken));
    }
    (quotes, page.steps)
}

/// Where nobody who may speak is told to say any of the words in marks, they are nobody's but for
/// whole statements of somebody no table knows: an essay, a recipe.
fn leave_out(page: &Page, quotes: &mut Vec<Quote>) {
    const SOMEBODY: Tags = Tags::TITLE
        .or(Tags::PERSON)
        .or(Tags::ANONYMOUS)
        .or(Tags::CROWD)
        .or(Tags::BODY)
        .or(Tags::AGENCY)
        .or(Tags::DOCUMENT)
        .or(Tags::COUNTRY)
        .or(Tags::NAME)
        .or(Tags::HE)
        .or(Tags::SHE)
        .or(Tags::THEY);
    let somebody = |quote: &Quote| {
        let Some(speaker) = quote.speaker.as_ref() else { return false };
        let Some(span) = speaker.span.filter(|_| speaker.name.is_none()) else { return true };
        let at = page.lines.partition_point(|line| line.span.end < span.end);
        let tokens = page.lines.get(at).map(|line| line.tokens.as_slice()).unwrap_or_default();
        page.steps.take(tokens.len());
        let within =
            |token: &&words::token::Token| span.start < token.span.end && token.span.start < span.end;
        tokens.iter().filter(within).any(|token| token.has(SOMEBODY))
    };
    if !quotes.iter().any(somebody) {
        quotes.retain(|quote| quote.kind == Kind::Direct && quote.speaker.is_some());
    }
}

/// Names whoever was told by an office that a name behind it explains.
fn name_later(page: &Page, talk: &Discourse, quotes: &mut [Quote]) {
    for known in quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()).filter(|who| who.name.is_none())
    {
        let person = known.span.and_then(|span| talk.told_later(span));
        known.name = person.and_then(|person| page.people.get(person)).map(|person| person.name.clone());
    }
}

fn read_line(page: &Page, line: usize, talk: &mut Discourse, without: RuleSet, quotes: &mut Vec<Quote>) {
    let Some(tokens) = page.lines.get(line).map(|line| line.tokens.as_slice()) else { return };
    talk.met.enter(line);
    let mut from = 0;
    for at in (0..tokens.len()).filter(|at| tokens.get(*at).is_some_and(|token| token.quotation().is_some()))
    {
        listen(page, line, from, at, talk);
        from = at + 1;
        let Some(place) = Place::of(page, line, at) else { continue };
        let found = continued(&place, talk)
            .or_else(|| begun(&place, talk))
            .or_else(|| judge(&place, talk).and_then(|found| talk::kept(&place, found)));
        let Some(mut found) = found.filter(|found| !without.holds(found.rule)) else { continue };
        if unsaid::is_unsaid(&place) {
            found = Finding { rule: Rule::Nobody, voice: None, ..found };
        }
        if let Some(voice) = found.voice.as_ref().filter(|_| !found.aside) {
            talk.note_voice(voice);
        }
        let via = found.voice.as_ref().and_then(|voice| relay::outlet(&place, voice));
        let quote = quote(page, place.marked.inner, &found);
        quotes.push(Quote { via: via.map(|span| page.of(span).to_owned()), ..quote });
    }
    listen(page, line, from, tokens.len(), talk);
    if page.lexicon.speaks_unmarked {
        let unmarked = clause_final::unmarked(page, tokens, talk);
        quotes.extend(unmarked.into_iter().map(|(words, found)| quote(page, words, &found)));
    }
}

/// The next part of words that go on over lines.
fn continued(place: &Place, talk: &Discourse) -> Option<Finding> {
    (place.goes_on() && place.at == 0).then(|| Finding::direct(Rule::Continued, talk.unsaid()))
}

/// The first part of words that go on over lines and that nothing stands before: whoever the last part is told to be of.
fn begun(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let last = place.last_part().filter(|_| place.at == 0 && !place.goes_on())?;
    let own = judge(place, talk).filter(|own| own.rule != Rule::Running);
    if own.is_some() {
        return own;
    }
    // a sentence about whoever spoke may stand behind the words, whatever its verb is
    let said = judge(&last, talk).filter(|found| found.rule == Rule::After).and_then(|found| found.voice);
    Some(Finding::direct(Rule::Continued, said.or_else(|| talk.unsaid())))
}

fn judge(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    match place.page.lexicon.order? {
        Order::VerbMedial => medial::judge(place, talk),
        Order::Topical => topical::judge::judge(place, talk),
        Order::VerbFirst => verb_first::judge::judge(place, talk),
        Order::ClauseFinal => clause_final::judge(place, talk),
    }
}

/// Notes the subjects of the sentences in the tokens `from..to` of a line.
fn listen(page: &Page, line: usize, from: usize, to: usize, talk: &mut Discourse) {
    let Some(tokens) = page.lines.get(line).map(|line| line.tokens.as_slice()) else { return };
    let mut start = from;
    while start < to {
        let end = page::sentence_end(tokens, start).min(to);
        page.steps.take(end - start + 1);
        note_names(page, tokens, start, end, talk);
        for at in start..end {
            let named = tokens.get(at + 1).is_some_and(|next| next.quotation().is_some());
            if let Some(body) = tokens.get(at).filter(|body| named && body.has(Tags::BODY)) {
                talk.note_body(page, body.span);
            }
        }
        if let Some(subject) =
            subject(page, tokens, start, end).filter(|_| !page::is_according_to_her(tokens, start, end))
        {
            let says = (start..end).any(|at| page::tags(tokens, at).any(Tags::CUE));
            // behind `a reporter asked the minister` the minister goes on
            let named = (start..end).any(|at| page::tags(tokens, at).any(Tags::NAME));
            let speaks = !named && !(says && is_passing(page, tokens, (start, end), subject.span));
            if subject.referent != Referent::Anonymous || speaks {
                talk.note_subject(page, &subject, says);
                if let Some(voice) = talk.unsaid().filter(|_| matches!(subject.referent, Referent::Person(_)))
                {
                    talk.papers.note(page, (tokens, start, end), &voice);
                }
            }
        }
        start = end + 1;
    }
}

/// Notes everybody whom the tokens `start..end` name.
fn note_names(page: &Page, tokens: &[words::token::Token], start: usize, end: usize, talk: &mut Discourse) {
    for at in start..end {
        let pointed = at.checked_sub(1).is_some_and(|before| page::tags(tokens, before).any(Tags::DEFINITE));
        if let Some(noun) =
            tokens.get(at).filter(|token| !pointed && page.lexicon.unspaced && token.has(Tags::ANONYMOUS))
        {
            talk.met.note_noun(&noun.form);
        }
        let named = tokens.get(at).filter(|token| token.has(Tags::NAME));
        let Some(person) = named.and_then(|token| page.people.whom(&token.form)) else { continue };
        talk.met.note_named(person);
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        if beside.filter_map(|at| tokens.get(at)).any(|token| page.lexicon.is_accused(&token.form)) {
            talk.met.note_accused(person);
        }
    }
}

/// The subject of the sentence in the tokens `start..end`.
fn subject(page: &Page, tokens: &[words::token::Token], start: usize, end: usize) -> Option<Phrase> {
    match page.lexicon.order? {
        Order::VerbMedial => {
            let clauses = subjects::clauses(tokens, start, end);
            let mut all =
                clauses.into_iter().rev().filter_map(|(from, to)| subjects::told(page, tokens, from, to));
            all.next()
        }
        Order::Topical => topics::presented(page, tokens, start, end)
            .or_else(|| topics::source(page, tokens, start, end))
            .or_else(|| embedded::first(page, tokens, start, end))
            .or_else(|| topics::ended(page, tokens, start, end)),
        Order::VerbFirst => first_verb::first_before(page, tokens, start, end)
            .or_else(|| first_verb::first_subject(page, tokens, start, end)),
        Order::ClauseFinal => final_subjects::told(page, tokens, start, end),
    }
}

fn quote(page: &Page, words: Span, found: &Finding) -> Quote {
    let sure = found.voice.as_ref().map_or(0.0, sureness);
    Quote {
        span: words,
        text: page.of(words).to_owned(),
        kind: found.kind,
        speaker: found.voice.as_ref().map(|voice| speaker(page, voice)),
        quoted_from: None,
        via: None,
        confidence: found.rule.confidence() * sure,
        rule: found.rule.name().to_owned(),
        key: None,
    }
}

/// How sure it is who is meant: a person the text names, a body or role as written, nobody.
fn sureness(voice: &Voice) -> f32 {
    match (voice.person, &voice.name) {
        (Some(_), _) => 1.0,
        (None, Some(_)) => 0.8,
        (None, None) => 0.6,
    }
}

fn speaker(page: &Page, voice: &Voice) -> Speaker {
    let person = voice.person.and_then(|person| page.people.get(person));
    let role =
        person.and_then(|person| person.role).map(|role| without_invisible(page.of(role)).into_owned());
    Speaker {
        name: voice.name.as_deref().map(|name| without_invisible(name).into_owned()),
        role,
        mention: Some(page.of(voice.span).to_owned()),
        span: Some(voice.span),
    }
}
