//! What a language's tables say of the words that are laid beside one another.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::item::Item;
use super::pronoun::Pronoun;
use super::tables::{
    according, company, endings, equal, folded, irregular, kept, leading, of, prepositions, standing,
    told_alone, words,
};
use crate::brief::check::words::LISTS;
use crate::languages::{self, ByLanguage, Section, section};
use crate::text::Language;

/// The most letters of a word that is no verb whatever its ending.
const SHORTEST: usize = 4;

/// The word lists of one language. Those of forms are in lower case as written, the others folded.
pub(in crate::brief::check::alignment) struct Lists {
    /// Words that may neither be added nor left out, one or two words long, each with what it stands for.
    pub(in crate::brief::check::alignment) kept: HashMap<String, String>,
    /// Prepositions, each with the one it stands for.
    pub(in crate::brief::check::alignment) prepositions: HashMap<String, String>,
    /// All prepositions, those that are kept too.
    pub(in crate::brief::check::alignment) ties: HashSet<String>,
    /// Classes of the word before an infinitive.
    pub(in crate::brief::check::alignment) infinitives: HashSet<String>,
    /// Before whoever does what is done.
    pub(in crate::brief::check::alignment) agents: HashSet<String>,
    /// Articles that tell the case of their noun.
    pub(in crate::brief::check::alignment) case_articles: HashSet<String>,
    /// Articles and what stands in their place.
    pub(in crate::brief::check::alignment) determiners: HashSet<String>,
    /// Those of them that point at nothing told before.
    pub(in crate::brief::check::alignment) indefinite: HashSet<String>,
    /// Nouns for people.
    people: HashSet<String>,
    callings: HashSet<&'static str>,
    /// Words without meaning of their own, beside the common ones.
    pub(in crate::brief::check::alignment) free: HashSet<String>,
    /// Words that join two clauses, either of which may stand alone.
    pub(in crate::brief::check::alignment) joints: HashSet<String>,
    /// Words that open a clause with a subject of its own.
    pub(in crate::brief::check::alignment) openers: HashSet<String>,
    /// Those of them that tell more of the noun before them.
    pub(in crate::brief::check::alignment) relatives: HashSet<String>,
    /// Verbs of saying that stand for one another.
    pub(in crate::brief::check::alignment) said: HashSet<String>,
    /// Verbs of saying that the plain ones may stand for.
    pub(in crate::brief::check::alignment) reports: HashSet<String>,
    /// Other verbs by which something is somebody's word.
    pub(in crate::brief::check::alignment) claimed: HashSet<String>,
    /// “According to”.
    pub(in crate::brief::check::alignment) according: HashSet<String>,
    /// Pronouns for whoever was just told of, and for what is theirs.
    pub(in crate::brief::check::alignment) pronouns: HashSet<String>,
    /// Those of them of which it is known for whom they stand.
    standing: HashMap<String, Pronoun>,
    /// Pronouns that do nothing: “them”.
    pub(in crate::brief::check::alignment) object_pronouns: HashSet<String>,
    /// Auxiliaries.
    pub(in crate::brief::check::alignment) auxiliaries: HashSet<String>,
    /// Forms of verbs that tell what happened, and endings of such.
    past: HashSet<String>,
    past_endings: Vec<String>,
    /// Those of them that are no participle.
    told_alone: HashSet<String>,
    /// Prepositions whose words may stand elsewhere in their clause.
    pub(in crate::brief::check::alignment) movable: HashSet<String>,
    /// Common words that mean something all the same.
    pub(in crate::brief::check::alignment) meaning: HashSet<String>,
    /// Nouns for places, which may have a name behind “of”.
    pub(in crate::brief::check::alignment) places: HashSet<String>,
    /// Forms of irregular verbs, each with the number of its verb.
    irregular: HashMap<String, usize>,
    /// Words that tell which time, and the units behind them.
    which_time: HashSet<String>,
    pub(in crate::brief::check::alignment) time_units: HashSet<String>,
    /// Classes of kept words that measure or count the noun behind them.
    pub(in crate::brief::check::alignment) measuring: HashSet<String>,
    /// Words that measure the number behind them.
    pub(in crate::brief::check::alignment) measures: HashMap<String, String>,
    /// Prepositions that a time may have or lack.
    pub(in crate::brief::check::alignment) time_prepositions: HashSet<String>,
    /// Auxiliaries of the passive.
    pub(in crate::brief::check::alignment) passive: HashSet<String>,
    /// Those to whom something is said.
    pub(in crate::brief::check::alignment) addressees: HashSet<String>,
    /// Words that stand for those whose they are: “delegations of”.
    pub(in crate::brief::check::alignment) stand_ins: HashSet<String>,
    /// Those for two who act together.
    pub(in crate::brief::check::alignment) stand_ins_of_two: HashSet<String>,
    /// Figures and papers, by which nothing becomes somebody's word.
    pub(in crate::brief::check::alignment) evidence: HashSet<String>,
    /// Prepositions that tie an owner to what is owned, and to whoever speaks for them.
    pub(in crate::brief::check::alignment) owning: HashSet<String>,
    pub(in crate::brief::check::alignment) speaking_for: HashSet<String>,
    /// Prepositions behind which stands what the name before a noun tells as well.
    pub(in crate::brief::check::alignment) whence: HashSet<String>,
    /// Forms of verbs that tell what comes of something, with those that tell what is done.
    pub(in crate::brief::check::alignment) caused: HashMap<String, String>,
    /// Forms of verbs behind whose object “as” tells what one without it tells: “describe”, “call”.
    pub(in crate::brief::check::alignment) named: HashMap<String, String>,
    /// Forms of verbs that tell that something begins or goes on.
    pub(in crate::brief::check::alignment) aspects: HashSet<String>,
    /// Words before an amount that tell how much something is: “worth”.
    pub(in crate::brief::check::alignment) amounts: HashSet<String>,
    /// The preposition of what an amount is of: “20 crowns in aid”.
    pub(in crate::brief::check::alignment) within: Option<String>,
    /// Prepositions that may stand for “because of”.
    pub(in crate::brief::check::alignment) causes: HashSet<String>,
    /// Words for a share of something: “a third”.
    pub(in crate::brief::check::alignment) shares: HashSet<String>,
    /// Verbs for heading something in their first form, each with words for whoever heads it.
    pub(in crate::brief::check::alignment) leading: HashMap<String, Vec<String>>,
    /// Words that point back to what was just told: “denied the accusation”.
    pub(in crate::brief::check::alignment) echoes: HashSet<String>,
    /// Words that lose their vowel before another.
    pub(in crate::brief::check::alignment) elided: HashSet<String>,
    /// Forms that say the same, one or two words long, each with the number of their line.
    equal: HashMap<String, Vec<usize>>,
    /// What verbs of two senses are told of in one of them: the name of a sense, with words in their first form.
    company: HashMap<String, HashSet<String>>,
    /// Endings of which one may stand for another.
    endings: Vec<Vec<String>>,
    /// The class of “of”.
    pub(in crate::brief::check::alignment) of: Option<String>,
    /// Words have the same form whatever they do in a sentence, but for number.
    pub(in crate::brief::check::alignment) plain: bool,
}

