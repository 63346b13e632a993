//! The word lists of the checks, and texts cut into the tokens they compare.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::languages::{self, ByLanguage, Named, Section, section};
use crate::text::{self, Language, Span, fold};

use super::figures;

/// The word lists of every language, folded.
pub(super) static LISTS: LazyLock<Lists> = LazyLock::new(Lists::read);

/// Lists of words.
const WORDS: [Section; 6] = [
    section::GRAVE,
    section::EXACT,
    section::ROLES,
    section::INSTITUTIONS,
    section::INSTRUCTIONS,
    section::TALK,
];
/// Lists of words that each stand for something.
const MEANINGS: [Section; 3] = [section::SCALES, section::UNITS, section::ALIASES];

pub(super) struct Lists {
    words: HashMap<Section, HashSet<String>>,
    meanings: HashMap<Section, HashMap<String, String>>,
    pairs: Vec<(String, String)>,
    /// Months and days of the week, with what each is called in the default language.
    calendar: HashMap<String, String>,
    months: HashSet<String>,
    endings: HashMap<Section, Vec<String>>,
}

/// Endings and beginnings of words.
const PARTS: [Section; 8] = [
    section::NEGATIVE_PREFIX,
    section::JOINED_PREFIX,
    section::DEMONYM_ENDING,
    section::COUNTRY_ENDING,
    section::NO_DEMONYM,
    section::PLACE_ADJECTIVE_ENDING,
    section::CASE_ENDING,
    section::ONE_OF,
];

impl Lists {
    fn read() -> Self {
        let words = |section| (section, languages::words(section).map(|word| fold(&word)).collect());
        let parts = |section| (section, languages::words(section).map(Cow::into_owned).collect());
        let pairs = |section| Language::all().flat_map(move |language| language.pairs(section));
        let meanings = |section| (section, pairs(section).map(|(word, what)| (fold(&word), what)).collect());
        let months = Language::all().flat_map(Language::months).flat_map(|month| month.names);
        Self {
            words: WORDS.into_iter().map(words).collect(),
            meanings: MEANINGS.into_iter().map(meanings).collect(),
            pairs: pairs(section::OPPOSITES).map(|(one, other)| (fold(&one), fold(&other))).collect(),
            calendar: calendar(Language::months).chain(calendar(Language::weekdays)).collect(),
            months: months.map(|name| fold(&name)).collect(),
            endings: PARTS.into_iter().map(parts).collect(),
        }
    }

    /// True when the folded `word` is in the list.
    pub(super) fn has(&self, list: Section, word: &str) -> bool {
        self.words.get(&list).is_some_and(|words| words.contains(word))
    }

    /// What the folded `word` is mapped to.
    pub(super) fn map(&self, list: Section, word: &str) -> Option<&str> {
        self.meanings.get(&list)?.get(word).map(String::as_str)
    }

    /// The entries of a list.
    pub(super) fn all(&self, list: Section) -> impl Iterator<Item = &str> {
        self.words.get(&list).into_iter().flatten().map(String::as_str)
    }

    /// Endings or beginnings of words, as they stand in the tables.
    pub(super) fn parts(&self, list: Section) -> &[String] {
        self.endings.get(&list).map(Vec::as_slice).unwrap_or_default()
    }

    /// Pairs of which one may not stand for the other.
    pub(super) fn opposites(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// One name, the same for all languages, for the month or day of the week that the folded `word` names.
    pub(super) fn calendar(&self, word: &str) -> Option<&str> {
        self.calendar.get(word).map(String::as_str)
    }

    /// True for the name of a month, folded.
    pub(super) fn is_month(&self, word: &str) -> bool {
        self.months.contains(word)
    }
}

/// The folded names of months or days in every language, each with the first it has in the default language.
fn calendar<I: Iterator<Item = Named>>(named: fn(Language) -> I) -> impl Iterator<Item = (String, String)> {
    let ids: HashMap<u32, String> = named(Language::default())
        .filter_map(|named| Some((named.number, named.names.first()?.clone().into_owned())))
        .collect();
    let all = Language::all().flat_map(named);
    all.flat_map(move |named| {
        let id = ids.get(&named.number).cloned().unwrap_or_else(|| named.number.to_string());
        named.names.into_iter().map(move |name| (fold(&name), id.clone()))
    })
}

/// A word as the checks see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Case, accents and marks levelled; `non-` and its kin joined to what follows.
    pub(super) folded: String,
    /// Its stem in the text's language.
    pub(super) stem: String,
    /// Written with a capital.
    pub(super) capital: bool,
    /// First of its sentence.
    pub(super) first: bool,
    /// Inside quotation marks that open in this sentence.
    pub(super) quoted: bool,
    /// A mark that parts clauses stands before it.
    pub(super) parted: bool,
    /// A mark that parts whole sentences does: “;”.
    pub(super) halted: bool,
    /// Written as the owner of what follows: “Varnia's”.
    pub(super) owner: bool,
    /// The text's language.
    pub(super) language: Language,
    /// Where it stands.
    pub(super) span: Span,
}

