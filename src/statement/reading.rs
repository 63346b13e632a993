//! A quote read for comparing: the things it names, what is denied, how sure it is.

use super::lexicon::{self, Lexicon, Naming, Sense, Words};
use super::numbers::number;
use super::romanise::romanised;
use super::syntax::{self, Tones};
use super::tokens::{Token, cut};
use super::unit::{Agent, Denial, Kind, Unit};
use crate::text::{Language, Span};

/// Letters of an ending beyond which a word with a capital inside a sentence is rather a name.
const STRETCHED: usize = 2;
/// Units in quotation marks that are somebody else's statement where the quote tells one.
const TOLD: usize = 3;

/// A quote as read.
#[derive(Debug, Clone)]
pub struct Reading {
    pub(super) language: Language,
    /// What it names, in order.
    pub(super) units: Vec<Unit>,
    /// What is denied.
    pub(super) denials: Vec<Denial>,
    /// How it is said.
    pub(super) tones: Tones,
    /// Something is known of the language.
    pub(super) known: bool,
}

impl Reading {
    /// Reads a quote in `language`; of a language without a table only numbers, names and words are read.
    #[must_use]
    pub fn of(text: &str, language: Language) -> Self {
        let lexicon = lexicon::of(language);
        let tokens = cut(text, lexicon);
        let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
        let mut reader =
            Reader { text, tokens: &tokens, words: &words, lexicon, language, units: Vec::new() };
        reader.read();
        let mut units = reader.units;
        syntax::place(&mut units, &tokens, &words, lexicon);
        syntax::amounts(&mut units, &tokens, &words, lexicon);
        syntax::singles(&mut units, &tokens, lexicon);
        syntax::part(&mut units, &tokens, lexicon);
        let denials = syntax::denials(&units, &tokens, &words, lexicon);
        let tones = syntax::tones(&units, &tokens, &words, lexicon);
        Self { language, units, denials, tones, known: lexicon.is_known() }
    }

