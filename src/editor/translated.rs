//! Translations of quotes for whoever reads other languages, beside the originals of a card, a review and a record.

use std::collections::BTreeSet;

use crate::article::Article;
use crate::brief::Brief;
use crate::review::{Review, Said, Theme};
use crate::text::Language;
use crate::translator::Translator;
use crate::view::{PersonRecord, PressReview, Translations};

/// Quotes of one record that are translated, the first of each matter and those of changes.
const MOST: usize = 80;

/// Headlines, sentences and quotes of one review that are translated.
const MOST_OF_REVIEW: usize = 160;

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

/// Has translated what a review's reader cannot read: its findings and themes with the quotes none of whose wordings they
/// read, then the headlines of the other stories.
pub async fn of_review(translator: Option<&Translator>, reads: &[Language], review: &mut PressReview) {
    let Some(translator) = translator.filter(|_| !reads.is_empty()) else { return };
    let mut seen = BTreeSet::new();
    let foreign = pieces(&review.review, reads).filter(|(language, words)| {
        !reads.contains(language) && !words.trim().is_empty() && seen.insert((*words).to_owned())
    });
    let foreign: Vec<(Language, String)> =
        foreign.map(|(language, words)| (language, words.to_owned())).take(MOST_OF_REVIEW).collect();
    review.translations = translator.mixed(reads, foreign).await;
}

/// What stands in a review in the words of articles, with its language; the most important first.
fn pieces<'a>(review: &'a Review, reads: &'a [Language]) -> impl Iterator<Item = (Language, &'a str)> {
    let unread = |said: &&Said| !said.wordings.iter().any(|one| reads.contains(&one.language));
    let theme = move |theme: &'a Theme| {
        let headline = std::iter::once((theme.language, theme.headline.as_str()));
        let one_sided = theme.one_sided.iter().filter_map(|one| one.point.as_ref());
        let points = theme.reported.iter().chain(one_sided);
        let said = theme.said.iter().filter(unread).filter_map(|said| said.wordings.first());
        headline
            .chain(points.map(|point| (point.language, point.text.as_str())))
            .chain(said.map(|one| (one.language, one.text.as_str())))
    };
    let listed = review.listed.iter().map(|listed| (listed.language, listed.headline.as_str()));
    review.themes.iter().flat_map(theme).chain(listed)
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
