//! The table of one language, and how words are looked up in it.

use super::list::List;
use super::section::{Endings, Words};
use super::sense::{Naming, Sense};
use crate::languages::Table;
use crate::text::{FastMap, fold};

/// Letters an ending has at most, by the letters of what stands before it; behind more letters the language says.
const ENDINGS: [usize; 5] = [0, 0, 1, 3, 4];
/// Letters an ending has at most where a table does not say.
const LONGEST_ENDING: usize = 6;
/// Fewest letters of a word that may be written together of several.
const SHORTEST_COMPOUND: usize = 8;

/// What an apostrophe does inside a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Apostrophe {
    /// Belongs to the word.
    #[default]
    Kept,
    /// Ends a short word before another.
    Elides,
    /// Begins an ending of a name.
    Suffix,
    /// Begins an `s` that says whose.
    Possessive,
}

/// The table of one language.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    exact: FastMap<String, Vec<Sense>>,
    stems: FastMap<String, Vec<Sense>>,
    phrases: FastMap<String, Vec<(Vec<String>, Sense)>>,
    numbers: FastMap<String, f64>,
    words: Vec<List>,
    endings: Vec<Vec<String>>,
    longest_ending: usize,
    /// Words are written together of several.
    compounds: bool,
    /// Common nouns have capitals too.
    pub(crate) capital_nouns: bool,
    /// Small words stand behind the names they go with.
    pub(crate) postpositions: bool,
    pub(crate) apostrophe: Apostrophe,
}

impl Lexicon {
    /// A section's words.
    pub(crate) fn list(&self, section: Words) -> &List {
        static NONE: std::sync::LazyLock<List> = std::sync::LazyLock::new(List::default);
        self.words.get(section as usize).unwrap_or(&NONE)
    }

    /// True when a section's list holds `word`.
    pub(crate) fn has(&self, section: Words, word: &str) -> bool {
        self.list(section).has(word)
    }

