//! Bytes of a document to its text, whatever its labels say.
//!
//! In: the bytes of a page or a feed and its `Content-Type` header. Out: text without a byte order mark. Total. The bytes
//! themselves are the first witness: text that is UTF-8 but for a few bytes is UTF-8, whatever its labels say, and a label
//! is believed only while most of the bytes bear it out. A byte that fits nothing becomes one U+FFFD and changes nothing
//! else.

mod labels;
mod likeness;

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use labels::{label_of_document, label_of_header};
use likeness::{FEW, flaws, is_not_latin};

/// How much the detector reads, in bytes.
const DETECT: usize = 256 * 1024;

/// Decodes a document: by its mark or the zeros of a wide set, as UTF-8, as its labels say, by the look of its bytes.
#[must_use]
pub fn decode<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Cow<'a, str> {
    if let Some(text) = wide(bytes) {
        return text;
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let shifting = bytes.is_ascii() && bytes.contains(&0x1b);
    if !shifting && is_utf_8(bytes) {
        return match String::from_utf8_lossy(bytes) {
            Cow::Owned(text) => Cow::Owned(without_cut_end(text)),
            borrowed @ Cow::Borrowed(_) => borrowed,
        };
    }
    let likely = candidates(bytes, content_type).into_iter();
    let mut best: Option<(f32, String)> = None;
    // the last is looked for only where none of the others fits
    for encoding in likely.chain(std::iter::once_with(|| usual_look(bytes))) {
        let text = plain(encoding, bytes);
        let flawed = flaws(&text);
        if flawed <= FEW {
            return Cow::Owned(text);
        }
        if best.as_ref().is_none_or(|(least, _)| flawed < *least) {
            best = Some((flawed, text));
        }
    }
    Cow::Owned(best.map(|(_, text)| text).unwrap_or_default())
}

/// The sets a document may be in, the likeliest first: as its labels say, then as it looks. Where header and document
/// disagree and the look of the bytes bears the document out, and where a Western label stands over other letters, the
/// look is first.
fn candidates(bytes: &[u8], content_type: Option<&str>) -> Vec<&'static Encoding> {
    let header = content_type.and_then(label_of_header);
    let document = label_of_document(bytes);
    let look = look(bytes);
    let western = |label: Option<&'static Encoding>| label.is_none_or(|label| label == WINDOWS_1252);
    let outvoted =
        header.is_some() && header != document && document.is_some_and(|label| is_kin(label, look));
    let mut found = Vec::new();
    if outvoted || western(header) && western(document) && is_not_latin(bytes.get(..DETECT).unwrap_or(bytes))
    {
        found.push(look);
    }
    found.extend(header);
    found.extend(document);
    found.push(look);
    // the bytes are not UTF-8
    found.retain(|encoding| *encoding != UTF_8);
    found
}

/// Whether two sets are one as far as the look of the bytes tells: the detector knows the Ukrainian KOI8 only.
fn is_kin(label: &'static Encoding, look: &'static Encoding) -> bool {
    label == look || label == KOI8_R && look == KOI8_U
}

/// The text of the bytes; controls that only sets without a letter there give, and a last character cut short, are faults.
fn plain(encoding: &'static Encoding, bytes: &[u8]) -> String {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let text = if text.contains(is_high_control) {
        text.replace(is_high_control, "\u{fffd}")
    } else {
        text.into_owned()
    };
    without_cut_end(text)
}

fn is_high_control(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}')
}

/// A last character cut short by a size cap is no fault of the text.
fn without_cut_end(mut text: String) -> String {
    text.truncate(text.trim_end_matches('\u{fffd}').len());
    text
}

/// The text of a document that says its set in its first bytes: a mark, or the zeros of a wide set.
fn wide(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let utf_16 = |encoding: &'static Encoding, bytes| Some(encoding.decode_without_bom_handling(bytes).0);
    match *bytes {
        [0xFF, 0xFE, 0, 0, ref rest @ ..] => Some(utf_32(rest, u32::from_le_bytes)),
        [0, 0, 0xFE, 0xFF, ref rest @ ..] => Some(utf_32(rest, u32::from_be_bytes)),
        [0xFF, 0xFE, ref rest @ ..] => utf_16(UTF_16LE, rest),
        [0xFE, 0xFF, ref rest @ ..] => utf_16(UTF_16BE, rest),
        [a, 0, 0, 0, ..] if a != 0 => Some(utf_32(bytes, u32::from_le_bytes)),
        [0, 0, 0, a, ..] if a != 0 => Some(utf_32(bytes, u32::from_be_bytes)),
        [a, 0, b, 0, ..] if a != 0 && b != 0 => utf_16(UTF_16LE, bytes),
        [0, a, 0, b, ..] if a != 0 && b != 0 => utf_16(UTF_16BE, bytes),
        _ => None,
    }
}

fn utf_32(bytes: &[u8], read: fn([u8; 4]) -> u32) -> Cow<'static, str> {
    let (units, _) = bytes.as_chunks::<4>();
    Cow::Owned(units.iter().map(|&unit| char::from_u32(read(unit)).unwrap_or('\u{fffd}')).collect())
}

/// Whether a document is UTF-8 but for accidents: its whole characters beyond ASCII are no fewer than the places that are
/// none. In text of any other set hardly a pair of bytes forms such a character.
fn is_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // a document of ASCII may be cut within its first other character
    let cut = || std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none());
    broken == 0 || whole > 0 && whole >= broken || cut()
}

/// The set the bytes look like: of the whole, or of most pieces where the whole does not quite fit what it looks like.
fn look(bytes: &[u8]) -> &'static Encoding {
    let bytes = bytes.get(..DETECT).unwrap_or(bytes);
    let whole = guess(bytes);
    let fits = whole.decode_without_bom_handling_and_without_replacement(bytes).is_some();
    if fits { whole } else { usual_look(bytes) }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// The set most pieces of a document look like, parted where a tag or a line begins: one byte that a set does not have
/// rules it out for the piece it stands in, and not for the whole.
fn usual_look(bytes: &[u8]) -> &'static Encoding {
    let mut votes: Vec<(&'static Encoding, usize)> = Vec::new();
    for piece in bytes.get(..DETECT).unwrap_or(bytes).split(|byte| matches!(byte, b'<' | b'\n')) {
        let high = piece.iter().filter(|byte| !byte.is_ascii()).count();
        if high == 0 {
            continue;
        }
        let seen = guess(piece);
        match votes.iter_mut().find(|(encoding, _)| *encoding == seen) {
            Some((_, count)) => *count += high,
            None => votes.push((seen, high)),
        }
    }
    votes.into_iter().max_by_key(|(_, count)| *count).map_or(WINDOWS_1252, |(encoding, _)| encoding)
}

#[cfg(test)]
mod tests;
