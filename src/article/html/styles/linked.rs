//! Sheets by their tags: of `<style>` elements, of `<link>` elements and of `@import` whose text stands in the address.

use std::borrow::Cow;

use cssparser::{ParseError, Parser, Token};
use dom_query::Document;

use super::media;
use crate::article::html::styles::sheets::reading::statement;

/// A style sheet of a page.
#[derive(Clone)]
pub(in crate::article) struct Source<'a> {
    pub(super) css: Cow<'a, str>,
    /// It is not known whether it applies.
    pub(super) doubtful: bool,
    /// Not all of what tells whether it applies was read.
    pub(super) unread: bool,
}

/// The longest tag whose attributes are read for a sheet, but for the text in an address, in marks `=`.
const MARKS: usize = 4_000;

/// The sheet of a `<style>` tag, written as `tag`, with this content; none where it does not apply to a screen.
pub(in crate::article) fn own_source<'a>(tag: &str, content: &'a str) -> Option<Source<'a>> {
    let sheet = |doubtful, unread| Source { css: Cow::Borrowed(content), doubtful, unread };
    if tag.len() <= "<style>".len() {
        return Some(sheet(false, false));
    }
    if tag.matches('=').count() > MARKS {
        return Some(sheet(true, true));
    }
    let page = Document::from(format!("{tag}</style>"));
    let found = page.select("style");
    let css = found.attr("type").is_none_or(|kind| {
        let kind = kind.trim().to_ascii_lowercase();
        kind.is_empty() || kind == "text/css"
    });
    let holds = found.attr("media").map_or(Some(true), |media| media::answer(&media));
    (css && holds != Some(false)).then(|| sheet(holds.is_none(), false))
}

/// The sheet in the address of a `<link>` tag, written as `tag`; none where it has none.
pub(in crate::article) fn linked_source<'a>(tag: &str) -> Option<Source<'a>> {
    let lower = tag.to_ascii_lowercase();
    if !lower.contains("data:") && !lower.contains('&') {
        return None;
    }
    if tag.len() > 1 << 20 || lower.matches('=').count() > MARKS {
        return Some(Source { css: Cow::Borrowed(""), doubtful: true, unread: true });
    }
    let page = Document::from(tag);
    let found = page.select("link");
    let (rel, address) = (found.attr("rel")?.to_ascii_lowercase(), found.attr("href")?);
    let css = text_of(&address)?;
    let rel: Vec<&str> = rel.split_ascii_whitespace().collect();
    let holds = found.attr("media").map_or(Some(true), |media| media::answer(&media));
    // others become sheets by a script
    let doubtful = holds.is_none() || found.attr("disabled").is_some() || rel.contains(&"alternate");
    let applies = rel.contains(&"stylesheet") && holds != Some(false);
    applies.then_some(Source { css: Cow::Owned(css), doubtful, unread: false })
}

/// The sheets with those that they take in from addresses with text in them, each before the one that does; and whether
/// some were not read.
pub(super) fn with_imported<'a>(sheets: &[Source<'a>]) -> (Vec<Source<'a>>, bool) {
    const ROUNDS: usize = 4;
    const MOST: usize = 1_000;
    let mut unread = sheets.iter().any(|source| source.unread);
    let mut all = sheets.to_vec();
    for round in 0..=ROUNDS {
        let mut found = Vec::new();
        let mut more = false;
        for source in all {
            let before = found.len();
            // one that was taken in before stands right before its own and is not taken in again
            if !source.unread {
                found.extend(imported(&source.css).into_iter().map(|(css, sure)| Source {
                    css: Cow::Owned(css),
                    doubtful: source.doubtful || !sure,
                    unread: false,
                }));
            }
            more |= found.len() > before;
            found.push(Source { unread: true, ..source });
        }
        all = found;
        if !more {
            break;
        }
        if round == ROUNDS || all.len() > MOST {
            unread = true;
            break;
        }
    }
    (all, unread)
}

/// The sheets that one takes in, and whether each surely applies.
fn imported(css: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    if !css.contains('@') {
        return found;
    }
    let mut parser = Parser::new(css);
    while let Some((head, block)) = statement(&mut parser) {
        let mut rule = Parser::new(head);
        let word = match rule.next() {
            Ok(Token::AtKeyword(name)) => name.to_ascii_lowercase(),
            Ok(Token::CDO | Token::CDC) if block => break,
            _ => break,
        };
        if word != "import" {
            if block && word != "layer" {
                break;
            }
            continue;
        }
        let address = match rule.next().cloned() {
            Ok(Token::UnquotedUrl(address) | Token::QuotedString(address)) => Some(address.to_string()),
            Ok(Token::Function(name)) if name.eq_ignore_ascii_case("url") => {
                let inside: Result<String, ParseError<()>> =
                    rule.parse_nested_block(|css| Ok(css.expect_string()?.to_string()));
                inside.ok()
            }
            _ => None,
        };
        if let Some(text) = address.and_then(|address| text_of(&address)) {
            found.push((text, rule.is_exhausted()));
        }
    }
    found
}

/// The text in an address that begins with `data:`.
fn text_of(address: &str) -> Option<String> {
    // what browsers leave out of an address
    let address: String = address.trim().chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let head = address.get(..5).filter(|head| head.eq_ignore_ascii_case("data:"))?;
    let (kind, data) = address.get(head.len()..)?.split_once(',')?;
    let bytes = unescaped(data.split('#').next().unwrap_or_default());
    let bytes =
        if kind.trim().to_ascii_lowercase().ends_with("base64") { from_base64(&bytes) } else { bytes };
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The bytes of an address, `%20` being one.
fn unescaped(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let (mut found, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(&byte) = bytes.get(at) {
        let code = text.get(at + 1..at + 3).filter(|_| byte == b'%');
        if let Some(code) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            found.push(code);
            at += 3;
        } else {
            found.push(byte);
            at += 1;
        }
    }
    found
}

/// The bytes that base64 (RFC 4648) writes; other characters are passed over.
fn from_base64(text: &[u8]) -> Vec<u8> {
    let (mut found, mut bits, mut held) = (Vec::with_capacity(text.len() * 3 / 4), 0_u32, 0_u32);
    for byte in text {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        held = held << 6 | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            found.extend(u8::try_from(held >> bits & 0xff).ok());
        }
    }
    found
}
