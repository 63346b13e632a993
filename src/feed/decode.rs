//! The text of a feed: decoded, and without its XML declaration, which would be believed again by the parser.

use std::borrow::Cow;

/// Decodes a document, and leaves out the XML declaration and what stands before it.
#[must_use]
pub fn decode<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Cow<'a, str> {
    match crate::text::decode(bytes, content_type) {
        Cow::Borrowed(text) => Cow::Borrowed(without_declaration(text)),
        Cow::Owned(text) => {
            let rest = without_declaration(&text);
            if rest.len() == text.len() { Cow::Owned(text) } else { Cow::Owned(rest.to_owned()) }
        }
    }
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
    use encoding_rs::Encoding;

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
