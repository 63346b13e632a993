//! Styled text: pieces in a row.

use serde::{Deserialize, Serialize};
use url::Url;

use super::quiet::{isolated, quiet, unmarked};

/// Text in pieces, each with one style.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rich {
    pub(super) pieces: Vec<Piece>,
}

/// A run of text with one style, or a quotation block of such runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Piece {
    /// No style.
    Plain(String),
    /// Bold.
    Bold(String),
    /// Italic.
    Italic(String),
    /// To be copied as it stands, such as a command.
    Code(String),
    /// A link; the address is http(s).
    Link {
        /// Words to show.
        text: String,
        /// Where it leads.
        url: String,
    },
    /// A block set off from the rest.
    Quotation {
        /// Folded until pressed.
        expandable: bool,
        /// What stands in it; never another quotation block.
        inside: Vec<Piece>,
    },
}

impl Rich {
    /// Makes an empty text.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds plain text, in which nothing is live.
    #[must_use]
    pub fn plain(self, text: impl AsRef<str>) -> Self {
        self.with(&quiet(text.as_ref()), Piece::Plain)
    }

    /// Adds bold text, in which nothing is live.
    #[must_use]
    pub fn bold(self, text: impl AsRef<str>) -> Self {
        self.with(&quiet(text.as_ref()), Piece::Bold)
    }

    /// Adds italic text, in which nothing is live.
    #[must_use]
    pub fn italic(self, text: impl AsRef<str>) -> Self {
        self.with(&quiet(text.as_ref()), Piece::Italic)
    }

    /// Adds a command of ours, without its slash: it goes when it is pressed.
    #[must_use]
    pub fn command(self, name: &'static str) -> Self {
        self.with(&format!("/{name}"), Piece::Plain)
    }

    /// Adds text to be copied.
    #[must_use]
    pub fn code(self, text: impl AsRef<str>) -> Self {
        self.with(text.as_ref(), Piece::Code)
    }

    /// Adds a link; plain text when `url` is not a valid http(s) address.
    #[must_use]
    pub fn link(mut self, text: impl AsRef<str>, url: &str) -> Self {
        let Some(url) = web_address(url) else { return self.plain(text) };
        let text = clean(&isolated(text.as_ref()));
        if !text.is_empty() {
            self.pieces.push(Piece::Link { text, url });
        }
        self
    }

    /// Adds a block set off from the rest, `expandable` when it may be folded; blocks inside it are opened up.
    #[must_use]
    pub fn quotation(mut self, inside: Self, expandable: bool) -> Self {
        let inside: Vec<Piece> = inside.pieces.into_iter().flat_map(Piece::into_runs).collect();
        if !inside.is_empty() {
            self.pieces.push(Piece::Quotation { expandable, inside });
        }
        self
    }

    /// Adds all pieces of another text.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        for piece in other.pieces {
            self.push(piece);
        }
        self
    }

    /// Joins texts, `between` standing between them.
    #[must_use]
    pub fn join(parts: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut parts = parts.into_iter();
        let first = parts.next().unwrap_or_default();
        parts.fold(first, |all, part| all.plain(between).then(part))
    }

    /// Joins texts, `between` standing between them in italics.
    #[must_use]
    pub(in crate::view) fn join_italic(parts: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut parts = parts.into_iter();
        let first = parts.next().unwrap_or_default();
        parts.fold(first, |all, part| all.italic(between).then(part))
    }

    /// The pieces in order.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The words without any style, and without the marks that keep foreign ones quiet.
    #[must_use]
    pub fn text(&self) -> String {
        unmarked(&self.flat().into_iter().map(Piece::words).collect::<String>()).into_owned()
    }

    /// The words to be sent without styles: nothing in them is live.
    #[must_use]
    pub fn quiet_text(&self) -> String {
        quiet(&self.text())
    }

    /// The same with its plain words in italics.
    #[must_use]
    pub(in crate::view) fn slanted(self) -> Self {
        let slant = |piece| match piece {
            Piece::Plain(text) => Piece::Italic(text),
            other => other,
        };
        Self { pieces: self.pieces.into_iter().map(slant).collect() }
    }

    /// Length in UTF-16 units after entity parsing, as Telegram counts it.
    #[must_use]
    pub fn utf16_len(&self) -> usize {
        self.flat().into_iter().map(|piece| piece.words().encode_utf16().count()).sum()
    }

    /// How many pieces have a style; Telegram keeps at most 100 of a message.
    #[must_use]
    pub fn styled(&self) -> usize {
        let blocks = self.pieces.iter().filter(|piece| matches!(piece, Piece::Quotation { .. })).count();
        blocks + self.flat().into_iter().filter(|piece| !matches!(piece, Piece::Plain(_))).count()
    }

    /// True when there are no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Adds words of ours, which may be live.
    pub(super) fn with(mut self, text: &str, style: fn(String) -> Piece) -> Self {
        let text = clean(text);
        if !text.is_empty() {
            self.push(style(text));
        }
        self
    }

    fn push(&mut self, piece: Piece) {
        match (self.pieces.last_mut(), &piece) {
            (Some(Piece::Plain(before)), Piece::Plain(more))
            | (Some(Piece::Bold(before)), Piece::Bold(more))
            | (Some(Piece::Italic(before)), Piece::Italic(more))
            | (Some(Piece::Code(before)), Piece::Code(more)) => before.push_str(more),
            _ => self.pieces.push(piece),
        }
    }

    fn flat(&self) -> Vec<&Piece> {
        self.pieces.iter().flat_map(Piece::runs).collect()
    }
}

