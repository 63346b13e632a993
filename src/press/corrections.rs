//! What was put right of what a place was told in its digests.

use crate::store::chats::digests;
use crate::store::people::corrections;
use crate::store::{Db, Reader};
use crate::view;

use super::numbers;

/// Digests of a place that are looked at: a month of four a day.
const DIGESTS: i64 = 120;

/// The corrections after a number that concern a quote this place was told, and up to which number they were looked at.
pub(super) async fn told(
    db: &mut Db,
    place: (i64, Option<i64>),
    after: i64,
) -> anyhow::Result<(Vec<view::Correction>, i64)> {
    let found = corrections::after(db, Reader::Chat(place.0), after).await?;
    let Some((all, last)) = found else { return Ok((Vec::new(), after)) };
    let recipes = digests::recipes(db, place, DIGESTS).await?;
    let quoted: Vec<i64> = recipes.iter().flat_map(|recipe| numbers::quoted(recipe)).collect();
    let ours = all.into_iter().filter(|one| quoted.contains(&one.article_id));
    let corrections = ours.map(|one| view::Correction {
        headline: one.headline.or_else(|| one.url.clone()).unwrap_or_default(),
        url: one.url,
        quote: one.quote,
        was: one.was,
        speaker: one.speaker,
        hidden: one.hidden,
    });
    Ok((corrections.collect(), last))
}

#[cfg(test)]
#[path = "corrections_tests.rs"]
mod tests;
