//! What a word may mean by its language's thesaurus, and whether two words mean the same in some sense of both.
//!
//! In: a form. Out: the lines of the thesaurus its word stands in, each with how common that sense is of it. A line holds
//! words that mean the same in one sense, and behind a mark those that mean more: who flees does also leave.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::languages::{ByLanguage, section};
use crate::text::Language;

/// The most common senses of a word in which it may stand for another.
const SENSES: u8 = 6;
/// The number of the first word that stands in no line.
const SINGLE: u32 = 1 << 24;
/// The same where one word only means more than the other.
const WIDER: u8 = 3;

/// What a form is of its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::brief::check::alignment) enum Form {
    /// The first one of a verb: “go”.
    Base,
    /// Of one who does it now: “goes”.
    Third,
    /// It tells what happened: “went”, “gone”.
    Past,
    /// “Going”.
    Going,
    /// A noun for one.
    One,
    /// A noun for several.
    Several,
    /// A word that has one form.
    Plain,
}

/// A sense of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::brief::check::alignment) struct Sense {
    line: u32,
    /// How many senses of the word are at least as common.
    rank: u8,
    /// The word means more than those of its line.
    wider: bool,
    pub(in crate::brief::check::alignment) form: Form,
}

/// The senses of a word in its form.
pub(in crate::brief::check::alignment) type Senses = Arc<[Sense]>;

/// Whether two words mean the same in a sense of both: the second may mean less than the first, and a
/// verb more. `exact` asks for the
/// commonest sense of both, `any_form` for no form.
pub(in crate::brief::check::alignment) fn alike(
    own: &[Sense],
    row: &[Sense],
    exact: bool,
    any_form: bool,
) -> bool {
    let most = if exact { 1 } else { SENSES };
    let fits = |own: &Sense, row: &Sense| {
        let wider = own.wider || row.wider;
        own.line == row.line
            && !(own.wider && row.wider)
            && !(row.wider && is_of_a_noun(own.form))
            && !(wider && (exact || own.rank > WIDER || row.rank > WIDER))
            && own.rank <= most
            && row.rank <= most
            && (any_form || is_one_form(own.form, row.form))
    };
    own.iter().any(|own| row.iter().any(|row| fits(own, row)))
}

/// Whether a form is none of a verb: a noun that means less may be somebody else.
fn is_of_a_noun(form: Form) -> bool {
    matches!(form, Form::One | Form::Several | Form::Plain)
}

/// Whether two forms tell the same: what happened, and what a report of it tells in the present.
fn is_one_form(one: Form, other: Form) -> bool {
    let told = |form: Form| matches!(form, Form::Base | Form::Third | Form::Past);
    one == other || told(one) && told(other)
}

/// The words of one language.
pub(in crate::brief::check::alignment) struct Thesaurus {
    words: HashMap<&'static str, Vec<(u32, u8, bool, char)>>,
    endings: Vec<(Form, String, String)>,
    /// Forms of irregular verbs with the first form of each.
    irregular: HashMap<&'static str, &'static str>,
    particles: HashSet<String>,
}

static BY_LANGUAGE: ByLanguage<Thesaurus> = ByLanguage::new(Thesaurus::read);

