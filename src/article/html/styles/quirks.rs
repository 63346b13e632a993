//! Pages that browsers read as those of the nineties wrote them: without a document type, or with an old one.
//!
//! In such a page names of classes and ids are told apart by their letters alone and not by capitals, a number without a
//! unit is a length, and a colour may lack its sign (Quirks Mode Standard, sections 3.1, 3.2 and 3.3; Selectors 4, section 6).

use std::borrow::Cow;

use cssparser::{Parser, Token};
use dom_query::{Document, NodeRef};

/// The longest document type that is read, in bytes.
const LONGEST: usize = 1_024;

/// Whether browsers read the page of this source so.
pub(super) fn is_quirky(html: &str) -> bool {
    let start = opening(html);
    let opens = start.get(..9).is_some_and(|head| head.eq_ignore_ascii_case("<!doctype"));
    let end = start.find('>').filter(|end| opens && *end < LONGEST);
    let Some(declared) = end.and_then(|end| start.get(..=end)) else { return true };
    Document::from(declared).quirks_mode == Document::from("<p>").quirks_mode
}

/// The page from what is neither blank nor a comment on; a page may have those before its document type (HTML Standard,
/// sections 13.2.5.41 to 13.2.5.51 and 13.2.6.4.1).
fn opening(html: &str) -> &str {
    let mut rest = html.trim_start_matches('\u{feff}').trim_start();
    loop {
        let comment =
            rest.strip_prefix("<!--").map(|open| match open.strip_prefix("->").or(open.strip_prefix('>')) {
                Some(behind) => behind,
                None => behind_comment(open),
            });
        let bogus =
            || rest.strip_prefix("<?").map(|open| open.split_once('>').map_or("", |(_, behind)| behind));
        let Some(behind) = comment.or_else(bogus) else { return rest };
        rest = behind.trim_start();
    }
}

/// What stands behind the end of a comment: the first `-->` or `--!>`; nothing where it has none.
fn behind_comment(text: &str) -> &str {
    let ends = |at: &usize| text.get(..*at).is_some_and(|head| head.ends_with("--") || head.ends_with("--!"));
    let end = text.match_indices('>').map(|(at, _)| at).find(ends);
    end.and_then(|at| text.get(at + 1..)).unwrap_or_default()
}

/// Writes the classes and ids of a page in small letters.
pub(super) fn lower_words(page: &Document) {
    let Some(body) = page.body() else { return };
    // nothing is changed while the page is walked over
    let all: Vec<NodeRef> = body.parent().into_iter().chain([body]).chain(body.descendants_it()).collect();
    for node in all.iter().filter(|node| node.is_element()) {
        for name in ["class", "id"] {
            let capitals =
                node.attr(name).filter(|value| value.bytes().any(|byte| byte.is_ascii_uppercase()));
            if let Some(value) = capitals {
                node.set_attr(name, &value.to_ascii_lowercase());
            }
        }
    }
}

/// A declared value as browsers read it there.
pub(super) fn value<'v>(name: &str, value: &'v str) -> Cow<'v, str> {
    if is_of_color(name) {
        let bare = value.trim();
        let signless = matches!(bare.len(), 3 | 6) && bare.bytes().all(|byte| byte.is_ascii_hexdigit());
        return if signless { Cow::Owned(format!("#{bare}")) } else { Cow::Borrowed(value) };
    }
    if !is_of_length(name) || value.contains('(') {
        return Cow::Borrowed(value);
    }
    let mut css = Parser::new(value);
    let mut found = String::with_capacity(value.len() + 4);
    loop {
        let start = css.position();
        let Ok(token) = css.next_including_whitespace().cloned() else { break };
        found.push_str(css.slice_from(start));
        if matches!(token, Token::Number { value, .. } if value != 0.0) {
            found.push_str("px");
        }
    }
    Cow::Owned(found)
}

fn is_of_color(name: &str) -> bool {
    matches!(name, "color" | "background-color")
}

fn is_of_length(name: &str) -> bool {
    let sized = ["height", "width"].iter().any(|size| name.strip_prefix("max-").unwrap_or(name) == *size);
    let placed = matches!(name, "top" | "right" | "bottom" | "left" | "clip" | "font-size" | "text-indent");
    sized || placed || name == "margin" || name.starts_with("margin-") || name.ends_with("-spacing")
}