    /// True when nothing is stated: a condition that is not so, or somebody else's words.
    #[must_use]
    pub fn is_aside(&self) -> bool {
        let quoted = self.units.iter().filter(|unit| unit.quoted).count();
        let whole = quoted > 0 && quoted * 2 >= self.units.len();
        self.tones.unreal || whole || quoted >= TOLD && self.tones.tells
    }
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    words: &'a [&'a str],
    lexicon: &'a Lexicon,
    language: Language,
    units: Vec<Unit>,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            let rest = self.tokens.get(at..).unwrap_or_default();
            let words = self.words.get(at..).unwrap_or_default();
            if let Some((value, taken)) = number(self.text, rest, (self.lexicon, self.language)) {
                self.push(at, taken, Kind::Number(value), Vec::new());
                at += taken;
            } else if let Some((senses, taken)) = self.lexicon.phrase(words) {
                self.push(at, taken, Kind::Thing, senses);
                at += taken;
            } else {
                let passed = self.lexicon.list(Words::Stop).head(words);
                if passed < 2 {
                    self.read_word(at, token);
                }
                at += passed.max(1);
            }
        }
        self.fractions();
        self.measures();
    }

    fn read_word(&mut self, at: usize, token: &Token) {
        let lexicon = self.lexicon;
        let word = token.word.as_str();
        if lexicon.has(Words::FirstPerson, word) {
            return self.push(at, 1, Kind::Own, Vec::new());
        }
        let small = [Words::Negation, Words::Possibility, Words::Necessity, Words::Advice];
        let grammar = small.into_iter().any(|list| lexicon.has(list, word)) && !self.is_month(at, token);
        let article = lexicon.number(word).is_some_and(|parts| parts == [1.0]);
        if grammar || article || lexicon.has(Words::Stop, word) && !lexicon.is_exact(word) {
            return;
        }
        let meant = lexicon.senses(word);
        let denied = if meant.is_empty() { lexicon.denied(word) } else { None };
        if let Some(senses) = denied {
            self.push(at, 1, Kind::Thing, senses);
            if let Some(unit) = self.units.last_mut() {
                unit.denied = true;
            }
        } else if meant.is_empty() || self.is_stretched(token, &meant) {
            if word.chars().count() > 1 {
                let named = self.is_name(token) || self.is_titled(at, token);
                let kind = if named { Kind::Name } else { Kind::Word };
                self.push(at, 1, kind, Vec::new());
            }
        } else {
            meant.into_iter().for_each(|senses| self.push(at, 1, Kind::Thing, senses));
        }
    }

    /// A capital inside a sentence, or capitals or digits in the word.
    fn is_name(&self, token: &Token) -> bool {
        let inside = token.capital && !token.first && !self.lexicon.capital_nouns;
        inside || token.acronym || token.word.contains(|letter: char| letter.is_ascii_digit())
    }

    /// A capital right behind an office, where common nouns have capitals too.
    fn is_titled(&self, at: usize, token: &Token) -> bool {
        let title = self.units.last().is_some_and(|unit| unit.is_title() && unit.at + 1 == at);
        title && token.capital && !token.first
    }

    /// A name that only begins like a common word.
    fn is_stretched(&self, token: &Token, meant: &[Vec<Sense>]) -> bool {
        let inside = token.capital && !token.first && !self.lexicon.capital_nouns;
        let common = |sense: &Sense| {
            let capital = matches!(lexicon::class(sense.key), Some("month" | "weekday" | "office"));
            sense.naming == Naming::Thing && !capital
        };
        inside
            && !self.lexicon.is_entry(&token.word)
            && self.lexicon.ending(&token.word) > STRETCHED
            && meant.iter().flatten().all(common)
    }

    /// A modal word that also names a month (May) names it with a capital beside a number or inside a sentence.
    fn is_month(&self, at: usize, token: &Token) -> bool {
        let month = |sense: &Sense| lexicon::class(sense.key) == Some("month");
        let digit =
            self.tokens.get(at + 1).is_some_and(|next| next.word.starts_with(|c: char| c.is_ascii_digit()));
        let months = token.capital && self.lexicon.senses(&token.word).iter().flatten().any(month);
        months && (!token.first || digit)
    }

    fn push(&mut self, at: usize, taken: usize, kind: Kind, mut senses: Vec<Sense>) {
        let (Some(first), Some(last)) = (self.tokens.get(at), self.tokens.get(at + taken - 1)) else {
            return;
        };
        let is_thing = |sense: &Sense| sense.naming == Naming::Thing;
        // a common word that is also a name, by its capital
        if senses.iter().any(is_thing) && !senses.iter().all(is_thing) && !first.first {
            senses.retain(|sense| is_thing(sense) != first.capital);
        }
        let party = !senses.iter().all(is_thing);
        // of a country only the adjective is written small
        let small = |sense: &Sense| taken == 1 && !first.capital && sense.key.len() == 2;
        let adjective =
            |sense: &Sense| sense.naming == Naming::Adjective || sense.naming == Naming::Noun && small(sense);
        let whose = kind == Kind::Own && self.lexicon.has(Words::Possessive, &first.word);
        let none_of = self.is_denied_amount(at, &senses);
        self.units.push(Unit {
            kind: if party { Kind::Party } else { kind },
            adjective: whose || !senses.is_empty() && senses.iter().all(adjective),
            senses,
            roman: romanised(&first.word),
            word: first.word.clone(),
            span: Span::new(first.span.start, last.span.end),
            at,
            clause: first.clause,
            piece: 0,
            single: false,
            coordinated: false,
            measure: None,
            at_least: None,
            by_so_much: None,
            under: false,
            given: false,
            from: None,
            favoured: None,
            whose: false,
            owning: false,
            may_be_name: kind == Kind::Word && first.capital && !first.quoted,
            agent: Agent::Unknown,
            denied: false,
            none_of,
            quoted: first.quoted,
            acronym: first.acronym,
        });
    }

    /// How many, right behind a denying word: not all, not only.
    fn is_denied_amount(&self, at: usize, senses: &[Sense]) -> bool {
        let amount = senses.iter().any(|sense| lexicon::class(sense.key) == Some("extent"));
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        amount && before.is_some_and(|word| self.lexicon.has(Words::Negation, word))
    }

    /// Thirds and halves are numbers, with what stands before them: two thirds.
    fn fractions(&mut self) {
        let mut kept: Vec<Unit> = Vec::with_capacity(self.units.len());
        for mut unit in std::mem::take(&mut self.units) {
            if let Some(share) = unit.senses.iter().find_map(|sense| lexicon::fraction(sense.key)) {
                let mut count = 1.0;
                let counts = |before: &Unit| before.at + 2 >= unit.at;
                if let Some(before) = kept.last().filter(|before| counts(before))
                    && let Kind::Number(value) = before.kind
                    && value * share < 1.0
                {
                    count = value;
                    unit.span.start = before.span.start;
                    kept.pop();
                }
                unit.kind = Kind::Number(count * share);
                unit.senses = Vec::new();
            }
            kept.push(unit);
        }
        self.units = kept;
    }

    /// What a number counts: the share, span of time or money that stands next to it.
    fn measures(&mut self) {
        let measure = |unit: &Unit| {
            let mut keys = unit.senses.iter().map(|sense| sense.key);
            keys.find(|key| matches!(lexicon::class(key), Some("unit" | "month" | "money" | "share")))
        };
        let found: Vec<Option<&'static str>> = self.units.iter().map(measure).collect();
        for (at, unit) in self.units.iter_mut().enumerate() {
            if matches!(unit.kind, Kind::Number(_)) {
                let after = found.get(at + 1).copied().flatten();
                let before = at.checked_sub(1).and_then(|at| found.get(at).copied().flatten());
                let may_precede = |key: &&str| matches!(lexicon::class(key), Some("month" | "share"));
                unit.measure = after.or(before.filter(may_precede));
            }
        }
    }
}
