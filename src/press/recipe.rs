//! What is kept of a digest: the numbers of the articles each story is made of, by which its pages are drawn again.
//!
//! A few bytes a story instead of its words: an article edited since then is told as it is now, and one that is stored no
//! more is left out.

use crate::store::chats::digests;
use crate::store::{Db, Reader, reader};
use crate::view::{self, Page, RenderOptions};

use super::draft::Draft;
use super::edition;
use super::numbers::{Recipe, counted_from, least};
use super::shelf::{Part, Shelf};

/// Failing feeds whose names are kept; the others are counted.
const NAMED: usize = 3;

/// Writes what is kept of a draft.
pub(super) fn write(draft: &Draft) -> String {
    let digest = &draft.digest;
    let base = draft.edition.parts.iter().map(least).min().unwrap_or_default();
    let further = |part: &Part| part.further.iter().map(|id| id - base).collect::<Vec<_>>();
    let further: Vec<Vec<i64>> = draft.edition.parts.iter().map(further).collect();
    let recipe = Recipe {
        since: digest.since.map(|since| since.timestamp()),
        counts: [digest.articles, digest.feeds, digest.failing.len(), digest.held_back],
        failing: digest.failing.iter().take(NAMED).cloned().collect(),
        flags: [digest.late, digest.model_spent],
        by_model: digest.by_model.clone(),
        taste: draft.key.1.clone(),
        base,
        parts: draft.edition.parts.iter().map(|part| counted_from(base, part)).collect(),
        further: if further.iter().all(Vec::is_empty) { Vec::new() } else { further },
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
    for part in recipe.stories() {
        if !reader::may_read(db, Reader::Chat(stored.chat_id), part.lead).await? {
            continue;
        }
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
        corrections: Vec::new(),
    };
    Ok(digest.pages(&RenderOptions { now: stored.window_to, ..options.clone() }))
}
