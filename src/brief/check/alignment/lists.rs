//! What a language's tables say of the words that are laid beside one another.

use std::collections::{HashMap, HashSet};

use crate::languages::{ByLanguage, Section, section};
use crate::text::{Language, fold};

/// The word lists of one language. Those of forms are in lower case as written, the others folded.
pub(super) struct Lists {
    /// Words that may neither be added nor left out, one or two words long, each with what it stands for.
    pub(super) kept: HashMap<String, String>,
    /// Prepositions, each with the one it stands for.
    pub(super) prepositions: HashMap<String, String>,
    /// Before whoever does what is done.
    pub(super) agents: HashSet<String>,
    /// Articles that tell the case of their noun.
    pub(super) case_articles: HashSet<String>,
    /// Articles and what stands in their place.
    pub(super) determiners: HashSet<String>,
    /// Words without meaning of their own, beside the common ones.
    pub(super) free: HashSet<String>,
    /// Words that join two clauses, either of which may stand alone.
    pub(super) joints: HashSet<String>,
    /// Words that open a clause with a subject of its own.
    pub(super) openers: HashSet<String>,
    /// Verbs of saying that stand for one another.
    pub(super) said: HashSet<String>,
    /// Verbs of saying that the plain ones may stand for.
    pub(super) reports: HashSet<String>,
    /// Other verbs by which something is somebody's word.
    pub(super) claimed: HashSet<String>,
    /// “According to”.
    pub(super) according: HashSet<String>,
    /// Pronouns for whoever was just told of, and for what is theirs.
    pub(super) pronouns: HashSet<String>,
    /// Prepositions that a time may have or lack.
    pub(super) time_prepositions: HashSet<String>,
    /// Auxiliaries of the passive.
    pub(super) passive: HashSet<String>,
    /// Those to whom something is said.
    pub(super) addressees: HashSet<String>,
    /// Words that stand for those whose they are: “delegations of”.
    pub(super) stand_ins: HashSet<String>,
    /// Figures and papers, by which nothing becomes somebody's word.
    pub(super) evidence: HashSet<String>,
    /// Prepositions that tie an owner to what is owned, and to whoever speaks for them.
    pub(super) owning: HashSet<String>,
    pub(super) speaking_for: HashSet<String>,
    /// Prepositions that may stand for “because of”.
    pub(super) causes: HashSet<String>,
    /// Words that point back to what was just told: “denied the accusation”.
    pub(super) echoes: HashSet<String>,
    /// Words that lose their vowel before another.
    pub(super) elided: HashSet<String>,
    /// Forms that say the same, one or two words long, each with the number of their line.
    equal: HashMap<String, Vec<usize>>,
    /// Endings of which one may stand for another.
    endings: Vec<Vec<String>>,
    /// The class of “of”.
    pub(super) of: Option<String>,
    /// Words have the same form whatever they do in a sentence, but for number.
    pub(super) plain: bool,
}

static LISTS: ByLanguage<Lists> = ByLanguage::new(Lists::read);

/// The words of sections, in lower case as written.
fn words(language: Language, sections: &[Section]) -> HashSet<String> {
    let all = sections.iter().flat_map(|section| language.words(*section));
    all.map(|word| word.to_lowercase().replace('ё', "е")).collect()
}

/// The same, folded.
fn folded(language: Language, sections: &[Section]) -> HashSet<String> {
    words(language, sections).iter().map(|word| fold(word)).collect()
}

impl Lists {
    pub(super) fn of(language: Language) -> &'static Self {
        LISTS.of(language)
    }

    fn read(language: Language) -> Self {
        let words = |sections: &[Section]| words(language, sections);
        let folded = |sections: &[Section]| folded(language, sections);
        let kept = kept(language);
        let small = [section::ARTICLE, section::DEFINITE, section::INDEFINITE];
        let more = [section::AUXILIARY, section::CLAUSE_OPENER, section::FREE];
        let hers = [section::HIS, section::HER, section::POSSESSIVE];
        let theirs = [section::HE, section::SHE, section::THEY, section::IT];
        Self {
            prepositions: prepositions(language, &kept),
            agents: words(&[section::DOER]),
            case_articles: words(&[section::TELLING_ARTICLE]),
            determiners: words(&small),
            free: words(&[small, more].concat()),
            joints: folded(&[section::JOINT]),
            openers: words(&[section::CLAUSE_OPENER]),
            said: folded(&[section::PLAIN_SAYING]),
            reports: folded(&[section::REPORTING]),
            claimed: folded(&[section::COMMONEST, section::COMMONEST_WEAK, section::STRONG, section::WEAK]),
            according: according(language, &kept),
            pronouns: words(&[hers.as_slice(), theirs.as_slice()].concat()),
            time_prepositions: words(&[section::TIME_PREPOSITION]),
            passive: words(&[section::PASSIVE]),
            addressees: folded(&[section::ADDRESSEE]),
            stand_ins: folded(&[section::STAND_IN]),
            evidence: folded(&[section::EVIDENCE]),
            owning: words(&[section::OWNING]),
            speaking_for: words(&[section::SPEAKING_FOR]),
            causes: words(&[section::CAUSE]),
            echoes: folded(&[section::ECHO]),
            elided: words(&[section::ELIDED]),
            equal: equal(language),
            endings: endings(language),
            of: of(language),
            plain: language.profile().plain_names,
            kept,
        }
    }

    /// The lines of forms that say the same in which `form` stands.
    pub(super) fn equal(&self, form: &str) -> &[usize] {
        self.equal.get(form).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether two forms of one word differ only by endings that may stand for one another.
    pub(super) fn one_word(&self, one: &str, other: &str) -> bool {
        one == other
            || self.endings.iter().any(|endings| {
                endings.iter().filter_map(|ending| one.strip_suffix(ending.as_str())).any(|root| {
                    root.chars().count() > 2
                        && endings.iter().any(|ending| other.strip_suffix(ending.as_str()) == Some(root))
                })
            })
    }
}

fn kept(language: Language) -> HashMap<String, String> {
    language.pairs(section::KEPT).map(|(word, class)| (fold(&word), class)).collect()
}

/// Prepositions that are not kept, and what stands for some of them.
fn prepositions(language: Language, kept: &HashMap<String, String>) -> HashMap<String, String> {
    let own = words(language, &[section::PREPOSITION]).into_iter();
    let own = own.filter(|word| !kept.contains_key(&fold(word))).map(|word| (word.clone(), word));
    own.chain(language.pairs(section::SAME_PREPOSITION)).collect()
}

fn according(language: Language, kept: &HashMap<String, String>) -> HashSet<String> {
    let sections = [section::ACCORD, section::ACCORD_SINGLE, section::ACCORD_AFTER, section::ACCORD_NOUN];
    let mut found = folded(language, &sections);
    found.retain(|word| word.chars().count() > 2 && !kept.contains_key(word));
    found
}

fn of(language: Language) -> Option<String> {
    let of = language.words(section::OWNING).next()?.to_lowercase();
    Some(prepositions(language, &HashMap::new()).get(&of).cloned().unwrap_or(of))
}

fn endings(language: Language) -> Vec<Vec<String>> {
    let line =
        |line: &str| line.split_whitespace().map(|ending| ending.trim_matches('-').to_owned()).collect();
    language.lines(section::SAME_ENDING).map(line).collect()
}

fn equal(language: Language) -> HashMap<String, Vec<usize>> {
    let mut found: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, line) in language.lines(section::EQUAL).enumerate() {
        for form in line.split_whitespace() {
            found.entry(form.replace('_', " ")).or_default().push(number);
        }
    }
    found
}
