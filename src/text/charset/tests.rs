//! Character sets: header against document against the look of the bytes.

use encoding_rs::Encoding;

use super::decode;

const RUSSIAN: &str =
    "Правительство продолжит добиваться письменных ответов Северного совета, заявил министр иностранных дел.";
const CHINESE: &str =
    "两个沿海国家将于星期一恢复关于捕鱼配额的谈判，双方官员在星期三表示。发言人说，部长们将于六月会晤。";
const TAIWAN: &str =
    "兩個沿海國家將於星期一恢復關於捕魚配額的談判，雙方官員在星期三表示。發言人說，部長們將於六月會晤。";
const JAPANESE: &str = "両国は月曜日に漁業割り当てに関する協議を再開すると、双方の当局者が水曜日に述べた。次の会合は六月の予定です。";
const KOREAN: &str = "두 연안국은 월요일 어획 할당량에 관한 회담을 재개한다고 양측 관리들이 수요일에 밝혔다. 다음 회의는 유월이다.";
const WESTERN: &str =
    "Élise a déclaré que la réunion « n'était pas terminée » et qu'elle reprendrait à l'été.";

fn bytes(label: &str, text: &str) -> Vec<u8> {
    Encoding::for_label(label.as_bytes()).unwrap().encode(text).0.into_owned()
}

#[test]
fn bytes_become_the_text_they_are() {
    let table: [(&str, &str, Option<&str>, &str); 30] = [
        // label of the bytes, text, header, label in the document
        ("windows-1251", RUSSIAN, Some("text/html; charset=windows-1251"), ""),
        ("windows-1251", RUSSIAN, None, "windows-1251"),
        ("windows-1251", RUSSIAN, None, ""),
        ("windows-1251", RUSSIAN, Some("text/html; charset=iso-8859-1"), ""),
        ("windows-1251", RUSSIAN, Some("text/html; charset=utf-8"), "windows-1251"),
        ("windows-1251", RUSSIAN, Some("text/html; charset=koi8-r"), "windows-1251"),
        ("koi8-r", RUSSIAN, Some("text/html; charset=koi8-r"), ""),
        ("koi8-r", RUSSIAN, None, ""),
        ("gb18030", CHINESE, None, "gb2312"),
        ("gb18030", CHINESE, Some("text/html"), ""),
        ("big5", TAIWAN, Some("text/html; charset=Big5"), ""),
        ("big5", TAIWAN, None, ""),
        ("shift_jis", JAPANESE, None, "Shift_JIS"),
        ("shift_jis", JAPANESE, Some("text/html; charset=utf-8"), ""),
        ("euc-kr", KOREAN, None, "euc-kr"),
        ("windows-1252", WESTERN, Some("text/html; charset=iso-8859-1"), "utf-8"),
        ("utf-8", RUSSIAN, Some("text/html; charset=windows-1251"), "koi8-r"),
        ("iso-2022-jp", JAPANESE, Some("text/html; charset=iso-2022-jp"), ""),
        ("koi8-r", RUSSIAN, None, "koi8-r"),
        ("koi8-r", RUSSIAN, Some("text/html; charset=windows-1251"), "koi8-r"),
        ("windows-1251", RUSSIAN, Some("text/html; charset=windows-1251"), "utf-8"),
        ("gb18030", CHINESE, Some("text/html; charset=gbk"), "utf-8"),
        ("gb18030", CHINESE, Some("text/html; charset=iso-8859-1"), ""),
        ("big5", TAIWAN, Some("text/html; charset=utf-8"), "big5"),
        ("shift_jis", JAPANESE, None, ""),
        ("euc-jp", JAPANESE, Some("text/html; charset=euc-jp"), ""),
        ("euc-jp", JAPANESE, None, "euc-jp"),
        ("euc-kr", KOREAN, Some("text/html; charset=ks_c_5601-1987"), ""),
        ("euc-kr", KOREAN, None, ""),
        ("utf-8", CHINESE, Some("text/html; charset=gb2312"), ""),
    ];
    for (label, text, header, document) in table {
        let meta = if document.is_empty() { String::new() } else { format!("<meta charset='{document}'>") };
        let html = format!("<html><head>{meta}</head><body><p>{text}</p></body></html>");
        assert_eq!(
            decode(&bytes(label, &html), header),
            html,
            "{label}, header {header:?}, document {document:?}"
        );
    }
}

