//! Selectors: what they weigh, what they cost, and by which word of an element they are found.

use std::cell::OnceCell;

use cssparser::{Parser, Token};
use dom_query::{Matcher, NodeRef};

use super::reading::skip_block;
use super::states;

/// The most combinators of a selector that is read.
const COMBINATORS: usize = 16;
/// The longest selector that is read, in bytes.
const LONGEST: usize = 600;

/// A selector of one rule.
pub(in crate::article::html::styles) struct Selector {
    text: String,
    /// It asks for a state no page is in when it is opened.
    passing: bool,
    /// Too long or of too many parts to be matched: nothing but the last part was read.
    coarse: bool,
    /// It asks for a state of which it is not known whether what may be in it is.
    maybe: bool,
    /// What of an element it chooses.
    pub(in crate::article::html::styles) part: Part,
    /// It looks at what is in an element.
    pub(in crate::article::html::styles) inward: bool,
    /// Made when an element is first matched: most rules of a sheet are about elements the page has not.
    matcher: OnceCell<Option<Matcher>>,
    /// Its specificity as CSS counts it.
    pub(in crate::article::html::styles) weight: u32,
    /// Steps that matching takes where nothing but ancestors is looked at.
    pub(in crate::article::html::styles) cost: usize,
    /// Whether the elements beside an element are looked at, too.
    pub(in crate::article::html::styles) sideways: bool,
    /// Words of the element it chooses: `#id`, `.class`, `name`; the first is the rarest.
    pub(in crate::article::html::styles) keys: Vec<String>,
    /// Classes and ids that elements above it have.
    pub(in crate::article::html::styles) above: Vec<String>,
}

impl Selector {
    /// Reads a selector; none for one that browsers do not know, or not all.
    pub(in crate::article::html::styles) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let parts = Parts::read(text)?;
        let coarse = text.len() > LONGEST || parts.combinators > COMBINATORS;
        let mut keys = parts.keys;
        keys.sort_by_key(|key| match key.as_bytes().first() {
            Some(b'#') => 0,
            Some(b'.') => 1,
            _ => 2,
        });
        let (settled, maybe) = states::settled(text.get(..parts.whole).unwrap_or_default());
        Some(Self {
            text: if coarse { String::new() } else { settled },
            maybe,
            part: parts.part,
            passing: parts.passing,
            coarse,
            inward: parts.inward,
            matcher: OnceCell::new(),
            weight: parts.weight,
            cost: 1 + parts.combinators,
            sideways: parts.sideways,
            keys,
            above: if coarse { Vec::new() } else { parts.above },
        })
    }

    /// Whether it chooses `node`, which has all its keys, in the page as it opens.
    pub(in crate::article::html::styles) fn chooses(&self, node: &NodeRef) -> Choice {
        if self.passing {
            return Choice::No;
        }
        if self.coarse {
            return Choice::Perhaps;
        }
        match self.matcher.get_or_init(|| Matcher::new(&self.text).ok()) {
            Some(matcher) if matcher.match_element(node) => {
                if self.maybe {
                    Choice::Perhaps
                } else {
                    Choice::Yes
                }
            }
            Some(_) => Choice::No,
            None => Choice::Perhaps,
        }
    }

    /// What it chooses where it is not matched.
    pub(in crate::article::html::styles) fn unmatched(&self) -> Choice {
        if self.passing { Choice::No } else { Choice::Perhaps }
    }
}

/// What of an element a selector chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::article::html::styles) enum Part {
    #[default]
    Whole,
    /// Its first line or letter.
    First,
    /// What a style writes before or behind its words.
    Written,
    /// What has none of its words.
    Other,
}

impl Part {
    /// The part of this name, written with two colons (`doubled`) or one; none for what is no part that all browsers know.
    fn named(name: &str, doubled: bool) -> Option<Self> {
        match name {
            "first-line" | "first-letter" => Some(Self::First),
            "before" | "after" => Some(Self::Written),
            _ if !doubled || name.starts_with("-moz-") || name.starts_with("-ms-") => None,
            "marker"
            | "selection"
            | "placeholder"
            | "backdrop"
            | "cue"
            | "file-selector-button"
            | "target-text"
            | "spelling-error"
            | "grammar-error"
            | "slotted"
            | "part"
            | "details-content"
            | "view-transition" => Some(Self::Other),
            _ if name.starts_with("-webkit-") || name.starts_with("view-transition-") => Some(Self::Other),
            _ => None,
        }
    }
}

/// Whether a selector chooses an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::article::html::styles) enum Choice {
    No,
    /// It cannot be told: the element has the words of the last part.
    Perhaps,
    Yes,
}

