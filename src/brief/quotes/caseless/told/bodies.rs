//! The bodies and outlets a text tells, each under the noun it is called by for short: `the Oak Company … the company`.

use crate::brief::quotes::caseless::page::Page;
use crate::text::Span;

/// Marks before and behind a name.
const MARKS: [(char, char); 5] = [('«', '»'), ('“', '”'), ('"', '"'), ('„', '“'), ('‘', '’')];
/// Most that are kept; it bounds the work.
const MOST: usize = 64;
/// Bytes of the longest name in marks.
const LONGEST_MARKED: usize = 60;
/// Letters of the longest one where no spaces part words.
const LONGEST_UNSPACED: usize = 10;

/// What was told so far.
#[derive(Debug, Default)]
pub(crate) struct Bodies {
    /// Nouns without their articles, each with a name.
    bodies: Vec<(String, String)>,
    /// Names of outlets, which may be called by any noun for one.
    outlets: Vec<String>,
}

impl Bodies {
    /// The name of the body at `span`: of the one of the same noun told before where a noun stands alone with its article,
    /// else the words; `None` where several were told.
    pub(crate) fn name(&mut self, page: &Page, span: Span) -> Option<String> {
        let words = page.of(span);
        let noun = page.lexicon.plain_noun(words);
        if is_alone(page, words) {
            let mut known = self.bodies.iter().filter(|(known, _)| *known == noun).map(|(_, name)| name);
            let Some(first) = known.next() else { return Some(words.to_owned()) };
            return known.next().is_none().then(|| first.clone());
        }
        let name = if words.contains(char::is_whitespace) { None } else { marked_behind(page, span) };
        if let Some(name) = name {
            let new = self.bodies.iter().all(|(known, told)| *known != noun || told != name);
            if new && self.bodies.len() < MOST {
                self.bodies.push((noun, name.to_owned()));
            }
            return Some(name.to_owned());
        }
        let new = self.bodies.iter().all(|(known, told)| *known != noun || told != words);
        if new && self.bodies.len() < MOST && words.contains(char::is_whitespace) {
            self.bodies.push((noun, words.to_owned()));
        }
        Some(words.to_owned())
    }

    /// The name of the outlet at `span`: that in marks in it or right behind it, the only one told before where a noun stands
    /// alone with its article, else the words.
    pub(crate) fn outlet(&mut self, page: &Page, span: Span) -> Option<String> {
        let words = page.of(span);
        let marked = in_marks(words).or_else(|| marked_behind(page, span));
        if marked.is_none() && is_alone(page, words) {
            let [only] = self.outlets.as_slice() else {
                return self.outlets.is_empty().then(|| words.to_owned());
            };
            return Some(only.clone());
        }
        let name = marked.unwrap_or(words);
        if self.outlets.len() < MOST && self.outlets.iter().all(|told| told != name) {
            self.outlets.push(name.to_owned());
        }
        Some(name.to_owned())
    }
}

/// True for one word with the article.
fn is_alone(page: &Page, words: &str) -> bool {
    let led = page.lexicon.glue.articles.iter().any(|article| words.starts_with(article.as_str()));
    led && !words.contains(char::is_whitespace)
}

fn in_marks(words: &str) -> Option<&str> {
    MARKS.iter().find_map(|(open, close)| {
        let (_, rest) = words.split_once(*open)?;
        rest.split_once(*close).map(|(name, _)| name.trim())
    })
}

/// The name in marks right behind the noun for an outlet.
fn marked_behind<'p>(page: &Page<'p>, span: Span) -> Option<&'p str> {
    let rest = page.text.get(span.end..)?.trim_start();
    let rest = rest.get(..rest.floor_char_boundary(LONGEST_MARKED))?;
    let long = |name: &str| page.lexicon.unspaced && name.chars().nth(LONGEST_UNSPACED).is_some();
    in_marks(rest).filter(|name| !long(name) && MARKS.iter().any(|(open, _)| rest.starts_with(*open)))
}
