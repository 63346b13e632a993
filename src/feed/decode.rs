//! Bytes of a document → its text, whatever its labels say.
//!
//! In: bytes and the `Content-Type` header. Out: text without byte order mark and without XML declaration (left in
//! place it would be believed again by the parser). Total. A label is believed only if its decoder finds no error.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How far from the start an XML declaration or a `<meta charset>` is looked for, in bytes (HTML standard, prescan).
const LABEL_WITHIN: usize = 1024;

/// Decodes a document: byte order mark, UTF-16/32 by its first bytes, valid UTF-8, then the labels of the
/// `content_type` header and of the document itself, then detection; with replacement characters only when all fail.
#[must_use]
pub fn decode<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Cow<'a, str> {
    match marked(bytes).unwrap_or_else(|| labelled(bytes, content_type)) {
        Cow::Borrowed(text) => Cow::Borrowed(without_declaration(text)),
        Cow::Owned(text) => {
            let rest = without_declaration(&text);
            if rest.len() == text.len() { Cow::Owned(text) } else { Cow::Owned(rest.to_owned()) }
        }
    }
}

/// Text of a document that says its encoding in its first bytes: a mark, or the zeros of a wide encoding.
fn marked(bytes: &[u8]) -> Option<Cow<'_, str>> {
    match *bytes {
        [0xEF, 0xBB, 0xBF, ref rest @ ..] => std::str::from_utf8(rest).ok().map(Cow::Borrowed),
        [0xFF, 0xFE, 0, 0, ref rest @ ..] => Some(utf32(rest, u32::from_le_bytes)),
        [0, 0, 0xFE, 0xFF, ref rest @ ..] => Some(utf32(rest, u32::from_be_bytes)),
        [0xFF, 0xFE, ref rest @ ..] => Some(UTF_16LE.decode_without_bom_handling(rest).0),
        [0xFE, 0xFF, ref rest @ ..] => Some(UTF_16BE.decode_without_bom_handling(rest).0),
        [_, 0, 0, 0, ..] => Some(utf32(bytes, u32::from_le_bytes)),
        [0, 0, 0, _, ..] => Some(utf32(bytes, u32::from_be_bytes)),
        [a, 0, b, 0, ..] if a != 0 && b != 0 => Some(UTF_16LE.decode_without_bom_handling(bytes).0),
        [0, a, 0, b, ..] if a != 0 && b != 0 => Some(UTF_16BE.decode_without_bom_handling(bytes).0),
        _ => None,
    }
}

fn utf32(bytes: &[u8], read: fn([u8; 4]) -> u32) -> Cow<'static, str> {
    let (units, _) = bytes.as_chunks::<4>();
    Cow::Owned(units.iter().map(|&unit| char::from_u32(read(unit)).unwrap_or('\u{FFFD}')).collect())
}

fn labelled<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Cow<'a, str> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && (!text.is_ascii() || !text.contains('\u{1B}'))
    {
        return Cow::Borrowed(text);
    }
    let header = content_type.and_then(header_label);
    let own = own_label(bytes);
    for encoding in [header, own].into_iter().flatten() {
        if encoding != UTF_8
            && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
        {
            return text;
        }
    }
    if mostly_utf8(bytes) {
        return String::from_utf8_lossy(bytes);
    }
    detected(bytes).decode_without_bom_handling(bytes).0
}

/// True when the multi-byte characters that are whole outnumber the broken bytes twenty to one: UTF-8 with an accident.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole >= 20 * broken
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Allow)
}

/// The encoding a `Content-Type` header names.
fn header_label(content_type: &str) -> Option<&'static Encoding> {
    let parameter = content_type.split(';').skip(1).find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then_some(value)
    })?;
    encoding(parameter)
}

