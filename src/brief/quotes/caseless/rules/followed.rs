//! Who the clauses behind a quotation tell to have said it, where a subject stands before its verb.

use super::subjects::{clauses, end, is_inner_name, of, phrase, skip};
use crate::brief::quotes::caseless::discourse::Discourse;
use crate::brief::quotes::caseless::finding::Finding;
use crate::brief::quotes::caseless::naming::phrase::{Phrase, Referent};
use crate::brief::quotes::caseless::page::{Page, sentence_end, tags};
use crate::brief::quotes::caseless::place::Place;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, STOPS, Token};
use crate::brief::quotes::rule::Rule;

/// Letters from which words are a statement rather than a term.
const STATEMENT: usize = 8;

/// The same, of words behind what somebody does.
const SPOKEN: usize = 5;

/// `this is X's answer`, in the clause `from..to`: whose words the sentence tells those before it to be.
fn owner(page: &Page, tokens: &[Token], from: usize, to: usize) -> Option<Phrase> {
    // a pronoun of one letter, or a determiner
    let points = tokens.get(from).is_some_and(|this| {
        this.form.chars().nth(1).is_none() || this.has(Tags::DEFINITE) && !this.has(Tags::NAME)
    });
    let is = (from + 1..to)
        .find(|at| tags(tokens, *at).any(Tags::OTHER_VERB))
        .filter(|is| points && *is < from + 3)?;
    let noun = to.checked_sub(1).is_some_and(|last| tags(tokens, last).any(Tags::SPEECH_NOUN));
    let told = noun && (is + 1..to).any(|at| tags(tokens, at).any(Tags::OF));
    let who = phrase(page, tokens, is + 1, to)?;
    (told && matches!(who.referent, Referent::Person(_) | Referent::Office(..) | Referent::Pronoun))
        .then_some(who)
}

/// Clauses behind a quotation in which its speaker may stand: one for a day or an occasion, one for the verb.
const CLAUSES_BEHIND: usize = 4;

/// Subject and verb behind a quotation; the outer `None` where there is no verb of saying.
#[allow(clippy::option_option, reason = "a verb without a subject is another answer than no verb")]
#[must_use]
pub(crate) fn behind(page: &Page, tokens: &[Token], at: usize) -> Option<Option<Phrase>> {
    let last = sentence_end(tokens, at);
    let mut from = at;
    let mut subject: Option<Phrase> = None;
    for _ in 0..CLAUSES_BEHIND {
        let stops = |place: &usize| {
            tokens.get(*place).is_none_or(|token| {
                token.quotation().is_some() && !is_inner_name(tokens, *place)
                    || token.is_mark(&COMMAS) && !token.is_mark(&['、'])
                    || token.is_mark(&COLONS)
                    || token.is_mark(&STOPS)
            })
        };
        let to = (from..last).find(stops).unwrap_or(last);
        page.steps.take(to - from + 1);
        let start = skip(tokens, from, to);
        if start < to {
            if let Some(whose) = owner(page, tokens, start, to) {
                return Some(Some(whose));
            }
            let past = end(tokens, page, start, to);
            let who = phrase(page, tokens, start, past);
            if (past..to).any(|place| tags(tokens, place).any(Tags::CUE)) {
                let two = who.is_some() && subject.is_some();
                return (!two).then(|| who.or(subject));
            }
            // what somebody does first, then says
            subject = subject.or(who.filter(is_somebody));
            subject.as_ref()?;
        }
        if to >= last || tokens.get(to).is_none_or(|token| token.quotation().is_some()) {
            return None;
        }
        from = to + 1;
    }
    None
}

/// `“…,” X rubbed his hands, “…”`: words that end with a comma go on, so whoever stands behind them says them, whatever is told
/// of what that one does meanwhile.
#[must_use]
pub(crate) fn interrupted(place: &Place) -> Option<Phrase> {
    let (page, tokens, first) = (place.page, place.tokens, place.at + 1);
    let comma = place.words.ends_with(['，', ',']);
    let behind = comma && tokens.get(first).is_some_and(|next| !next.is_edge());
    let last = sentence_end(tokens, first).min(first + LONGEST_BETWEEN);
    let next = (first..last).find(|at| tokens.get(*at).is_some_and(|token| token.quotation().is_some()));
    let parted = next.is_none_or(|next| {
        tokens.get(next - 1).is_some_and(|mark| mark.is_mark(&COMMAS) || mark.is_mark(&COLONS))
    });
    if !behind || !parted {
        return None;
    }
    let all = clauses(tokens, first, next.unwrap_or(last));
    // what no table knows behind a noun for somebody is what that one does
    let somebody = |at: &usize| tags(tokens, *at).any(Tags::TITLE.or(Tags::PERSON).or(Tags::ANONYMOUS));
    let acts = |from: usize, to: usize| {
        let head = (from..to).find(somebody)?;
        of(page, tokens, from, head + 1).filter(|_| tokens.get(head + 1).is_some_and(Token::is_unknown))
    };
    let mut subjects =
        all.into_iter().rev().filter_map(|(from, to)| acts(from, to).or_else(|| of(page, tokens, from, to)));
    subjects.find(|who| is_somebody(who) || matches!(who.referent, Referent::Office(..) | Referent::Same))
}

