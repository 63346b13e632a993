//! `/saved`: articles somebody wanted to keep; listed, searched, given out.

use std::collections::HashSet;

use crate::bot::shared::article_card::{address, of_link, stored};
use crate::bot::shared::query::Query;
use crate::bot::shared::rows;
use crate::bot::{File, Reply, Session, send};
use crate::store::articles::{self, search};
use crate::store::chats::saved;
use crate::view::{self, Button, Press, bibtex};

/// Articles listed, and given out.
const LISTED: usize = 20;
const GIVEN: usize = 500;

/// Forms of the file.
const FORMS: [&str; 3] = ["text", "html", "bibtex"];

/// `/saved`, `/saved <words>`, `/saved text|html|bibtex`, `/save <link>`.
pub(crate) async fn saved(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let words = args.trim();
    if FORMS.contains(&words.to_lowercase().as_str()) {
        return given(session, &words.to_lowercase()).await;
    }
    if let Some(url) = address(words) {
        return of_address(session, &url).await;
    }
    let mut ids = saved::list(&mut *session.read().await?, session.chat.id).await?;
    if ids.is_empty() {
        return Ok(session.says("saved-none", &[]));
    }
    if !words.is_empty() {
        let Ok(query) = Query::read(words, &session.options) else {
            return Ok(session.says("search-bad-date", &[("words", words.into())]));
        };
        let wanted = search::Wanted {
            reader: session.reader(),
            terms: Some(&query.terms),
            since: query.since,
            source: query.source.as_deref(),
        };
        let (_, found) = search::articles(&mut *session.search().await?, &wanted, i64::MAX, 0).await?;
        let found: HashSet<i64> = found.into_iter().collect();
        ids.retain(|id| found.contains(id));
        if ids.is_empty() {
            return Ok(session.says("saved-no-such", &[("words", query.shown().into())]));
        }
    }
    let count = ids.len();
    ids.truncate(LISTED);
    let lines: Vec<_> = articles::headings(&mut *session.read().await?, session.reader(), &ids)
        .await?
        .iter()
        .map(rows::list_line)
        .collect();
    let head = session.options.locale.rich("saved-head", &[("count", count.into())]);
    let form = |form: &str| {
        let label = session.options.locale.word(&format!("button-saved-{form}"));
        Button::press(label, &Press::SavedAs(form.to_owned()))
    };
    Ok(send(view::articles(&head, &lines, &session.options).row(FORMS.map(form).to_vec())))
}

/// Saves the article at an address; one that nobody has read yet is shown, with its own button.
async fn of_address(session: &mut Session<'_>, url: &str) -> anyhow::Result<Vec<Reply>> {
    let Some(id) = stored(session, url).await? else { return of_link(session, url).await };
    let (chat, now) = (session.chat.id, session.now);
    let db = session.write().await?;
    if !saved::list(&mut *db, chat).await?.contains(&id) {
        saved::toggle(db, chat, id, now).await?;
    }
    Ok(session.says("toast-saved", &[]))
}

/// Saves an article or takes it away, and says which.
pub(crate) async fn toggled(session: &mut Session<'_>, id: i64) -> anyhow::Result<Reply> {
    let (chat, now, who) = (session.chat.id, session.now, session.reader());
    let db = session.write().await?;
    if articles::headings(&mut *db, who, &[id]).await?.is_empty() {
        return Ok(session.toast("article-gone"));
    }
    let is_saved = saved::toggle(db, chat, id, now).await?;
    Ok(session.toast(if is_saved { "toast-saved" } else { "toast-not-saved" }))
}

/// What was saved, as a file.
pub(crate) async fn given(session: &mut Session<'_>, form: &str) -> anyhow::Result<Vec<Reply>> {
    let ids = saved::list(&mut *session.read().await?, session.chat.id).await?;
    if ids.is_empty() || !FORMS.contains(&form) {
        return Ok(session.says("saved-none", &[]));
    }
    let (mut parts, mut read) = (Vec::new(), session.read().await?);
    for id in ids.iter().take(GIVEN) {
        let Some(stored) = articles::get(&mut read, session.reader(), *id).await? else { continue };
        let card = rows::card(&mut read, &stored, None, (None, &session.reads())).await?;
        parts.push(match form {
            "html" => {
                format!("<p>{}</p>", card.message(&session.options).text.to_html().replace('\n', "<br>\n"))
            }
            "bibtex" => bibtex(
                card.headline.as_deref().unwrap_or_default(),
                &card.source.name,
                &card.published.map(|at| at.format("%Y-%m-%d").to_string()).unwrap_or_default(),
                card.url.as_deref().unwrap_or_default(),
                *id,
            ),
            _ => {
                let text = card.message(&session.options).text.text();
                format!("{text}\n{}", card.url.clone().unwrap_or_default())
            }
        });
    }
    let caption = session.options.locale.say("count-articles", &[("count", parts.len().into())]);
    let (name, content) = match form {
        "html" => ("saved.html", page(&parts.join("<hr>\n"))),
        "bibtex" => ("saved.bib", parts.join("\n\n")),
        _ => ("saved.txt", parts.join("\n\n———\n\n")),
    };
    Ok(vec![Reply::File(File::text(name, content, caption))])
}

fn page(body: &str) -> String {
    format!("<!doctype html>\n<meta charset=\"utf-8\">\n<title>attache</title>\n<body>\n{body}\n</body>\n")
}
