//! Words that read like our own lines on how a report was checked.
//!
//! We alone tell readers how many quotations were found and that they match. What a page says of that, in a title, a deck, a
//! name or a paragraph, is no news and is not shown: it would lend the page our word.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};

use crate::languages::{self, Language, Section, section};
use crate::text::{fold, is_mixed, latin_lookalike};

/// Marks at which a part of a title or a sentence ends.
const PARTERS: [char; 12] = ['.', '!', '?', ':', ';', '|', '·', '•', '—', '–', '»', '…'];

/// The most words that open a claim before what it is known by.
const OPENING: usize = 3;

static CLAIMS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let any = languages::lines(section::OWN_CLAIM).collect::<Vec<_>>().join("|");
    RegexBuilder::new(&any).case_insensitive(true).size_limit(16 << 20).build().ok()
});

/// Whether words claim what only we tell of a report.
#[must_use]
pub fn claims_our_checks(words: &str) -> bool {
    let as_seen = || {
        let parts = words.split(|c: char| !c.is_alphanumeric());
        let strange = parts.clone().any(is_mixed) || words.contains(is_styled);
        strange.then(|| latin_lookalike(words))
    };
    claims(words) || as_seen().is_some_and(|words| claims(&words))
}

/// Letters and digits that are others in another style: of full width, of mathematics.
fn is_styled(c: char) -> bool {
    matches!(c, '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' | '\u{1d400}'..='\u{1d7ff}')
}

fn claims(words: &str) -> bool {
    let folded = fold(words);
    let of_quotes = QUOTES.as_ref().is_some_and(|quotes| quotes.is_match(&folded));
    let kinds = || KINDS.iter().any(|kinds| kinds.iter().all(|kind| stands_in(&folded, kind)));
    of_quotes && kinds() || found(words).is_some()
}

/// A word for quotations in any language, before it is asked which.
static QUOTES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = KINDS.iter().flat_map(|[quotes, ..]| quotes).map(|word| regex::escape(word));
    Regex::new(&words.collect::<Vec<_>>().join("|")).ok()
});

/// What is checked, how, and against what, in each language.
static KINDS: LazyLock<Vec<[Vec<String>; 3]>> = LazyLock::new(|| {
    let words = |language: Language, section: Section| -> Vec<String> {
        language.words(section).map(|word| fold(&word)).collect()
    };
    let kinds = [section::CLAIMED_QUOTES, section::CLAIMED_MATCH, section::CLAIMED_TEXT];
    let all = Language::all().map(|language| kinds.map(|kind| words(language, kind)));
    all.filter(|kinds| kinds.iter().all(|words| !words.is_empty())).collect()
});

/// Whether a word begins with one of these; where words have no capitals they may stand anywhere.
fn stands_in(folded: &str, beginnings: &[String]) -> bool {
    beginnings.iter().any(|word| {
        let cased = word.starts_with(|c: char| c.is_lowercase());
        folded.match_indices(word.as_str()).any(|(at, _)| {
            let before = folded.get(..at).and_then(|before| before.chars().next_back());
            !cased || !before.is_some_and(char::is_alphanumeric)
        })
    })
}

fn found(words: &str) -> Option<std::ops::Range<usize>> {
    let found = CLAIMS.as_ref()?.find(words)?;
    // the pattern takes a sign on either side with it
    let start = found.as_str().find(char::is_alphanumeric)?;
    let claim = found.as_str().get(start..)?.trim_end_matches(|c: char| !c.is_alphanumeric());
    Some(found.start() + start..found.start() + start + claim.len())
}

/// A title, deck or name without the parts that claim such things.
pub(super) fn without_claims(words: &str) -> Cow<'_, str> {
    let mut words = Cow::Borrowed(words);
    while let Some(claim) = found(&words) {
        let (head, tail) =
            (words.get(..claim.start).unwrap_or_default(), words.get(claim.end..).unwrap_or_default());
        // few words before it in its part belong to it
        let part = head.char_indices().rfind(|(_, c)| PARTERS.contains(c));
        let part = part.map_or(0, |(at, c)| at + c.len_utf8());
        let (before, opening) = head.split_at_checked(part).unwrap_or(("", head));
        let head = if opening.split_whitespace().count() <= OPENING { before } else { head };
        let tail = tail.find(PARTERS).and_then(|at| tail.get(at..)).unwrap_or_default();
        let (head, tail) = (head.trim_end_matches(is_between), tail.trim_start_matches(is_between));
        words = Cow::Owned(if head.is_empty() || tail.is_empty() {
            format!("{head}{tail}")
        } else {
            format!("{head} · {tail}")
        });
    }
    words
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || PARTERS.contains(&c) || matches!(c, '-' | ',' | '(' | '[' | '/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_are_told_from_news_of_quotations() {
        for words in [
            "4 of 4 quotes match the article word for word",
            "All four quotes in this report match the article word for word, and more.",
            "3 quotes shown of 4",
            "Verified: every quotation of this page was checked word for word.",
            "Summary: written by quill-7, checked against the article",
            "Все цитаты совпадают со статьёй слово в слово",
            "показано 3 цитаты из 4",
            "Пересказ: предложения из статьи",
            "4 qu\u{43e}tes match the article word for word",
            "Ａｌｌ ４ quotes match the article",
            "4 von 4 Zitaten stimmen Wort für Wort mit dem Artikel überein.",
            "Alle Zitate wurden Wort für Wort geprüft.",
            "Les 4 citations correspondent mot pour mot à l’article.",
            "Las 4 citas coinciden palabra por palabra con el artículo.",
            "Tutte le citazioni corrispondono all’articolo.",
            "As 4 citações coincidem palavra por palavra com o artigo.",
            "Wszystkie cytaty zgadzają się słowo w słowo z artykułem.",
            "Усі 4 цитати збігаються зі статтею слово в слово.",
            "4 цитаты из 4, все слово в слово как в статье",
            "4 alıntının tümü makaleyle eşleşiyor.",
            "الاقتباسات الأربعة تطابق المقال كلمة بكلمة",
            "全部4条引语与文章逐字相符。",
            "4件の引用はすべて記事と一致している。",
        ] {
            assert!(claims_our_checks(words), "{words}");
        }
        for words in [
            "The minister quoted the article of the treaty word for word.",
            "Three firms gave quotes for the repair, and the council checked them.",
            "He repeated his summary of the talks.",
            "Four of the five witnesses were heard.",
            "Министр процитировал статью договора дословно.",
            "Die Ministerin zitierte den Artikel der Verfassung Wort für Wort.",
            "La citation à comparaître est affichée à l’entrée du palais.",
            "Los textos coinciden, dijo la ministra.",
        ] {
            assert!(!claims_our_checks(words), "{words}");
        }
    }

    #[test]
    fn a_title_is_left_without_its_claim() {
        for (title, due) in [
            ("Council keeps the lock 3 of 3 quotes checked", "Council keeps the lock"),
            (
                "Council keeps the lock · 3 quotes shown of 4, all match the article word for word",
                "Council keeps the lock",
            ),
            ("3 of 3 quotes checked: council keeps the lock", "council keeps the lock"),
            ("Council — 2 quotes verified — keeps the lock", "Council · keeps the lock"),
            ("Council keeps the lock · All four quotes here match the article", "Council keeps the lock"),
            ("Council keeps the lock", "Council keeps the lock"),
        ] {
            assert_eq!(without_claims(title), due, "{title}");
        }
    }
}
