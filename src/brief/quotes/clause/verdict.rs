//! Whether marked words are a quotation: said by somebody, or a name, a title, a word in doubt.

use super::frames::{Frame, Source};
use super::named::{
    TITLE, is_given, is_nicknamed, is_possessed, is_predicate, is_small_predicate, is_subject,
    is_titled_behind, is_word, titled,
};
use super::outlets::{is_outlet, is_told_before};
use super::phrases::{Text, is_brought};
use super::stand::{Stand, attributive, is_bound, is_parted};
use super::words::Class;
use crate::brief::Kind;
use crate::brief::quotes::detection::quotation::{Marked, Style};
use crate::brief::quotes::detection::scare_quotes::Verdict;
use crate::brief::quotes::detection::words::Words;
use crate::brief::quotes::rule::Rule;

/// Fewest words of a statement whose speaker another sentence tells.
const STATEMENT: usize = 4;

/// The same behind another quotation of the paragraph.
const FOLLOWING: usize = 2;

/// Why words are no quotation of which no sentence tells who says them.
pub(super) const NOBODY: Verdict = Verdict::Not("nobody is told to have said it");

/// Judges marked words by what they look like and the frame they stand in.
#[must_use]
pub(super) fn judge(
    text: &Text,
    marked: &Marked,
    stand: &Stand,
    frame: Option<&Frame>,
    shares: bool,
) -> Verdict {
    let inner = marked.inner.of(text.document.text);
    let words = Words::of(inner);
    if words.count == 0 {
        return Verdict::Not("no words");
    }
    if marked.style == Style::Unmarked {
        return Verdict::Quote(Kind::Direct);
    }
    if words.code {
        return Verdict::Not("code, address");
    }
    let closed =
        inner.ends_with(['.', '!', '?', '…', ',']) || text.is(stand.token + 1, ',') && words.count > 2;
    if stand.inside_noun && !(closed && words.count > TITLE) {
        return Verdict::Not("name");
    }
    let few = words.count <= TITLE && !inner.ends_with(['.', '!', '?', '…']);
    // what somebody says of another, and the verb that ends the clause
    let brought = frame.is_some() && is_brought(text, stand.token);
    let told = is_told_before(text, stand, &words, inner);
    let outlet = told || !brought && is_outlet(text, stand, &words, inner);
    if outlet || is_given(text, stand, frame, words.count, few) {
        return Verdict::Not("name");
    }
    let nick = is_nicknamed(text, stand) || is_possessed(text, stand, frame);
    let named = || nick || words.capital && is_titled_behind(text, stand);
    let word = || words.count <= DOUBTED && (is_word(text, stand, frame) || is_subject(text, stand));
    if few && !brought && (named() || word()) {
        return Verdict::Not("name");
    }
    let colon = stand.token > stand.start && text.is(stand.token - 1, ':');
    let bound = brought || is_bound(text, stand);
    if !bound
        && titled(text, stand)
        && !colon
        && words.count <= TITLE
        && !inner.ends_with(['.', '!', '?'])
        && !is_small_predicate(text, stand, words.capital)
        && (words.capital || words.count < 3 && !text.grammar.cases && frame.is_none_or(|frame| frame.says))
    {
        return Verdict::Not("title");
    }
    // «…, – said X. – We stay»: words without a mark of their own behind a dash
    let onward = marked.outer.start == marked.inner.start && text.is_dash(stand.token.saturating_sub(1));
    // `Still, «it is – said X – late»`: the first of two parts of words
    let broken = marked.outer.end == marked.inner.end && text.is_dash(stand.token + 1);
    let opens = stand.token == stand.start || colon || bound || onward || broken;
    // `der »Große Rat Gegen Armut«`: capitals throughout right behind an article, where only nouns have one
    let far = frame.is_some_and(|frame| frame.says && !frame.beside);
    let fewest = if far && !text.has(stand.token.saturating_sub(1), Class::ONE) { 2 } else { 3 };
    let capitals = text.grammar.capital_nouns && words.title && (fewest..=TITLE).contains(&words.count);
    if !opens && capitals && text.has(stand.token - 1, Class::DETERMINER) {
        return Verdict::Not("title");
    }
    if !opens && is_name(text, stand, &words, inner) {
        return Verdict::Not("title");
    }
    let Some(frame) = frame else { return without_frame(text, marked, stand, &words, inner, shares) };
    if let Some(why) = in_doubt(text, stand, frame, &words, opens, closed) {
        return Verdict::Not(why);
    }
    Verdict::Quote(kind(text, stand, &words, inner))
}

