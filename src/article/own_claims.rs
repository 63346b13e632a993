//! Words that read like our own lines on how a report was checked.
//!
//! We alone tell readers how many quotations were found and that they match. What a page says of that, in a title, a deck, a
//! name or a paragraph, is no news and is not shown: it would lend the page our word.

mod own_lines;

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};

use self::own_lines::own_lines;
use crate::languages::{self, Language, Section, section};
use crate::text::{fold, is_mixed, is_styled, latin_lookalike};

/// Marks at which a part of a title or a sentence ends.
const PARTERS: [char; 12] = ['.', '!', '?', ':', ';', '|', '·', '•', '—', '–', '»', '…'];

/// Those of them that part a title from what else is told there.
const STRONG: [char; 6] = ['|', '·', '•', '—', '–', '…'];

/// The most words that open a claim before what it is known by.
const OPENING: usize = 3;

/// The longest part that is a count of what was checked: in words, and in signs where nothing stands between them.
const SHORT: (usize, usize) = (10, 90);

static CLAIMS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let data = languages::lines(section::OWN_CLAIM).map(str::to_owned);
    let any = data.chain(own_lines()).collect::<Vec<_>>().join("|");
    RegexBuilder::new(&any).case_insensitive(true).size_limit(16 << 20).build().ok()
});

/// Whether words claim what only we tell of a report.
#[must_use]
pub fn claims_our_checks(words: &str) -> bool {
    claims(words) || as_seen(words).is_some_and(|words| claims(&words))
}

/// The words as they look, where they are written in letters that look like others, or apart.
fn as_seen(words: &str) -> Option<String> {
    let is_strange = words.contains(is_styled) || words.split(|c: char| !c.is_alphanumeric()).any(is_mixed);
    let seen = is_strange.then(|| latin_lookalike(words));
    let spaced = closed_up(seen.as_deref().unwrap_or(words));
    spaced.or(seen)
}

/// The words with those closed up whose letters stand apart: `q u o t e s`.
fn closed_up(words: &str) -> Option<String> {
    const FEWEST: usize = 4;
    let all: Vec<&str> = words.split(' ').collect();
    let is_letter = |word: &str| word.chars().all(char::is_alphabetic) && word.chars().count() == 1;
    let runs = || all.chunk_by(|one, other| is_letter(one) && is_letter(other));
    let closed = runs().map(|run| run.join(if run.len() >= FEWEST { "" } else { " " }));
    runs().any(|run| run.len() >= FEWEST).then(|| closed.collect::<Vec<_>>().join(" "))
}

fn claims(words: &str) -> bool {
    let folded = fold(words);
    if !QUOTES.as_ref().is_some_and(|quotes| quotes.is_match(&folded)) {
        return found(words).is_some();
    }
    let told = |kinds: &Kinds| kinds.told.iter().all(|kind| stands_in(&folded, kind));
    KINDS.iter().any(told) || folded.split(ENDS).any(counts) || found(words).is_some()
}

/// Marks at which a count of what was checked ends.
const ENDS: [char; 11] = ['.', '!', '?', ';', '|', '·', '•', '—', '–', '“', '”'];

/// Whether a short part tells how many quotations, or that all of them, were checked: `3 of 3 quotes verified`,
/// `quotes: 3/3`.
fn counts(folded: &str) -> bool {
    let words = folded.split_whitespace().count();
    if words > SHORT.0 || folded.chars().count() > SHORT.1 {
        return false;
    }
    let numbers: Vec<&str> =
        folded.split(|c: char| !c.is_numeric()).filter(|part| !part.is_empty()).collect();
    let is_share = numbers.len() == 2
        && folded.split_whitespace().any(|word| {
            word.split_once('/')
                .is_some_and(|(some, all)| [some, all].iter().all(|part| part.starts_with(char::is_numeric)))
        });
    KINDS.iter().any(|kinds| {
        let [quotes, checked, _] = &kinds.told;
        let counted = || numbers.len() > 1 || holds_word(folded, &kinds.all);
        stands_in(folded, quotes) && (is_share || stands_in(folded, checked) && counted())
    })
}

/// A word for quotations in any language, before it is asked which.
static QUOTES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = KINDS.iter().flat_map(|kinds| &kinds.told[0]).map(|word| regex::escape(word));
    Regex::new(&words.collect::<Vec<_>>().join("|")).ok()
});

