//! Values as they are spelt: comments and escapes.

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