impl Thesaurus {
    /// That of a language, read when it is first asked for.
    pub(in crate::brief::check::alignment) fn of(language: Language) -> &'static Self {
        BY_LANGUAGE.of(language)
    }

    fn read(language: Language) -> Self {
        let mut words: HashMap<&'static str, Vec<(u32, u8, bool, char)>> = HashMap::new();
        let own = language.lines(section::SYNONYM);
        for (number, line) in (0..).zip(language.synonyms().chain(own)) {
            let mut wider = false;
            let Some((kind, rest)) = line.split_once(' ') else { continue };
            let kind = kind.chars().next().unwrap_or_default();
            for word in rest.split_whitespace() {
                if word == ">" {
                    wider = true;
                } else {
                    let (word, rank) = ranked(word);
                    words.entry(word).or_default().push((number, rank, wider, kind));
                }
            }
        }
        let lines = language.single_words().filter_map(|line| line.split_once(' '));
        let single = lines.flat_map(|(kind, rest)| rest.split_whitespace().map(move |word| (kind, word)));
        for (number, (kind, word)) in (SINGLE..).zip(single) {
            let kind = kind.chars().next().unwrap_or_default();
            words.entry(word).or_default().push((number, 1, false, kind));
        }
        let irregular = language.lines(section::IRREGULAR_VERB).flat_map(|line| {
            let first = line.split_whitespace().next().unwrap_or_default();
            line.split_whitespace().skip(1).map(move |form| (form, first))
        });
        Self {
            words,
            endings: language.lines(section::FORM_ENDING).filter_map(ending).collect(),
            irregular: irregular.collect(),
            particles: language.words(section::PARTICLE).map(std::borrow::Cow::into_owned).collect(),
        }
    }

    /// Whether the language has a thesaurus.
    pub(in crate::brief::check::alignment) fn has_words(&self) -> bool {
        !self.words.is_empty()
    }

    /// The senses of a form, one or two words long.
    pub(in crate::brief::check::alignment) fn senses(&self, form: &str) -> Senses {
        if self.words.is_empty() {
            return Arc::default();
        }
        let (verb, particle) = form.split_once(' ').map_or((form, None), |(verb, rest)| (verb, Some(rest)));
        let mut found: Vec<Sense> = Vec::new();
        for (word, form) in self.words_of(verb) {
            let word = particle.map_or_else(|| word.clone(), |particle| format!("{word}_{particle}"));
            for (line, rank, wider, kind) in self.words.get(word.as_str()).into_iter().flatten() {
                let form = match (form, kind) {
                    (Form::Base | Form::Third | Form::Past | Form::Going, 'v') | (Form::Several, 'n') => form,
                    (Form::Base, 'n') => Form::One,
                    (Form::Base, _) => Form::Plain,
                    _ => continue,
                };
                let sense = Sense { line: *line, rank: *rank, wider: *wider, form };
                if !found.contains(&sense) {
                    found.push(sense);
                }
            }
        }
        found.into()
    }

    /// Whether two words next to one another are one verb.
    pub(in crate::brief::check::alignment) fn is_phrase(&self, verb: &str, particle: &str) -> bool {
        self.particles.contains(particle)
            && self
                .words_of(verb)
                .iter()
                .any(|(word, _)| self.words.contains_key(format!("{word}_{particle}").as_str()))
    }

    /// Whether a form is one of a noun too.
    pub(super) fn is_noun(&self, form: &str) -> bool {
        self.senses(form).iter().any(|sense| matches!(sense.form, Form::One | Form::Several))
    }

    /// Whether a form ends as one that tells what goes on: “having”.
    pub(super) fn is_going(&self, form: &str) -> bool {
        self.words_of(form).iter().any(|(_, form)| *form == Form::Going)
    }

    /// The first forms of the verbs, one or two words long, of which `form` may be one.
    pub(in crate::brief::check::alignment) fn verbs_of(&self, form: &str) -> Vec<String> {
        let (verb, particle) = form.split_once(' ').map_or((form, None), |(verb, rest)| (verb, Some(rest)));
        let whole = |(word, form): (String, Form)| {
            let verb = !matches!(form, Form::Several | Form::One | Form::Plain);
            verb.then(|| particle.map_or_else(|| word.clone(), |particle| format!("{word}_{particle}")))
        };
        self.words_of(verb).into_iter().filter_map(whole).collect()
    }

    /// The words of which `form` may be one, and which.
    fn words_of(&self, form: &str) -> Vec<(String, Form)> {
        let mut found = vec![(form.to_owned(), Form::Base)];
        if let Some(first) = self.irregular.get(form) {
            found.push(((*first).to_owned(), Form::Past));
        }
        for (kind, ending, instead) in &self.endings {
            let Some(root) = form.strip_suffix(ending.as_str()).filter(|root| root.chars().count() > 1)
            else {
                continue;
            };
            found.push((format!("{root}{instead}"), *kind));
            // “stopped”
            let mut letters = root.chars().rev();
            let last = letters.next();
            if instead.is_empty() && last.is_some() && last == letters.next() {
                found.push((letters.rev().chain(last).collect(), *kind));
            }
        }
        found
    }
}

/// `word2` as the word and its sense; without a number it is the commonest.
fn ranked(word: &'static str) -> (&'static str, u8) {
    let split = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
    let (word, rank) = word.split_at_checked(split).unwrap_or((word, ""));
    (word, rank.parse().unwrap_or(1))
}

/// `past ied y`.
fn ending(line: &str) -> Option<(Form, String, String)> {
    let mut parts = line.split_whitespace();
    let form = match parts.next()? {
        "past" => Form::Past,
        "third" => Form::Third,
        "going" => Form::Going,
        "plural" => Form::Several,
        _ => return None,
    };
    Some((form, parts.next()?.to_owned(), parts.next()?.trim_matches('-').to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike_in_english(own: &str, row: &str, exact: bool) -> bool {
        let thesaurus = Thesaurus::of(Language::coded("en"));
        alike(&thesaurus.senses(own), &thesaurus.senses(row), exact, false)
    }

    #[test]
    fn words_mean_the_same_in_forms_that_tell_the_same() {
        for (own, row, due) in [
            ("abandoned", "gave up", true),
            ("gives up", "abandoned", true),
            ("giving up", "abandoned", false),
            ("abandon", "abandoning", false),
            ("stopped", "halted", true),
            ("attorneys", "lawyers", true),
            ("attorney", "lawyers", false),
            ("began", "erupted", true),
            ("praised", "condemned", false),
            ("bought", "sold", false),
            ("minister", "general", false),
            ("month", "week", false),
            ("leaders", "employers", true),
            ("employers", "leaders", false),
            ("nowhere", "nothere", false),
        ] {
            assert_eq!(alike_in_english(own, row, false), due, "{own} {row}");
        }
    }

    #[test]
    fn a_grave_word_stands_for_another_in_its_commonest_sense_alone() {
        assert!(alike_in_english("arrested", "detained", true));
        for (own, row) in [("killed", "stopped"), ("arrested", "halted"), ("killed", "defeated")] {
            assert!(!alike_in_english(own, row, true), "{own} {row}");
        }
    }

    #[test]
    fn a_language_without_a_thesaurus_has_no_senses() {
        assert!(Thesaurus::of(Language::coded("ru")).senses("дом").is_empty());
        assert!(!Thesaurus::of(Language::coded("en")).is_phrase("gave", "gave"));
        assert!(Thesaurus::of(Language::coded("en")).is_phrase("gave", "up"));
    }
}