/// Why words in a frame are no quotation: a title, one word that only describes the noun beside it.
fn in_doubt(
    text: &Text,
    stand: &Stand,
    frame: &Frame,
    words: &Words,
    opens: bool,
    closed: bool,
) -> Option<&'static str> {
    let title = words.title && words.count <= TITLE && !closed && !text.grammar.capital_nouns;
    let unbound = text.grammar.last_verb && !is_bound(text, stand) && words.count > 1;
    if title && (!frame.beside || unbound) && !opens {
        return Some("title");
    }
    if opens {
        return None;
    }
    let own_name = words.count <= STATEMENT + 1 || words.capital && words.count <= TITLE;
    if frame.reflexive && own_name && !closed {
        return Some("scare quotes");
    }
    // `told the “war of the lanterns”`: a verb of saying whole statements, and a noun phrase
    let named = text.grammar.by_order()
        && frame.says
        && !frame.beside
        && words.count <= STATEMENT
        && text.has(stand.token - 1, Class::THE);
    if named && !closed {
        return Some("scare quotes");
    }
    if frame.says && !frame.beside && !closed && is_attribute(text, stand, words) {
        return Some("scare quotes");
    }
    if words.count != 1 {
        return None;
    }
    // `they had “forgotten” to count`: a participle whose auxiliary stands before the marks, where nobody says it
    let helper = text.class(stand.token - 1);
    let helper = helper.any(Class::HELPER) && helper.any(Class::FINITE) && !helper.any(Class::PASSIVE_HELPER);
    if helper && text.grammar.by_order() && !frame.says && !frame.beside {
        return Some("scare quotes");
    }
    // `what was once “X” is now called “Y”`
    let unspoken = match &frame.source {
        Source::Silent(class, _) => class.any(Class::READ) && !class.any(Class::SAY),
        Source::Document(owner, _) => owner.is_none(),
        Source::Noun(_) => false,
    };
    let unspoken = unspoken && (text.grammar.cases || text.grammar.capital_nouns);
    // `spoke on the radio of a “Failure”`: where every noun has a capital an article tells that it is no name
    let noun = text.grammar.capital_nouns && text.has(stand.token - 1, Class::ONE);
    if unspoken || words.capital && !frame.beside && !noun {
        return Some("one word");
    }
    let describes = frame.says
        && !frame.beside
        && attributive(text, stand)
        && !text.has(stand.token - 1, Class::DETERMINER);
    let goes_on = attributive(text, stand) || text.has(stand.token + 1, Class::PREPOSITION.or(Class::OF));
    // `a “scandalous” decision, according to X`
    let accords = frame.rule == Rule::According && text.grammar.by_order() && !words.capital;
    let scare = behind_noun(text, stand)
        && !accords
        && (frame.says || goes_on && text.grammar.by_order())
        && frame.rule != Rule::Inverted;
    ((describes || scare) && !is_predicate(text, stand)).then_some("scare quotes")
}

/// Most words of a name for something in doubt.
const DOUBTED: usize = 2;

/// Tokens from a preposition to the words that belong to its noun.
const TIED: usize = 3;

/// «участие во встречах „малой семёрки“»: where nouns have cases, a few words that belong to a noun behind a preposition.
fn is_attribute(text: &Text, stand: &Stand, words: &Words) -> bool {
    let grammar = text.grammar;
    let cases = grammar.cases && !grammar.last_verb && !grammar.capital_nouns;
    if !cases || words.count > DOUBTED || words.capital || stand.token < stand.start + 2 {
        return false;
    }
    let before = text.class(stand.token - 1);
    let other = Class::CLOSED.or(Class::ANY_VERB).or(Class::UTTERANCE).or(Class::DOCUMENT).or(Class::CAPITAL);
    let is_verb = |word: &str| grammar.may_be_verb(word) || grammar.may_be_infinitive(word);
    let noun = text.marked_at(stand.token).is_some_and(|marked| {
        !marked
            .split_whitespace()
            .any(|word| grammar.class(word).any(Class::CLOSED.or(Class::ANY_VERB)) || is_verb(word))
    });
    let floor = stand.start.max(stand.token.saturating_sub(TIED));
    // «сообщил о потере „важного склада“»: what is told of, not what belongs to it
    let told_of = |at: usize| at > stand.start && at + 2 == stand.token && text.has(at - 1, Class::SAY);
    let tied = (floor..stand.token - 1).any(|at| text.has(at, Class::PREPOSITION) && !told_of(at));
    let led = before.any(Class::WORD) && !before.any(other) && !is_verb(text.lower(stand.token - 1));
    led && noun && tied
}

