//! Markdown (`CommonMark`).

use super::parts::{Block, Document, Inline, Run, clean};

/// A new line within a paragraph.
const BREAK: &str = "\\\n";

/// Writes the document as Markdown.
pub(super) fn write(document: &Document) -> String {
    let mut parts = vec![format!("# {}", escaped(&clean(&document.title)))];
    parts.extend(document.blocks.iter().map(drawn));
    parts.join("\n\n") + "\n"
}

fn drawn(block: &Block) -> String {
    match block {
        Block::Heading { level, text, .. } => format!("{} {}", "#".repeat(usize::from(*level)), runs(text)),
        Block::Paragraph(text) | Block::Small(text) => guarded(&runs(text)),
        Block::Quote { words, by } => {
            let lines: Vec<String> = words.iter().chain([by]).map(|line| under("> ", "> ", line)).collect();
            lines.join("\n>\n")
        }
        Block::List(items) => items.iter().map(|item| under("- ", "  ", item)).collect::<Vec<_>>().join("\n"),
        Block::Sources(items) => {
            let item = |(number, item): (usize, &Inline)| under(&format!("{number}. "), "   ", item);
            (1..).zip(items).map(item).collect::<Vec<_>>().join("\n")
        }
    }
}

/// Words behind a mark, those of its further lines behind another.
fn under(first: &str, further: &str, words: &Inline) -> String {
    format!("{first}{}", guarded(&runs(words)).replace(BREAK, &format!("{BREAK}{further}")))
}

fn runs(inline: &Inline) -> String {
    let run = |run: &Run| match run {
        Run::Plain(text) => escaped(text),
        Run::Strong(text) | Run::Marked(text) => spaced("**", text),
        Run::Emphasis(text) => spaced("*", text),
        Run::Link { text, url } => format!("[{}](<{}>)", escaped(text), url.replace(['<', '>', '\\'], "")),
        Run::Break => BREAK.to_owned(),
        Run::Source(number) | Run::Story(number) => number.to_string(),
    };
    inline.0.iter().map(run).collect()
}

/// Marks around the words; the spaces around them stand outside, or the marks would count as words.
fn spaced(mark: &str, text: &str) -> String {
    let words = text.trim();
    if words.is_empty() {
        return text.to_owned();
    }
    let (before, after) = (text.len() - text.trim_start().len(), text.len() - text.trim_end().len());
    format!("{}{mark}{}{mark}{}", " ".repeat(before), escaped(words), " ".repeat(after))
}

/// Escapes what would be read as a mark of the format.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Keeps a line from being read as a list or a rule: `- `, `+ `, `12. `.
fn guarded(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let listed = digits > 0 && line.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')']));
    match line.chars().next() {
        Some('-' | '+' | '=') => format!("\\{line}"),
        _ if listed => line
            .get(digits..)
            .map_or_else(String::new, |rest| format!("{}\\{rest}", line.get(..digits).unwrap_or_default())),
        _ => line.to_owned(),
    }
}
