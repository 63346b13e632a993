//! How common a word is in news: the background document frequencies, and the function that counts them anew.
//!
//! A table is text: lines that begin with `#` are remarks, a line `documents N`, then lines `stem count`, most common
//! first. The shipped ones are the languages' `frequencies.txt`; `attache idf build` makes one from any texts by [`build`], or from the
//! frequencies of words by [`estimate`].

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use crate::languages::{ByLanguage, section};
use crate::text::{FastMap, Language, Span, is_stop, stem, words};

/// Document frequencies of one language.
#[derive(Debug, Default)]
pub struct Table {
    documents: f32,
    counts: FastMap<&'static str, f32>,
}

static TABLES: ByLanguage<Table> =
    ByLanguage::new(|language| Table::of(language.lines(section::FREQUENCIES)));

/// The shipped table of `language`; an empty one, for which every word is equally rare, where there is none.
#[must_use]
pub fn of(language: Language) -> &'static Table {
    TABLES.of(language)
}

impl Table {
    /// Reads a table as [`build`] writes it; lines that do not fit are passed over.
    #[must_use]
    pub fn read(file: &'static str) -> Self {
        Self::of(file.lines().filter(|line| !line.starts_with('#')))
    }

    fn of(lines: impl Iterator<Item = &'static str>) -> Self {
        let mut table = Self::default();
        for (word, count) in lines.filter_map(|line| line.rsplit_once(' ')) {
            let Ok(count) = count.parse::<f32>() else { continue };
            if word == "documents" && table.documents == 0.0 {
                table.documents = count;
            } else {
                table.counts.insert(word, count);
            }
        }
        table
    }

    /// True when nobody counted the words of the language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// True when the table has `stem`.
    #[must_use]
    pub fn knows(&self, stem: &str) -> bool {
        self.counts.contains_key(stem)
    }

    /// Inverse document frequency of `stem`, 0 for a word in every text; 1 for all when the table is empty.
    #[must_use]
    pub fn weight(&self, stem: &str) -> f32 {
        if self.documents < 1.0 {
            return 1.0;
        }
        let count = self.counts.get(stem).copied().unwrap_or(1.0);
        (self.documents / count).ln().max(0.0)
    }
}

/// Counts in how many of `texts` each stem stands and writes the table; stems in fewer than `least` texts are left out.
pub fn build<'a>(texts: impl IntoIterator<Item = &'a str>, language: Language, least: usize) -> String {
    let mut documents = 0_usize;
    let mut counts: HashMap<String, usize> = HashMap::new();
    for text in texts {
        documents += 1;
        let mut seen = HashSet::new();
        for word in words(text, Span::whole(text)).map(|span| span.of(text)) {
            if counted(word, language) {
                seen.insert(stem(word, language).into_owned());
            }
        }
        for stem in seen {
            *counts.entry(stem).or_default() += 1;
        }
    }
    written(documents, counts, least)
}

/// Words of a news article, on which [`estimate`] goes.
const WORDS_A_DOCUMENT: f64 = 300.0;
/// Documents an estimated table pretends to be counted from.
const DOCUMENTS: usize = 10_000;

/// Estimates the table from how often each word stands among all words (0 to 1): of documents of 300 words, a word of
/// frequency f stands in 1 − exp(−300 f).
pub fn estimate<'a>(
    words: impl IntoIterator<Item = (&'a str, f64)>,
    language: Language,
    least: usize,
) -> String {
    let mut shares: HashMap<String, f64> = HashMap::new();
    for (word, share) in words.into_iter().filter(|(word, share)| counted(word, language) && *share > 0.0) {
        *shares.entry(stem(word, language).into_owned()).or_default() += share;
    }
    let count = |share: f64| (DOCUMENTS as f64 * (1.0 - (-WORDS_A_DOCUMENT * share).exp())).round() as usize;
    written(DOCUMENTS, shares.into_iter().map(|(stem, share)| (stem, count(share))), least)
}

fn written(documents: usize, counts: impl IntoIterator<Item = (String, usize)>, least: usize) -> String {
    let mut lines: Vec<_> = counts.into_iter().filter(|&(_, count)| count >= least.max(1)).collect();
    lines.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    lines.into_iter().fold(format!("documents {documents}\n"), |mut out, (stem, count)| {
        // Writing to a string cannot fail.
        writeln!(out, "{stem} {count}").unwrap_or_default();
        out
    })
}

/// True for the words a table counts and summaries weigh: not stop words, not single letters.
#[must_use]
pub fn counted(word: &str, language: Language) -> bool {
    word.chars().nth(1).is_some() && !is_stop(word, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_each_text_once_and_reads_itself_back() {
        let texts = ["The treaty, the treaties, a summit.", "A treaty in Halmstad.", "Rain."];
        let built = build(texts, Language::coded("en"), 1);
        assert_eq!(built, "documents 3\ntreati 2\nhalmstad 1\nrain 1\nsummit 1\n");
        assert_eq!(build(texts, Language::coded("en"), 2), "documents 3\ntreati 2\n");
        let table = Table::read(built.leak());
        assert!((table.weight("treati") - (3.0_f32 / 2.0).ln()).abs() < 1e-6);
        assert!(table.weight("unheard") > table.weight("treati"));
        assert!((Table::default().weight("treati") - 1.0).abs() < 1e-6);
    }

    #[test]
    fn frequencies_of_words_become_counts_of_documents() {
        let words =
            [("treaty", 0.002), ("treaties", 0.001), ("the", 0.05), ("summit", 0.000_01), ("rain", 0.0)];
        let built = estimate(words, Language::coded("en"), 1);
        assert_eq!(built, "documents 10000\ntreati 5934\nsummit 30\n");
        assert_eq!(Table::read("# remark 3\ndocuments 10\nrain 1\n").counts.len(), 1);
    }

    #[test]
    fn shipped_tables_know_the_news() {
        for (language, common, rare) in [
            (Language::coded("en"), "Presidents", "zeppelins"),
            (Language::coded("ru"), "России", "цеппелины"),
            (Language::coded("de"), "Präsident", "Zeppelin"),
            (Language::coded("fr"), "présidents", "zeppelins"),
            (Language::coded("es"), "presidente", "zepelín"),
        ] {
            let table = of(language);
            assert!(
                table.weight(&stem(common, language)) + 1.0 < table.weight(&stem(rare, language)),
                "{common}"
            );
        }
    }
}
