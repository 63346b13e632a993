//! Pages of quotes: of an article, of any list of them.

use chrono::TimeDelta;

use crate::bot::Session;
use crate::brief::Quote;
use crate::store::delivery::pending_choices;
use crate::store::people::quotes::{self, Wanted};
use crate::store::people::speakers::Person;
use crate::store::{Count, articles};
use crate::text::Language;
use crate::view::{self, Button, Message, Press, QUOTES_A_PAGE, RenderOptions, Rich, SaidLine, Source};

/// Quotes of a text somebody sent: what they are kept as, for how long, and how many.
const PASTED: &str = "pasted";
const PASTED_KEPT: TimeDelta = TimeDelta::hours(24);
const MOST_PASTED: usize = 100;

/// All quotes of an article, a page from 0.
pub(crate) async fn of_article(session: &Session<'_>, article: i64, at: u32) -> anyhow::Result<Message> {
    let mut read = session.read().await?;
    let Some(stored) = articles::get(&mut read, session.reader(), article).await? else {
        return Ok(session.message("article-gone", &[]));
    };
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
            // the heading names and links the article once for all
            headline: String::new(),
            source: Source::default(),
            others: 0,
            at: None,
            url: None,
        })
        .collect();
    let total = stored.brief.quotes.len();
    let headline = view::shortened(stored.article.title.as_deref().unwrap_or_default(), 200);
    let headline = match &stored.article.url {
        Some(url) => Rich::new().link(headline, url),
        None => Rich::from(headline),
    };
    let fills = [("headline", headline.into()), ("count", total.into())];
    let head = session.options.locale.rich("article-quotes-head", &fills);
    let at = usize::try_from(at).unwrap_or_default();
    Ok(view::quotes(head, &lines, at, total, &session.options, |page| {
        Press::ArticleQuotes(article, page + 1)
    }))
}

/// The quotes of a text somebody sent, a page from 0; `None` when they are kept no more.
pub(crate) async fn of_text(session: &Session<'_>, kept: i64, at: u32) -> anyhow::Result<Option<Message>> {
    let (chat, now) = (session.chat.id, session.now);
    let offer = pending_choices::get(&mut *session.read().await?, chat, kept, now).await?;
    let Some(offer) = offer.filter(|offer| offer.kind == PASTED) else { return Ok(None) };
    let quotes: Vec<Quote> = serde_json::from_str(&offer.content).unwrap_or_default();
    let (total, skip) = (quotes.len(), usize::try_from(offset(at)).unwrap_or_default());
    let line = |quote: Quote| SaidLine {
        quote,
        article: 0,
        headline: String::new(),
        source: Source::default(),
        others: 0,
        at: None,
        url: None,
    };
    let lines: Vec<SaidLine> = quotes.into_iter().skip(skip).take(QUOTES_A_PAGE).map(line).collect();
    let head = session.options.locale.rich("pasted-quotes-head", &[("count", total.into())]);
    let at = usize::try_from(at).unwrap_or_default();
    Ok(Some(view::quotes(head, &lines, at, total, &session.options, |page| Press::Pasted(kept, page))))
}

/// Keeps the quotes of a text somebody sent, so that their pages can be turned for a while; `None` without any.
pub(crate) async fn keep_text(session: &mut Session<'_>, quotes: &[Quote]) -> anyhow::Result<Option<i64>> {
    if quotes.is_empty() {
        return Ok(None);
    }
    let content = serde_json::to_string(quotes.get(..quotes.len().min(MOST_PASTED)).unwrap_or_default())?;
    let (place, made_for, now) =
        ((session.chat.id, session.request.thread), session.request.from.id, session.now);
    let db = session.write().await?;
    Ok(Some(pending_choices::make(db, place, made_for, (PASTED, &content), now, PASTED_KEPT).await?))
}

/// A page of quotes under one heading.
pub(crate) struct QuotePage<'a> {
    /// Whose, and what of it.
    pub(crate) who: &'a str,
    /// The quotes of this page.
    pub(crate) lines: &'a [SaidLine],
    /// Its number, from 0.
    pub(crate) at: u32,
    /// How many quotes there are on all pages.
    pub(crate) total: Count,
}

impl QuotePage<'_> {
    /// Draws it; `press` is what turns to another page.
    pub(crate) fn message(&self, options: &RenderOptions, press: impl Fn(u32) -> Press) -> Message {
        let key = if self.total.more { "quotes-head-more" } else { "quotes-head" };
        let total = usize::try_from(self.total.n).unwrap_or_default();
        let fills = [("who", self.who.into()), ("count", total.into())];
        let head = options.locale.rich(key, &fills);
        let at = usize::try_from(self.at).unwrap_or_default();
        view::quotes(head, self.lines, at, total, options, press)
    }
}

/// A person's name in the letters of the chat's language, where it is known in them.
pub(crate) fn name(person: &Person, options: &RenderOptions) -> String {
    let language = Language::from_tag(options.locale.code()).unwrap_or_default();
    person.name_in(language).to_owned()
}

/// A person's name, and how many quotes there are, each counted once however many outlets have it: the number that the
/// list of them is headed by.
pub(crate) async fn counted(session: &Session<'_>, person: &Person) -> anyhow::Result<String> {
    let wanted =
        Wanted { reader: session.reader(), speaker_id: Some(person.id), once: true, ..Wanted::default() };
    let (count, _) = quotes::find(&mut *session.search().await?, &wanted, 0, 0).await?;
    let key = if count.more { "count-quotes-more" } else { "count-quotes" };
    let count = session.options.locale.say(key, &[("count", count.n.into())]);
    Ok(format!("{} · {count}", name(person, &session.options)))
}

/// A message with a button for the quotes of each of these people who has any.
pub(crate) async fn offered(
    session: &Session<'_>,
    message: Message,
    people: &[Person],
) -> anyhow::Result<Message> {
    let mut message = message;
    for person in people.iter().filter(|person| person.quotes > 0) {
        let label = counted(session, person).await?;
        message = message.row(vec![Button::press(label, &Press::SpeakerQuotes(person.id, 0))]);
    }
    Ok(message)
}

/// How many quotes stand before a page.
pub(crate) fn offset(at: u32) -> i64 {
    i64::from(at).saturating_mul(QUOTES_A_PAGE as i64)
}