    /// The parts of words of a section.
    pub(crate) fn endings(&self, section: Endings) -> &[String] {
        self.endings.get(section as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// True when `word` ends as a section says, with at least two letters before.
    pub(crate) fn ends(&self, section: Endings, word: &str) -> bool {
        let ends = |ending: &String| word.strip_suffix(ending.as_str()).is_some_and(|head| head.len() > 1);
        self.endings(section).iter().any(ends)
    }

    /// True when `written`, a word in small letters with its accents, is or ends as a section says, with at least three
    /// letters before.
    pub(crate) fn is_form_of(&self, section: Endings, written: &str) -> bool {
        self.endings(section).iter().any(|ending| match ending.strip_prefix('=') {
            Some(whole) => whole == written,
            None => written.strip_suffix(ending.as_str()).is_some_and(|head| head.chars().count() > 2),
        })
    }

    /// True when something is known of the language.
    pub(crate) fn is_known(&self) -> bool {
        !self.stems.is_empty()
    }

    /// True when a section's run of letters stands in `word` behind at least two letters.
    pub(crate) fn holds(&self, section: Endings, word: &str) -> bool {
        self.endings(section).iter().any(|run| word.find(run.as_str()).is_some_and(|at| at > 1))
    }

    /// The value of a number word, also of one written together of several: its parts from left to right.
    pub(crate) fn number(&self, word: &str) -> Option<Vec<f64>> {
        if let Some(value) = self.numbers.get(word) {
            return Some(vec![*value]);
        }
        let joint = self.list(Words::NumberJoint);
        if joint.is_empty() {
            return None;
        }
        let mut parts = Vec::new();
        let mut rest = word;
        while !rest.is_empty() {
            let known = |head: &str| self.numbers.contains_key(head) || joint.has(head);
            let at = (1..=rest.len()).rev().find(|at| rest.get(..*at).is_some_and(known))?;
            let (head, tail) = rest.split_at_checked(at)?;
            parts.extend(self.numbers.get(head));
            rest = tail;
        }
        (parts.len() > 1).then_some(parts)
    }

    /// The phrase that begins with these words: what it means and how many words it has.
    pub(crate) fn phrase(&self, rest: &[&str]) -> Option<(Vec<Sense>, usize)> {
        let mut best: Option<(Vec<Sense>, usize)> = None;
        for stem in heads(rest.first()?) {
            for (parts, sense) in self.phrases.get(stem).into_iter().flatten() {
                let fits = parts.len() <= rest.len()
                    && parts.iter().zip(rest).all(|(part, word)| self.is_form(part, word));
                match &mut best {
                    _ if !fits => {}
                    Some((senses, length)) if *length == parts.len() => senses.push(*sense),
                    Some((_, length)) if *length > parts.len() => {}
                    _ => best = Some((vec![*sense], parts.len())),
                }
            }
        }
        best
    }

    /// What a folded word can mean: nothing, one thing in several senses, or several things written together.
    pub(crate) fn senses(&self, word: &str) -> Vec<Vec<Sense>> {
        if let Some(senses) = self.exact.get(word).or_else(|| self.stem(word).map(|(senses, _)| senses)) {
            return vec![senses.clone()];
        }
        if !self.compounds || word.chars().count() < SHORTEST_COMPOUND {
            return Vec::new();
        }
        self.parts(word).unwrap_or_default()
    }

    /// True when a word means something as it is, and not only as a form.
    pub(crate) fn is_exact(&self, word: &str) -> bool {
        self.exact.contains_key(word)
    }

    /// True when the table has this word as it is, or as a beginning.
    pub(crate) fn is_entry(&self, word: &str) -> bool {
        self.exact.contains_key(word) || self.stems.contains_key(word)
    }

    /// What a word denies that begins with a denying part: unacceptable.
    pub(crate) fn denied(&self, word: &str) -> Option<Vec<Sense>> {
        let prefixes = self.endings(Endings::NegationPrefix).iter();
        let mut rests =
            prefixes.filter_map(|start| word.strip_prefix(start.as_str())).filter(|rest| rest.len() > 4);
        rests
            .find_map(|rest| self.exact.get(rest).or_else(|| self.stem(rest).map(|(senses, _)| senses)))
            .cloned()
    }

    /// Letters of the ending by which a word is a form of what the table has.
    pub(crate) fn ending(&self, word: &str) -> usize {
        self.stem(word).map_or(0, |(_, stem)| word.chars().count().saturating_sub(stem.chars().count()))
    }

    /// The longest stem `word` begins with, if what is left is an ending.
    fn stem<'a>(&'a self, word: &'a str) -> Option<(&'a Vec<Sense>, &'a str)> {
        heads(word).rev().find_map(|stem| {
            let senses = self.stems.get(stem)?;
            self.may_end(stem, word).then_some((senses, stem))
        })
    }

    fn parts(&self, word: &str) -> Option<Vec<Vec<Sense>>> {
        for stem in heads(word).rev().filter(|stem| stem.chars().count() > 2) {
            let Some(senses) = self.stems.get(stem).or_else(|| self.exact.get(stem)) else { continue };
            let rest = word.get(stem.len()..)?;
            let joints = self.endings(Endings::Joint).iter();
            let joined = joints.filter_map(|joint| rest.strip_prefix(joint.as_str()));
            for rest in std::iter::once(rest).chain(joined).filter(|rest| rest.len() > 2) {
                let more = match self.exact.get(rest).or_else(|| self.stem(rest).map(|(senses, _)| senses)) {
                    Some(senses) => Some(vec![senses.clone()]),
                    None => self.parts(rest),
                };
                if let Some(mut more) = more {
                    more.insert(0, senses.clone());
                    return Some(more);
                }
            }
        }
        None
    }

    fn is_form(&self, part: &str, word: &str) -> bool {
        match part.strip_suffix('=') {
            Some(exact) => exact == word,
            None => word.starts_with(part) && self.may_end(part, word),
        }
    }

    fn may_end(&self, stem: &str, word: &str) -> bool {
        let letters = stem.chars().count();
        let most = ENDINGS.get(letters).copied().unwrap_or(self.longest_ending).min(self.longest_ending);
        word.chars().count().saturating_sub(letters) <= most
    }

    /// Reads a table.
    pub(super) fn read(table: &Table) -> Self {
        let mut lexicon = Self { longest_ending: LONGEST_ENDING, ..Self::default() };
        for (name, _) in Words::ALL {
            let mut list = List::default();
            table.lines(name).for_each(|line| list.extend(line));
            lexicon.words.push(list);
        }
        for (name, section) in Endings::ALL {
            let form = if section.is_accented() { str::to_owned } else { fold };
            lexicon.endings.push(table.lines(name).flat_map(str::split_whitespace).map(form).collect());
        }
        table.lines("concepts").for_each(|line| lexicon.read_key(line, false));
        table.lines("parties").for_each(|line| lexicon.read_key(line, true));
        table.lines("traits").for_each(|line| lexicon.read_trait(line));
        table.lines("numbers").for_each(|line| lexicon.read_number(line));
        lexicon
    }

    fn read_trait(&mut self, line: &str) {
        match line.split_once(": ").unwrap_or((line, "")) {
            ("apostrophe", "elides") => self.apostrophe = Apostrophe::Elides,
            ("apostrophe", "suffix") => self.apostrophe = Apostrophe::Suffix,
            ("apostrophe", "possessive") => self.apostrophe = Apostrophe::Possessive,
            ("longest ending", letters) => self.longest_ending = letters.parse().unwrap_or(LONGEST_ENDING),
            ("compounds", _) => self.compounds = true,
            ("capital nouns", _) => self.capital_nouns = true,
            ("postpositions", _) => self.postpositions = true,
            _ => {}
        }
    }

    fn read_number(&mut self, line: &str) {
        let mut words = line.split_whitespace();
        if let Some(value) = words.next().and_then(|value| value.parse::<f64>().ok()) {
            self.numbers.extend(words.map(|word| (fold(word), value)));
        }
    }

    fn read_key(&mut self, line: &'static str, party: bool) {
        let Some((key, words)) = line.split_once(": ") else { return };
        for (at, words) in words.split(" / ").enumerate() {
            let naming = match (party, at) {
                (false, _) => Naming::Thing,
                (true, 1) => Naming::Adjective,
                (true, _) => Naming::Noun,
            };
            for word in words.split_whitespace() {
                let (stem, ending) =
                    word.split_once('+').map_or((word, None), |(stem, end)| (stem, Some(end)));
                let first_case = ending.map(|ending| (stem.chars().count(), ending));
                self.add(stem, Sense { key, naming, first_case });
            }
        }
    }

    fn add(&mut self, stem: &str, sense: Sense) {
        let parts: Vec<String> = stem.split('_').filter(|part| !part.is_empty()).map(fold).collect();
        // few words mean more than one thing
        let one = || Vec::with_capacity(1);
        match parts.as_slice() {
            [only] => match only.strip_suffix('=') {
                Some(exact) => self.exact.entry(exact.to_owned()).or_insert_with(one).push(sense),
                None => self.stems.entry(only.clone()).or_insert_with(one).push(sense),
            },
            [first, ..] => {
                let head = first.trim_end_matches('=').to_owned();
                self.phrases.entry(head).or_default().push((parts, sense));
            }
            [] => {}
        }
    }
}

/// Every beginning of `word`, the shortest first, the word itself last.
fn heads(word: &str) -> impl DoubleEndedIterator<Item = &str> {
    word.char_indices().filter_map(|(at, letter)| word.get(..at + letter.len_utf8()))
}

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
