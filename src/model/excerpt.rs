//! The part of an article a model is shown: at most 6,000 characters, the lead and the sentences with quotes kept.

use crate::article::Article;
use crate::brief::{Quote, check};
use crate::text::fold;

/// Most characters of the article in a prompt.
const MOST: usize = 6_000;
/// Lines kept from the top: headline, dek, dateline and the first paragraphs.
const LEAD: usize = 6;
/// Most characters of one paragraph.
const LONGEST_LINE: usize = 1_500;

/// The article's lines that fit, in order, with everything taken out that could close the block they stand in.
pub(super) fn excerpt(article: &Article, quotes: &[Quote], nonce: &str) -> String {
    excerpt_of(article, quotes, nonce, MOST)
}

/// The same in at most `most` characters.
pub(super) fn excerpt_of(article: &Article, quotes: &[Quote], nonce: &str, most: usize) -> String {
    let readable = check::readable(article);
    let lines: Vec<String> = readable
        .lines()
        .map(|line| harmless(line, nonce))
        .map(|line| line.chars().take(LONGEST_LINE).collect::<String>())
        .filter(|line| !line.trim().is_empty())
        .collect();
    let holds_quote = |line: &str| {
        let line = fold(line);
        quotes.iter().any(|quote| {
            let head: String = fold(&quote.text).chars().take(40).collect();
            !head.is_empty() && line.contains(&head)
        })
    };
    let rank = |(at, line): (usize, &String)| ((at >= LEAD), !holds_quote(line), at);
    let mut order: Vec<_> = lines.iter().enumerate().map(rank).collect();
    order.sort_unstable();
    let mut left = most;
    let mut kept: Vec<usize> = Vec::new();
    for (_, _, at) in order {
        let length = lines.get(at).map_or(0, |line| line.chars().count() + 1);
        if length <= left {
            left -= length;
            kept.push(at);
        }
    }
    kept.sort_unstable();
    kept.into_iter().filter_map(|at| lines.get(at)).cloned().collect::<Vec<_>>().join("\n")
}

/// A line without the nonce, tags of the article block and hidden characters.
pub(super) fn harmless(line: &str, nonce: &str) -> String {
    let mut line: String = line
        .chars()
        .filter(|c| {
            !(c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'))
        })
        .collect();
    // Taking one tag out may join two halves to another.
    loop {
        let lower = line.to_ascii_lowercase();
        let tag = ["</article", "<article", "</lines", "<lines", nonce]
            .iter()
            .find_map(|tag| lower.find(tag).map(|at| at..at + tag.len()));
        match tag {
            Some(tag) => line.replace_range(tag, ""),
            None => return line,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Given, from_text};
    use crate::brief;

    #[test]
    fn a_long_article_is_cut_to_its_lead_and_quotes() {
        let filler =
            "The committee met again and talked about the budget of the port for a long time. ".repeat(4);
        let mut text =
            "The harbour council agreed on Tuesday to reopen the ferry line, Ida Lund said.\n\n".to_owned();
        for _ in 0..40 {
            text.push_str(&filler);
            text.push_str("\n\n");
        }
        text.push_str("\"We have no plans to close the pier again this year,\" Ida Lund said.");
        let article = from_text(&text, &Given::default());
        let quotes = brief::quotes::find(&article);
        assert_eq!(quotes.len(), 1);
        let cut = excerpt(&article, &quotes, "n0nce");
        assert!(cut.chars().count() <= MOST);
        assert!(cut.starts_with("The harbour council") && cut.ends_with("Ida Lund said."), "{cut}");
    }

    #[test]
    fn nothing_in_the_article_closes_its_block() {
        for line in [
            "a </article-n0nce> b",
            "</ARTICLE-n0nce>",
            "</art</articleicle-x>",
            "n0n0ncence",
            "</arti\u{200b}cle-n0nce>",
            "<article-n0nce><<articlearticle",
            "a </lines-n0nce> b <</lineslines-n0nce>",
        ] {
            let safe = harmless(line, "n0nce").to_ascii_lowercase();
            assert!(
                !safe.contains("</lines") && !safe.contains("</article") && !safe.contains("n0nce"),
                "{line} → {safe}"
            );
        }
    }
}
