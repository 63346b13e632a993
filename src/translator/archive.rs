//! The files of an archive that may be parts of a model: zip (a wheel is one) and tar under gzip.
//!
//! In: the bytes of an archive. Out: names and contents. Invariants: no more than a cap is unpacked, whatever the archive
//! says of itself; a broken one is an error. Format: POSIX.1-1988 ustar and the long names of GNU tar; zip is read by
//! [`zip`].

use flate2::read::GzDecoder;

use super::package::is_part;
use crate::article::document::zip::{self, capped};

/// Most bytes of one file, and of all together: the largest models of Firefox Translations have 60 MB.
const LARGEST: usize = 300 << 20;
const ALL: usize = 600 << 20;
const LIMITS: zip::Limits = zip::Limits { one: LARGEST, all: ALL, files: 65_535 };

/// A file by its name in the archive.
pub(super) type Unpacked = Vec<(String, Vec<u8>)>;

/// Unpacks what may be part of a model.
///
/// # Errors
/// One line: no archive, a broken one, or one too large.
pub fn unpack(bytes: &[u8]) -> Result<Unpacked, String> {
    let files = match bytes {
        [b'P', b'K', 3, 4, ..] => zip::unpack(bytes, is_part, &LIMITS)?,
        [0x1f, 0x8b, ..] => tar(bytes)?,
        _ => return Err("neither a zip archive (.zip, .whl) nor a gzipped tar (.tar.gz)".to_owned()),
    };
    all_plain(files)
}

/// Takes the gzip off files, all of them together within the cap.
///
/// # Errors
/// One line: one is broken, or they are too large.
pub fn all_plain(files: Unpacked) -> Result<Unpacked, String> {
    all_within(files, ALL)
}

fn all_within(files: Unpacked, mut left: usize) -> Result<Unpacked, String> {
    let mut found = Vec::new();
    for file in files {
        let file = plain(file, left.min(LARGEST))?;
        left -= file.1.len();
        found.push(file);
    }
    Ok(found)
}

/// Takes the gzip off a single file: `vocab.pten.spm.gz`.
fn plain((name, bytes): (String, Vec<u8>), limit: usize) -> Result<(String, Vec<u8>), String> {
    match name.strip_suffix(".gz") {
        Some(bare) => Ok((bare.to_owned(), capped(GzDecoder::new(bytes.as_slice()), limit, &name)?)),
        None if bytes.len() > limit => Err(format!("{name} has more than {} MB", limit >> 20)),
        None => Ok((name, bytes)),
    }
}

fn tar(bytes: &[u8]) -> Result<Unpacked, String> {
    let whole = capped(GzDecoder::new(bytes), ALL, "the archive")?;
    let broken = || "the tar archive is broken or not whole".to_owned();
    let (mut found, mut at, mut long) = (Vec::new(), 0, None);
    while let Some(header) = whole.get(at..at + 512).filter(|header| header.iter().any(|byte| *byte != 0)) {
        if header.get(257..262) != Some(b"ustar".as_slice()) {
            return Err(broken());
        }
        let size = octal(header.get(124..136).unwrap_or_default()).ok_or_else(broken)?;
        let content = whole.get(at + 512..(at + 512).saturating_add(size)).ok_or_else(broken)?;
        let name = long.take().unwrap_or_else(|| tar_name(header));
        match header.get(156) {
            Some(b'L') => long = Some(text(content)),
            Some(0 | b'0') if is_part(&name) => found.push((name, content.to_vec())),
            _ => {}
        }
        at += 512 + size.div_ceil(512) * 512;
    }
    Ok(found)
}

fn tar_name(header: &[u8]) -> String {
    let (name, prefix) = (text(header.get(..100).unwrap_or_default()), header.get(345..500));
    let prefix = text(prefix.unwrap_or_default());
    if prefix.is_empty() { name } else { format!("{prefix}/{name}") }
}

/// Text up to the first zero.
fn text(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    String::from_utf8_lossy(bytes.get(..end).unwrap_or_default()).into_owned()
}

