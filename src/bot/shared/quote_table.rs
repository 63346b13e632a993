//! Quotes as a table to be given out: CSV and JSON with the same columns.

use serde_json::Value;

use crate::store::people::quotes::Found;

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
        found.text.clone(),
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

/// A cell in quotation marks (RFC 4180); one that a spreadsheet would take for a formula gets an apostrophe.
fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
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
    Ok(serde_json::to_string_pretty(&rows.collect::<Vec<_>>())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_harmless() {
        for (cell, want) in
            [("a", "\"a\""), ("a \"b\", c", "\"a \"\"b\"\", c\""), ("=1+1", "\"'=1+1\""), ("", "\"\"")]
        {
            assert_eq!(quoted(cell), want);
        }
    }
}
