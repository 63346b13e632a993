//! What a word is by its language's thesaurus, and whether two words mean the same.
//!
//! In: a form. Out: the kinds of word it may be of, and the lines it stands in with others: of one word in two spellings in
//! the thesaurus, of words that mean the same in the language's tables ([`section::SYNONYM`]). A word of two common senses
//! stands for no other there, or only where its verb is told of what it is told of in that sense ([`section::COMPANY`]).

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::lines::{Entry, entries};
use crate::languages::{ByLanguage, section};
use crate::text::Language;

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
    pub(in crate::brief::check::alignment) line: u32,
    /// It may be said for the others of its line, and none for it.
    pub(in crate::brief::check::alignment) said: bool,
    /// What the verb is told of in this sense, joined by “/”; empty where it has no other.
    company: &'static str,
    /// The line stands in the language's tables.
    pub(in crate::brief::check::alignment) shared: bool,
    pub(in crate::brief::check::alignment) form: Form,
}

/// The senses of a word in its form.
pub(in crate::brief::check::alignment) type Senses = Arc<[Sense]>;

/// Whether two words mean the same in forms that tell the same.
pub(in crate::brief::check::alignment) fn alike(own: &[Sense], row: &[Sense]) -> bool {
    any(own, row, |own, row| is_one_form(own.form, row.form))
}

/// Whether two verbs mean the same in whatever form.
pub(in crate::brief::check::alignment) fn verbs_alike(own: &[Sense], row: &[Sense]) -> bool {
    any(own, row, |own, row| is_of_a_verb(own.form) && is_of_a_verb(row.form))
}

fn any(own: &[Sense], row: &[Sense], fits: impl Fn(&Sense, &Sense) -> bool) -> bool {
    let stands = |row: &Sense| !row.said && row.company.is_empty();
    let one = |own: &Sense, row: &Sense| own.line == row.line && stands(row) && fits(own, row);
    own.iter().any(|own| row.iter().any(|row| one(own, row)))
}

/// The senses of a verb of an article, of those with a company only those whose company it has.
pub(in crate::brief::check::alignment) fn in_company(senses: &[Sense], has: impl Fn(&str) -> bool) -> Senses {
    let stands = |sense: &&Sense| sense.company.is_empty() || sense.company.split('/').any(&has);
    senses.iter().filter(stands).map(|sense| Sense { company: "", ..*sense }).collect()
}

fn is_of_a_verb(form: Form) -> bool {
    !matches!(form, Form::One | Form::Several | Form::Plain)
}

/// Whether two forms tell the same: what happened, and what a report of it tells in the present.
fn is_one_form(one: Form, other: Form) -> bool {
    let told = |form: Form| matches!(form, Form::Base | Form::Third | Form::Past);
    one == other || told(one) && told(other)
}

/// The words of one language.
pub(in crate::brief::check::alignment) struct Thesaurus {
    words: HashMap<&'static str, Vec<Entry>>,
    endings: Vec<(Form, String, String)>,
    /// Forms of irregular verbs with the first form of each.
    irregular: HashMap<&'static str, &'static str>,
    particles: HashSet<String>,
    /// Verbs of the tables that are two words.
    phrases: HashSet<&'static str>,
}

static BY_LANGUAGE: ByLanguage<Thesaurus> = ByLanguage::new(Thesaurus::read);

impl Thesaurus {
    /// That of a language, read when it is first asked for.
    pub(in crate::brief::check::alignment) fn of(language: Language) -> &'static Self {
        BY_LANGUAGE.of(language)
    }

    fn read(language: Language) -> Self {
        let irregular = language.lines(section::IRREGULAR_VERB).flat_map(|line| {
            let first = line.split_whitespace().next().unwrap_or_default();
            line.split_whitespace().skip(1).map(move |form| (form, first))
        });
        Self {
            words: entries(language),
            endings: language.lines(section::FORM_ENDING).filter_map(ending).collect(),
            irregular: irregular.collect(),
            particles: language.words(section::PARTICLE).map(std::borrow::Cow::into_owned).collect(),
            phrases: language
                .lines(section::SYNONYM)
                .flat_map(str::split_whitespace)
                .filter(|word| word.contains('_'))
                .collect(),
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
            for entry in self.words.get(word.as_str()).into_iter().flatten() {
                let form = match (form, entry.kind) {
                    (Form::Base | Form::Third | Form::Past | Form::Going, 'v') | (Form::Several, 'n') => form,
                    (Form::Base, 'n') => Form::One,
                    (Form::Base, _) => Form::Plain,
                    _ => continue,
                };
                let Entry { line, said, company, shared, .. } = *entry;
                let sense = Sense { line, said, company, shared, form };
                if !found.contains(&sense) {
                    found.push(sense);
                }
            }
        }
        found.into()
    }

    /// Whether two words next to one another are one verb.
    pub(in crate::brief::check::alignment) fn is_phrase(&self, verb: &str, particle: &str) -> bool {
        let particles = self.particles.contains(particle);
        self.words_of(verb).iter().any(|(word, _)| {
            let phrase = format!("{word}_{particle}");
            particles && self.words.contains_key(phrase.as_str()) || self.phrases.contains(phrase.as_str())
        })
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

    fn alike_in_english(own: &str, row: &str) -> bool {
        let thesaurus = Thesaurus::of(Language::coded("en"));
        alike(&thesaurus.senses(own), &thesaurus.senses(row))
    }

    #[test]
    fn words_mean_the_same_in_forms_that_tell_the_same() {
        for (own, row, due) in [
            ("gave up", "abandoned", true),
            ("gives up", "abandoned", true),
            ("giving up", "abandoned", false),
            ("abandon", "abandoning", false),
            ("stopped", "halted", true),
            ("attorneys", "lawyers", true),
            ("attorney", "lawyers", false),
            ("recognised", "recognized", true),
            ("praised", "condemned", false),
            ("bought", "sold", false),
            ("minister", "general", false),
            ("month", "week", false),
            ("nowhere", "nothere", false),
        ] {
            assert_eq!(alike_in_english(own, row), due, "{own} {row}");
        }
    }

    #[test]
    fn nothing_is_said_for_a_word_of_two_common_senses() {
        for (own, row) in
            [("fled", "escaped"), ("saved", "rescued"), ("fired", "sacked"), ("flats", "apartments")]
        {
            let both = (alike_in_english(own, row), alike_in_english(row, own));
            assert!(both.0 != both.1, "{own} {row}");
        }
        for (own, row) in
            [("trial", "test"), ("drug", "medicine"), ("missed", "skipped"), ("interest", "involvement")]
        {
            assert!(!alike_in_english(own, row) && !alike_in_english(row, own), "{own} {row}");
        }
    }

    #[test]
    fn a_verb_of_two_senses_has_the_company_of_one() {
        let thesaurus = Thesaurus::of(Language::coded("en"));
        let alike = |own: &str, row: &str, company: &str| {
            let row = in_company(&thesaurus.senses(row), |class| class == company);
            verbs_alike(&thesaurus.senses(own), &row)
        };
        assert!(alike("fired", "dismissed", "somebody") && alike("rejected", "dismissed", "claim"));
        assert!(!alike("fired", "dismissed", "claim") && !alike("rejected", "dismissed", "somebody"));
    }

    #[test]
    fn a_language_without_a_thesaurus_has_no_senses() {
        assert!(Thesaurus::of(Language::coded("ru")).senses("дом").is_empty());
        assert!(!Thesaurus::of(Language::coded("en")).is_phrase("gave", "gave"));
        assert!(Thesaurus::of(Language::coded("en")).is_phrase("gave", "up"));
    }
}
