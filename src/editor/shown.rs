//! A stored article as the view shows it.

use std::collections::BTreeSet;

use url::Url;

use crate::article::Article;
use crate::source;
use crate::store::articles::{self, Heading, Stored, TextFrom};
use crate::store::{Db, speakers, stories};
use crate::view::{Card, Label, ListLine, Source};

/// The card of a stored article.
///
/// # Errors
/// SQLite's.
pub async fn card(db: &mut Db, stored: &Stored, subscription: Option<i64>) -> anyhow::Result<Card> {
    let mut card = Card::of(&stored.article, &stored.brief, outlet(&stored.article));
    card.article = Some(stored.id);
    card.subscription = subscription;
    card.updated = stored.changed_at;
    card.text_from_feed = stored.text_from == TextFrom::Feed;
    if let Some(name) = card.best_speaker().map(str::to_owned) {
        let key = speakers::key(&name);
        let found = speakers::find(&mut *db, &name, 20).await?;
        card.speaker =
            found.into_iter().find(|person| speakers::key(&person.name) == key).map(|person| person.id);
    }
    if let Some(story) = stored.story_id {
        let reports = stories::articles(&mut *db, story).await?;
        let reports = articles::headings(db, &reports).await?;
        let outlets = reports.iter().map(|one| named_outlet(one.site.as_deref(), one.url.as_deref()).name);
        let others: BTreeSet<String> = outlets.filter(|name| *name != card.source.name).collect();
        card.story = Some((story, u32::try_from(others.len()).unwrap_or_default()));
    }
    Ok(card)
}

/// The outlet of an article, with its ownership label where the table has one.
#[must_use]
pub fn outlet(article: &Article) -> Source {
    named_outlet(article.site.as_deref(), article.url.as_deref())
}

/// The outlet by its name and an address of it.
#[must_use]
pub fn named_outlet(site: Option<&str>, url: Option<&str>) -> Source {
    let host = url.and_then(|url| Url::parse(url).ok()).and_then(|url| url.host_str().map(str::to_owned));
    let host = host.map(|host| host.trim_start_matches("www.").to_owned()).unwrap_or_default();
    if let Some(known) = source::label(&host) {
        let label = Label {
            kind: known.ownership.words().to_owned(),
            country: known.country_name().to_owned(),
            code: known.country.code().to_owned(),
        };
        return Source { name: known.name.to_owned(), label: Some(label) };
    }
    let name = site.map(str::to_owned).filter(|site| !site.trim().is_empty()).unwrap_or(host);
    Source { name, label: None }
}

/// A line of a list of articles.
#[must_use]
pub fn list_line(heading: &Heading) -> ListLine {
    let source = named_outlet(heading.site.as_deref(), heading.url.as_deref()).name;
    ListLine {
        article: heading.id,
        headline: heading.title.clone().or_else(|| heading.url.clone()).unwrap_or_default(),
        published: Some(heading.at),
        source: (!source.is_empty()).then_some(source),
    }
}
