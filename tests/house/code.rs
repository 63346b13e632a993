//! The code of a file that ends in the program: tokens without tests and attributes.

use crate::lexer::{Kind, Token, tokens};

/// The tokens without items marked `#[cfg(test)]` and without attributes.
pub(crate) fn code(source: &str) -> Vec<Token> {
    let all = tokens(source);
    let (mut kept, mut at) = (Vec::new(), 0);
    while at < all.len() {
        if !all[at].is('#') {
            kept.push(all[at].clone());
            at += 1;
            continue;
        }
        let open = if all.get(at + 1).is_some_and(|next| next.is('!')) { at + 2 } else { at + 1 };
        let close = closing(&all, open);
        let words: Vec<_> = all[open..=close].iter().filter_map(Token::name).collect();
        at = close + 1;
        if words == ["cfg", "test"] {
            at = after_item(&all, at);
        }
    }
    kept
}

/// The place after the item that begins at `at`: after its block, or after its semicolon.
fn after_item(all: &[Token], mut at: usize) -> usize {
    while at < all.len() {
        if all[at].is(';') {
            return at + 1;
        }
        if all[at].is('{') {
            return closing(all, at) + 1;
        }
        at = if all[at].is('(') || all[at].is('[') { closing(all, at) + 1 } else { at + 1 };
    }
    at
}

/// The place of the bracket that closes the one at `open`; the last token where none does.
pub(crate) fn closing(all: &[Token], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in all.iter().enumerate().skip(open) {
        match token.kind {
            Kind::Sign('(' | '[' | '{') => depth += 1,
            Kind::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    all.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literals(source: &str) -> Vec<String> {
        code(source).iter().filter_map(Token::literal).map(str::to_owned).collect()
    }

    fn names(source: &str) -> String {
        code(source).iter().filter_map(Token::name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn literals_are_read_in_every_spelling() {
        let source = r##"("a\"b", 'c', '\'', b"d", r"e\n", r#"f"g"#, '\u{e9}', "h\
            i", br#"j"#, c"k", b'l', "\x41")"##;
        assert_eq!(literals(source), ["a\"b", "c", "'", "d", "e\\n", "f\"g", "é", "hi", "j", "k", "l", "A"]);
    }

    #[test]
    fn comments_lifetimes_and_numbers_are_no_names() {
        assert_eq!(
            names("fn a<'b>(r#type: &'b str) { /* c /* d */ e */ 0x1f; 1..2; 'l: loop {} } // f"),
            "fn a type str loop"
        );
    }

    #[test]
    fn tests_and_attributes_are_left_out() {
        let source = "#![expect(x)]\n#[derive(D)] struct A;\n#[cfg(test)] mod tests;\n#[cfg(test)]\n#[path = \"p\"]\n\
            mod more { fn b() { c(); } }\n#[cfg(test)] fn d(e: [u8; 2]) {}\n#[cfg(unix)] fn f() {}";
        assert_eq!(names(source), "struct A fn f");
        assert!(literals(source).is_empty());
    }

    #[test]
    fn lines_are_counted() {
        let all = tokens("a\n\n/* x\n */ b \"c\nd\" e");
        let lines: Vec<_> = all.iter().map(|token| (token.line, token.end)).collect();
        assert_eq!(lines, [(1, 1), (4, 4), (4, 5), (5, 5)]);
    }
}
