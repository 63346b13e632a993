//! Lines of a transcript: `Question (Meridian): …`, `Minister X: …`. What a label opens is somebody's words, whose words a
//! summary never tells as its own.

use crate::languages::{ByLanguage, section};
use crate::text::{Language, is_letter};

/// Bytes of the longest label, and its most words.
const LONGEST: usize = 90;
const MOST_WORDS: usize = 8;
/// Most words of a label in which some have no capital, and letters of the small words of any label.
const MOST_SMALL: usize = 3;
const LONGEST_SMALL: usize = 4;

/// What a line of the text is, should people talk in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// A paragraph of the reporter's, as far as its head tells.
    None,
    /// A label opens it, or a question ends it.
    Labelled,
    /// The label is one of the language's for who asks.
    Asked,
}

struct Labels {
    questions: Vec<String>,
    askers: Vec<String>,
}

static LABELS: ByLanguage<Labels> = ByLanguage::new(|language| Labels {
    questions: language.words(section::QUESTION_LABEL).map(std::borrow::Cow::into_owned).collect(),
    askers: language.words(section::ASKER).map(std::borrow::Cow::into_owned).collect(),
});

/// What the paragraph is, by its head and its end.
pub(super) fn turn(paragraph: &str, language: Language) -> Turn {
    let head = paragraph.get(..paragraph.floor_char_boundary(LONGEST)).unwrap_or_default();
    let label = head.split_once([':', '：']).map(|(label, words)| (label.trim(), words));
    let Some((label, words)) = label.filter(|(label, _)| is_label(label)) else {
        let asks = paragraph.trim_end().ends_with(['?', '？', '؟']);
        return if asks { Turn::Labelled } else { Turn::None };
    };
    if asks(label, language) {
        return Turn::Asked;
    }
    let marked = words.trim_start().starts_with(['"', '“', '„', '«', '「', '『', '‘']);
    if marked { Turn::None } else { Turn::Labelled }
}

fn is_label(label: &str) -> bool {
    let first = label.chars().next().unwrap_or(' ');
    let begins = is_letter(first) && !first.is_lowercase();
    let ends = label.ends_with(|letter: char| is_letter(letter) || matches!(letter, '.' | ')' | '）'));
    let small = |word: &str| word.starts_with(char::is_lowercase) && word.chars().count() > LONGEST_SMALL;
    let count = label.split_whitespace().count();
    let named = count <= MOST_SMALL || !label.split_whitespace().any(small);
    begins && ends && named && count <= MOST_WORDS && !label.contains([',', ';', '。', '，'])
}

/// True for `Question`, `Question (Meridian)`, `Question from X`.
fn asks(label: &str, language: Language) -> bool {
    let lists = LABELS.of(language);
    let bare = label.split(['(', '（']).next().unwrap_or(label).trim().trim_end_matches('.').to_lowercase();
    let listed = |word: &str| lists.questions.iter().any(|question| question == word);
    let behind = bare.split_once(' ').filter(|(word, _)| listed(word)).map(|(_, rest)| rest);
    let from = |rest: &str| lists.askers.iter().any(|asker| rest.split(' ').next() == Some(asker.as_str()));
    let unspaced =
        || language.profile().unspaced && lists.questions.iter().any(|word| bare.ends_with(word.as_str()));
    listed(&bare) || behind.is_some_and(from) || unspaced()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_sentences() {
        for (language, paragraph, due) in [
            ("en", "Question: Will you go?", Turn::Asked),
            ("en", "QUESTION (Meridian): The reactor will close. Is that final?", Turn::Asked),
            ("en", "Question from Radio Ness: You said so yesterday.", Turn::Asked),
            ("en", "Moderator: One last question, please.", Turn::Asked),
            ("en", "Spokesperson Arne Midtby: Last question, please.", Turn::Labelled),
            ("en", "Mayor Elias Quint: “I crossed it this morning.”", Turn::None),
            ("en", "The council has two plans: one for the dam and one for the road.", Turn::None),
            ("en", "On Monday, he said one thing: the dam will hold.", Turn::None),
            ("en", "Will it hold?", Turn::Labelled),
            ("de", "Frage von Radio Ness: Sie sagten das gestern.", Turn::Asked),
            ("fr", "Question de Radio Ness : vous avez dit cela hier.", Turn::Asked),
            ("ru", "Вопрос: Вы сказали это вчера.", Turn::Asked),
            ("zh", "海湾社记者：大使馆何时重新开放？", Turn::Asked),
            ("zh", "柯文：大使馆将于星期一重新开放。", Turn::Labelled),
        ] {
            assert_eq!(turn(paragraph, Language::coded(language)), due, "{paragraph}");
        }
    }
}
