//! Values as they are spelt: comments, escapes and variables.

use crate::text::FastMap;

/// A value without its comments and escapes.
pub(in super::super) fn plain(value: &str) -> String {
    let mut rest = value;
    let mut found = String::with_capacity(value.len());
    while let Some(at) = rest.find(['\\', '/']) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        found.push_str(before);
        rest = if let Some(comment) = from.strip_prefix("/*") {
            found.push(' ');
            comment.split_once("*/").map_or("", |(_, after)| after)
        } else if let Some(escaped) = from.strip_prefix('\\') {
            unescaped(escaped, &mut found)
        } else {
            found.push('/');
            from.strip_prefix('/').unwrap_or_default()
        };
    }
    found + rest
}

/// Adds the character of an escape whose mark was read; what stands behind it.
fn unescaped<'t>(escaped: &'t str, found: &mut String) -> &'t str {
    let digits = escaped.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    let (code, after) = escaped.split_at_checked(digits).unwrap_or((escaped, ""));
    if code.is_empty() {
        return after;
    }
    found.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
    after.strip_prefix(|c: char| c.is_ascii_whitespace()).unwrap_or(after)
}

/// A value with its variables filled in; none where they are too many or the value gets too long.
pub(in super::super) fn filled(value: &str, variables: &[&FastMap<String, String>]) -> Option<String> {
    const ROUNDS: usize = 64;
    const LONGEST: usize = 400;
    let mut value = value.to_owned();
    for _ in 0..ROUNDS {
        let Some((before, rest)) = value.split_once("var(") else { return Some(value) };
        let (inside, after) = rest.split_once(')').unwrap_or((rest, ""));
        let (name, instead) =
            inside.split_once(',').map_or((inside, None), |(name, rest)| (name, Some(rest)));
        let name = name.trim().to_ascii_lowercase();
        let known = variables.iter().find_map(|known| known.get(&name)).map(String::as_str);
        // without a value for one of its variables a declaration says nothing
        let Some(given) = known.or(instead) else { return Some(String::new()) };
        value = format!("{before}{given}{after}");
        if value.len() > LONGEST {
            return None;
        }
    }
    None
}
