//! The one format of the word tables, and the one reader of it.
//!
//! In: the text of a file. Out: the words or the lines of a section.
//!
//! ```text
//! # a remark
//! [section]
//! word another_word stem{,s,ed} 5=five
//! ```
//!
//! A line that begins with `#` is a remark, one in square brackets begins a section; a section may stand more than once.
//! What a section holds is its asker's to say: words (parted by white space, `_` for a space, `stem{a,b}` for `stema` and
//! `stemb`) or a whole line each. A file is not looked at before a section of it is asked for.

use std::borrow::Cow;
use std::sync::OnceLock;

/// A file of sections.
#[derive(Debug)]
pub struct Table {
    text: &'static str,
    /// Each section's name, and what stands below it; one that stands twice is here twice.
    sections: OnceLock<Vec<(&'static str, &'static str)>>,
}

impl Table {
    /// A table that reads `text` when it is first asked for a section.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self { text, sections: OnceLock::new() }
    }

    /// The lines of the section `name`, without remarks and empty ones.
    pub fn lines<'t>(&'t self, name: &'t str) -> impl Iterator<Item = &'static str> + 't {
        let bodies = self.sections().iter().filter(move |(section, _)| *section == name);
        bodies.flat_map(|(_, body)| body.lines()).map(str::trim).filter(|line| !is_remark(line))
    }

    /// The words of the section `name`, their forms spelt out.
    pub fn words<'t>(&'t self, name: &'t str) -> impl Iterator<Item = Cow<'static, str>> + 't {
        self.lines(name).flat_map(str::split_whitespace).flat_map(forms)
    }

    /// The names of the sections, in their order.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.sections().iter().map(|(name, _)| *name)
    }

    /// The whole file.
    #[cfg(test)]
    pub(super) fn text(&self) -> &'static str {
        self.text
    }

    fn sections(&self) -> &[(&'static str, &'static str)] {
        self.sections.get_or_init(|| read(self.text))
    }
}

fn is_remark(line: &str) -> bool {
    line.is_empty() || line.starts_with('#')
}

fn read(text: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut parts = text.split("\n[");
    let head = parts.next().and_then(|head| head.strip_prefix('['));
    head.into_iter()
        .chain(parts)
        .filter_map(|section| section.split_once("]\n").or_else(|| section.split_once(']')))
        .collect()
}

/// Spells out `stem{a,b}` and `two_words`.
fn forms(word: &'static str) -> Vec<Cow<'static, str>> {
    let spaced = |word: Cow<'static, str>| {
        if word.contains('_') { Cow::Owned(word.replace('_', " ")) } else { word }
    };
    match word.split_once('{') {
        Some((stem, rest)) => {
            let endings = rest.trim_end_matches('}').split(',');
            endings.map(|ending| spaced(Cow::Owned(format!("{stem}{ending}")))).collect()
        }
        None => vec![spaced(Cow::Borrowed(word))],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static TABLE: Table = Table::new(
        "# remark [none]\n[verbs]\n# another\nsa{y,id} told\n  tell \n\n[lines]\n12 a b|[c]\n#\n[verbs]\nspeak_up\n[last]",
    );

    fn words(name: &str) -> Vec<String> {
        TABLE.words(name).map(Cow::into_owned).collect()
    }

    #[test]
    fn a_section_gives_its_words_or_its_lines() {
        assert_eq!(words("verbs"), ["say", "said", "told", "tell", "speak up"]);
        assert_eq!(TABLE.lines("lines").collect::<Vec<_>>(), ["12 a b|[c]"]);
        assert_eq!(words("last"), Vec::<String>::new());
        assert_eq!(words("none"), Vec::<String>::new());
        assert_eq!(TABLE.names().collect::<Vec<_>>(), ["verbs", "lines", "verbs", "last"]);
        assert_eq!(Table::new("[only]\nword").words("only").count(), 1);
        assert_eq!(Table::new("[first]\nword\n[second]\nother words").words("first").count(), 1);
        assert_eq!(Table::new("").names().count(), 0);
    }
}
