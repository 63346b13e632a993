//! The files of a zip archive, as a Word document and a Python wheel are one.
//!
//! In: the bytes. Out: names and contents. Invariants: no more than the limits is unpacked, whatever the archive says of
//! itself; a broken one is an error. Format: APPNOTE.TXT 6.3.10 of PKWARE (4.3).

use std::io::Read;

use flate2::read::DeflateDecoder;

/// What is unpacked at most.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of one file.
    pub one: usize,
    /// Bytes of all together.
    pub all: usize,
    /// Files in the directory, wanted or not.
    pub files: usize,
}

/// Unpacks the files that are wanted by their names, in the order of the directory.
///
/// # Errors
/// One line: a broken archive, or one over the limits.
pub fn unpack(
    bytes: &[u8],
    wanted: impl Fn(&str) -> bool,
    limits: &Limits,
) -> Result<Vec<(String, Vec<u8>)>, String> {
    let broken = || fault("the zip archive is broken or not whole");
    // the record at the end has at most 65,535 bytes of remark behind it
    let tail = bytes.len().saturating_sub(22 + 65_535);
    let end = bytes.get(tail..).unwrap_or_default().windows(4).rposition(|four| four == b"PK\x05\x06");
    let end = tail + end.ok_or_else(broken)?;
    let (count, mut at) = number(bytes, end + 10, 2).zip(number(bytes, end + 16, 4)).ok_or_else(broken)?;
    if count > limits.files {
        return Err(format!("the zip archive holds more than {} files", limits.files));
    }
    let (mut found, mut left) = (Vec::new(), limits.all);
    for _ in 0..count {
        let (name, next, entry) = zip_entry(bytes, at).ok_or_else(broken)?;
        at = next;
        if !wanted(&name) {
            continue;
        }
        let limit = left.min(limits.one);
        let content = match entry {
            (0, stored) => capped(stored, limit, &name)?,
            (8, deflated) => capped(DeflateDecoder::new(deflated), limit, &name)?,
            _ => return Err(format!("{name} is packed in a way that is not known here")),
        };
        left -= content.len();
        found.push((name, content));
    }
    Ok(found)
}

fn fault(words: &str) -> String {
    words.to_owned()
}

/// Reads to the end, at most `limit` bytes; `name` is told where there are more.
///
/// # Errors
/// One line: it cannot be read, or there is more.
pub fn capped(from: impl Read, limit: usize, name: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    from.take(most).read_to_end(&mut bytes).map_err(|fault| format!("{name} cannot be unpacked: {fault}"))?;
    if bytes.len() > limit { Err(format!("{name} has more than {} MB", limit >> 20)) } else { Ok(bytes) }
}

/// A number of `size` bytes, the least first.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(size)?)?;
    bytes.iter().rev().try_fold(0_usize, |sum, byte| sum.checked_mul(256)?.checked_add(usize::from(*byte)))
}

/// An entry of the directory: its name, where the next begins, how it is packed and the packed bytes.
fn zip_entry(bytes: &[u8], at: usize) -> Option<(String, usize, (usize, &[u8]))> {
    if bytes.get(at..at + 4)? != b"PK\x01\x02" {
        return None;
    }
    let field = |offset, size| number(bytes, at + offset, size);
    let (method, size, start) = (field(10, 2)?, field(20, 4)?, field(42, 4)?);
    let lengths = [field(28, 2)?, field(30, 2)?, field(32, 2)?];
    let name = bytes.get(at + 46..at + 46 + lengths[0])?;
    let data = start + 30 + number(bytes, start + 26, 2)? + number(bytes, start + 28, 2)?;
    let packed = bytes.get(data..data.checked_add(size)?)?;
    let next = at + 46 + lengths.iter().sum::<usize>();
    Some((String::from_utf8_lossy(name).into_owned(), next, (method, packed)))
}
