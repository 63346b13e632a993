//! One HTML file: its style within, no script, made to be printed on A4.

use std::fmt::Write as _;

use super::parts::{Block, Document, Inline, Run, clean};
use crate::text::markup::escaped;

const STYLE: &str = include_str!("style.css");

/// Writes the document as HTML.
pub(super) fn write(document: &Document) -> String {
    let title = escaped(&clean(&document.title));
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n",
        document.language
    );
    for block in &document.blocks {
        html.push_str(&drawn(block));
    }
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

fn drawn(block: &Block) -> String {
    match block {
        Block::Heading { level, story, text } => {
            let id = story.map(|number| format!(" id=\"t{number}\"")).unwrap_or_default();
            format!("<h{level}{id}{}>{}</h{level}>\n", direction(text), runs(text))
        }
        Block::Paragraph(text) => format!("<p{}>{}</p>\n", direction(text), runs(text)),
        Block::Small(text) => format!("<p class=\"small\"{}>{}</p>\n", direction(text), runs(text)),
        Block::Quote { words, by } => {
            let paragraph = |words: &Inline| format!("<p{}>{}</p>\n", direction(words), runs(words));
            let turned = words.first().map(direction).unwrap_or_default();
            let words: String = words.iter().map(paragraph).collect();
            format!(
                "<figure{turned}>\n<blockquote>\n{words}</blockquote>\n<figcaption{}>{}</figcaption>\n</figure>\n",
                direction(by),
                runs(by)
            )
        }
        Block::List(items) => {
            let items: String =
                items.iter().map(|item| format!("<li{}>{}</li>\n", direction(item), runs(item))).collect();
            format!("<ul>\n{items}</ul>\n")
        }
        Block::Sources(items) => {
            let item = |(number, item): (usize, &Inline)| {
                format!("<li id=\"s{number}\"{}>{}</li>\n", direction(item), runs(item))
            };
            let items: String = (1..).zip(items).map(item).collect();
            format!("<ol class=\"sources\">\n{items}</ol>\n")
        }
    }
}

/// How words are read that do not begin as the document's own.
fn direction(words: &Inline) -> &'static str {
    if words.is_right_to_left() { " dir=\"rtl\"" } else { "" }
}

fn runs(inline: &Inline) -> String {
    let mut html = String::new();
    for run in &inline.0 {
        // writing to a string does not fail
        let _written = match run {
            Run::Plain(text) => write!(html, "{}", escaped(text)),
            Run::Strong(text) => write!(html, "<strong>{}</strong>", escaped(text)),
            Run::Emphasis(text) => write!(html, "<em>{}</em>", escaped(text)),
            Run::Marked(text) => write!(html, "<mark>{}</mark>", escaped(text)),
            Run::Link { text, url } => write!(html, "<a href=\"{}\">{}</a>", escaped(url), escaped(text)),
            Run::Break => writeln!(html, "<br>"),
            Run::Source(number) => write!(html, "<a class=\"n\" href=\"#s{number}\">{number}</a>"),
            Run::Story(number) => write!(html, "<a class=\"n\" href=\"#t{number}\">{number}</a>"),
        };
    }
    html
}
