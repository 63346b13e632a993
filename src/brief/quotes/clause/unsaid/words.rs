//! The words by which a language tells that something was not said.
//!
//! In: the sections of its `clause.txt`. Out: the kinds of the words at a place. A word of a section may end in `*` for any
//! ending, and `_` stands between the words of a phrase.

use crate::languages::{ByLanguage, Language, Section, section};
use crate::text::{FastMap, FastSet};

/// What words do to a verb of saying: a set of kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Kind(u32);

impl Kind {
    /// Denies a verb behind it, in its group.
    pub(super) const NOT: Self = Self(1);
    /// Denies a verb before it.
    pub(super) const NOT_BEHIND: Self = Self(1 << 1);
    /// Denies its clause, wherever it stands in it.
    pub(super) const NEVER: Self = Self(1 << 2);
    /// Takes a denial back.
    pub(super) const ONLY: Self = Self(1 << 3);
    /// Leads from what is denied to what is so.
    pub(super) const CONTRAST: Self = Self(1 << 4);
    /// An auxiliary or adverb of hearsay, in the group of the verb.
    pub(super) const HEARSAY: Self = Self(1 << 5);
    /// An adverbial of hearsay, wherever it stands in its clause.
    pub(super) const ALLEGED: Self = Self(1 << 6);
    /// A verb of denial.
    pub(super) const DENY: Self = Self(1 << 7);
    /// Governs what was not done: refused, avoided, doubted.
    pub(super) const WITHHOLDS: Self = Self(1 << 8);
    /// Governs what may be done or not: wished, asked, planned, accused.
    pub(super) const OPEN: Self = Self(1 << 9);
    /// Governs what was done, and with a denial was not: managed, proved.
    pub(super) const BRINGS: Self = Self(1 << 10);
    /// Opens a clause of what may not be so.
    pub(super) const CONDITION: Self = Self(1 << 11);
    /// Tells that a text, a film or a person is not what it seems.
    pub(super) const MADE_UP: Self = Self(1 << 12);
    /// An auxiliary that with an infinitive tells what will be.
    pub(super) const FUTURE: Self = Self(1 << 13);
    /// Asks about what is so: why, when.
    pub(super) const WHY: Self = Self(1 << 14);
    /// Tells that somebody passes for somebody else.
    pub(super) const POSING: Self = Self(1 << 15);
    /// A preposition before what words stand in.
    pub(super) const WITHIN: Self = Self(1 << 16);

    /// A participle of the passive that tells who was told something.
    pub(super) const TOLD: Self = Self(1 << 17);
    /// An auxiliary beside such a participle.
    pub(super) const PASSIVE_BY: Self = Self(1 << 18);
    /// Tells who hears something.
    pub(super) const HEARS: Self = Self(1 << 19);
    /// A participle of the passive that tells what somebody is accused of or judged for.
    pub(super) const CHARGED: Self = Self(1 << 20);
    /// A word that tells the same by itself.
    pub(super) const IS_CHARGED: Self = Self(1 << 21);

    /// The kinds of either.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True when they share a kind.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Each kind's section.
const SECTIONS: [(Section, Kind); 22] = [
    (section::NOT_BEFORE_VERB, Kind::NOT),
    (section::NOT_BEHIND_VERB, Kind::NOT_BEHIND),
    (section::NOT_IN_CLAUSE, Kind::NEVER),
    (section::NOT_ONLY, Kind::ONLY),
    (section::CONTRAST, Kind::CONTRAST),
    (section::HEARSAY, Kind::HEARSAY),
    (section::ALLEGED, Kind::ALLEGED),
    (section::DENY, Kind::DENY),
    (section::WITHHOLDS, Kind::WITHHOLDS),
    (section::LEAVES_OPEN, Kind::OPEN),
    (section::BRINGS_ABOUT, Kind::BRINGS),
    (section::UNLESS, Kind::CONDITION),
    (section::MADE_UP, Kind::MADE_UP),
    (section::POSING, Kind::POSING),
    (section::WITHIN, Kind::WITHIN),
    (section::WILL, Kind::FUTURE),
    (section::WHY, Kind::WHY),
    (section::TOLD, Kind::TOLD),
    (section::PASSIVE_BY, Kind::PASSIVE_BY),
    (section::HEARS, Kind::HEARS),
    (section::CHARGED, Kind::CHARGED),
    (section::IS_CHARGED, Kind::IS_CHARGED),
];

/// A word, or the beginning of one.
#[derive(Debug)]
struct Part {
    letters: String,
    stem: bool,
}

impl Part {
    fn of(word: &str) -> Self {
        let stem = word.strip_suffix('*');
        Self { letters: stem.unwrap_or(word).to_lowercase(), stem: stem.is_some() }
    }

    fn fits(&self, word: &str) -> bool {
        if self.stem { word.starts_with(&self.letters) } else { word == self.letters }
    }
}

/// The words of a language by which it is told.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Verbs that tell nothing but that something is said.
    pub(super) say: FastSet<String>,
    /// Infinitives of those verbs.
    pub(super) to_say: FastSet<String>,
    /// The same with a denial in the word.
    pub(super) never_says: FastSet<String>,
    /// Verbs of saying in a form that tells what will or would be said.
    pub(super) unreal: FastSet<String>,
    /// Endings of such forms, each with that of the infinitive.
    pub(super) unreal_endings: Vec<(String, String)>,
    /// Phrases with their kinds, by the first letter.
    phrases: FastMap<char, Vec<(Vec<Part>, Kind)>>,
}

pub(super) static WORDS: ByLanguage<Words> = ByLanguage::new(read);

fn read(language: Language) -> Words {
    let words = |section: Section| -> FastSet<String> {
        language.words(section).map(std::borrow::Cow::into_owned).collect()
    };
    let mut phrases: FastMap<char, Vec<(Vec<Part>, Kind)>> = FastMap::default();
    for (section, kind) in SECTIONS {
        for phrase in language.words(section) {
            let parts: Vec<Part> = phrase.split_whitespace().map(Part::of).collect();
            if let Some(first) = parts.first().and_then(|part| part.letters.chars().next()) {
                phrases.entry(first).or_default().push((parts, kind));
            }
        }
    }
    let to_say: FastSet<String> = words(section::TO_SAY);
    Words {
        say: language
            .words(section::PLAIN_SAY)
            .map(std::borrow::Cow::into_owned)
            .chain(to_say.iter().cloned())
            .collect(),
        to_say,
        never_says: words(section::NEVER_SAYS),
        unreal: words(section::UNREAL_SAY),
        unreal_endings: language.pairs(section::UNREAL_ENDING).collect(),
        phrases,
    }
}

impl Words {
    /// The kinds of the words that begin at `at`, each word given in lower case.
    pub(super) fn kind<'w>(&self, at: usize, word: impl Fn(usize) -> &'w str) -> Kind {
        let Some(phrases) = word(at).chars().next().and_then(|first| self.phrases.get(&first)) else {
            return Kind::default();
        };
        let fits =
            |parts: &[Part]| parts.iter().enumerate().all(|(offset, part)| part.fits(word(at + offset)));
        phrases
            .iter()
            .filter(|(parts, _)| fits(parts))
            .fold(Kind::default(), |kinds, (_, kind)| kinds.or(*kind))
    }
}
