//! `/summary`: of an article, of the message it answers to, of a topic, or the newest stories.

use crate::bot::shared::article_card::{address, of_link, of_text};
use crate::bot::shared::{links, topic};
use crate::bot::{Reply, Session, send};
use crate::store::articles::stories;
use crate::view::{Button, Press, shortened};

/// `/summary` with a link, with words, as a reply, or alone.
pub(crate) async fn summary(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let words: Vec<&str> = args.split_whitespace().collect();
    let named: Vec<String> = words.iter().filter_map(|word| address(word)).collect();
    if named.len() == words.len() && named.len() > 1 {
        return links::summarised(session, &links::each_once(&named)).await;
    }
    if let Some(url) = address(args) {
        return of_link(session, &url).await;
    }
    if !args.trim().is_empty() {
        return topic::told(session, args.trim()).await;
    }
    if let Some(replied) = &session.request.replied {
        if !replied.links.is_empty() {
            return links::summarised(session, &links::each_once(&replied.links)).await;
        }
        return of_text(session, &replied.text.clone()).await;
    }
    usage(session).await
}

async fn usage(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let newest = stories::newest(&mut *session.read().await?, 3).await?;
    let message = session.message("summary-how", &[]);
    let message = newest.into_iter().fold(message, |message, story| {
        message.row(vec![Button::press(shortened(&story.headline, 60), &Press::Story(story.id))])
    });
    Ok(send(message))
}
