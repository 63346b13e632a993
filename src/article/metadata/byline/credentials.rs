//! Degrees, licences and honours behind a name: they are of the name, and no name themselves.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use crate::languages::shared;

/// Degrees and titles behind a name, without stops, in lower case.
static CREDENTIAL: LazyLock<HashSet<Cow<'static, str>>> =
    LazyLock::new(|| shared::NAMES.words("credential").collect());

/// Whether a part of a name is a degree or a title behind it: `MD`, `Ph.D.`, `E-RYT 200`.
pub(super) fn is_credential(part: &str) -> bool {
    let mut words = part.split(' ').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit())).peekable();
    words.peek().is_some()
        && words.all(|word| CREDENTIAL.contains(word.replace('.', "").to_lowercase().as_str()))
}

/// The name in `written` with the stop of a degree that ends it, which `part` has lost: `Nadia Feld M.D.`.
pub(super) fn with_credential<'n>(part: &'n str, written: &'n str) -> &'n str {
    let last = written.rsplit(' ').next().unwrap_or_default();
    if part.len() + 1 == written.len() && written.starts_with(part) && is_credential(last) {
        written
    } else {
        part
    }
}

/// `name` with the stop of a degree that ends it, where `whole` has it: `Nadia Feld, R.D.`.
pub(super) fn with_last_stop(name: String, whole: &str) -> String {
    let last = name.rsplit([' ', ',']).next().unwrap_or_default();
    let lost = whole.ends_with(&format!("{last}.")) && last.contains('.') && is_credential(last);
    if lost { name + "." } else { name }
}

/// A name of two words or more without the degree that ends it.
pub(super) fn without_credential(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((rest, last)) if rest.contains(' ') && is_credential(last) => rest,
        _ => name,
    }
}