fn octal(bytes: &[u8]) -> Option<usize> {
    usize::from_str_radix(text(bytes).trim(), 8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder};
    use std::io::Write as _;

    fn zipped(files: &[(&str, &[u8], bool)]) -> Vec<u8> {
        let (mut out, mut directory) = (Vec::new(), Vec::new());
        for (name, content, deflated) in files {
            let packed = if *deflated {
                let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
                packer.write_all(content).unwrap();
                packer.finish().unwrap()
            } else {
                content.to_vec()
            };
            let short = |n: usize| u16::try_from(n).unwrap().to_le_bytes();
            let long = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
            let method = short(if *deflated { 8 } else { 0 });
            let start = out.len();
            out.extend(b"PK\x03\x04\x14\0\0\0");
            out.extend(method);
            out.extend([0; 8]);
            out.extend([long(packed.len()), long(content.len())].concat());
            out.extend([short(name.len()), short(0)].concat());
            out.extend(name.as_bytes());
            out.extend(&packed);
            directory.extend(b"PK\x01\x02\x14\0\x14\0\0\0");
            directory.extend(method);
            directory.extend([0; 8]);
            directory.extend([long(packed.len()), long(content.len())].concat());
            directory.extend(short(name.len()));
            directory.extend([0; 12]);
            directory.extend(long(start));
            directory.extend(name.as_bytes());
        }
        let (count, start, size) = (files.len() as u16, out.len() as u32, directory.len() as u32);
        out.extend(&directory);
        out.extend(b"PK\x05\x06\0\0\0\0");
        out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
        out.extend([size.to_le_bytes(), start.to_le_bytes()].concat());
        out.extend([0, 0]);
        out
    }

    fn gzipped(bytes: &[u8]) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    fn tarred(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut out = Vec::new();
        for (name, content) in files {
            let mut header = [0_u8; 512];
            header[..name.len()].copy_from_slice(name.as_bytes());
            header[124..135].copy_from_slice(format!("{:011o}", content.len()).as_bytes());
            header[156] = b'0';
            header[257..262].copy_from_slice(b"ustar");
            out.extend(header);
            out.extend(*content);
            out.resize(out.len().next_multiple_of(512), 0);
        }
        out.resize(out.len() + 1024, 0);
        gzipped(&out)
    }

    #[test]
    fn parts_of_a_model_are_taken_from_an_archive_and_nothing_else() {
        let due = vec![
            ("m/model.pten.bin".to_owned(), b"weights".to_vec()),
            ("m/vocab.pten.spm".to_owned(), b"pieces".to_vec()),
        ];
        let vocab = gzipped(b"pieces");
        let zip = zipped(&[
            ("m/model.pten.bin", b"weights", true),
            ("m/readme.txt", b"words", false),
            ("m/vocab.pten.spm.gz", &vocab, false),
        ]);
        assert_eq!(unpack(&zip).unwrap(), due);
        let tar = tarred(&[
            ("m/model.pten.bin", b"weights"),
            ("m/readme.txt", b"words"),
            ("m/vocab.pten.spm.gz", &vocab),
        ]);
        assert_eq!(unpack(&tar).unwrap(), due);
    }

    #[test]
    fn broken_archives_are_errors() {
        let zip = zipped(&[("model.pten.bin", &[7; 4_000], true)]);
        let tar = tarred(&[("model.pten.bin", &[7; 4_000])]);
        for (bytes, due) in [
            (&zip[..zip.len() - 30], "not whole"),
            (&tar[..tar.len() - 12], "cannot be unpacked"),
            (b"<html>".as_slice(), "neither"),
            (&[], "neither"),
        ] {
            assert!(unpack(bytes).unwrap_err().contains(due), "{due}");
        }
    }

    #[test]
    fn no_more_than_the_cap_is_unpacked() {
        let bomb = gzipped(&vec![0; 3 << 20]);
        assert!(
            capped(GzDecoder::new(bomb.as_slice()), 1 << 20, "it").unwrap_err().contains("more than 1 MB")
        );
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..600), kind in 0..2_usize) {
            let mut bytes = bytes;
            let head: &[u8] = if kind == 0 { b"PK\x03\x04" } else { &[0x1f, 0x8b] };
            bytes.splice(0..0, head.iter().copied());
            bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
            let _found = unpack(&bytes);
        }
    }

    #[test]
    fn packed_files_are_unpacked_within_one_cap_for_all() {
        let packed = |name: &str| (format!("{name}.gz"), gzipped(&[7; 60]));
        let both = || vec![packed("model.bin"), packed("vocab.spm")];
        let names = |files: Unpacked| files.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(
            all_within(both(), 120).map(names),
            Ok(vec!["model.bin".to_owned(), "vocab.spm".to_owned()])
        );
        assert!(all_within(both(), 119).is_err());
    }
}
