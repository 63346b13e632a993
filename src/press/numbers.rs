//! The form in which a digest is stored: numbers of articles.

use serde::{Deserialize, Serialize};

use super::shelf::{Part, Taste};

/// A digest by numbers. The names are short because they are stored with each.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Recipe {
    /// Where its window begins.
    #[serde(rename = "s", skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<i64>,
    /// Articles, feeds, failing feeds, articles held back by quiet hours.
    #[serde(rename = "n")]
    pub(super) counts: [usize; 4],
    /// Names of some of the feeds that failed.
    #[serde(rename = "x", skip_serializing_if = "Vec::is_empty")]
    pub(super) failing: Vec<String>,
    /// Sent late; the model's tokens were used up.
    #[serde(rename = "f")]
    pub(super) flags: [bool; 2],
    /// The model that wrote some of it.
    #[serde(rename = "m", skip_serializing_if = "Option::is_none")]
    pub(super) by_model: Option<String>,
    /// Whose words were wanted.
    #[serde(rename = "t", skip_serializing_if = "Option::is_none")]
    pub(super) taste: Taste,
    /// The number all others are counted from.
    #[serde(rename = "b")]
    pub(super) base: i64,
    /// Of each story: its number or 0, lead, quote or −1, outlets that are only counted, whether one state's only, an
    /// article of each outlet named.
    #[serde(rename = "p")]
    pub(super) parts: Vec<Numbers>,
    /// Of each story: the articles whose headlines are told beside its own; older programs kept none.
    #[serde(rename = "h", skip_serializing_if = "Vec::is_empty")]
    pub(super) further: Vec<Vec<i64>>,
}

/// A story by numbers.
pub(super) type Numbers = (i64, i64, i64, usize, u8, Vec<i64>);

impl Recipe {
    /// Its stories.
    pub(super) fn stories(&self) -> impl Iterator<Item = Part> {
        self.parts.iter().enumerate().map(|(at, numbers)| {
            let further = self.further.get(at).into_iter().flatten().map(|id| self.base + id).collect();
            Part { further, ..counted_out(self.base, numbers) }
        })
    }
}

/// The articles whose quotes a stored digest shows.
pub(super) fn quoted(recipe: &str) -> Vec<i64> {
    let recipe: Recipe = serde_json::from_str(recipe).unwrap_or_default();
    recipe.stories().filter_map(|part| part.quote).collect()
}

pub(super) fn least(part: &Part) -> i64 {
    let others = part.outlets.iter().chain(&part.further).copied();
    others.chain([part.lead]).chain(part.quote).min().unwrap_or(part.lead)
}

pub(super) fn counted_from(base: i64, part: &Part) -> Numbers {
    let outlets = part.outlets.iter().map(|id| id - base).collect();
    let quote = part.quote.map_or(-1, |id| id - base);
    (part.story, part.lead - base, quote, part.others, u8::from(part.state_only), outlets)
}

fn counted_out(base: i64, (story, lead, quote, others, state_only, outlets): &Numbers) -> Part {
    Part {
        story: *story,
        lead: base + lead,
        quote: (*quote >= 0).then_some(base + quote),
        outlets: outlets.iter().map(|id| base + id).collect(),
        others: *others,
        state_only: *state_only == 1,
        further: Vec::new(),
    }
}
