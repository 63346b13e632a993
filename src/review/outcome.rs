//! A review as it comes out, before it is drawn.

use chrono::{DateTime, Utc};

use crate::people::offices::Country;
use crate::source::Label;
use crate::text::Language;

/// A review of a period.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Review {
    /// Three to seven lines that say it all, as far as there is as much.
    pub findings: Vec<Finding>,
    /// The widest stories, told.
    pub themes: Vec<Theme>,
    /// All other stories, a line each; numbered on from the themes.
    pub listed: Vec<Listed>,
    /// The outlets' countries in the order of their names' codes, those of unknown outlets last.
    pub countries: Vec<Where>,
    /// Everyone quoted in the themes, by name.
    pub voices: Vec<Voice>,
    /// The sources, the first numbered 1.
    pub sources: Vec<Source>,
    /// Articles of the period.
    pub articles: usize,
    /// What the themes leave out.
    pub left_out: LeftOut,
}

/// A line of the findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The story's headline.
    pub headline: String,
    /// Number of its theme, from 1.
    pub theme: usize,
    /// How many owners' outlets report it.
    pub owners: usize,
    /// From how many countries, as far as they are known.
    pub countries: usize,
    /// Its sharpest quote of somebody named.
    pub quote: Option<Said>,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
}

/// A story told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Its headline: that of its most central report.
    pub headline: String,
    /// The language of the headline.
    pub language: Language,
    /// How many owners' outlets report it.
    pub owners: usize,
    /// The countries of those outlets, as far as they are known.
    pub countries: Vec<Country>,
    /// Numbers of its sources of the period, in time.
    pub sources: Vec<usize>,
    /// What is reported; only what is new where the story began before.
    pub reported: Vec<Point>,
    /// Who said what.
    pub said: Vec<Said>,
    /// What only one side reports.
    pub one_sided: Vec<OneSided>,
    /// Who reported it first, and when.
    pub first: First,
    /// When the story was last told before the period; `None` for a new one.
    pub told_until: Option<DateTime<Utc>>,
}

/// A sentence with the numbers of the sources that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The sentence.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// Its sources, rising.
    pub sources: Vec<usize>,
}

/// Words of one speaker, in all wordings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Full name; `None` where the articles name nobody.
    pub name: Option<String>,
    /// Role on that day, or the articles' words for whoever spoke.
    pub role: Option<String>,
    /// Who said it first, when the speaker relays another's words.
    pub quoted_from: Option<String>,
    /// The wordings: the one most outlets have first.
    pub wordings: Vec<Wording>,
}

/// One wording of what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The words, as they stand in the article.
    pub text: String,
    /// Their language.
    pub language: Language,
    /// Numbers of the sources that have them, rising.
    pub sources: Vec<usize>,
    /// True for words cut from those of the first wording.
    pub cut: bool,
}

/// Who alone reports something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Outlets that a state controls, and none else.
    State,
    /// Outlets of one country, and of none else.
    Country(Country),
}

/// What only one side reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneSided {
    /// The side.
    pub side: Side,
    /// What it reports; `None`: the whole story.
    pub point: Option<Point>,
}

/// Who reported a story first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct First {
    /// Number of the source.
    pub source: usize,
    /// When.
    pub at: DateTime<Utc>,
}

/// A story of which only the headline is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The headline.
    pub headline: String,
    /// Its language.
    pub language: Language,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
    /// True when it began before and nothing new came.
    pub nothing_new: bool,
}

/// The outlets of one country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Where {
    /// The country; `None` for outlets nobody knows.
    pub country: Option<Country>,
    /// Names of its outlets.
    pub outlets: Vec<String>,
    /// Numbers of the stories they report, rising.
    pub stories: Vec<usize>,
}

/// Somebody quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Full name.
    pub name: String,
    /// Role.
    pub role: Option<String>,
    /// Numbers of the themes, rising.
    pub themes: Vec<usize>,
}

/// An article told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its number in the archive.
    pub id: i64,
    /// The outlet.
    pub outlet: String,
    /// What the table says of the outlet.
    pub label: Option<Label>,
    /// Headline.
    pub title: String,
    /// When it was published, or else first seen.
    pub at: DateTime<Utc>,
    /// Address.
    pub url: Option<String>,
    /// Words of a quote of it that is told: what a link lands on.
    pub quoted: Option<String>,
    /// Number of the source whose text it repeats.
    pub copy_of: Option<usize>,
}

/// Articles of the period that are not told, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// The text of another outlet, word for word or nearly.
    pub copies: usize,
    /// Only the beginning could be read.
    pub walled: usize,
    /// Stories of which nothing new came.
    pub nothing_new: usize,
}
