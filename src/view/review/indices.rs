//! The indices of a review: other stories, by country, voices, sources.

use super::sheet::Sheet;
use crate::people::offices::Country;
use crate::review::{Listed, Source, Voice, Where};
use crate::view::document::{Block, Inline};
use crate::view::quote::{comma_before, place_at, role_told};
use crate::view::text::fitting::shortened;

/// Longest headline in an index, in characters.
const HEADLINE: usize = 160;
/// Outlets named of a country, and stories.
const OUTLETS: usize = 20;
const STORIES: usize = 60;

impl Sheet<'_> {
    pub(super) fn listed(&self) -> Vec<Block> {
        let first = self.review.themes.len() + 1;
        let item = |(number, listed): (usize, &Listed)| {
            let line = format!("{number}. {}", shortened(&listed.headline, HEADLINE));
            let line =
                if listed.nothing_new { format!("{line} ({})", self.word("review-known")) } else { line };
            let pieces = [(listed.headline.as_str(), &[][..])];
            self.with_translation(Inline::from(line).sources(&listed.sources), pieces, " ")
        };
        let items: Vec<Inline> = (first..).zip(&self.review.listed).map(item).collect();
        self.part("review-also", items)
    }

    pub(super) fn countries(&self) -> Vec<Block> {
        let name = |place: &Where| place.country.map(|country| self.country(country));
        // in the order of the reader's names; those of unknown countries last
        let mut places: Vec<&Where> = self.review.countries.iter().collect();
        places.sort_by_cached_key(|place| (place.country.is_none(), name(place)));
        let item = |place: &Where| {
            let name = name(place).unwrap_or_else(|| self.word("review-no-country"));
            let more = place.outlets.len().saturating_sub(OUTLETS);
            let mut outlets: Vec<String> = place.outlets.iter().take(OUTLETS).cloned().collect();
            outlets.extend((more > 0).then(|| format!("+{more}")));
            let told = place.stories.iter().take(STORIES).copied().collect::<Vec<_>>();
            let line = Inline::new()
                .strong(name)
                .plain(format!(": {} — ", outlets.join(", ")))
                .then(self.numbers(&told));
            let more = place.stories.len().saturating_sub(STORIES);
            if more > 0 { line.plain(format!(", +{more}")) } else { line }
        };
        self.part("review-by-country", places.into_iter().map(item).collect())
    }

    pub(super) fn voices(&self) -> Vec<Block> {
        let item = |voice: &Voice| {
            let name = Inline::new().strong(&voice.name);
            let name = match &voice.role {
                Some(role) => name.plain(format!("{}{}", comma_before(role), role_told(role, 120))),
                None => name,
            };
            name.plain(" — ").then(self.numbers(&voice.themes))
        };
        self.part("review-voices", self.review.voices.iter().map(item).collect())
    }

    pub(super) fn all_sources(&self) -> Vec<Block> {
        if self.review.sources.is_empty() {
            return Vec::new();
        }
        let items = self.review.sources.iter().map(|source| self.listed_source(source)).collect();
        vec![self.heading("review-sources"), Block::Sources(items)]
    }

    /// `Harbour Herald (privately owned, Lakeland), 28 Nov, 07:31: Headline`, the headline leading to what is quoted.
    fn listed_source(&self, source: &Source) -> Inline {
        let line = Inline::from(format!("{}, {}: ", self.outlet(source), self.options.date_time(source.at)));
        let title =
            if source.title.trim().is_empty() { self.word("no-headline") } else { source.title.clone() };
        let line = match (&source.url, &source.quoted) {
            (Some(url), Some(words)) => line.link(title, &place_at(url, words)),
            (Some(url), None) => line.link(title, url),
            (None, _) => line.plain(title),
        };
        match source.copy_of {
            Some(number) => {
                line.plain(format!(" ({}", self.word("review-same-text"))).sources(&[number]).plain(")")
            }
            None => line,
        }
    }

    pub(super) fn country(&self, country: Country) -> String {
        let name = country.name();
        let own = || name.strip_prefix("the ").unwrap_or(name).to_owned();
        self.options.country(country.code()).unwrap_or_else(own)
    }

    /// Numbers of stories; only those of themes lead somewhere.
    fn numbers(&self, numbers: &[usize]) -> Inline {
        let (told, listed): (Vec<usize>, Vec<usize>) =
            numbers.iter().partition(|number| **number <= self.review.themes.len());
        let line = Inline::new().stories(&told);
        let rest: Vec<String> = listed.iter().map(ToString::to_string).collect();
        match (told.is_empty(), rest.is_empty()) {
            (_, true) => line,
            (true, false) => line.plain(rest.join(", ")),
            (false, false) => line.plain(format!(", {}", rest.join(", "))),
        }
    }

    fn part(&self, key: &str, items: Vec<Inline>) -> Vec<Block> {
        if items.is_empty() { Vec::new() } else { vec![self.heading(key), Block::List(items)] }
    }
}