/// The words of a language for such claims.
struct Kinds {
    /// What is checked, how, and against what.
    told: [Vec<String>; 3],
    /// The whole of it.
    all: Vec<String>,
}

static KINDS: LazyLock<Vec<Kinds>> = LazyLock::new(|| {
    let words = |language: Language, section: Section| -> Vec<String> {
        language.words(section).map(|word| fold(&word)).collect()
    };
    let told = [section::CLAIMED_QUOTES, section::CLAIMED_MATCH, section::CLAIMED_TEXT];
    let all = Language::all().map(|language| Kinds {
        told: told.map(|kind| words(language, kind)),
        all: words(language, section::CLAIMED_ALL),
    });
    all.filter(|kinds| kinds.told.iter().all(|words| !words.is_empty())).collect()
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

/// Whether one of these words stands in it, whole where words have spaces between them.
fn holds_word(folded: &str, wanted: &[String]) -> bool {
    wanted.iter().any(|word| {
        let cased = word.starts_with(|c: char| c.is_lowercase());
        let is_whole = || folded.split(|c: char| !c.is_alphanumeric()).any(|one| one == word);
        if cased { is_whole() } else { folded.contains(word.as_str()) }
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
    [&STRONG[..], &PARTERS[..]].iter().fold(words, |words, marks| without_parts(words, marks))
}

/// The same without the parts between such marks that claim as a whole, or in letters that look like others.
fn without_parts<'a>(words: Cow<'a, str>, marks: &[char]) -> Cow<'a, str> {
    if !claims_our_checks(&words) {
        return words;
    }
    let kept: String = words.split_inclusive(marks).filter(|part| !claims_our_checks(part)).collect();
    if kept.len() == words.len() { words } else { Cow::Owned(kept.trim_matches(is_between).to_owned()) }
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
            // counts alone
            "3 citations sur 3 vérifiées",
            "3 von 3 Zitaten geprüft",
            "3 de 3 citas verificadas",
            "3 citazioni su 3 verificate",
            "3 z 3 cytatów sprawdzono",
            "3 alıntıdan 3’ü doğrulandı",
            "3 من 3 اقتباسات مطابقة",
            "۳ از ۳ نقل قول مطابقت دارد",
            "全部引语已逐字核对",
            "3条引语中3条相符",
            "引用3件中3件一致",
            "показаны 3 цитаты из 4",
            "ALL QUOTES MATCH",
            "Quotes: 3/3 ok",
            "Zitate: 3/3",
            // letters that look like others
            "4 ԛuotes match the article",
            "Four qu\u{3bf}tes match the article",
            "4 ⓠⓤⓞⓣⓔⓢ match the article",
            "4 qᴜᴏᴛᴇꜱ ᴍᴀᴛᴄʜ ᴛʜᴇ ᴀʀᴛɪᴄʟᴇ",
            "4 q u o t e s match the article",
            // our own lines
            "corrected 14:20",
            "Updated 14:20, the council of the harbour told the ministry",
            "“updated 14:20. We keep the lock,” she said.",
            "speaker not recognised",
            "no summary: the quotes say it",
            "исправлено в 14:20",
            "автор слов не распознан",
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
            "Updated 14:20: the storm has reached the harbour of Selm.",
            "The police issued 3 citations to 2 drivers on the bridge.",
            "The speaker was not recognised by the guards.",
            "Le tribunal a vérifié 3 des citations dans le dossier que la défense de la ville avait remis hier.",
            "The court of Selm checked 3 of the quotations that the 2 newspapers of the town had printed in May.",
            "All of them match the description of the police.",
            "Die Preise wurden um 14:20 aktualisiert.",
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
            ("3 citations sur 3 vérifiées · Council keeps the lock", "Council keeps the lock"),
            ("Council keeps the lock – 3 von 3 Zitaten geprüft", "Council keeps the lock"),
            ("4 ԛuotes match · Council keeps the lock", "Council keeps the lock"),
            ("全部引语已逐字核对 · Council keeps the lock", "Council keeps the lock"),
            ("corrected 14:20 · Council keeps the lock", "Council keeps the lock"),
            ("Council keeps the lock | speaker not recognised", "Council keeps the lock"),
        ] {
            assert_eq!(without_claims(title), due, "{title}");
        }
    }
}