/// Tokens between two parts of what somebody says.
const LONGEST_BETWEEN: usize = 24;

/// `X shrugged, “…”`: what somebody does, then whole words behind a comma.
#[must_use]
pub(crate) fn acted(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let comma = place.before().is_some_and(|before| before.is_mark(&COMMAS));
    let ends = place.next().is_none_or(|next| next.is_mark(&STOPS));
    if !comma || !ends || place.letters() < SPOKEN {
        return None;
    }
    // behind other words in marks: those that a comma leaves open go on
    let quoted = |at: &usize| place.tokens.get(*at).is_some_and(|token| token.quotation().is_some());
    let before = (place.start..place.at).rev().find(quoted);
    let open =
        before.and_then(|before| place.tokens.get(before)).is_some_and(|one| one.form.ends_with(['，', ',']));
    if let Some(voice) = talk.unsaid().filter(|_| open) {
        return Some(Finding::direct(Rule::Neighbour, Some(voice)));
    }
    let all = clauses(place.tokens, before.map_or(place.start, |before| before + 1), place.at);
    let mut subjects = all.into_iter().filter_map(|(from, to)| of(place.page, place.tokens, from, to));
    let who = subjects.find(|who| who.referent != Referent::Other).filter(is_somebody)?;
    Some(Finding::direct(Rule::Before, talk.resolve(place.page, &who)))
}

/// `“…” X's voice shook.`: words that open a line are those of whom the sentence behind them tells.
#[must_use]
pub(crate) fn shown(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let (tokens, page) = (place.tokens, place.page);
    let whole = place.at == 0 && place.is_whole() && place.letters() >= STATEMENT;
    if !whole {
        return None;
    }
    // the first words of all may be told of in the next line
    let below = place.below().filter(|_| place.is_line() && talk.unsaid().is_none());
    let (tokens, first) = below.map_or((tokens, 1), |below| (below, 0));
    tokens.get(first).filter(|next| !next.is_edge())?;
    let last = sentence_end(tokens, first);
    let quoted = |at: &usize| tokens.get(*at).is_some_and(|token| token.quotation().is_some());
    let last = (first..last).find(|at| quoted(at) && !is_inner_name(tokens, *at)).unwrap_or(last);
    let all = clauses(tokens, first, last);
    let mut subjects = all.into_iter().rev().filter_map(|(from, to)| of(page, tokens, from, to));
    let who = subjects.find(|who| who.referent != Referent::Other)?;
    let known = is_somebody(&who) || who.referent == Referent::Anonymous;
    known.then(|| Finding::direct(Rule::After, talk.resolve(page, &who)))
}

/// True for somebody who does something.
fn is_somebody(who: &Phrase) -> bool {
    matches!(who.referent, Referent::Person(_) | Referent::Pronoun)
}

/// `with “…” X answered`, `on the ground of “…”`: words by which somebody does something.
#[must_use]
pub(crate) fn by_words(place: &Place, talk: &mut Discourse) -> Option<Finding> {
    let led = place.touches(Tags::INSTRUMENT);
    let behind = |at: usize| tags(place.tokens, place.at + at);
    let what = Tags::CUE.or(Tags::SPEECH_NOUN);
    let told = behind(1).any(what) || behind(1).any(Tags::WORK_BEHIND) && behind(2).any(what);
    let mut all = clauses(place.tokens, place.start, place.at).into_iter().filter(|_| led && told);
    let who = all.find_map(|(from, to)| of(place.page, place.tokens, from, to))?;
    let speaks = !matches!(who.referent, Referent::Crowd | Referent::Other | Referent::Unsure);
    let voice = talk.resolve(place.page, &who).filter(|_| speaks)?;
    Some(Finding::of(false, Rule::Before, Some(voice)))
}
