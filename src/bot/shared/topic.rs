//! A topic in the stored articles of the last two days: what several sources say, what only one says, each sentence
//! with its sources' numbers, then who said what.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::query::Query;
use super::{model_summary, rows};
use crate::bot::{Reply, Session, send};
use crate::brief::{Quote, Speaker, summary};
use crate::digest::topic::{self, Point, Report};
use crate::model;
use crate::source;
use crate::store::Count;
use crate::store::articles::{self, Stored, search};
use crate::store::chats::SummaryMethod;
use crate::story::{Spoken, merge_quotes};
use crate::text::{Language, shares_a_word};
use crate::view::{Numbered, Topic, untold};

/// How far back a topic is looked for (CHAT.md: 48 hours).
const BACK: TimeDelta = TimeDelta::hours(48);
/// Most articles that speak on a topic.
const ARTICLES: i64 = 8;
/// Quotes of one article, and of all.
const QUOTES_EACH: usize = 2;
const MOST_QUOTES: usize = 5;

/// The summary of a topic.
pub(crate) async fn told(session: &mut Session<'_>, typed: &str) -> anyhow::Result<Vec<Reply>> {
    let query = match Query::read(typed, &session.options) {
        Ok(query) if query.terms.is_empty() => return Ok(session.says("search-how", &[])),
        Ok(query) => query,
        Err(word) => return Ok(session.says("search-bad-date", &[("words", word.into())])),
    };
    let Some((query, count, found)) = in_any_layout(session, &query).await? else {
        return nothing(session, &query).await;
    };
    let words = &query.terms.wanted();
    let owners: Vec<String> = found.iter().map(owner).collect();
    let sentences: Vec<Vec<String>> = found.iter().map(|stored| sentences(stored, words)).collect();
    let reports: Vec<Report<'_>> = found
        .iter()
        .zip(owners.iter().zip(&sentences))
        .enumerate()
        .map(|(at, (stored, (owner, sentences)))| Report {
            number: at + 1,
            owner,
            article: &stored.article,
            quotes: &stored.brief.quotes,
            sentences,
        })
        .collect();
    let by_model = by_model(session, words, &reports).await;
    let points = match &by_model {
        // what is written in other languages the model was not shown
        Some((language, points)) => {
            let others: Vec<Report<'_>> =
                reports.iter().filter(|report| report.article.language != *language).copied().collect();
            points.iter().cloned().chain(topic::points(&others, words)).collect()
        }
        None => topic::points(&reports, words),
    };
    let said = quotes(&found, words);
    let shown: Vec<&Quote> = said.iter().map(|(quote, _)| quote).collect();
    let points =
        points.into_iter().filter(|point| !untold(std::slice::from_ref(&point.text), &shown).is_empty());
    let arranged = topic::arrange(points.collect(), &reports);
    let model = by_model.and_then(|_| session.context.rules.model.clone());
    let topic = Topic {
        words: query.shown(),
        count: count.n,
        more: count.more,
        since: query.since,
        agreed: arranged.agreed,
        single: arranged.single,
        said,
        sources: found.iter().enumerate().map(source).collect(),
        one_owner: owners.iter().collect::<BTreeSet<_>>().len() == 1,
        by_model: model,
    };
    Ok(send(topic.message(&session.options)))
}

/// What is reported on the words as they are typed, else as the same keys give them in another layout of the keyboard; and
/// those words.
async fn in_any_layout(
    session: &Session<'_>,
    query: &Query,
) -> anyhow::Result<Option<(Query, Count, Vec<Stored>)>> {
    for query in std::iter::once(query.clone()).chain(query.in_other_layouts()) {
        let (count, found) = reports_on(session, &query).await?;
        if !found.is_empty() {
            return Ok(Some((query, count, found)));
        }
    }
    Ok(None)
}

/// How many articles of the last two days, or since the day named, are on a topic, and the best of them.
async fn reports_on(session: &Session<'_>, query: &Query) -> anyhow::Result<(Count, Vec<Stored>)> {
    let since = query.since.or(Some(session.now - BACK));
    let mut read = session.search().await?;
    let (all, hits) = search::articles(&mut read, &wanted(session, query, since), ARTICLES, 0).await?;
    let mut found = Vec::new();
    for hit in hits {
        found.extend(articles::get(&mut read, session.reader(), hit).await?);
    }
    Ok((all, found))
}

fn wanted<'a>(session: &Session<'_>, query: &'a Query, since: Option<DateTime<Utc>>) -> search::Wanted<'a> {
    search::Wanted {
        reader: session.reader(),
        terms: Some(&query.terms),
        since,
        source: query.source.as_deref(),
    }
}

/// What to say of a topic nobody wrote of: what would be there without one of the filters, or before.
async fn nothing(session: &Session<'_>, query: &Query) -> anyhow::Result<Vec<Reply>> {
    let mut read = session.search().await?;
    let recent = query.since.or(Some(session.now - BACK));
    for (by, wider) in query.wider().into_iter().filter(|(by, _)| *by != "since") {
        let (all, _) = search::articles(&mut read, &wanted(session, &wider, recent), 0, 0).await?;
        if all.n > 0 {
            return Ok(emptied(session, query, (by, all.n)));
        }
    }
    let (ever, _) = search::articles(&mut read, &wanted(session, query, None), 0, 0).await?;
    Ok(match ever.n {
        0 => session.says("topic-none", &[("words", query.shown().into())]),
        _ if query.since.is_some() => emptied(session, query, ("since", ever.n)),
        count => session.says("topic-older", &[("words", query.shown().into()), ("count", count.into())]),
    })
}

