//! The text of a file that somebody sends: plain text, or a Word document.
//!
//! In: the file's name and its bytes. Out: its text, paragraphs parted by empty lines, or why it is not read. Total: a
//! hostile file is refused, and no more than the limits is ever unpacked.

pub mod zip;

use crate::text::decode;
use crate::text::markup::{Token, tokens, unescape};

/// Largest file that is looked at, in bytes.
pub const LARGEST: u64 = 5 << 20;

/// Longest text that is read, in bytes.
const LONGEST: usize = 400_000;

/// What is unpacked of a Word document: its words are one file, which has some ten bytes of marks for each of text.
const WORD: zip::Limits = zip::Limits { one: 8 << 20, all: 8 << 20, files: 4_096 };

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is of a kind that is not read here.
    Kind,
    /// It is damaged, or not what its name says.
    Damaged,
    /// It is too large.
    TooLarge,
}

#[derive(Clone, Copy)]
enum Kind {
    Plain,
    Word,
}

fn kind(name: &str) -> Option<Kind> {
    match ending(name)?.as_str() {
        "txt" | "text" | "md" => Some(Kind::Plain),
        "docx" => Some(Kind::Word),
        _ => None,
    }
}

/// What stands behind the last point of a file's name, in small letters.
#[must_use]
pub fn ending(name: &str) -> Option<String> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(ending.to_lowercase()).filter(|ending| !ending.is_empty() && ending.chars().count() <= 8)
}

/// Whether a file of this name and size is worth getting.
///
/// # Errors
/// When it is of another kind, or too large.
pub fn is_readable(name: &str, size: u64) -> Result<(), Unreadable> {
    kind(name).ok_or(Unreadable::Kind)?;
    if size > LARGEST { Err(Unreadable::TooLarge) } else { Ok(()) }
}

/// Reads the text of a file.
///
/// # Errors
/// See [`Unreadable`].
pub fn text(name: &str, bytes: &[u8]) -> Result<String, Unreadable> {
    is_readable(name, bytes.len() as u64)?;
    let text = match kind(name).ok_or(Unreadable::Kind)? {
        Kind::Plain => decode(bytes, None).into_owned(),
        Kind::Word => of_word(bytes)?,
    };
    // no text has these
    if text.contains('\0') {
        return Err(Unreadable::Damaged);
    }
    if text.len() > LONGEST { Err(Unreadable::TooLarge) } else { Ok(text) }
}

/// The paragraphs of a Word document (ECMA-376): its runs of text, without what was moved away and without second versions
/// for programs of old. What was deleted stands in an element of its own, which is not read.
fn of_word(bytes: &[u8]) -> Result<String, Unreadable> {
    let is_body = |name: &str| {
        name.strip_prefix("word/document").is_some_and(|rest| rest.strip_suffix(".xml").is_some())
    };
    let files = zip::unpack(bytes, is_body, &WORD);
    let (_, xml) = files.ok().and_then(|files| files.into_iter().next()).ok_or(Unreadable::Damaged)?;
    let (mut text, mut is_text, mut left_out) = (String::new(), false, 0_usize);
    for token in tokens(&decode(&xml, None)) {
        match token {
            Token::Open { name, empty, .. } => match name {
                "mc:Fallback" | "w:moveFrom" if !empty => left_out += 1,
                "w:t" => is_text = !empty,
                "w:tab" => text.push(' '),
                "w:br" | "w:cr" => text.push('\n'),
                "w:noBreakHyphen" => text.push('-'),
                _ => {}
            },
            Token::Close("mc:Fallback" | "w:moveFrom") => left_out = left_out.saturating_sub(1),
            Token::Close("w:t") => is_text = false,
            Token::Close("w:p") => text.push_str("\n\n"),
            Token::Text(words) if is_text && left_out == 0 => text.push_str(&unescape(words)),
            Token::Cdata(words) if is_text && left_out == 0 => text.push_str(words),
            Token::Text(_) | Token::Cdata(_) | Token::Close(_) => {}
        }
    }
    if text.trim().is_empty() { Err(Unreadable::Damaged) } else { Ok(text) }
}

#[cfg(test)]
mod tests;
