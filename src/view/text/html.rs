//! Styled text as Telegram HTML.

use super::rich::{Piece, Rich};
use crate::text::markup::escaped;

impl Rich {
    /// Draws the text as Telegram HTML: escaped words in balanced tags.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        for piece in self.pieces() {
            draw(piece, &mut html);
        }
        html
    }
}

fn draw(piece: &Piece, html: &mut String) {
    match piece {
        Piece::Plain(text) => html.push_str(&escaped(text)),
        Piece::Bold(text) => tagged("b", text, html),
        Piece::Italic(text) => tagged("i", text, html),
        Piece::Code(text) => tagged("code", text, html),
        Piece::Link { text, url } => {
            html.push_str("<a href=\"");
            html.push_str(&escaped(url));
            html.push_str("\">");
            html.push_str(&escaped(text));
            html.push_str("</a>");
        }
        Piece::Quotation { expandable, inside } => {
            html.push_str(if *expandable { "<blockquote expandable>" } else { "<blockquote>" });
            for piece in inside {
                draw(piece, html);
            }
            html.push_str("</blockquote>");
        }
    }
}

fn tagged(tag: &str, text: &str, html: &mut String) {
    html.extend(["<", tag, ">"]);
    html.push_str(&escaped(text));
    html.extend(["</", tag, ">"]);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_style_has_its_tag() {
        let rich = Rich::new()
            .bold("a<b")
            .plain(" & ")
            .italic("c")
            .code("/d")
            .link("e \"f\"", "https://example.org/?x=1&y=2")
            .quotation(Rich::new().plain("“g” ").bold("h"), true)
            .quotation("i".into(), false);
        insta::assert_snapshot!(rich.to_html(), @r#"<b>a&lt;b</b> &amp; <i>c</i><code>/d</code><a href="https://example.org/?x=1&amp;y=2">e &quot;f&quot;</a><blockquote expandable>“g” <b>h</b></blockquote><blockquote>i</blockquote>"#);
    }

    /// Reads Telegram HTML back: the words, or nothing when a tag is unknown or not closed in order.
    fn read(html: &str) -> Option<String> {
        let (mut words, mut open, mut rest) = (String::new(), Vec::new(), html);
        while let Some(c) = rest.chars().next() {
            match c {
                '<' => {
                    let (tag, after) = rest.strip_prefix('<')?.split_once('>')?;
                    rest = after;
                    match tag.strip_prefix('/') {
                        Some(name) => (open.pop()? == name).then_some(())?,
                        None => open.push(tag.split(' ').next()?),
                    }
                    ["b", "i", "code", "a", "blockquote"]
                        .contains(&tag.trim_start_matches('/').split(' ').next()?)
                        .then_some(())?;
                }
                '&' => {
                    let (name, after) = rest.strip_prefix('&')?.split_once(';')?;
                    words.push(match name {
                        "amp" => '&',
                        "lt" => '<',
                        "gt" => '>',
                        "quot" => '"',
                        _ => return None,
                    });
                    rest = after;
                }
                '>' | '"' => return None,
                c => {
                    words.push(c);
                    rest = rest.get(c.len_utf8()..)?;
                }
            }
        }
        open.is_empty().then_some(words)
    }

    fn any_rich() -> impl Strategy<Value = Rich> {
        let run = (0..5u8, any::<String>(), any::<String>());
        let runs = proptest::collection::vec(run, 0..8);
        (runs, 0..3u8).prop_map(|(runs, block)| {
            let rich = runs.into_iter().fold(Rich::new(), |rich, (style, text, more)| match style {
                0 => rich.plain(text),
                1 => rich.bold(text),
                2 => rich.italic(text),
                3 => rich.code(text),
                _ => rich.link(text, &format!("https://example.org/{more}")),
            });
            if block == 0 { rich } else { Rich::new().quotation(rich.clone(), block == 1).then(rich) }
        })
    }

    proptest! {
        #[test]
        fn html_reads_back_to_the_same_words(rich in any_rich()) {
            let words = read(&rich.to_html());
            let words = words.map(|words| super::super::quiet::unmarked(&words).into_owned());
            prop_assert_eq!(words, Some(rich.text()));
        }

        #[test]
        fn length_is_that_of_the_words(rich in any_rich()) {
            let words = read(&rich.to_html()).unwrap_or_default();
            prop_assert_eq!(rich.utf16_len(), words.encode_utf16().count());
        }
    }
}
