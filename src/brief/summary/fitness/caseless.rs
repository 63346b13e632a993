//! The same where no capital opens a sentence: by the marks it holds, the words it begins with and its letters.

use super::Fitness;
use crate::brief::summary::lexicon::{self, Lexicon};
use crate::languages::{ByLanguage, Section, section};
use crate::text::{Language, Span, count_words, is_letter_or_digit, words};

/// Fewest words of a sentence that is shown, and those from which it tells enough.
const FEWEST_WORDS: usize = 5;
const SHORT: usize = 9;
/// Fewest words outside marks: less is nobody's sentence.
const FEWEST_OUTSIDE: usize = 3;

/// Judges one sentence as it would be shown.
pub(in crate::brief::summary) fn judge(sentence: &str, language: Language) -> Fitness {
    let lists = lexicon::of(language);
    let outside = outside_marks(sentence);
    let (all, told) = (count_words(sentence), outside.as_deref().map_or(0, count_words));
    let bare = sentence.trim_end_matches(|letter: char| is_closer(letter) || letter.is_whitespace());
    // a line behind a dash is a turn of a talk
    let turn = sentence.starts_with(['―', '—', '─', '－', '–', '-']);
    let question = turn || bare.ends_with(['?', '？', '؟']);
    let noise = lists.is_promo(sentence) || sentence.contains(['@', '©', '#', '|', '\u{FFFD}', '■', '▼']);
    let own = outside.as_deref().is_some_and(|outside| holds(outside, &PRONOUNS.of(language).own, language));
    let whole = bare.ends_with(['.', '!', '。', '！', '۔']) && !bare.ends_with("..");
    let mut blemish = 0.3 * (1.0 - told as f32 / all.max(1) as f32);
    blemish += if all < SHORT { 0.15 } else { 0.0 };
    blemish += if opens(sentence, &lists.opener, language) { 0.1 } else { 0.0 };
    let fit = all >= FEWEST_WORDS && told >= FEWEST_OUTSIDE && whole && !question && !noise && !own;
    Fitness { fit, noise, leans: leans(sentence, lists, language), blemish }
}

/// Small words of a language.
struct Pronouns {
    /// Words of the first person.
    own: Vec<String>,
    /// Words that point back to the sentence before.
    pointing: Vec<String>,
}

static PRONOUNS: ByLanguage<Pronouns> = ByLanguage::new(|language| {
    let words = |section: Section| language.words(section).map(std::borrow::Cow::into_owned);
    let pointing = [section::PERSONAL, section::THING, section::POINTING];
    Pronouns {
        own: words(section::FIRST_PERSON).collect(),
        pointing: pointing.into_iter().flat_map(words).collect(),
    }
});

/// True when `text` holds one of `listed`: as a word where spaces part them, else anywhere.
fn holds(text: &str, listed: &[String], language: Language) -> bool {
    if language.profile().unspaced {
        return listed.iter().any(|word| text.contains(word.as_str()));
    }
    words(text, Span::whole(text)).any(|span| listed.iter().any(|word| word == span.of(text)))
}

/// True when one of `listed` opens `text`.
fn opens(text: &str, listed: &[String], language: Language) -> bool {
    let head = text.trim_start_matches(|letter: char| !is_letter_or_digit(letter));
    let ends = |rest: &str| language.profile().unspaced || !rest.starts_with(is_letter_or_digit);
    listed.iter().any(|word| head.strip_prefix(word.as_str()).is_some_and(ends))
}

/// True when the sentence begins with what points back to the one before.
fn leans(sentence: &str, lists: &Lexicon, language: Language) -> bool {
    opens(sentence, &PRONOUNS.of(language).pointing, language) || opens(sentence, &lists.group, language)
}

/// What stands outside all marks; `None` where a mark lacks its pair.
fn outside_marks(sentence: &str) -> Option<String> {
    let mut outside = String::with_capacity(sentence.len());
    let mut open: Vec<char> = Vec::new();
    for letter in sentence.chars() {
        if open.last() == Some(&letter) {
            open.pop();
        } else if let Some(close) = closer(letter) {
            open.push(close);
        } else if is_closer(letter) && letter != '’' {
            return None;
        } else if open.is_empty() {
            outside.push(letter);
        }
    }
    open.is_empty().then_some(outside)
}

fn closer(open: char) -> Option<char> {
    Some(match open {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '«' => '»',
        '（' => '）',
        '(' => ')',
        '【' => '】',
        '"' => '"',
        _ => return None,
    })
}

fn is_closer(letter: char) -> bool {
    matches!(letter, '”' | '’' | '」' | '』' | '》' | '»' | '）' | ')' | '】' | '"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_sentences_of_the_reporter_are_fit() {
        for (language, sentence, due) in [
            ("zh", "莫雷纳外长卢西亚十二日表示，两国将在下月恢复停火谈判。", true),
            ("zh", "莫雷纳外长卢西亚十二日对记者说：“我们不会让步。”", true),
            ("zh", "“我们绝不会在任何压力之下放弃这座岛屿。”", false),
            ("zh", "我们绝不会在任何压力之下放弃这座岛屿和它的居民。", false),
            ("zh", "莫雷纳外长卢西亚十二日对记者说：“我们不会让步。", false),
            ("zh", "莫雷纳外长卢西亚十二日会不会出席下月的停火谈判？", false),
            ("ja", "モレナの外相は十二日、両国が来月にも停戦交渉を再開すると述べた。", true),
            ("ja", "われわれはいかなる圧力の下でもこの島を手放さない。", false),
            ("ar", "قال وزير الخارجية إن المحادثات ستستأنف الشهر المقبل في العاصمة.", true),
            ("ar", "نحن لا نقبل أي شرط قبل بدء المحادثات في العاصمة.", false),
            ("fa", "وزیر خارجه گفت گفتگوها ماه آینده در پایتخت از سر گرفته می‌شود.", true),
            ("fa", "«ما پیش از آغاز گفتگوها هیچ شرطی را نمی‌پذیریم».", false),
        ] {
            assert_eq!(judge(sentence, Language::coded(language)).fit, due, "{sentence}");
        }
    }

    #[test]
    fn what_points_back_leans() {
        assert!(judge("他还表示，两国将在下月恢复停火谈判。", Language::coded("zh")).leans);
        assert!(judge("وأضاف أن المحادثات ستستأنف الشهر المقبل في العاصمة.", Language::coded("ar")).leans);
        assert!(!judge("外交部表示，两国将在下月恢复停火谈判。", Language::coded("zh")).leans);
    }
}
