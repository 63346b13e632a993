//! What tells a paragraph of running text from a label.

use super::line::{Kind, Line};

/// Characters from which a line that ends a sentence counts as a paragraph of the article.
const PARAGRAPH: usize = 60;

/// Whether a line is a paragraph on its own: long enough, ends like a sentence, and not mostly link.
pub(in crate::article) fn is_paragraph(line: &Line) -> bool {
    let length = line.text.chars().take(2 * PARAGRAPH).count();
    !matches!(line.kind, Kind::Heading | Kind::Caption)
        && line.linked * 2 < line.text.len()
        && is_prose(length, length >= PARAGRAPH && ends_sentence(&line.text))
}

/// Whether a line of `length` characters is long enough for a paragraph.
pub(in crate::article) fn is_prose(length: usize, ends_sentence: bool) -> bool {
    length >= 2 * PARAGRAPH || length >= PARAGRAPH && ends_sentence
}

/// Whether `text` ends the way a sentence does, closing marks and brackets aside.
pub(in crate::article) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '“', '»', '’', '\'', ')', ']', ' ', '*', '）', '」', '』'])
        .ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？', '؟', '।'])
}
