use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::*;

/// A zip archive of these files, packed.
fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(content).unwrap();
        let packed = packer.finish().unwrap();
        let long = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
        let short = |n: usize| u16::try_from(n).unwrap().to_le_bytes();
        let entry = [
            &[20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
            &[long(packed.len()), long(content.len())].concat(),
            &[short(name.len()), [0, 0]].concat(),
        ]
        .concat();
        directory.extend([b"PK\x01\x02\x14\0".as_slice(), &entry, &[0; 10], &long(out.len())].concat());
        directory.extend(name.as_bytes());
        out.extend([b"PK\x03\x04".as_slice(), &entry, name.as_bytes(), &packed].concat());
    }
    let (start, size, count) = (out.len() as u32, directory.len() as u32, files.len() as u16);
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend([size.to_le_bytes(), start.to_le_bytes()].concat());
    out.extend([0, 0]);
    out
}

fn word(body: &str) -> Vec<u8> {
    let xml = format!("<?xml version=\"1.0\"?><w:document><w:body>{body}</w:body></w:document>");
    zipped(&[("word/media/image1.png", &[7; 3_000]), ("word/document.xml", xml.as_bytes())])
}

#[test]
fn a_word_document_gives_its_paragraphs_as_they_stand_now() {
    let body = "<w:p><w:r><w:t>The minister &amp; the </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">envoy met</w:t>\
        <w:tab/><w:t>in Oslo.</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>\
        <w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText><w:t/><w:t>“We will wait.”</w:t>\
        <w:br/><w:t>So she said.</w:t></w:r></w:p>";
    assert_eq!(
        text("Statement.DOCX", &word(body)).unwrap(),
        "The minister & the envoy met in Oslo.\n\n“We will wait.”\nSo she said.\n\n"
    );
}

#[test]
fn plain_text_is_read_in_its_own_letters() {
    for (bytes, due) in [
        ("Министр ждёт.".as_bytes().to_vec(), "Министр ждёт."),
        ("\u{feff}Ministers wait.".as_bytes().to_vec(), "Ministers wait."),
        ("\u{feff}Wait".encode_utf16().flat_map(u16::to_le_bytes).collect(), "Wait"),
    ] {
        assert_eq!(text("a.txt", &bytes).as_deref(), Ok(due));
    }
}

#[test]
fn what_is_of_another_kind_damaged_or_too_large_is_refused() {
    let bomb = word(&" ".repeat(9 << 20));
    assert!((bomb.len() as u64) < LARGEST);
    let crowd: Vec<(String, &[u8])> = (0..5_000).map(|n| (format!("{n}"), b"x".as_slice())).collect();
    let crowd: Vec<(&str, &[u8])> = crowd.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    let long = word(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "word ".repeat(90_000)));
    for (name, bytes, due) in [
        ("a.pdf", b"%PDF-1.7".to_vec(), Unreadable::Kind),
        ("a", b"words".to_vec(), Unreadable::Kind),
        ("a.docx", b"PK\x03\x04".to_vec(), Unreadable::Damaged),
        ("a.docx", word(""), Unreadable::Damaged),
        ("a.docx", zipped(&[("word/other.xml", b"<w:t>x</w:t>")]), Unreadable::Damaged),
        ("a.docx", bomb, Unreadable::Damaged),
        ("a.docx", zipped(&crowd), Unreadable::Damaged),
        ("a.docx", long, Unreadable::TooLarge),
        ("a.txt", vec![b'a'; 400_001], Unreadable::TooLarge),
        ("a.txt", b"MZ\0\0\x01\0words\0".to_vec(), Unreadable::Damaged),
    ] {
        assert_eq!(text(name, &bytes), Err(due), "{name} {}", bytes.len());
    }
    assert_eq!(is_readable("a.docx", LARGEST + 1), Err(Unreadable::TooLarge));
}

proptest::proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400), cut in 0..400_usize) {
        let _read = text("a.docx", &bytes);
        let mut whole = word("<w:p><w:r><w:t>Words.</w:t></w:r></w:p>");
        let at = cut % whole.len();
        whole[at] ^= bytes.first().copied().unwrap_or(1);
        let _read = text("a.docx", &whole);
    }
}