/// The encoding an XML declaration or an HTML `<meta>` names near the start of the document.
fn own_label(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..LABEL_WITHIN.min(bytes.len()))?;
    let head: String = head.iter().map(|&byte| char::from(byte).to_ascii_lowercase()).collect();
    let after = |text: &str, word: &str| {
        text.find(word).and_then(|at| text.get(at + word.len()..).map(str::to_owned))
    };
    let declared = head.find("<?xml").and_then(|at| {
        let declaration = head.get(at..)?.split('>').next()?;
        after(declaration, "encoding")
    });
    let value = declared.or_else(|| after(&head, "charset"))?;
    let value = value.trim_start().strip_prefix('=')?;
    encoding(value)
}

fn encoding(label: &str) -> Option<&'static Encoding> {
    let label = label.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'');
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
    let found = Encoding::for_label(label.get(..end)?.as_bytes())?;
    // a byte-wise readable label cannot stand in UTF-16
    (found != UTF_16LE && found != UTF_16BE).then_some(found)
}

fn without_declaration(text: &str) -> &str {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    if !start.starts_with("<?xml ")
        && !start.starts_with("<?xml\t")
        && !start.starts_with("<?xml\n")
        && !start.starts_with("<?xml\r")
    {
        return start;
    }
    start.find("?>").and_then(|at| start.get(at + 2..)).unwrap_or(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_by_mark_label_and_content() {
        let russian = "<?xml version=\"1.0\"?><t>Переговоры в Женеве завершились поздно вечером</t>";
        let plain = "<t>Переговоры в Женеве завершились поздно вечером</t>";
        let utf16 = |big: bool, mark: bool, text: &str| -> Vec<u8> {
            let mark = if mark { "\u{FEFF}" } else { "" };
            format!("{mark}{text}")
                .encode_utf16()
                .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect()
        };
        let utf32 = |text: &str| -> Vec<u8> { text.chars().flat_map(|c| (c as u32).to_be_bytes()).collect() };
        let coded = |label: &str, text: &str| {
            Encoding::for_label(label.as_bytes()).unwrap().encode(text).0.into_owned()
        };
        let declared =
            "<?xml version='1.0' encoding='koi8-r'?><t>Переговоры в Женеве завершились поздно вечером</t>";
        let wrong = "<?xml version='1.0' encoding='windows-1251'?><t>Переговоры в Женеве завершились поздно вечером</t>";
        let table: Vec<(&str, Vec<u8>, Option<&str>)> = vec![
            ("utf-8", russian.into(), None),
            ("utf-8 with a mark", format!("\u{FEFF}{russian}").into(), None),
            ("utf-8 under a wrong header", russian.into(), Some("text/xml; charset=windows-1251")),
            ("utf-8 under a wrong declaration", wrong.into(), None),
            ("utf-16 little with a mark", utf16(false, true, russian), None),
            ("utf-16 big without a mark", utf16(true, false, russian), None),
            ("utf-16 little without a mark", utf16(false, false, russian), Some("text/xml; charset=utf-8")),
            ("utf-32", utf32(russian), None),
            (
                "header label",
                coded("windows-1251", plain),
                Some("application/rss+xml; Charset=\"windows-1251\""),
            ),
            ("declared label", coded("koi8-r", declared), None),
            ("detected", coded("windows-1251", russian), None),
            ("leading white space", format!("\n  {russian}").into(), None),
        ];
        for (name, bytes, header) in table {
            assert_eq!(decode(&bytes, header), plain, "{name}");
        }
    }

    #[test]
    fn one_broken_byte_does_not_change_the_encoding() {
        let mut bytes = "<t>Переговоры в Женеве завершились</t>".as_bytes().to_vec();
        bytes.insert(5, 0xFF);
        assert_eq!(decode(&bytes, None), "<t>П\u{FFFD}ереговоры в Женеве завершились</t>");
    }

    #[test]
    fn labels_of_the_far_east_are_believed() {
        let text = "<?xml version='1.0' encoding='LABEL'?><t>外交部発言人</t>";
        for label in ["gb18030", "shift_jis", "euc-jp", "big5", "iso-2022-jp"] {
            let text = text.replace("LABEL", label);
            let (bytes, _, lossy) = Encoding::for_label(label.as_bytes()).unwrap().encode(&text);
            if !lossy {
                assert_eq!(decode(&bytes, None), "<t>外交部発言人</t>", "{label}");
            }
        }
    }
}
