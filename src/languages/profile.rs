//! The properties of a language: the section `[profile]` of its `language.txt`, a line each, a name and a value.

use rust_stemmers::Algorithm;

use super::section::PROFILE;
use super::shared::NEIGHBOURS;
use super::{ByLanguage, Language};

/// How a sentence that tells who said something is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// `verb_medial`: subject, verb, words.
    VerbMedial,
    /// `topical`: a particle behind the subject, words, verb.
    Topical,
    /// `verb_first`: verb, subject, words.
    VerbFirst,
    /// `clause_final`: subject and verb, the verb last, before the words or behind them.
    ClauseFinal,
}

/// How words are brought to their stems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stemming {
    /// By an algorithm of Snowball.
    Snowball(Algorithm),
    /// By the language's lists of heads and endings, as long as so many letters are left.
    Light(usize),
}

/// What is so in one language and not in another. Of a language without a folder nothing is.
#[derive(Debug, Default)]
pub struct Profile {
    /// `name`: what it is called in English.
    pub name: Option<&'static str>,
    /// `script`: see `shared/scripts.txt`.
    pub script: Option<&'static str>,
    /// `trigrams`: its ISO 639-3 code, by which trigrams are asked for it.
    pub trigrams: Option<whatlang::Lang>,
    /// `stemmer`: a Snowball algorithm, or `light` and the fewest letters that are left.
    pub stemmer: Option<Stemming>,
    /// `same_letters`: pairs of letters of which writers use the second for the first, `ё=е`.
    pub same_letters: Vec<(char, char)>,
    /// `elides`: a small word before an apostrophe loses its vowel and its space, `l’accord`; else what stands behind one
    /// may be a possessive `s`.
    pub elides: bool,
    /// `ordinal_stop`: a stop behind a number makes it an ordinal, `3. Oktober`.
    pub ordinal_stop: bool,
    /// `small_initials`: one small letter and a stop are an abbreviation.
    pub small_initials: bool,
    /// `capital_nouns`: every noun has a capital, so that a capital tells no name.
    pub capital_nouns: bool,
    /// `inverts`: the subject may follow its verb in any sentence.
    pub inverts: bool,
    /// `comma_inquits`: within marks a verb of saying and its subject may stand between commas, `«We, said X, go»`.
    pub comma_inquits: bool,
    /// `plain_names`: names keep their form whatever their case.
    pub plain_names: bool,
    /// `full`: its words are so many that marked words nobody is told to have said are no quotes.
    pub full: bool,
    /// `slash_dates`: what stands first in 14/2/2026, `day`, `month` or `?`; a word for all regions, or one for each, those
    /// not named under `*`: `us=month *=day`.
    pub slash_dates: Vec<(Option<&'static str>, &'static str)>,
    /// `own_titles`: the titles of the default language are not used in it.
    pub own_titles: bool,
    /// `unspaced`: no spaces stand between its words, so that lengths are told in letters.
    pub unspaced: bool,
    /// `speaks_unmarked`: words behind a verb of saying and a colon are speech without marks.
    pub speaks_unmarked: bool,
    /// `order`: how a sentence that tells who said something is built, where no capital tells a name.
    pub order: Option<Order>,
}

static PROFILES: ByLanguage<Profile> = ByLanguage::new(read);

impl Language {
    /// Its properties.
    #[must_use]
    pub fn profile(self) -> &'static Profile {
        PROFILES.of(self)
    }
}

/// Whether the day stands before the month in 14/2/2026, as the language of an HTML `lang` is usually written; `None`
/// where that is not known.
#[must_use]
pub fn day_first(tag: &str) -> Option<bool> {
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    let language = Language::from_tag(&tag)?;
    let region = tag.split_once('-').map(|(_, region)| region);
    let orders = &language.profile().slash_dates;
    let named =
        |wanted: Option<&str>| orders.iter().find(|(region, _)| *region == wanted).map(|(_, what)| *what);
    let others = || region.filter(|region| region.len() == 2).and_then(|_| named(Some("*")));
    let order = region.and_then(|region| named(Some(region))).or_else(others).or_else(|| named(None));
    let neighbour = || NEIGHBOURS.words("day first").any(|code| code == language.code()).then_some("day");
    match order.or_else(neighbour)? {
        "day" => Some(true),
        "month" => Some(false),
        _ => None,
    }
}

