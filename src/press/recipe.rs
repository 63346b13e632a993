//! What is kept of a digest: the numbers of the articles each story is made of, by which its pages are drawn again.
//!
//! A few bytes a story instead of its words: an article edited since then is told as it is now, and one that is stored no
//! more is left out.

use serde::{Deserialize, Serialize};

use crate::store::Db;
use crate::store::chats::digests;
use crate::view::{self, Page, RenderOptions};

use super::draft::Draft;
use super::edition;
use super::shelf::{Part, Shelf, Taste};

/// A digest by numbers. The names are short because they are stored with each.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Recipe {
    /// Where its window begins.
    #[serde(rename = "s", skip_serializing_if = "Option::is_none")]
    since: Option<i64>,
    /// Articles, feeds, failing feeds, articles held back by quiet hours.
    #[serde(rename = "n")]
    counts: [usize; 4],
    /// Names of some of the feeds that failed.
    #[serde(rename = "x", skip_serializing_if = "Vec::is_empty")]
    failing: Vec<String>,
    /// Sent late; the model's tokens were used up.
    #[serde(rename = "f")]
    flags: [bool; 2],
    /// The model that wrote some of it.
    #[serde(rename = "m", skip_serializing_if = "Option::is_none")]
    by_model: Option<String>,
    /// Whose words were wanted.
    #[serde(rename = "t", skip_serializing_if = "Option::is_none")]
    taste: Taste,
    /// The number all others are counted from.
    #[serde(rename = "b")]
    base: i64,
    /// Of each story: its number or 0, lead, quote or −1, outlets that are only counted, whether one state's only, an
    /// article of each outlet named.
    #[serde(rename = "p")]
    parts: Vec<Numbers>,
}

/// A story by numbers.
type Numbers = (i64, i64, i64, usize, u8, Vec<i64>);

/// Failing feeds whose names are kept; the others are counted.
const NAMED: usize = 3;

/// Writes what is kept of a draft.
pub(super) fn write(draft: &Draft) -> String {
    let digest = &draft.digest;
    let base = draft.edition.parts.iter().map(least).min().unwrap_or_default();
    let recipe = Recipe {
        since: digest.since.map(|since| since.timestamp()),
        counts: [digest.articles, digest.feeds, digest.failing.len(), digest.held_back],
        failing: digest.failing.iter().take(NAMED).cloned().collect(),
        flags: [digest.late, digest.model_spent],
        by_model: digest.by_model.clone(),
        taste: draft.key.1.clone(),
        base,
        parts: draft.edition.parts.iter().map(|part| counted_from(base, part)).collect(),
    };
    serde_json::to_string(&recipe).unwrap_or_default()
}

/// Draws the pages of a stored digest again; those of older programs were kept as they are.
pub async fn pages(
    db: &mut Db,
    stored: &digests::Digest,
    options: &RenderOptions,
) -> anyhow::Result<Vec<Page>> {
    let Some(recipe) = &stored.recipe else {
        return Ok(serde_json::from_str(&stored.content).unwrap_or_default());
    };
    let recipe: Recipe = serde_json::from_str(recipe).unwrap_or_default();
    let mut shelf = Shelf::default();
    let mut shown = Vec::new();
    for part in recipe.parts.iter().map(|part| counted_out(recipe.base, part)) {
        shown.extend(edition::again(db, &mut shelf, &part, &recipe.taste).await?);
    }
    let [articles, feeds, fail, held_back] = recipe.counts;
    let mut failing = recipe.failing;
    failing.resize(fail, String::new());
    let [late, model_spent] = recipe.flags;
    let digest = view::Digest {
        at: stored.window_to,
        since: recipe.since.and_then(|since| chrono::DateTime::from_timestamp(since, 0)),
        stories: shown,
        articles,
        feeds,
        failing,
        held_back,
        late,
        model_spent,
        by_model: recipe.by_model,
    };
    Ok(digest.pages(&RenderOptions { now: stored.window_to, ..options.clone() }))
}

fn least(part: &Part) -> i64 {
    part.outlets.iter().copied().chain([part.lead]).chain(part.quote).min().unwrap_or(part.lead)
}

fn counted_from(base: i64, part: &Part) -> Numbers {
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
    }
}
