//! Pages of quotes: of a speaker, of an article, of any list of them.

use super::rows;
use crate::bot::Session;
use crate::store::people::quotes::{self, Wanted};
use crate::store::people::speakers;
use crate::store::{Count, articles};
use crate::view::{self, Button, Message, Press, QUOTES_A_PAGE, SaidLine};

/// What a stored speaker said, a page from 0.
pub(crate) async fn of_speaker(session: &Session<'_>, speaker: i64, at: u32) -> anyhow::Result<Message> {
    let mut read = session.search().await?;
    let Some(person) = speakers::get(&mut read, speaker).await? else {
        return Ok(session.message("speaker-gone", &[]));
    };
    let wanted = Wanted { speaker_id: Some(speaker), once: true, ..Wanted::default() };
    let (total, found) = quotes::find(&mut read, &wanted, QUOTES_A_PAGE as i64, offset(at)).await?;
    let lines: Vec<SaidLine> = found.iter().map(rows::said_line).collect();
    let message =
        pages(session, &person.name, &lines, (at, total), |page| Press::SpeakerQuotes(speaker, page + 1));
    let label = session.options.locale.say("button-follow-person", &[("person", person.name.into())]);
    Ok(message.row(vec![Button::press(label, &Press::FollowSpeaker(speaker))]))
}

/// All quotes of an article, a page from 0.
pub(crate) async fn of_article(session: &Session<'_>, article: i64, at: u32) -> anyhow::Result<Message> {
    let mut read = session.read().await?;
    let Some(stored) = articles::get(&mut read, article).await? else {
        return Ok(session.message("article-gone", &[]));
    };
    let outlet = rows::outlet(&stored.article);
    let skip = usize::try_from(offset(at)).unwrap_or_default();
    let lines: Vec<SaidLine> = stored
        .brief
        .quotes
        .iter()
        .skip(skip)
        .take(QUOTES_A_PAGE)
        .map(|quote| SaidLine {
            quote: quote.clone(),
            article,
            headline: stored.article.title.clone().unwrap_or_default(),
            source: outlet.clone(),
            others: 0,
            at: stored.article.published,
            url: stored.article.url.clone(),
        })
        .collect();
    let total = stored.brief.quotes.len();
    let headline: String = stored.article.title.clone().unwrap_or_default().chars().take(200).collect();
    let fills = [("headline", headline.into()), ("count", total.into())];
    let head = session.options.locale.rich("article-quotes-head", &fills);
    let at = usize::try_from(at).unwrap_or_default();
    Ok(view::quotes(head, &lines, at, total, &session.options, |page| {
        Press::ArticleQuotes(article, page + 1)
    }))
}

/// A page (from 0) of quotes of `name`; `press` is what turns to another.
pub(crate) fn pages(
    session: &Session<'_>,
    name: &str,
    lines: &[SaidLine],
    (at, total): (u32, Count),
    press: impl Fn(u32) -> Press,
) -> Message {
    let key = if total.more { "quotes-head-more" } else { "quotes-head" };
    let total = usize::try_from(total.n).unwrap_or_default();
    let head = session.options.locale.rich(key, &[("who", name.into()), ("count", total.into())]);
    view::quotes(head, lines, usize::try_from(at).unwrap_or_default(), total, &session.options, press)
}

/// How many quotes stand before a page.
pub(crate) fn offset(at: u32) -> i64 {
    i64::from(at).saturating_mul(QUOTES_A_PAGE as i64)
}
