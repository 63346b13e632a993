//! `/reports`: quotes that readers say are wrong, and putting them right; for operators.

use crate::bot::{Reply, Session, send};
use crate::store::articles;
use crate::store::people::reports::{self, Fix, Report};
use crate::view::{Button, Message, Press, Rich, shortened};

/// Reports listed.
const LISTED: i64 = 10;

/// Choices of a report before the speakers.
const CLOSE: u32 = 0;
const UNNAMED: u32 = 1;
const HIDE: u32 = 2;
const FIRST_SPEAKER: u32 = 3;

/// Speakers offered.
const OFFERED: usize = 8;

/// `/reports`: those that are open; `/reports 3 Ilan Dorev` names the speaker of the third.
pub(crate) async fn reports(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let who = session.reader();
    let open = reports::open(session.write().await?, who, LISTED).await?;
    if let Some((number, name)) = args.trim().split_once(char::is_whitespace) {
        let number = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let Some(report) = number.and_then(|at| open.get(at)) else {
            return Ok(session.says("reports-how", &[]));
        };
        return Ok(send(named(session, report, name.trim()).await?));
    }
    if open.is_empty() {
        return Ok(session.says("reports-none", &[]));
    }
    let lines = open
        .iter()
        .enumerate()
        .map(|(at, report)| Rich::new().plain(format!("{}. ", at + 1)).then(told(report, session)));
    let message = Message::new(Rich::join(lines.collect::<Vec<_>>(), "\n\n"));
    Ok(send(open.iter().enumerate().fold(message, |message, (at, report)| {
        let label = session.options.locale.say("button-fix", &[("number", (at + 1).into())]);
        message.row(vec![Button::press(label, &Press::Report(report.id))])
    })))
}

/// A report with what can be done.
pub(crate) async fn opened(session: &mut Session<'_>, id: i64) -> anyhow::Result<Message> {
    let who = session.reader();
    let Some(report) = reports::get(session.write().await?, who, id).await? else {
        return Ok(session.message("reports-none", &[]));
    };
    let names = speakers(session, &report).await?;
    let locale = session.options.locale;
    let choice = |key: &str, choice: u32| vec![Button::press(locale.word(key), &Press::Fix(id, choice))];
    let message =
        (FIRST_SPEAKER..).zip(names).fold(Message::new(told(&report, session)), |message, (at, name)| {
            message.row(vec![Button::press(name, &Press::Fix(id, at))])
        });
    Ok(message
        .row(choice("button-fix-unnamed", UNNAMED))
        .row(choice("button-fix-hide", HIDE))
        .row(choice("button-fix-close", CLOSE)))
}

/// Does what was chosen; cards that were sent are edited and digests get a line, in the same transaction.
pub(crate) async fn fixed(session: &mut Session<'_>, id: i64, choice: u32) -> anyhow::Result<Message> {
    let who = session.reader();
    let Some(report) = reports::get(session.write().await?, who, id).await? else {
        return Ok(session.message("reports-none", &[]));
    };
    let fix = match choice {
        CLOSE => {
            reports::close(session.write().await?, id).await?;
            return Ok(session.message("report-closed", &[]));
        }
        UNNAMED => Fix::Speaker(None),
        HIDE => Fix::Hide,
        other => {
            let names = speakers(session, &report).await?;
            let at = other.checked_sub(FIRST_SPEAKER).and_then(|at| usize::try_from(at).ok());
            let Some(name) = at.and_then(|at| names.get(at)).cloned() else {
                return Ok(session.message("button-over", &[]));
            };
            Fix::Speaker(Some(name))
        }
    };
    apply(session, &report, &fix).await
}

/// Names the speaker by words; they must stand in the article.
async fn named(session: &mut Session<'_>, report: &Report, name: &str) -> anyhow::Result<Message> {
    let stored = articles::get(&mut *session.read().await?, session.reader(), report.article_id).await?;
    let stands = stored.is_some_and(|stored| {
        name.split_whitespace().next_back().is_some_and(|last| stored.article.text.contains(last))
    });
    if !stands {
        return Ok(session.message("report-not-in-article", &[("words", name.into())]));
    }
    apply(session, report, &Fix::Speaker(Some(name.to_owned()))).await
}

async fn apply(session: &mut Session<'_>, report: &Report, fix: &Fix) -> anyhow::Result<Message> {
    let now = session.now;
    let done = reports::fix(session.write().await?, report, fix, now).await?;
    Ok(session.message(if done { "report-fixed" } else { "report-quote-gone" }, &[]))
}

/// Everybody the article quotes, but for who is named now.
async fn speakers(session: &Session<'_>, report: &Report) -> anyhow::Result<Vec<String>> {
    let stored = articles::get(&mut *session.read().await?, session.reader(), report.article_id).await?;
    let quotes = stored.map(|stored| stored.brief.quotes).unwrap_or_default();
    let mut names: Vec<String> =
        quotes.into_iter().filter_map(|quote| quote.speaker.and_then(|speaker| speaker.name)).collect();
    names.sort();
    names.dedup();
    names.retain(|name| Some(name) != report.speaker.as_ref());
    names.truncate(OFFERED);
    Ok(names)
}

/// `Headline` · “quote” · who, by which rule, how surely · what is said to be wrong, how often.
fn told(report: &Report, session: &Session<'_>) -> Rich {
    let locale = session.options.locale;
    let headline = shortened(&report.headline, 120);
    let head = match &report.url {
        Some(url) => Rich::new().link(headline, url),
        None => Rich::from(headline),
    };
    let who = report.speaker.clone().unwrap_or_else(|| locale.word("speaker-unknown"));
    let facts = format!(
        "{who} · {} · {:.2} · {} × {}",
        report.rule,
        report.confidence,
        locale.word(&format!("wrong-{}", report.what.word())),
        report.times
    );
    head.plain("\n")
        .plain(
            locale.say("in-marks", &[("words", shortened(report.quote.trim_end_matches(','), 300).into())]),
        )
        .plain("\n")
        .italic(facts)
}