/// Words for numbers in one language.
struct NumberWords {
    values: HashMap<String, f64>,
    /// Words that join the parts of one number.
    joints: HashSet<String>,
}

static NUMBER_WORDS: ByLanguage<NumberWords> = ByLanguage::new(|language| {
    let values = language.pairs(section::NUMBERS);
    NumberWords {
        values: values.filter_map(|(word, value)| Some((fold(&word), value.parse().ok()?))).collect(),
        joints: language.words(section::NUMBER_JOINT).map(|word| fold(&word)).collect(),
    }
});

impl Token {
    /// What a word for a number counts in its language: the “dos” of Spanish, not of Portuguese.
    pub(super) fn counts(&self) -> Option<f64> {
        NUMBER_WORDS.of(self.language).values.get(&self.folded).copied()
    }

    /// False for a number with marks among its digits: “2,027” men are no year.
    pub(super) fn unmarked(&self) -> bool {
        !self.folded.contains(figures::MARKS)
    }

    /// True for a word that joins the parts of a number in words.
    pub(super) fn joins_numbers(&self) -> bool {
        NUMBER_WORDS.of(self.language).joints.contains(&self.folded)
    }

    /// True for a word that carries meaning: not common, no number, no unit.
    pub(super) fn is_content(&self, language: Language) -> bool {
        self.folded.chars().count() > 1
            && !self.folded.starts_with(|c: char| c.is_ascii_digit())
            && self.counts().is_none()
            && ![section::SCALES, section::UNITS]
                .into_iter()
                .any(|list| LISTS.map(list, &self.folded).is_some())
            && !text::is_stop(&self.folded, language)
    }
}

/// Cuts one sentence, at `within` of `whole`, into tokens.
pub(super) fn tokens(whole: &str, within: Span, language: Language) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut quoted = false;
    for span in text::words(whole, within) {
        let raw = span.of(whole);
        let gap = found.last().map(|last| Span::new(last.span.end, span.start).of(whole));
        let counted = found.last().is_some_and(|last| last.folded.starts_with(|c: char| c.is_ascii_digit()));
        let dated = counted && found.iter().nth_back(1).is_some_and(|before| LISTS.is_month(&before.folded));
        if let (Some(gap), Some(last)) = (gap, found.last_mut()) {
            if let Some(number) = figures::joined(&last.folded, gap, raw, dated) {
                last.span.end = span.end;
                last.stem.clone_from(&number);
                last.folded = number;
                continue;
            }
            let joins = gap == "-" && LISTS.parts(section::JOINED_PREFIX).contains(&last.folded);
            let letters = raw.chars().count() == 1
                && gap == "."
                && last.capital
                && last.span.of(whole).split('.').all(|part| part.chars().count() == 1);
            if joins || letters {
                last.span.end = span.end;
                last.folded =
                    if joins { last.folded.clone() + &fold(raw) } else { fold(last.span.of(whole)) };
                last.stem.clone_from(&last.folded);
                if joins {
                    last.stem = text::stem(&last.folded, language).into_owned();
                }
                continue;
            }
        }
        let word = text::without_possessive(raw);
        let folded = figures::plain(&fold(word));
        let stem = figures::plain(&fold(&text::stem(word, language)));
        let capital = raw.chars().next().is_some_and(char::is_uppercase);
        let from = found.last().map_or(within.start, |last| last.span.end);
        let gap = Span::new(from, span.start).of(whole);
        quoted = marks(gap, quoted);
        let parted = gap.contains([',', ';', ':', '—', '–', '(', ')']);
        let halted = gap.contains(';');
        let owner = word.len() < raw.len();
        let first = found.is_empty();
        found.push(Token { folded, stem, capital, first, quoted, parted, halted, owner, language, span });
    }
    found
}

/// The words of a text, as they are written.
pub(super) fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether one stands inside quotation marks after the marks in `gap`.
pub(super) fn marks(gap: &str, mut inside: bool) -> bool {
    for letter in gap.chars() {
        inside = match letter {
            '"' | '“' => !inside,
            '„' | '«' => true,
            '”' | '»' => false,
            _ => inside,
        };
    }
    inside
}