/// Fewest words of a sentence before a comma or dash.
const PARTED: usize = 3;

/// Words without a frame that share that of a quotation behind them.
pub(super) const SHARED: Verdict = Verdict::Quote(Kind::Mixed);

/// True for a name: all words with capitals behind a determiner or a noun, or few words with a capital there.
fn is_name(text: &Text, stand: &Stand, words: &Words, inner: &str) -> bool {
    let sentence = inner.ends_with(['.', '!', '?', '…']);
    // a number and small words are a sum
    let sum = words.count > 1 && inner.starts_with(char::is_numeric) && !inner.contains(char::is_uppercase);
    if sentence || sum || !words.capital || words.count > TITLE {
        return false;
    }
    let determined = text.has(stand.token - 1, Class::DETERMINER.or(Class::PREPOSITION));
    // `fragments of “Letters Home”`
    if text.grammar.by_order()
        && text.has(stand.token - 1, Class::PREPOSITION.or(Class::OF))
        && !inner.ends_with(',')
    {
        return true;
    }
    // where the object stands before the words a capital alone opens what is said
    let noun =
        behind_noun(text, stand) && !text.grammar.capital_nouns && (!text.grammar.last_verb || words.title);
    noun || words.count <= 2 && !text.grammar.capital_nouns
        || words.title && words.count > 1 && determined && !text.grammar.capital_nouns
}

/// True right behind a noun, an adjective or a name.
fn behind_noun(text: &Text, stand: &Stand) -> bool {
    let before = stand.token.saturating_sub(1);
    let class = text.class(before);
    let verb = class.any(Class::ANY_VERB) && !class.any(Class::NOUN.or(Class::CAPITAL));
    stand.token > stand.start
        && class.any(Class::WORD)
        && !verb
        && !class.any(Class::CLOSED)
        && !text.grammar.may_be_verb(text.lower(before))
}

fn without_frame(
    text: &Text,
    marked: &Marked,
    stand: &Stand,
    words: &Words,
    inner: &str,
    shares: bool,
) -> Verdict {
    let ends = inner.ends_with(['.', '!', '?', '…'])
        || text.is(stand.token + 1, '.')
        || stand.token + 1 >= stand.end;
    let colon = stand.token > stand.start && text.is(stand.token - 1, ':');
    let alone = stand.token == stand.start || colon;
    let whole = inner.ends_with(['.', '!', '?', '…'])
        && !colon
        && !text.grammar.by_order()
        && !text.grammar.last_verb;
    let fewest = match (stand.behind_quote, whole) {
        (true, true) => 1,
        (true, false) => FOLLOWING,
        (false, _) => STATEMENT,
    };
    // few words behind no colon are a sentence by themselves
    if marked.continues || alone && ends && words.capital && (!colon || words.count >= fewest) {
        return Verdict::Quote(Kind::Direct);
    }
    if !colon
        && alone
        && is_parted(text, stand.token, inner)
        && words.capital
        && !words.title
        && words.count >= PARTED
    {
        return Verdict::Quote(Kind::Direct);
    }
    if text.grammar.by_order() && words.count > STATEMENT && inner.starts_with(char::is_lowercase) {
        return Verdict::Quote(Kind::Mixed);
    }
    if shares && words.count > 2 && !inner.starts_with(char::is_uppercase) {
        return SHARED;
    }
    NOBODY
}

fn kind(text: &Text, stand: &Stand, words: &Words, inner: &str) -> Kind {
    let before =
        stand.token > stand.start && !text.is(stand.token - 1, ':') && !text.is(stand.token - 1, ',');
    let whole = words.capital && inner.ends_with(['.', '!', '?', '…']) && words.count >= STATEMENT;
    if before && !whole && !text.is_quote(stand.token - 1) && !text.is_dash(stand.token - 1) {
        Kind::Mixed
    } else {
        Kind::Direct
    }
}
