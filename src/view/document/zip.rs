//! An archive in the zip format, as Word documents are: files put in as they are, without a date.
//!
//! PKWARE's APPNOTE 6.3.10: local headers (4.3.7), central directory (4.3.12), its end (4.3.16).

/// The date of every file: 1 January 1980, the first there is.
const DATE: u16 = 0x0021;
/// Version that is needed to read it: 2.0.
const VERSION: u16 = 20;
/// Names are UTF-8.
const UTF8: u16 = 0x0800;

/// Packs files, by name, in the order given.
pub(super) fn pack(files: &[(&str, String)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let begins = archive.len();
        let entry = entry(name, content.as_bytes());
        archive.extend(b"PK\x03\x04");
        archive.extend(&entry);
        archive.extend(name.as_bytes());
        archive.extend(content.as_bytes());
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&entry);
        // no comment, first disk, no attributes
        directory.extend([0; 10]);
        directory.extend(number(begins).to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (begins, length, count) = (archive.len(), directory.len(), files.len() as u16);
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(number(length).to_le_bytes());
    archive.extend(number(begins).to_le_bytes());
    archive.extend([0; 2]);
    archive
}

/// What the local header and the directory both say of a file.
fn entry(name: &str, content: &[u8]) -> Vec<u8> {
    let mut entry = Vec::new();
    for word in [VERSION, UTF8, 0, 0, DATE] {
        entry.extend(word.to_le_bytes());
    }
    for word in [checksum(content), number(content.len()), number(content.len())] {
        entry.extend(word.to_le_bytes());
    }
    entry.extend((name.len() as u16).to_le_bytes());
    entry.extend([0; 2]);
    entry
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The CRC-32 of ISO 3309.
fn checksum(bytes: &[u8]) -> u32 {
    let table: [u32; 256] = std::array::from_fn(|at| {
        (0..8)
            .fold(at as u32, |value, _| if value & 1 == 1 { 0xedb8_8320 ^ (value >> 1) } else { value >> 1 })
    });
    let step = |value: u32, byte: &u8| {
        let at = (value ^ u32::from(*byte)) & 0xff;
        table.get(at as usize).copied().unwrap_or_default() ^ (value >> 8)
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b""), 0);
    }

    #[test]
    fn an_archive_says_where_each_file_begins() {
        let archive = pack(&[("a.txt", "one".into()), ("b/c.txt", "zwölf".into())]);
        let end = archive.len() - 22;
        assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
        let at = |from: usize| u32::from_le_bytes(archive[from..from + 4].try_into().unwrap()) as usize;
        let directory = at(end + 16);
        assert_eq!(&archive[directory..directory + 4], b"PK\x01\x02");
        assert_eq!(at(end + 12), end - directory);
        let second = directory + 46 + "a.txt".len();
        let local = at(second + 42);
        assert_eq!(&archive[local..local + 4], b"PK\x03\x04");
        let content = local + 30 + "b/c.txt".len();
        assert_eq!(&archive[content..content + "zwölf".len()], "zwölf".as_bytes());
    }
}
