//! Marks around words: those of quotations, in any script.

/// Marks that open or close a quotation; an apostrophe, which most texts have for other things, is none of them.
pub const QUOTATION_MARKS: [char; 15] =
    ['"', '“', '”', '„', '‟', '«', '»', '‘', '‚', '‹', '›', '「', '」', '『', '』'];

/// Commas, as scripts write them.
const COMMAS: [char; 4] = [',', '，', '、', '،'];

/// Words in marks without the comma before “he said”, which belongs to the sentence around them.
#[must_use]
pub fn without_last_comma(words: &str) -> &str {
    words.trim_end_matches(COMMAS)
}

/// Sentences in a row, a space between two of a script that has spaces.
#[must_use]
pub fn join_sentences<S: AsRef<str>>(sentences: impl IntoIterator<Item = S>) -> String {
    let mut joined = String::new();
    for sentence in sentences {
        let sentence = sentence.as_ref();
        let end = joined.trim_end_matches(['”', '」', '』', '）']);
        let unspaced = end.ends_with(['。', '！', '？']) || joined.ends_with(['」', '』']);
        if !joined.is_empty() && !unspaced {
            joined.push(' ');
        }
        joined.push_str(sentence);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_stand_in_a_row_as_their_script_has_it() {
        assert_eq!(join_sentences(["They met.", "They parted."]), "They met. They parted.");
        assert_eq!(join_sentences(["他说：“开始。”", "会谈中断。"]), "他说：“开始。”会谈中断。");
        assert_eq!(join_sentences([String::from("「始めた」")]), "「始めた」");
        assert_eq!(join_sentences([""; 0]), "");
    }

    #[test]
    fn a_comma_before_he_said_goes() {
        for words in ["We will,", "我们等着，", "سننتظر،"] {
            assert!(!without_last_comma(words).ends_with(COMMAS), "{words}");
        }
        assert_eq!(without_last_comma("We will."), "We will.");
    }
}