static BY_LANGUAGE: ByLanguage<Lists> = ByLanguage::new(Lists::read);

impl Lists {
    pub(in crate::brief::check::alignment) fn of(language: Language) -> &'static Self {
        BY_LANGUAGE.of(language)
    }

    fn read(language: Language) -> Self {
        let words = |sections: &[Section]| words(language, sections);
        let folded = |sections: &[Section]| folded(language, sections);
        let kept = kept(language);
        let small = [section::ARTICLE, section::DEFINITE, section::INDEFINITE];
        let more = [section::AUXILIARY, section::CLAUSE_OPENER, section::FREE];
        let hers = [section::HIS, section::HER, section::POSSESSIVE];
        let theirs = [section::HE, section::SHE, section::THEY, section::IT];
        let past = words(&[section::PAST_FORM]);
        Self {
            prepositions: prepositions(language, &kept),
            infinitives: words(&[section::INFINITIVE]),
            agents: words(&[section::DOER]),
            case_articles: words(&[section::TELLING_ARTICLE]),
            determiners: words(&small),
            indefinite: words(&[section::INDEFINITE]),
            people: folded(&[section::PERSON]),
            callings: language.callings().collect(),
            free: words(&[small, more].concat()),
            joints: folded(&[section::JOINT]),
            openers: words(&[section::CLAUSE_OPENER]),
            relatives: words(&[section::WHO, section::WHICH]),
            said: folded(&[section::PLAIN_SAYING]),
            reports: folded(&[section::REPORTING]),
            claimed: folded(&[section::COMMONEST, section::COMMONEST_WEAK, section::STRONG, section::WEAK]),
            according: according(language, &kept),
            pronouns: words(&[hers.as_slice(), theirs.as_slice()].concat()),
            object_pronouns: words(&[section::OBJECT_PRONOUN]),
            standing: standing(language),
            auxiliaries: words(&[section::AUXILIARY, section::PASSIVE]),
            past_endings: past.iter().filter_map(|form| Some(form.strip_prefix('-')?.to_owned())).collect(),
            told_alone: told_alone(language),
            past,
            movable: words(&[section::MOVABLE]),
            meaning: words(&[section::MEANING]),
            places: words(&[section::PLACE_NOUN]),
            irregular: irregular(language),
            which_time: words(&[section::WHICH_TIME]),
            time_units: words(&[section::TIME_UNIT]),
            measuring: languages::words(section::MEASURING).map(Cow::into_owned).collect(),
            measures: language.pairs(section::MEASURE).collect(),
            time_prepositions: words(&[section::TIME_PREPOSITION]),
            passive: words(&[section::PASSIVE]),
            addressees: folded(&[section::ADDRESSEE]),
            stand_ins: folded(&[section::STAND_IN]),
            stand_ins_of_two: folded(&[section::STAND_IN_OF_TWO]),
            evidence: folded(&[section::EVIDENCE]),
            owning: words(&[section::OWNING]),
            whence: words(&[section::WHENCE]),
            caused: language.pairs(section::CAUSED).collect(),
            named: language.pairs(section::NAMED).collect(),
            aspects: words(&[section::GOING_ON]),
            amounts: words(&[section::AMOUNT]),
            within: language.words(section::OWNING).nth(1).map(|word| word.to_lowercase()),
            speaking_for: words(&[section::SPEAKING_FOR]),
            causes: words(&[section::CAUSE]),
            shares: words(&[section::SHARE]),
            leading: leading(language),
            echoes: folded(&[section::ECHO]),
            elided: words(&[section::ELIDED]),
            equal: equal(language, section::EQUAL),
            company: company(language),
            endings: endings(language),
            ties: words(&[section::PREPOSITION]),
            of: of(language),
            plain: language.profile().plain_names,
            kept,
        }
    }

    /// Whether a noun is one for people.
    pub(in crate::brief::check::alignment) fn is_people(&self, noun: &Item) -> bool {
        let one = noun.form.strip_suffix('s').unwrap_or(&noun.form);
        noun.office
            || self.people.contains(one)
            || self.callings.contains(one)
            || self.is_company("somebody", &noun.form)
    }

    /// Whether a word tells, with no article, of all of something that rises and falls: “exports”.
    pub(in crate::brief::check::alignment) fn is_sum(&self, noun: &Item) -> bool {
        !noun.before.determined && noun.is_several() && self.is_company("level", &noun.form)
    }

    /// Whether a verb that is told of `word` has the company of this name.
    pub(in crate::brief::check::alignment) fn is_company(&self, name: &str, word: &str) -> bool {
        let one = |noun: &String| self.one_word(noun, word);
        self.company.get(name).is_some_and(|words| words.contains(word) || words.iter().any(one))
    }

    /// The lines of forms that say the same in which `form` stands.
    pub(in crate::brief::check::alignment) fn equal(&self, form: &str) -> &[usize] {
        self.equal.get(form).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether two words tell a time: “next year”.
    pub(in crate::brief::check::alignment) fn is_time(&self, which: &str, unit: &str) -> bool {
        self.which_time.contains(which) && self.time_units.contains(unit)
    }

    /// Whether a folded word is what somebody is.
    pub(in crate::brief::check::alignment) fn is_office(&self, word: &str) -> bool {
        self.people.contains(word) || LISTS.has(section::ROLES, word)
    }

    /// Whether a noun has an article or a preposition wherever it is no verb.
    pub(in crate::brief::check::alignment) fn marks_nouns(&self) -> bool {
        !self.determiners.is_empty() && self.past_endings.len() == self.past.len()
    }

    /// Whether two forms are those of one irregular verb.
    pub(in crate::brief::check::alignment) fn is_one_verb(&self, one: &str, other: &str) -> bool {
        self.irregular.get(one).is_some_and(|verb| self.irregular.get(other) == Some(verb))
    }

    /// For whom a pronoun stands.
    pub(in crate::brief::check::alignment) fn pronoun(&self, form: &str) -> Option<Pronoun> {
        self.standing.get(form).copied()
    }

    /// Whether a form is one of a verb that tells what happened.
    pub(in crate::brief::check::alignment) fn is_past(&self, form: &str) -> bool {
        let long = form.chars().count() > SHORTEST;
        let ends = |ending: &String| form.ends_with(ending.as_str());
        self.past.contains(form) || long && self.past_endings.iter().any(ends)
    }

    /// Whether a form tells what happened and is no participle.
    pub(in crate::brief::check::alignment) fn is_told_alone(&self, form: &str) -> bool {
        self.told_alone.contains(form)
    }

    /// Whether two forms of one word differ only by endings that may stand for one another.
    pub(in crate::brief::check::alignment) fn one_word(&self, one: &str, other: &str) -> bool {
        one == other
            || self.endings.iter().any(|endings| {
                endings.iter().filter_map(|ending| one.strip_suffix(ending.as_str())).any(|root| {
                    root.chars().count() > 2
                        && endings.iter().any(|ending| other.strip_suffix(ending.as_str()) == Some(root))
                })
            })
    }
}
