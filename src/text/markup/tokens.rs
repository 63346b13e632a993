//! A document cut into tokens, also one that no XML parser takes.
//!
//! In: any text. Out: tokens that cover it, comments, processing instructions and DOCTYPE left out. Total and linear.

/// A piece of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'a> {
    /// Characters and references, as written.
    Text(&'a str),
    /// The inside of a CDATA section; one that is never closed ends before the next closing tag.
    Cdata(&'a str),
    /// `<name attributes>`
    Open {
        /// Its name as written, prefix and all.
        name: &'a str,
        /// What stands between the name and the end of the tag, for [`attributes`].
        attributes: &'a str,
        /// Closed by itself: `<br/>`.
        empty: bool,
    },
    /// `</name>`
    Close(&'a str),
}

/// Cuts `text` into tokens.
#[must_use]
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { rest: text, missing: Vec::new() }
}

/// The tokens of a text, first to last.
#[derive(Debug)]
pub struct Tokens<'a> {
    rest: &'a str,
    /// Ends once looked for in vain; they are not in what is left either, and looking again would be quadratic.
    missing: Vec<&'static str>,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while !self.rest.is_empty() {
            let rest = self.rest;
            let (token, after) = self.cut_one(rest);
            // no token takes nothing
            self.rest = if after.len() < rest.len() { after } else { "" };
            if token.is_some() {
                return token;
            }
        }
        None
    }
}

impl<'a> Tokens<'a> {
    fn cut_one(&mut self, rest: &'a str) -> (Option<Token<'a>>, &'a str) {
        let Some(inner) = rest.strip_prefix('<') else {
            let (text, after) = cut(rest, rest.find('<').unwrap_or(rest.len()));
            return (Some(Token::Text(text)), after);
        };
        if let Some(body) = inner.strip_prefix("![CDATA[") {
            if let Some(end) = self.find(body, "]]>") {
                return (Some(Token::Cdata(cut(body, end).0)), cut(body, end + 3).1);
            }
            let (text, after) = cut(body, body.find("</").unwrap_or(body.len()));
            return (Some(Token::Cdata(text)), after);
        }
        if inner.starts_with(['!', '?']) {
            let plain = inner.find('>').map_or(inner.len(), |at| at + 1);
            let end = if inner.starts_with("!--") {
                self.find(inner, "-->").map(|at| at + 3)
            } else if inner.starts_with('?') {
                self.find(inner, "?>").map(|at| at + 2)
            } else if cut(inner, plain).0.contains('[') {
                // the internal subset of a DOCTYPE
                self.find(inner, "]>").map(|at| at + 2)
            } else {
                None
            };
            return (None, cut(inner, end.unwrap_or(plain)).1);
        }
        tag(inner).unwrap_or_else(|| {
            let end = inner.find('<').unwrap_or(inner.len());
            (Some(Token::Text(cut(rest, end + 1).0)), cut(inner, end).1)
        })
    }

    fn find(&mut self, body: &str, end: &'static str) -> Option<usize> {
        if self.missing.contains(&end) {
            return None;
        }
        let found = body.find(end);
        if found.is_none() {
            self.missing.push(end);
        }
        found
    }
}

/// A tag, `inner` standing after its `<`; `None` when no name follows.
fn tag(inner: &str) -> Option<(Option<Token<'_>>, &str)> {
    let (closing, body) = inner.strip_prefix('/').map_or((false, inner), |body| (true, body));
    if !body.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return None;
    }
    let name_end = body.find(|c: char| c.is_whitespace() || "/><\"'=".contains(c)).unwrap_or(body.len());
    let (name, body) = cut(body, name_end);
    let end = tag_end(body);
    let (attributes, after) = cut(body, end);
    let after = after.strip_prefix('>').unwrap_or(after);
    if closing {
        return Some((Some(Token::Close(name)), after));
    }
    let (attributes, empty) = attributes.strip_suffix('/').map_or((attributes, false), |rest| (rest, true));
    Some((Some(Token::Open { name, attributes, empty }), after))
}

/// Where a tag ends: at `>` outside quotes, or at a `<` that begins the next one.
fn tag_end(body: &str) -> usize {
    let mut quote = None;
    let mut previous = ' ';
    for (at, c) in body.char_indices() {
        match (quote, c) {
            (None, '>' | '<') => return at,
            (None, '"' | '\'') if previous == '=' => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
        if !c.is_whitespace() {
            previous = c;
        }
    }
    // a quote never closed: the tag ends at the first `>` whatever it stood in
    body.find('>').unwrap_or(body.len())
}

/// Name and value of each attribute in the inside of a tag, quoted or not, references as written.
pub fn attributes(inside: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = inside;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || "/\"'=".contains(c));
        if rest.is_empty() {
            return None;
        }
        let (name, after) =
            cut(rest, rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len()));
        let Some(value) = after.trim_start().strip_prefix('=') else {
            rest = after;
            return Some((name, ""));
        };
        let value = value.trim_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let body = cut(value, 1).1;
                let (value, after) = cut(body, body.find(quote).unwrap_or(body.len()));
                (value, after.strip_prefix(quote).unwrap_or(after))
            }
            _ => cut(value, value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        rest = after;
        Some((name, value))
    })
}

fn cut(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_what_is_not_well_formed_into_tokens() {
        let open = |name, attributes, empty| Token::Open { name, attributes, empty };
        let table: Vec<(&str, Vec<Token>)> = vec![
            ("a<b>c</b>", vec![Token::Text("a"), open("b", "", false), Token::Text("c"), Token::Close("b")]),
            ("1 < 2", vec![Token::Text("1 "), Token::Text("< 2")]),
            ("<a href='x>y'/>z", vec![open("a", " href='x>y'", true), Token::Text("z")]),
            ("<a href=\"x>y", vec![open("a", " href=\"x", false), Token::Text("y")]),
            ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>", vec![open("a", "", false)]),
            ("<!-- > --><?php 1 ?>x", vec![Token::Text("x")]),
            ("<![CDATA[a<b]]>c", vec![Token::Cdata("a<b"), Token::Text("c")]),
            ("<![CDATA[a</t>", vec![Token::Cdata("a"), Token::Close("t")]),
            ("<a <b>", vec![open("a", " ", false), open("b", "", false)]),
        ];
        for (text, due) in table {
            assert_eq!(tokens(text).collect::<Vec<_>>(), due, "{text}");
        }
    }

    #[test]
    fn reads_attributes() {
        let found: Vec<_> = attributes(" a=\"1\" b = '2' c=3 d e=\"x>y\"").collect();
        assert_eq!(found, [("a", "1"), ("b", "2"), ("c", "3"), ("d", ""), ("e", "x>y")]);
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "[<>!?/\\[\\]\"'= a-cCDAT&;#x0-9é-]{0,60}") {
            for token in tokens(&text) {
                if let Token::Open { attributes: inside, .. } = token {
                    attributes(inside).count();
                }
            }
        }
    }
}
