//! JSON as it is really written: by hand, by templates, cut short of what the standard asks.
//!
//! In: any text. Out: its value, or nothing where no mending makes it JSON. Total and linear. Mended are a mark or zeros
//! around the document, commas before a bracket, comments, controls and line ends within a text, escapes of half a
//! character or of none. What is JSON already is read as it stands: no mending looks into it.

use serde_json::Value;

/// Reads JSON, mended if it must be.
#[must_use]
pub fn lenient_json(text: &str) -> Option<Value> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\0'));
    serde_json::from_str(text).ok().or_else(|| serde_json::from_str(&mended(text)).ok())
}

fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        rest = match c {
            '"' => {
                out.push('"');
                mend_text(after, &mut out)
            }
            ',' if ends_list(after) => after,
            '/' => match comment(rest) {
                Some(behind) => behind,
                None => pushed('/', after, &mut out),
            },
            c if c.is_control() => pushed(' ', after, &mut out),
            c => pushed(c, after, &mut out),
        };
    }
    out
}

fn pushed<'a>(c: char, after: &'a str, out: &mut String) -> &'a str {
    out.push(c);
    after
}

/// Whether nothing but space and comments stands before the bracket that ends a list.
fn ends_list(mut text: &str) -> bool {
    loop {
        text = text.trim_start();
        match comment(text) {
            Some(behind) => text = behind,
            None => return text.is_empty() || text.starts_with(['}', ']', ',']),
        }
    }
}

/// What stands behind the comment at the head of `text`.
fn comment(text: &str) -> Option<&str> {
    let (end, text) = match text.strip_prefix("//") {
        Some(inside) => ("\n", inside),
        None => ("*/", text.strip_prefix("/*")?),
    };
    Some(text.split_once(end).map_or("", |(_, behind)| behind))
}

/// Copies a text up to its closing mark, mended, and gives what stands behind that.
fn mend_text<'a>(text: &'a str, out: &mut String) -> &'a str {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        rest = match c {
            '"' => return pushed('"', after, out),
            '\\' => mend_escape(after, out),
            '\n' => {
                out.push_str("\\n");
                after
            }
            '\t' | '\r' => pushed(' ', after, out),
            c if c.is_control() => after,
            c => pushed(c, after, out),
        };
    }
    rest
}

/// Copies the escape whose backslash stands before `text`; one that means no character is left out, and a backslash that
/// escapes nothing is the character behind it.
fn mend_escape<'a>(text: &'a str, out: &mut String) -> &'a str {
    let Some(c) = text.chars().next() else { return text };
    let after = text.get(c.len_utf8()..).unwrap_or_default();
    match c {
        'u' => {
            let Some((unit, behind)) = code_unit(after) else { return after };
            let low = || behind.strip_prefix("\\u").and_then(code_unit).filter(|(low, _)| is_low(*low));
            let end = match unit {
                0xD800..=0xDBFF => match low() {
                    Some((_, end)) => end,
                    None => return behind,
                },
                0..=0x1F if !matches!(unit, 9 | 10 | 13) => return behind,
                unit if is_low(unit) => return behind,
                _ => behind,
            };
            out.push_str("\\u");
            out.push_str(after.get(..after.len() - end.len()).unwrap_or_default());
            end
        }
        '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => {
            out.push('\\');
            pushed(c, after, out)
        }
        '\n' => after,
        c => pushed(c, after, out),
    }
}

/// The four digits at the head of `text` as a unit of UTF-16, and what stands behind them.
fn code_unit(text: &str) -> Option<(u16, &str)> {
    let (digits, behind) = text.split_at_checked(4)?;
    let digits = Some(digits).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    Some((u16::from_str_radix(digits, 16).ok()?, behind))
}

fn is_low(unit: u16) -> bool {
    (0xDC00..=0xDFFF).contains(&unit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_nearly_json_is_read() {
        let table = [
            (r#"{"a": [1, 2,], "b": {"c": 3,},}"#, json!({"a": [1, 2], "b": {"c": 3}})),
            ("[1, // the first\n 2, /* no more */ ]", json!([1, 2])),
            ("{\"a\": \"one\ntwo\u{8}\tthree\"}", json!({"a": "one\ntwo three"})),
            (
                r#"["Fähre \ud83d liegt fest", "\udc00", "\ud83d\u0041"]"#,
                json!(["Fähre  liegt fest", "", "A"]),
            ),
            (r#"["\ud83d\ude00 still there",]"#, json!(["\u{1f600} still there"])),
            (r#"["It\'s \x here", "C:\\",]"#, json!(["It's x here", "C:\\"])),
            ("\u{feff}[1]\0", json!([1])),
            // what is in a text stays there
            (r#"{"a": "x, ] and // no comment, }",}"#, json!({"a": "x, ] and // no comment, }"})),
        ];
        for (text, due) in table {
            assert_eq!(lenient_json(text), Some(due), "{text}");
        }
    }

    #[test]
    fn what_is_none_is_none() {
        for text in ["", "{", "[1", r#"{"a""#, "<html>", r#"{"a": "b"#, "{a: 1}"] {
            assert_eq!(lenient_json(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "[\\[\\]{}\",:/*\\\\u0d8fFa-c \n\u{8}é-]{0,60}") {
            prop_assert!(lenient_json(&text).is_none_or(|value| !value.to_string().is_empty()));
        }

        #[test]
        fn what_is_json_stays_what_it_is(words in proptest::collection::vec("\\PC{0,12}", 0..5)) {
            let value = json!({ "items": words });
            prop_assert_eq!(lenient_json(&value.to_string()), Some(value));
        }
    }
}
