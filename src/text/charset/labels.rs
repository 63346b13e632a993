//! What a document and its header say of its character set.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How far into a document its own label is looked for, in bytes (browsers read 1,024; some pages begin with comments).
const PRESCAN: usize = 4096;

/// The set in a `Content-Type` header.
pub(super) fn label_of_header(content_type: &str) -> Option<&'static Encoding> {
    label_after(content_type, "charset")
}

/// The set in `<meta charset>`, `<meta http-equiv>` or the XML declaration. A document that could be read as ASCII so far
/// is not UTF-16, whatever it says.
pub(super) fn label_of_document(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..PRESCAN).unwrap_or(bytes));
    let declared = head.trim_start().starts_with("<?xml").then(|| head.split('>').next()).flatten();
    let label = declared.and_then(|declared| label_after(declared, "encoding"));
    let label = label.or_else(|| label_after(&head, "charset")).or_else(|| label_after(&head, "encoding"))?;
    Some(if label == UTF_16BE || label == UTF_16LE { UTF_8 } else { label })
}

fn label_after(text: &str, key: &str) -> Option<&'static Encoding> {
    let lower = text.to_ascii_lowercase();
    lower.match_indices(key).find_map(|(at, _)| {
        let rest = lower.get(at + key.len()..)?.trim_start().strip_prefix('=')?;
        let rest = rest.trim_start().trim_start_matches(['"', '\'']);
        let end =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '>' | '/' | '?' | ','));
        Encoding::for_label(rest.get(..end.unwrap_or(rest.len()))?.as_bytes())
    })
}