impl Piece {
    /// The words of a run; empty for a block.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Plain(text)
            | Self::Bold(text)
            | Self::Italic(text)
            | Self::Code(text)
            | Self::Link { text, .. } => text,
            Self::Quotation { .. } => "",
        }
    }

    fn into_runs(self) -> Vec<Self> {
        match self {
            Self::Quotation { inside, .. } => inside,
            run => vec![run],
        }
    }

    fn runs(&self) -> Vec<&Self> {
        match self {
            Self::Quotation { inside, .. } => inside.iter().collect(),
            run => vec![run],
        }
    }
}

impl From<&str> for Rich {
    fn from(text: &str) -> Self {
        Self::new().plain(text)
    }
}

impl From<String> for Rich {
    fn from(text: String) -> Self {
        Self::new().plain(text)
    }
}

/// Reads an http(s) address with a host; `None` for any other.
#[must_use]
pub(in crate::view) fn web_address(url: &str) -> Option<String> {
    let parsed = Url::parse(url.trim()).ok()?;
    let web = matches!(parsed.scheme(), "http" | "https") && parsed.host_str().is_some();
    web.then(|| parsed.to_string())
}

/// Cuts what must not reach a chat or a terminal: control characters, and marks that turn the direction of a line
/// around (U+202A to U+202E, which Telegram cuts too).
fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\n' => Some('\n'),
            '\r' | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' => None,
            c if c.is_control() => Some(' '),
            c => Some(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_http_or_plain_words() {
        for (url, linked) in [
            ("https://example.org/a?b=1&c=\"2\"", true),
            ("http://пример.рф/новости", true),
            ("javascript:alert(1)", false),
            ("tg://user?id=1", false),
            ("https://", false),
            ("example.org", false),
        ] {
            let rich = Rich::new().link("read", url);
            assert_eq!(matches!(rich.pieces(), [Piece::Link { .. }]), linked, "{url}");
            assert_eq!(rich.text(), "read");
        }
    }

    #[test]
    fn control_and_direction_marks_are_cut() {
        let rich = Rich::new().plain("a\u{1b}[31mb\r\nc\u{202e}d\u{0}e");
        // as it is seen: the mark turns what follows it around
        assert_eq!(rich.text(), "a [31mb\nce d");
    }

    #[test]
    fn length_counts_utf16_units_of_words_only() {
        let rich =
            Rich::new().bold("a😀").link("é", "https://example.org/very/long").quotation("б".into(), true);
        assert_eq!(rich.utf16_len(), 5);
    }

    #[test]
    fn a_block_inside_a_block_is_opened_up() {
        let inner = Rich::new().plain("a").quotation("b".into(), false);
        let rich = Rich::new().quotation(inner, true);
        assert_eq!(rich.pieces().len(), 1);
        assert_eq!(rich.text(), "ab");
    }
}
