//! Surnames that stand alone behind or before a verb of saying more than once: `said NAME: “…”`, `NAME said: “…”`.
//!
//! In: the tokens of all lines of a language with spaces. Out: words no table knows that the text nowhere has as a noun,
//! with an article before them or an ending behind that no name has.

use super::people::Found;
use super::phrase::Referent;
use crate::brief::quotes::caseless::page::{Page, sentence_start, tags};
use crate::brief::quotes::caseless::rules::final_subjects;
use crate::brief::quotes::caseless::words::tags::Tags;
use crate::brief::quotes::caseless::words::token::{COLONS, COMMAS, Token};
use crate::languages::Order;
use crate::text::FastSet;

/// Letters of the shortest surname behind a verb, where small words are as short.
const SHORTEST_BEHIND: usize = 3;

/// Collects the surnames that stand alone as the subject of a verb of saying and elsewhere.
pub(super) fn alone(page: &Page, found: &mut Found) {
    let forms: FastSet<&str> =
        page.lines.iter().flat_map(|line| &line.tokens).map(|token| token.form.as_str()).collect();
    let nouns = nouns(page, &forms);
    for line in &page.lines {
        for at in 0..line.tokens.len() {
            let one = match page.lexicon.order {
                Some(Order::ClauseFinal) => before_verb(page, &line.tokens, at),
                Some(Order::VerbFirst) => behind_verb(&line.tokens, at),
                _ => return,
            };
            let Some(one) = one.filter(|one| page.is_often(&one.form)) else { continue };
            if !nouns.contains(one.form.as_str()) {
                found.add(&one.form, page.of(one.span));
            }
        }
    }
}

/// Words that stand elsewhere in the text with the article, or with an ending that names do not have.
fn nouns<'p>(page: &'p Page, forms: &FastSet<&'p str>) -> FastSet<&'p str> {
    let mut nouns = FastSet::default();
    for form in forms {
        let articles = &page.lexicon.glue.articles;
        nouns.extend(articles.iter().filter_map(|article| form.strip_prefix(article.as_str())));
        if page.lexicon.ends_as_no_name(form) {
            let heads = form.char_indices().skip(1).filter_map(|(at, _)| form.get(..at));
            nouns.extend(heads.filter(|head| forms.contains(head)));
        }
    }
    nouns
}

/// `NAME said: “…”`: the one word that is the subject of the verb at `at`, which brings words.
fn before_verb<'t>(page: &Page, tokens: &'t [Token], at: usize) -> Option<&'t Token> {
    if !tags(tokens, at).any(Tags::VERB) || !brings(tokens, at + 1) {
        return None;
    }
    let start = sentence_start(tokens, at);
    let who =
        final_subjects::subject(page, tokens, start, at).filter(|who| who.referent == Referent::Unsure)?;
    tokens.get(start..at)?.iter().find(|token| token.span == who.span && token.is_unknown())
}

/// `said NAME: “…”`: the one word behind the verb at `at`, before the words or what opens an adjunct.
fn behind_verb(tokens: &[Token], at: usize) -> Option<&Token> {
    if !tags(tokens, at).any(Tags::VERB) {
        return None;
    }
    let behind = Tags::PREPOSITION.or(Tags::TIME).or(Tags::ADVERB).or(Tags::PARTICIPLE);
    let closes = brings(tokens, at + 2) || tags(tokens, at + 2).any(behind);
    let one = tokens.get(at + 1).filter(|one| closes && one.is_unknown() && !one.has(Tags::ARTICLE))?;
    one.form.chars().nth(SHORTEST_BEHIND - 1).map(|_| one)
}

/// True for what opens words: a colon, what opens reported ones, marks, with a comma before them or none.
fn brings(tokens: &[Token], at: usize) -> bool {
    let marked = |at: usize| tokens.get(at).is_some_and(|token| token.quotation().is_some());
    let comma = tokens.get(at).is_some_and(|token| token.is_mark(&COMMAS));
    let colon = tokens.get(at).is_some_and(|token| token.is_mark(&COLONS));
    colon || tags(tokens, at).any(Tags::THAT) || marked(at) || comma && marked(at + 1)
}
