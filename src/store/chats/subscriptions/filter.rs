//! The words a subscription is narrowed to.

/// Whether an article passes a subscription's filter: no words at all, or one of them, parted by commas or lines, any
/// case, where a word of `text` begins.
#[must_use]
pub fn passes(filter: Option<&str>, text: &str) -> bool {
    let wanted = filter.unwrap_or_default().split([',', '\n']).map(|words| words.trim().to_lowercase());
    let wanted: Vec<String> = wanted.filter(|words| !words.is_empty()).collect();
    if wanted.is_empty() {
        return true;
    }
    let lower = text.to_lowercase();
    let begins = |at: usize| !lower.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
    wanted.iter().any(|words| lower.match_indices(words.as_str()).any(|(at, _)| begins(at)))
}

#[cfg(test)]
mod tests {
    use super::passes;

    #[test]
    fn a_filter_wants_one_of_its_words() {
        let text = "Ministers agree on new sanctions; Киев просит о помощи";
        let table = [
            (None, true),
            (Some(""), true),
            (Some("sanction"), true),
            (Some("tariffs, SANCTIONS"), true),
            (Some("киев"), true),
            (Some("anction"), false),
            (Some("agree on new"), true),
            (Some("tariffs, elections"), false),
        ];
        for (filter, wanted) in table {
            assert_eq!(passes(filter, text), wanted, "{filter:?}");
        }
    }
}
