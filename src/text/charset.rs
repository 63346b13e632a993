//! Bytes of a page to text, whatever its labels say.
//!
//! In: the bytes and the `Content-Type` header. Out: text without a byte order mark. Total. A label is believed
//! unless the bytes are plainly something else; where header, document and the look of the bytes disagree, two of the
//! three win.

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How far into a page its own label is looked for, in bytes (browsers read 1,024; some pages begin with comments).
const PRESCAN: usize = 4096;
/// How much the detector reads, in bytes.
const DETECT: usize = 256 * 1024;

/// Decodes the bytes of a page.
#[must_use]
pub fn decode(bytes: &[u8], content_type: Option<&str>) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return lossy(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if let Some(text) = utf_32(bytes) {
        return text;
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return lossy(encoding, bytes);
    }
    if let Some(text) = utf_8(bytes) {
        return text;
    }
    let header = content_type.and_then(label_of_header);
    let document = label_of_document(bytes);
    let look = detected(bytes);
    let mut candidates: Vec<&'static Encoding> = Vec::new();
    let western = |label: Option<&'static Encoding>| label.is_none_or(|label| label == WINDOWS_1252);
    if header.is_some()
        && document.is_some()
        && header != document
        && document.is_some_and(|label| is_kin(label, look))
        || western(header) && western(document) && is_not_latin(bytes)
    {
        candidates.push(look);
    }
    candidates.extend(header);
    candidates.extend(document);
    candidates.push(look);
    let clean = candidates.iter().find_map(|encoding| without_replacement(encoding, bytes));
    clean.unwrap_or_else(|| lossy(candidates.first().copied().unwrap_or(UTF_8), bytes))
}

/// Whether two sets are one as far as the look of the bytes tells: the detector knows the Ukrainian KOI8 only.
fn is_kin(label: &'static Encoding, look: &'static Encoding) -> bool {
    label == look || label == KOI8_R && look == KOI8_U
}

fn lossy(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Decodes if every byte fits; a last character cut short by a size cap is forgiven.
fn without_replacement(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    (0..4).find_map(|cut| {
        let bytes = bytes.get(..bytes.len().checked_sub(cut)?)?;
        encoding.decode_without_bom_handling_and_without_replacement(bytes).map(String::from)
    })
}

/// Valid UTF-8, a last character cut short forgiven; pure ASCII only when no label could mean something else by it.
fn utf_8(bytes: &[u8]) -> Option<String> {
    if bytes.is_ascii() {
        let shifting = bytes.contains(&0x1b);
        return (!shifting).then(|| String::from_utf8_lossy(bytes).into_owned());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.to_owned()),
        Err(error) if error.error_len().is_none() => {
            bytes.get(..error.valid_up_to()).map(|valid| String::from_utf8_lossy(valid).into_owned())
        }
        Err(_) => None,
    }
}

fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes.get(..4)? {
        [0, b'<', 0, second] if *second != 0 => Some(UTF_16BE),
        [b'<', 0, second, 0] if *second != 0 => Some(UTF_16LE),
        _ => None,
    }
}

fn utf_32(bytes: &[u8]) -> Option<String> {
    let read: fn([u8; 4]) -> u32 = match bytes.get(..4)? {
        [0, 0, 0xfe, 0xff] | [0, 0, 0, b'<'] => u32::from_be_bytes,
        [b'<', 0, 0, 0] => u32::from_le_bytes,
        _ => return None,
    };
    let units = bytes.chunks_exact(4).filter_map(|unit| unit.try_into().ok()).map(read);
    Some(units.map(|unit| char::from_u32(unit).unwrap_or('\u{fffd}')).filter(|c| *c != '\u{feff}').collect())
}

fn label_of_header(content_type: &str) -> Option<&'static Encoding> {
    label_after(content_type, "charset")
}

/// The label in `<meta charset>`, `<meta http-equiv>` or the XML declaration. A document that could be read as ASCII
/// so far is not UTF-16, whatever it says.
fn label_of_document(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..PRESCAN).unwrap_or(bytes)).into_owned();
    let label = label_after(&head, "charset").or_else(|| label_after(&head, "encoding"))?;
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

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes.get(..DETECT).unwrap_or(bytes), true);
    detector.guess(None, chardetng::Utf8Detection::Allow)
}

/// Western text is mostly ASCII letters; where a third of all letters are not, a Western label is wrong.
fn is_not_latin(bytes: &[u8]) -> bool {
    let text = bytes.get(..DETECT).unwrap_or(bytes);
    let mut within_tag = false;
    let (mut high, mut plain) = (0_usize, 0_usize);
    for byte in text {
        match byte {
            b'<' => within_tag = true,
            b'>' => within_tag = false,
            0x80.. if !within_tag => high += 1,
            b'a'..=b'z' | b'A'..=b'Z' if !within_tag => plain += 1,
            _ => {}
        }
    }
    high * 2 > plain
}