fn emptied(session: &Session<'_>, query: &Query, (by, count): (&str, i64)) -> Vec<Reply> {
    let count = session.options.locale.say("count-articles", &[("count", count.into())]);
    query.emptied(session, by, (&query.shown(), &count))
}

/// The points a model makes of the reports in the commonest language, where the chat wants a model's words.
async fn by_model(
    session: &Session<'_>,
    words: &str,
    reports: &[Report<'_>],
) -> Option<(Language, Vec<Point>)> {
    let writer = session.context.editor.writer()?;
    if session.chat.summary_method != SummaryMethod::Llm || reports.len() < 2 {
        return None;
    }
    let spoken = |language: Language| reports.iter().filter(|r| r.article.language == language).count();
    let language = reports.iter().map(|report| report.article.language).rev().max_by_key(|&l| spoken(l))?;
    let asked: Vec<model::topic::Report<'_>> = reports
        .iter()
        .filter(|report| report.article.language == language)
        .map(|report| model::topic::Report {
            number: report.number,
            article: report.article,
            quotes: report.quotes,
        })
        .collect();
    let said = writer.topic(words, &asked, language, model_summary::patience(session)).await?;
    let point = |sentence: model::topic::Sentence| Point { text: sentence.text, reports: sentence.articles };
    Some((language, said.into_iter().map(point).collect()))
}

/// Who owns the outlet of an article; its name where that is not known.
fn owner(stored: &Stored) -> String {
    let known = stored.article.url.as_deref().and_then(source::of_url);
    known.map_or_else(|| rows::outlet(&stored.article).name, |known| known.owner.to_owned())
}

fn source((at, stored): (usize, &Stored)) -> Numbered {
    Numbered {
        number: at + 1,
        source: rows::outlet(&stored.article),
        headline: stored.article.title.clone().unwrap_or_default(),
        url: stored.article.url.clone(),
        at: stored.article.published,
    }
}

/// The sentences that tell an article; one that speaks of the topic stands first.
fn sentences(stored: &Stored, asked: &str) -> Vec<String> {
    let own = &stored.brief.summary.sentences;
    if own.iter().any(|sentence| shares_a_word(sentence, asked, stored.article.language)) {
        return own.clone();
    }
    let found = summary::mentioning(&stored.article, &stored.brief.quotes, asked);
    found.into_iter().chain(own.iter().cloned()).collect()
}

/// The best quotes, first those that speak of the topic, the best of each article before its next; the same words from
/// several as one with all their numbers.
fn quotes(found: &[Stored], asked: &str) -> Vec<(Quote, Vec<usize>)> {
    let mut ordered: Vec<(bool, usize, usize, &Quote)> = Vec::new();
    for (at, stored) in found.iter().enumerate() {
        let astray = |quote: &Quote| !shares_a_word(&quote.text, asked, stored.article.language);
        let mut ranked: Vec<&Quote> =
            stored.brief.quotes.iter().filter(|quote| quote.key.is_some() && is_sure(quote)).collect();
        ranked.sort_by_key(|quote| (astray(quote), quote.key));
        let best = ranked.into_iter().take(QUOTES_EACH).enumerate();
        ordered.extend(best.map(|(rank, quote)| (rank > 0 && astray(quote), rank, at + 1, quote)));
    }
    ordered.sort_by_key(|(astray, rank, number, _)| (*astray, *rank, *number));
    let all: Vec<(usize, &Quote)> =
        ordered.into_iter().map(|(_, _, number, quote)| (number, quote)).collect();
    let day = |number: &usize| {
        let published = number.checked_sub(1).and_then(|at| found.get(at)?.article.published);
        published.unwrap_or_default().date_naive()
    };
    let spoken: Vec<Spoken> = (0_i64..)
        .zip(&all)
        .map(|(id, (number, quote))| Spoken {
            quote: id,
            outlet: number.to_string(),
            speaker: quote.speaker.as_ref().and_then(|speaker| speaker.name.clone()),
            day: day(number),
            text: quote.text.clone(),
        })
        .collect();
    let at = |id: i64| usize::try_from(id).ok().and_then(|id| all.get(id));
    let mut merged: Vec<(Quote, Vec<usize>)> = merge_quotes(&spoken)
        .into_iter()
        .filter_map(|one| {
            let numbers = one.same.iter().filter_map(|&id| at(id)).map(|(number, _)| *number);
            Some((at(one.quote)?.1.clone(), numbers.collect::<BTreeSet<_>>().into_iter().collect()))
        })
        .collect();
    merged.sort_by_key(|(_, numbers)| std::cmp::Reverse(numbers.len()));
    merged.truncate(MOST_QUOTES);
    // one person's words stand together
    let mut names: Vec<Option<Speaker>> = Vec::new();
    merged.sort_by_cached_key(|(quote, _)| {
        names.iter().position(|known| *known == named(quote)).unwrap_or_else(|| {
            names.push(named(quote));
            names.len() - 1
        })
    });
    merged
}

fn named(quote: &Quote) -> Option<Speaker> {
    let speaker = quote.speaker.clone()?;
    Some(Speaker { mention: None, span: None, ..speaker })
}

/// True for a quote whose speaker is named in the article.
fn is_sure(quote: &Quote) -> bool {
    quote.speaker.as_ref().is_some_and(|speaker| speaker.name.is_some() || speaker.mention.is_some())
}
