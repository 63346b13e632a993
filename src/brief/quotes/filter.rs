//! What in marks is no quote (stage S2): names of things, titles of works, scare quotes, signs.

use super::document::Document;
use super::marks::Style;
use super::phrase::PhraseKind;
use super::place::Place;
use super::rule::Rule;
use crate::brief::Kind;
use crate::people::lexicon::Tags;

/// What words in marks are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Speech.
    Quote(Kind),
    /// Words written on a thing: kept, never a key quote.
    Written,
    /// Nothing said.
    Not(&'static str),
}

/// Judges a quote by its words, its place and the rule that found its speaker.
#[must_use]
pub fn judge(document: &Document, place: &Place, rule: Option<Rule>) -> Verdict {
    let Some(marked) = document.marked.get(place.quote) else { return Verdict::Not("no place") };
    let words = Words::of(marked.inner.of(document.text));
    let beside = matches!(
        rule,
        Some(Rule::After | Rule::Inverted | Rule::Label | Rule::Transcript | Rule::Headline | Rule::Signed)
    );
    let ends = matches!(place.ending, Some(',' | '.' | '!' | '?' | '—' | '…' | '-' | '–'));
    if words.count == 0 {
        return Verdict::Not("no words");
    }
    if words.code {
        return Verdict::Not("a code or an address");
    }
    let head = before_words(document, place);
    if head.naming && words.count <= 8 && !(beside && place.ending == Some(',')) {
        return Verdict::Not("a name for a thing");
    }
    if head.sign && !beside {
        return Verdict::Written;
    }
    let alone =
        place.at == place.sentence.start && words.capital && matches!(place.ending, Some('.' | '!' | '?'));
    let goes_on = alone && (place.paragraph.start..place.at).any(|at| document.stream.is_quote(at));
    if words.title && (head.work || head.naming || words.count <= 8 && head.inside) && !head.colon {
        return Verdict::Not("a title");
    }
    if words.title && words.count <= 8 && !beside && !goes_on && (words.count > 1 || !head.cue) {
        return Verdict::Not("a title");
    }
    let told = beside && ends || head.cue || head.object || goes_on;
    if words.count == 1 && !told {
        return Verdict::Not("one word");
    }
    if words.count < 3 && !told && rule.is_none() {
        return Verdict::Not("scare quotes");
    }
    if rule.is_none() && words.count < 5 && !ends {
        return Verdict::Not("a fragment nobody says");
    }
    if marked.style == Style::SingleStraight && words.count < 3 && !beside {
        return Verdict::Not("single marks");
    }
    Verdict::Quote(kind(document, place, &words, beside, head.colon))
}

fn kind(document: &Document, place: &Place, words: &Words, beside: bool, colon: bool) -> Kind {
    let stream = &document.stream;
    let closed = matches!(place.ending, Some('.' | ',' | '!' | '?' | '…' | '—' | '–' | '-'));
    let head = place.at == place.sentence.start
        || colon
        || place
            .at
            .checked_sub(1)
            .is_some_and(|at| stream.is(at, ',') || stream.is(at, ':') || stream.is_quote(at));
    let attribution_before = place.at > place.sentence.start && !head && !colon;
    if beside && head && (closed || stream.is(place.at + 1, ','))
        || head && closed && words.capital && words.count > 2
    {
        Kind::Direct
    } else if attribution_before && !(words.capital && closed && words.count > 4) {
        Kind::Mixed
    } else if words.capital && closed || words.count >= 8 && head {
        Kind::Direct
    } else {
        Kind::Mixed
    }
}

struct Words {
    count: usize,
    capital: bool,
    title: bool,
    code: bool,
}

impl Words {
    fn of(inner: &str) -> Self {
        let small = [
            "of", "the", "a", "an", "and", "in", "for", "to", "on", "with", "at", "by", "or", "vs", "de",
            "la", "du", "des",
        ];
        let words: Vec<&str> =
            inner.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
        let capital = |word: &&str| {
            let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
            word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || small.contains(&word)
        };
        let sentence = inner.contains(['?', '!']) || inner.trim_end_matches(['.', ',']).contains(". ");
        let first_capital = inner
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        let code = words.len() == 1
            && (inner.contains("://")
                || inner.starts_with('@')
                || inner.contains(".com")
                || inner.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation()));
        Self {
            count: words.len(),
            capital: first_capital,
            title: !words.is_empty() && words.iter().all(capital) && first_capital && !sentence,
            code,
        }
    }
}

