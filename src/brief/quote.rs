//! A quote and who said it.

use std::borrow::Cow;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::languages::{self, section};
use crate::text::{QUOTATION_MARKS, Span};

/// Most bytes between the halves of a statement: `“…,” said X, the foreign minister of Y, in Z on Monday. “…”`.
const MOST_BETWEEN: usize = 240;

/// Words in quotation marks (or a turn of a transcript) and who said them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// Where the words stand in the article's text, without their marks.
    #[serde(flatten)]
    pub span: Span,
    /// The words.
    pub text: String,
    /// A whole statement or a fragment.
    pub kind: Kind,
    /// Who said it; `None` when the article gives no words for a speaker.
    pub speaker: Option<Speaker>,
    /// Who said it first, when the speaker relays another's words.
    pub quoted_from: Option<String>,
    /// The agency, paper or programme through which the words came.
    #[serde(default)]
    pub via: Option<String>,
    /// How sure the speaker is, 0 to 1.
    pub confidence: f32,
    /// The rule that named the speaker.
    pub rule: String,
    /// Rank among the key quotes, 1 best; `None` for the rest.
    pub key: Option<u32>,
}

/// Whole statement or fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A whole statement in marks.
    Direct,
    /// A fragment inside reported speech.
    Mixed,
}

/// Who said a quote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// Full name; `None` where nobody can be named.
    pub name: Option<String>,
    /// Office or description, as the article or the table of office holders gives it.
    pub role: Option<String>,
    /// The words of the text that stand for the speaker at this quote.
    pub mention: Option<String>,
    /// Where they stand.
    #[serde(flatten)]
    pub span: Option<Span>,
}

impl Quote {
    /// Whether `next` is the other half of this statement: nothing but one `said X` stands between them in `text`.
    fn goes_on_in(&self, next: &Self, text: &str) -> bool {
        const STOPS: [char; 6] = ['.', ';', '—', '–', '。', '؛'];
        const COMMAS: [char; 3] = [',', '，', '،'];
        let mention = |quote: &Self| quote.speaker.as_ref().and_then(|speaker| speaker.span);
        let Some(who) = mention(self).filter(|who| mention(next) == Some(*who)) else { return false };
        let Some(between) = text.get(self.span.end..next.span.start) else { return false };
        let told = between.trim_end_matches(|c: char| c.is_whitespace() || QUOTATION_MARKS.contains(&c));
        // a fragment is a half only of a sentence that `said X` interrupts
        let parted = match next.kind {
            Kind::Direct => told.ends_with(STOPS) || told.ends_with(COMMAS),
            Kind::Mixed => told.ends_with(COMMAS) && self.text.trim_end().ends_with(COMMAS),
        };
        self.span.end <= who.start
            && who.end <= next.span.start
            && parted
            && self.kind == Kind::Direct
            && self.quoted_from == next.quoted_from
            && between.len() <= MOST_BETWEEN
            && !between.contains('\n')
    }
}

/// The quotes that are one statement in two halves, `“A,” X said. “B.”`, of quotes in the order of `text`. Half of it may say
/// the opposite of the whole, so they are shown together.
pub fn halves<'a>(quotes: &'a [Quote], text: &'a str) -> impl Iterator<Item = (&'a Quote, &'a Quote)> {
    quotes.windows(2).filter_map(move |pair| match pair {
        [first, next] if first.goes_on_in(next, text) => Some((first, next)),
        _ => None,
    })
}

/// Relative pronouns for persons.
static WHO: LazyLock<Vec<Cow<'static, str>>> = LazyLock::new(|| languages::words(section::WHO).collect());

impl Speaker {
    /// The words of the text for a speaker without a name, without the pronoun of the clause behind them: `a source in the
    /// region`, of `a source in the region, who`.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        let words = self.mention.as_deref()?.trim();
        let before = words.rsplit_once([' ', ',']).filter(|(_, last)| WHO.iter().any(|who| who == last));
        Some(before.map_or(words, |(before, _)| before.trim_end_matches([' ', ','])))
    }
}