#[test]
fn wide_sets_and_marks_are_seen() {
    let html = format!("<html><p>{RUSSIAN}</p></html>");
    let little: Vec<u8> = html.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = html.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let widest: Vec<u8> = html.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for bytes in [
        little.clone(),
        big.clone(),
        widest,
        marked(&[0xff, 0xfe], &little),
        marked(&[0xfe, 0xff], &big),
        marked(&[0xef, 0xbb, 0xbf], html.as_bytes()),
    ] {
        assert_eq!(decode(&bytes, Some("text/html; charset=windows-1252")), html);
    }
}

#[test]
fn a_character_cut_short_spoils_nothing() {
    for (label, text) in
        [("utf-8", CHINESE), ("gb18030", CHINESE), ("shift_jis", JAPANESE), ("euc-kr", KOREAN)]
    {
        let whole = bytes(label, text).repeat(3);
        let read = decode(&whole[..whole.len() - 3], Some(&format!("text/html; charset={label}")));
        let cut = decode(&whole[..whole.len() - 4], Some(&format!("text/html; charset={label}")));
        assert!(read.starts_with(&*cut) && !cut.contains('\u{fffd}'), "{label}: {cut}");
    }
}

/// A document of two paragraphs with one byte between them that fits nothing.
fn spoilt(label: &str, text: &str, declared: &str, bad: &[u8]) -> Vec<u8> {
    let meta = if declared.is_empty() { String::new() } else { format!("<meta charset='{declared}'>") };
    let head = bytes(label, &format!("<html><head>{meta}</head><body><p>{text}</p><p>Page "));
    [head, bad.to_vec(), bytes(label, &format!(" of 2</p><p>{text}</p></body></html>"))].concat()
}

#[test]
fn one_bad_byte_is_one_bad_character() {
    let table: [(&str, &str, &[u8]); 9] = [
        ("utf-8", RUSSIAN, &[0xff]),
        ("utf-8", WESTERN, &[0xe9]),
        ("utf-8", "It’s ready, said José Núñez, the mayor.", &[0x80]),
        ("windows-1251", RUSSIAN, &[0x98]),
        ("gb18030", CHINESE, &[0xff]),
        ("shift_jis", JAPANESE, &[0xff]),
        ("euc-jp", JAPANESE, &[0xff]),
        ("euc-kr", KOREAN, &[0xff]),
        ("big5", TAIWAN, &[0xff]),
    ];
    for (label, text, bad) in table {
        for declared in [label, ""] {
            let read = decode(&spoilt(label, text, declared, bad), None).into_owned();
            assert_eq!(read.matches(text).count(), 2, "{label}, declared {declared:?}: {read}");
            assert_eq!(read.matches('\u{fffd}').count(), 1, "{label}, declared {declared:?}: {read}");
        }
    }
}

#[test]
fn a_label_that_the_bytes_contradict_loses() {
    for (label, text, declared) in [
        ("utf-8", RUSSIAN, "windows-1251"),
        ("utf-8", WESTERN, "iso-8859-1"),
        ("utf-8", CHINESE, "gbk"),
        ("utf-8", JAPANESE, "shift_jis"),
        ("windows-1252", WESTERN, "utf-8"),
        ("windows-1251", RUSSIAN, "utf-8"),
        ("windows-1251", RUSSIAN, "koi8-r"),
        ("koi8-r", RUSSIAN, "windows-1251"),
    ] {
        for bad in [&[][..], &[0xff]] {
            let read = decode(&spoilt(label, text, declared, bad), None).into_owned();
            assert_eq!(read.matches(text).count(), 2, "{label} declared {declared}, {bad:?}: {read}");
        }
        let header = format!("text/xml; charset={declared}");
        let read = decode(&spoilt(label, text, "", &[]), Some(&header)).into_owned();
        assert_eq!(read.matches(text).count(), 2, "{label} declared {declared} by the header: {read}");
    }
}