/// True when the words name a thing: `so-called “…”`, `dubbed the “…”`; not when somebody calls it so.
fn naming(document: &Document, place: &Place) -> bool {
    let stream = &document.stream;
    let floor = place.sentence.start.max(place.at.saturating_sub(3));
    let Some(at) = (floor..place.at).rev().find(|at| stream.is_word(*at) && stream.has(*at, Tags::NAMING))
    else {
        return false;
    };
    let led = (at + 1..place.at).all(|at| stream.has(at, Tags::DETERMINER) || stream.is_the_word(at, "as"));
    let somebody = document.cues_in(&(at..at + 1)).iter().any(|cue| {
        matches!(
            cue.subject.kind,
            PhraseKind::Named(_)
                | PhraseKind::Pronoun(_)
                | PhraseKind::Indefinite
                | PhraseKind::Definite
                | PhraseKind::Body(_)
        )
    });
    led && !somebody
}

/// True when a weak verb of saying stands shortly before, with its object between it and the quote.
fn object_of_cue(document: &Document, place: &Place) -> bool {
    let floor = place.sentence.start.max(place.at.saturating_sub(9));
    document.cues_in(&(floor..place.at)).last().is_some_and(|cue| {
        let between = cue.verb + 1..place.at;
        let words = between.clone().all(|at| {
            document.stream.is_word(at)
                && (!document.stream.has(at, Tags::CONJUNCTION.or(Tags::AUX))
                    || document.stream.is_the_word(at, "as"))
        });
        let last = place.at.saturating_sub(1);
        words && !cue.strong && (!document.stream.has(last, Tags::DETERMINER) || between.len() < 3)
    })
}

#[expect(clippy::struct_excessive_bools, reason = "each is one independent observation")]
struct Head {
    naming: bool,
    work: bool,
    sign: bool,
    cue: bool,
    colon: bool,
    /// Stands where the name of a thing stands: after a preposition, a possessive, an article.
    inside: bool,
    /// Says what somebody calls something: `called the vote “…”`.
    object: bool,
}

/// What the few words before the quote are.
fn before_words(document: &Document, place: &Place) -> Head {
    let stream = &document.stream;
    let one = place.at.checked_sub(1).filter(|at| *at >= place.sentence.start);
    let near = |reach: usize, tags: Tags| {
        (place.sentence.start.max(place.at.saturating_sub(reach))..place.at)
            .rev()
            .take_while(|at| stream.is_word(*at))
            .any(|at| stream.has(at, tags))
    };
    let comma = one.filter(|at| stream.is(*at, ',') || stream.is(*at, ':'));
    let cue_at = if comma.is_some() { one.and_then(|at| at.checked_sub(1)) } else { one };
    let cue_at = cue_at
        .filter(|at| !(stream.is_the_word(*at, "that") && comma.is_none()) || *at == place.sentence.start)
        .or_else(|| one.and_then(|at| at.checked_sub(1)));
    Head {
        naming: naming(document, place),
        work: near(3, Tags::WORK)
            || comma.is_some_and(|at| at > place.sentence.start && stream.has(at - 1, Tags::WORK)),
        sign: near(4, Tags::SIGN),
        cue: cue_at.is_some_and(|at| !document.cues_in(&(at..at + 1)).is_empty()),
        colon: one.is_some_and(|at| stream.is(at, ':')),
        inside: one.is_some_and(|at| {
            stream.is_word(at)
                && (stream.has(at, Tags::PREPOSITION.or(Tags::DETERMINER)) && !stream.has(at, Tags::THAT)
                    || stream.get(at).is_some_and(|token| token.possessive))
        }),
        object: object_of_cue(document, place),
    }
}
