//! Translations of quotes for whoever reads other languages, beside the originals of a card, a review and a record.

use crate::article::Article;
use crate::brief::Brief;
use crate::text::Language;
use crate::translator::Translator;
use crate::view::{PersonRecord, PressReview, Translations};

/// Quotes of one record that are translated, the first of each matter and those of changes.
const MOST: usize = 80;

/// Quotes of one article that are translated, the best.
const OF_ONE: usize = 8;

/// Translates the key quotes of an article into the first of the languages somebody reads that there is a model for.
pub async fn of_article(
    translator: &Translator,
    reads: &[Language],
    article: &Article,
    brief: &Brief,
) -> Option<(Language, Translations)> {
    let mut ranked: Vec<_> = brief.quotes.iter().filter(|quote| quote.key.is_some()).collect();
    ranked.sort_by_key(|quote| quote.key);
    let quotes = ranked.into_iter().take(OF_ONE).map(|quote| quote.text.clone()).collect();
    translator.quotes(article.language, reads, quotes).await
}

/// Has the quotes of a review translated that its reader could read in none of their wordings.
pub async fn of_review(translator: Option<&Translator>, reads: &[Language], review: &mut PressReview) {
    let Some(translator) = translator.filter(|_| !reads.is_empty()) else { return };
    let said = review.review.themes.iter().flat_map(|theme| &theme.said);
    let unread = said.filter(|said| !said.wordings.iter().any(|one| reads.contains(&one.language)));
    let quotes: Vec<(Language, String)> =
        unread.filter_map(|said| said.wordings.first()).map(|one| (one.language, one.text.clone())).collect();
    review.translations = translator.mixed(reads, quotes).await;
}

/// Has the quotes of a record translated that stand in it with their words.
pub async fn of_record(translator: Option<&Translator>, reads: &[Language], record: &mut PersonRecord) {
    let Some(translator) = translator.filter(|_| !reads.is_empty()) else { return };
    let shown = record.record.matters.iter().flat_map(|matter| {
        let changed = matter.changes.iter().flat_map(|change| [change.old, change.new]);
        matter.quotes.first().copied().into_iter().chain(changed)
    });
    let said = shown.filter_map(|at| record.sayings.get(at)).take(MOST);
    let quotes: Vec<(Language, String)> = said.map(|one| (one.language, one.text.clone())).collect();
    record.translations = translator.mixed(reads, quotes).await;
}
