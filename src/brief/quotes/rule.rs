//! The rules that name a speaker, their names in the output and how far each is to be trusted.

/// A rule that names a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// `” X said`
    After,
    /// `” said X`
    Inverted,
    /// `X: “`
    Label,
    /// `X said: “`, `X said that … “`
    Before,
    /// `according to X`
    According,
    /// `X’s words “`
    Noun,
    /// `“…” is vital, X said`
    Later,
    /// The subject of the quote's own sentence, without a verb of saying.
    Subject,
    /// The quote before or after it in the paragraph.
    Neighbour,
    /// The sentence before it in the paragraph.
    SentenceBefore,
    /// The line before it ends with a colon.
    Introduced,
    /// Whoever spoke last.
    Running,
    /// The paragraph goes on with the quote of the one before.
    Continued,
    /// `“…” — X`, all there is in the line.
    Signed,
    /// `“Claim” — X` in a headline.
    Headline,
    /// A turn of a transcript.
    Transcript,
    /// Shouted by a crowd.
    Chant,
    /// Nothing names anybody.
    Nobody,
}

/// Every rule that can be switched off.
const SWITCHED: [Rule; 17] = [
    Rule::After,
    Rule::Inverted,
    Rule::Label,
    Rule::Before,
    Rule::According,
    Rule::Noun,
    Rule::Later,
    Rule::Subject,
    Rule::Neighbour,
    Rule::SentenceBefore,
    Rule::Introduced,
    Rule::Running,
    Rule::Continued,
    Rule::Signed,
    Rule::Headline,
    Rule::Transcript,
    Rule::Chant,
];

/// A set of rules.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RuleSet(u32);

impl RuleSet {
    /// The set with `rule` in it as well.
    #[must_use]
    pub const fn with(self, rule: Rule) -> Self {
        Self(self.0 | 1 << rule as u32)
    }

    /// True when `rule` is in the set.
    #[must_use]
    pub const fn holds(self, rule: Rule) -> bool {
        self.0 & (1 << rule as u32) != 0
    }
}

impl Rule {
    /// Every rule that can be switched off, in no special order; [`Rule::Nobody`] is no rule.
    #[must_use]
    pub const fn all() -> &'static [Self] {
        &SWITCHED
    }

    /// The rule with the name `name` in the output.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        SWITCHED.into_iter().find(|rule| rule.name() == name)
    }

    /// The rule's name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::After => "after",
            Self::Inverted => "inverted",
            Self::Label => "label",
            Self::Before => "before",
            Self::According => "according",
            Self::Noun => "noun",
            Self::Later => "later",
            Self::Subject => "subject",
            Self::Neighbour => "neighbour",
            Self::SentenceBefore => "sentence before",
            Self::Introduced => "introduced",
            Self::Running => "running",
            Self::Continued => "continued",
            Self::Signed => "signed",
            Self::Headline => "headline",
            Self::Transcript => "transcript",
            Self::Chant => "chant",
            Self::Nobody => "nobody",
        }
    }

    /// How the words around the quote read where the rule fires, X the speaker.
    #[must_use]
    pub fn reads(self) -> &'static str {
        match self {
            Self::After => "“…,” X said",
            Self::Inverted => "“…,” said X",
            Self::Label => "X: “…”",
            Self::Before => "X said “…”",
            Self::According => "according to X, “…”",
            Self::Noun => "X’s words “…”",
            Self::Later => "“…” is what X said",
            Self::Subject => "X did something, “…”",
            Self::Neighbour => "“…” beside another quote of X in the paragraph",
            Self::SentenceBefore => "X said or did something. “…”",
            Self::Introduced => "X spoke, and the line ends with a colon",
            Self::Running => "X spoke last",
            Self::Continued => "the next paragraph of what X says",
            Self::Signed | Self::Headline => "“…” — X",
            Self::Transcript => "X: at the head of a turn",
            Self::Chant => "chants of “…”",
            Self::Nobody => "nobody’s words",
        }
    }

    /// How often the rule is right, about; measured on annotated news.
    #[must_use]
    pub fn confidence(self) -> f32 {
        match self {
            Self::After | Self::Inverted | Self::Label | Self::Transcript => 0.97,
            Self::Before | Self::According => 0.93,
            Self::Continued | Self::Signed | Self::Headline | Self::Introduced => 0.9,
            Self::Neighbour | Self::Noun => 0.85,
            Self::Later => 0.8,
            Self::SentenceBefore => 0.75,
            Self::Running | Self::Subject => 0.7,
            Self::Chant | Self::Nobody => 0.0,
        }
    }
}
