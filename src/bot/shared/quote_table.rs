//! Quotes as a table to be given out: CSV and JSON with the same columns.
//!
//! Words are of whatever page said them, and whoever opens the table is not to run them: no cell is a formula, also where
//! a spreadsheet parts cells at `;` or tabs and not at commas, and no control character goes out.

use serde_json::Value;

use crate::store::people::quotes::Found;
use crate::text::{controls_screen, told_controls};

const COLUMNS: [&str; 9] =
    ["said_at", "speaker", "role", "mention", "quoted_from", "quote", "outlet", "headline", "url"];

fn row(found: &Found) -> [String; 9] {
    let text = |words: &Option<String>| words.clone().unwrap_or_default();
    [
        found.said_at.to_rfc3339(),
        text(&found.speaker_name),
        text(&found.speaker_role),
        text(&found.mention),
        text(&found.quoted_from),
        // the comma before “he said” belongs to the sentence around the quote
        found.text.trim_end().trim_end_matches(',').to_owned(),
        text(&found.site),
        text(&found.title),
        text(&found.url),
    ]
}

/// The quotes as CSV (RFC 4180) with a line of headings.
#[must_use]
pub fn csv(found: &[Found]) -> String {
    let line = |cells: Vec<String>| cells.join(",") + "\r\n";
    let mut out = line(COLUMNS.iter().map(|name| (*name).to_owned()).collect());
    for found in found {
        out.push_str(&line(row(found).iter().map(|cell| quoted(cell)).collect()));
    }
    out
}

/// A cell in quotation marks (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe: a sign at the
/// beginning of the cell, or right where another spreadsheet begins one. A space before the sign is enough there: `; -5`.
fn quoted(cell: &str) -> String {
    let mut out = String::from("\"");
    let (mut begins, mut blank) = (true, true);
    for c in cell.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|c| !controls_screen(*c)) {
        if begins && matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') {
            out.push('\'');
        }
        out.push_str(if c == '"' { "\"\"" } else { "" });
        if c != '"' {
            out.push(c);
        }
        // many a program drops the blanks before the first letter of a cell
        blank = blank && c.is_whitespace();
        begins = blank || matches!(c, ';' | '\t' | '\n');
    }
    out + "\""
}

/// The quotes as a JSON array of objects.
///
/// # Errors
/// Never in practice: text can always be written as JSON.
pub fn json(found: &[Found]) -> anyhow::Result<String> {
    let rows = found.iter().map(|found| {
        let pairs = COLUMNS.into_iter().zip(row(found));
        pairs.map(|(name, value)| (name.to_owned(), Value::from(value))).collect::<serde_json::Map<_, _>>()
    });
    let text = serde_json::to_string_pretty(&rows.collect::<Vec<_>>())?;
    // it writes only some of the control characters by their numbers
    Ok(told_controls(&text).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::Kind;

    fn a_quote() -> Found {
        Found {
            id: 1,
            text: String::new(),
            kind: Kind::Direct,
            speaker_id: None,
            speaker_name: None,
            speaker_role: None,
            mention: None,
            quoted_from: None,
            article_id: 1,
            url: None,
            site: None,
            host: None,
            title: None,
            said_at: chrono::DateTime::UNIX_EPOCH,
            others: 0,
        }
    }

    #[test]
    fn cells_are_quoted_and_harmless() {
        for (cell, want) in [
            ("a", "a"),
            ("a \"b\", c", "a \"\"b\"\", c"),
            ("", ""),
            ("=1+1", "'=1+1"),
            (" \u{a0}=1", " \u{a0}'=1"),
            ("＝1", "'＝1"),
            ("＠a ＋ b", "'＠a ＋ b"),
            ("Evil;=1+2;", "Evil;'=1+2;"),
            ("a;;@b;－1", "a;;'@b;'－1"),
            ("a\t=1\n+2\r-3\r\n@4", "a\t'=1\n'+2\n'-3\n'@4"),
            ("\u{1b}=1", "'=1"),
            ("\u{1b}]0;x\u{7}a\u{9b}2J\u{7f}\0", "]0;xa2J"),
            // what people write
            ("frost; -5 degrees; a+b = c; x@y.example", "frost; -5 degrees; a+b = c; x@y.example"),
            ("2026-02-14T12:00:00+00:00", "2026-02-14T12:00:00+00:00"),
            ("https://a.example/x;y=1?b=-2&c=@d", "https://a.example/x;y=1?b=-2&c=@d"),
        ] {
            assert_eq!(quoted(cell), format!("\"{want}\""));
        }
    }

    #[test]
    fn the_comma_of_the_sentence_around_a_quote_is_not_of_the_quote() {
        let found = Found { text: "It will not be one,".into(), ..a_quote() };
        assert!(csv(std::slice::from_ref(&found)).contains("\"It will not be one\","));
        assert!(json(&[found]).unwrap().contains("\"It will not be one\","));
    }

    #[test]
    fn no_control_character_is_given_out() {
        let evil = "a\u{1b}[2J\u{7f}\u{9b}31m\r\u{85}é\nb".to_owned();
        let found =
            Found { text: evil.clone(), title: Some(evil.clone()), url: Some(evil.clone()), ..a_quote() };
        for text in [csv(std::slice::from_ref(&found)).replace("\r\n", ""), json(&[found]).unwrap()] {
            assert!(!text.contains(controls_screen), "{text:?}");
            assert!(text.contains('é'), "{text:?}");
        }
        let read: Value =
            serde_json::from_str(&json(&[Found { text: evil.clone(), ..a_quote() }]).unwrap()).unwrap();
        assert_eq!(read[0]["quote"], evil);
    }
}