fn read(language: Language) -> Profile {
    let mut profile = Profile::default();
    for line in language.lines(PROFILE) {
        let (name, value) = line.split_once(' ').unwrap_or((line, ""));
        match name {
            "name" => profile.name = Some(value),
            "script" => profile.script = Some(value),
            "trigrams" => profile.trigrams = whatlang::Lang::from_code(value),
            "stemmer" => profile.stemmer = stemming(value),
            "same_letters" => profile.same_letters = value.split(' ').filter_map(letters).collect(),
            "elides" => profile.elides = true,
            "ordinal_stop" => profile.ordinal_stop = true,
            "small_initials" => profile.small_initials = true,
            "slash_dates" => profile.slash_dates = value.split(' ').map(of_region).collect(),
            "plain_names" => profile.plain_names = true,
            "inverts" => profile.inverts = true,
            "comma_inquits" => profile.comma_inquits = true,
            "full" => profile.full = true,
            "capital_nouns" => profile.capital_nouns = true,
            "own_titles" => profile.own_titles = true,
            "unspaced" => profile.unspaced = true,
            "speaks_unmarked" => profile.speaks_unmarked = true,
            "order" => profile.order = order(value),
            _ => {}
        }
    }
    profile
}

fn order(name: &str) -> Option<Order> {
    match name {
        "verb_medial" => Some(Order::VerbMedial),
        "topical" => Some(Order::Topical),
        "verb_first" => Some(Order::VerbFirst),
        "clause_final" => Some(Order::ClauseFinal),
        _ => None,
    }
}

fn of_region(word: &'static str) -> (Option<&'static str>, &'static str) {
    word.split_once('=').map_or((None, word), |(region, what)| (Some(region), what))
}

fn letters(pair: &str) -> Option<(char, char)> {
    let (one, other) = pair.split_once('=')?;
    Some((one.chars().next()?, other.chars().next()?))
}

fn stemming(value: &str) -> Option<Stemming> {
    match value.split_once(' ') {
        Some(("light", least)) => least.parse().ok().map(Stemming::Light),
        _ => algorithm(value).map(Stemming::Snowball),
    }
}

/// The Snowball algorithm of a name in lower case.
fn algorithm(name: &str) -> Option<Algorithm> {
    use Algorithm::{
        Arabic, Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Italian, Norwegian,
        Portuguese, Romanian, Russian, Spanish, Swedish, Tamil, Turkish,
    };
    const ALL: [Algorithm; 18] = [
        Arabic, Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Italian, Norwegian,
        Portuguese, Romanian, Russian, Spanish, Swedish, Tamil, Turkish,
    ];
    ALL.into_iter().find(|algorithm| format!("{algorithm:?}").eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_profile_is_understood() {
        let known = [
            "name",
            "script",
            "trigrams",
            "stemmer",
            "same_letters",
            "elides",
            "ordinal_stop",
            "small_initials",
            "own_titles",
            "capital_nouns",
            "slash_dates",
            "inverts",
            "comma_inquits",
            "full",
            "plain_names",
            "unspaced",
            "order",
            "speaks_unmarked",
        ];
        for language in Language::all() {
            for line in language.lines(PROFILE) {
                let name = line.split(' ').next().unwrap();
                assert!(known.contains(&name), "{language}: {line}");
            }
            let profile = language.profile();
            assert!(profile.name.is_some() && profile.script.is_some(), "{language}");
            assert_eq!(
                profile.stemmer.is_some(),
                language.lines(PROFILE).any(|line| line.starts_with("stemmer"))
            );
            assert_eq!(
                profile.trigrams.is_some(),
                language.lines(PROFILE).any(|line| line.starts_with("trigrams"))
            );
        }
    }
}