/// What a selector is made of.
#[derive(Default)]
struct Parts {
    weight: u32,
    combinators: usize,
    sideways: bool,
    /// It asks for a state that nothing is in when a page opens.
    passing: bool,
    inward: bool,
    part: Part,
    /// Where what chooses the element ends.
    whole: usize,
    /// Words of the last compound.
    keys: Vec<String>,
    /// Classes and ids of the compounds that stand for elements above.
    above: Vec<String>,
}

impl Parts {
    fn read(text: &str) -> Option<Self> {
        let (mut parts, mut css, mut gap) = (Self::default(), Parser::new(text), false);
        parts.inward = text.to_ascii_lowercase().contains(":has(");
        let begin = css.position();
        loop {
            if parts.part == Part::Whole {
                parts.whole = css.slice_from(begin).len();
            }
            let Ok(token) = css.next_including_whitespace().cloned() else { break };
            match token {
                Token::WhiteSpace(_) => gap = true,
                Token::Delim(combinator @ ('>' | '+' | '~')) => {
                    gap = false;
                    parts.step(combinator != '>');
                }
                token => {
                    if std::mem::take(&mut gap) && !parts.is_new() {
                        parts.step(false);
                    }
                    parts.take(&token, &mut css)?;
                }
            }
        }
        Some(parts)
    }

    /// Begins the next compound.
    fn step(&mut self, sideways: bool) {
        self.combinators += 1;
        self.sideways |= sideways;
        let words = self.keys.drain(..).filter(|word| !sideways && word.starts_with(['.', '#']));
        self.above.extend(words);
    }

    /// Whether nothing was read since the last combinator.
    fn is_new(&self) -> bool {
        self.combinators == 0 && self.weight == 0 && self.keys.is_empty()
    }

    fn take(&mut self, token: &Token, css: &mut Parser) -> Option<()> {
        match token {
            Token::Ident(name) => {
                self.weight += 1;
                self.keys.push(name.to_ascii_lowercase());
            }
            Token::Delim('.') => {
                self.weight += 1 << 10;
                self.keys.push(format!(".{}", css.expect_ident().ok()?));
            }
            Token::IDHash(id) => {
                self.weight += 1 << 20;
                self.keys.push(format!("#{id}"));
            }
            Token::SquareBracketBlock => {
                self.weight += 1 << 10;
                skip_block(css);
            }
            Token::Colon => self.pseudo(css)?,
            Token::Delim('*' | '|' | '&') => {}
            _ => return None,
        }
        Some(())
    }

    /// Reads what follows a colon; none for what is no element.
    fn pseudo(&mut self, css: &mut Parser) -> Option<()> {
        let mut token = css.next_including_whitespace().ok()?.clone();
        let part = token == Token::Colon;
        if part {
            token = css.next_including_whitespace().ok()?.clone();
        }
        let name = match token {
            Token::Ident(name) => name.to_ascii_lowercase(),
            Token::Function(name) => {
                skip_block(css);
                name.to_ascii_lowercase()
            }
            _ => return None,
        };
        if let Some(named) = Part::named(&name, part) {
            self.part = named;
            self.weight += 1;
            return Some(());
        }
        let passing = states::PASSING.contains(&name.as_str());
        let lasting = states::LASTING.contains(&name.as_str()) || states::standing(&name).is_some();
        if part || !passing && !lasting && !name.starts_with("nth-") {
            return None;
        }
        self.weight += if name == "where" { 0 } else { 1 << 10 };
        self.sideways |= name.contains("nth") || name.contains("-of-type") || name.contains("-child");
        self.passing |= passing;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selector_is_found_by_the_rarest_word_of_what_it_chooses() {
        for (text, keys, passing) in [
            ("article .zq p", &["p"][..], false),
            ("p.a#b", &["#b", ".a", "p"], false),
            ("#x > .y:hover", &[".y"], true),
            (".shut + *", &[], false),
            ("input:checked ~ .more", &[".more"], false),
            ("p.a::before", &[".a", "p"], false),
        ] {
            let selector = Selector::read(text).unwrap();
            assert_eq!(selector.keys, keys, "{text}");
            assert_eq!(selector.passing, passing, "{text}");
        }
        for (text, above) in
            [("article .zq > p", &[".zq"][..]), ("#x .y:not(.z) + .w b", &["#x", ".w"]), (".a ~ .b", &[])]
        {
            assert_eq!(Selector::read(text).unwrap().above, above, "{text}");
        }
        for text in ["", "p:unheard-of", "p::unheard-of", "p%", "p::-moz-none"] {
            assert!(Selector::read(text).is_none(), "{text}");
        }
        let part = |text| Selector::read(text).unwrap().part;
        assert_eq!(
            [part("p::before"), part("p:first-line"), part("::-webkit-scrollbar")],
            [Part::Written, Part::First, Part::Other]
        );
        let weight = |text| Selector::read(text).unwrap().weight;
        assert!(weight("#a") > weight(".a.b.c p") && weight(".a") > weight("article p") && weight("*") == 0);
    }
}
