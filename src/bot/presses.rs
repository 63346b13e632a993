//! Presses of buttons. A button carries no authority: who presses is asked here, and ids are looked up in the chat.

use super::answer::send;
use super::{
    PlaceKind, Reply, Session, What, channel, digest, feeds, follow, privacy, quotes, settings, sub, summary,
};
use crate::store::articles::{self, stories};
use crate::store::chats::{self, subscriptions};
use crate::view::{self, FeedDo, Message, Mode, Press, Rich, help};

/// Works on a press.
pub(super) async fn answer(session: &mut Session<'_>, data: &str) -> anyhow::Result<Vec<Reply>> {
    let Some(press) = Press::read(data) else { return Ok(session.says("button-over", &[])) };
    if session.request.chat.kind == PlaceKind::Channel {
        // an answer would go to all readers
        return Ok(vec![Reply::Toast(session.look.tongue.word("channel-no-press"))]);
    }
    turn_to_its_chat(session, &press).await?;
    if changes(&press) && !session.may_manage().await {
        return Ok(vec![Reply::Toast(session.look.tongue.word("admins-only"))]);
    }
    match press {
        Press::Article(_) | Press::Story(_) | Press::Cite(_) => open(session, press).await,
        Press::ArticleQuotes(id, page) => {
            let message = quotes::of_article(session, id, page.saturating_sub(1)).await?;
            Ok(if page > 0 { put(session, message) } else { send(message) })
        }
        Press::SpeakerQuotes(id, page) => {
            let message = quotes::of_speaker(session, id, page.saturating_sub(1)).await?;
            Ok(if page > 0 { put(session, message) } else { send(message) })
        }
        Press::Search(kept, page) => match quotes::turned(session, kept, page).await? {
            Some(message) => Ok(put(session, message)),
            None => Ok(session.says("button-over", &[])),
        },
        Press::DigestOf(token, page) => {
            digest::by_token(session, &token, page).await.map(|message| put(session, message))
        }
        Press::DigestPage(id, page) => match digest::turned(session, id, page).await? {
            Some(message) => Ok(put(session, message)),
            None => Ok(session.says("digest-gone", &[])),
        },
        Press::Help(topic) => Ok(put(session, help(&topic, &session.look))),
        Press::Nothing => Ok(Vec::new()),
        other => manage(session, other).await,
    }
}

/// A private notice of a failing feed has buttons for a subscription of the group or channel it was added in: for
/// whoever added it, the press is about that chat.
async fn turn_to_its_chat(session: &mut Session<'_>, press: &Press) -> anyhow::Result<()> {
    let Some(id) = press.subscription().filter(|_| session.request.is_private()) else { return Ok(()) };
    let mut read = session.read().await?;
    let place = subscriptions::place(&mut read, id).await?;
    let Some((chat, added_by)) = place.filter(|(chat, _)| *chat != session.chat.id) else { return Ok(()) };
    let person = session.request.from.id;
    if chat == person {
        // a button from before a channel was chosen
        let own = chats::get(&mut read, chat).await?;
        session.back_to(own);
    } else if added_by == person
        && session.desk.face.may_manage(chat, person).await
        && let Some(chat) = chats::get(&mut read, chat).await?
    {
        session.turn_to(chat);
    }
    Ok(())
}

/// Presses about what this chat follows and wants.
async fn manage(session: &mut Session<'_>, press: Press) -> anyhow::Result<Vec<Reply>> {
    match press {
        Press::Summarise => match link(session) {
            Some(url) => summary::of_link(session, &url).await,
            None => Ok(session.says("button-over", &[])),
        },
        Press::FollowSite => match link(session) {
            Some(url) => sub::sub(session, &sub::site(&url)).await,
            None => Ok(session.says("button-over", &[])),
        },
        Press::Candidate(offer, place) => sub::chosen(session, offer, place).await,
        Press::StarterSets | Press::HowToAdd => Ok(send(sub::how(session))),
        Press::StarterSet(name) => sub::set_named(session, &name).await,
        Press::Feed(id) => feeds::card(session, id).await.map(|message| put(session, message)),
        Press::Feeds(page) => feeds::list(session, page).await.map(|message| put(session, message)),
        Press::FeedDo(what, id) => feed(session, what, id).await,
        Press::FeedMode(mode, id) => {
            let what = match mode {
                Mode::Digest => FeedDo::Digest,
                Mode::Instant => FeedDo::Instant,
                Mode::Both => FeedDo::Both,
            };
            let (mut replies, _) = feeds::act(session, what, id).await?;
            let card = feeds::card(session, id).await?;
            replies.extend(put(session, card));
            Ok(replies)
        }
        Press::Mute(id) => feeds::act(session, FeedDo::Digest, id).await.map(|(replies, _)| replies),
        Press::Settings => settings::shown(session).await.map(|message| put(session, message)),
        Press::Setting(name) => settings::choices(session, &name).await.map(|message| put(session, message)),
        Press::Set(name, value) => match settings::set(session, &name, &value).await? {
            Ok(()) => settings::shown(session).await.map(|message| put(session, message)),
            Err(line) => Ok(send(line)),
        },
        Press::Channel(id) => channel::picked(session, id).await,
        Press::AnotherChannel => Ok(send(channel::choose(session))),
        Press::ExportAll => privacy::export(session).await,
        Press::DeleteAll => privacy::delete(session).await,
        Press::Unfollow(id) => follow::ended(session, id).await,
        Press::FollowSpeaker(id) => follow::speaker(session, id).await,
        _ => Ok(Vec::new()),
    }
}

/// Opens what is public and stored: an article, a story, a line to cite by.
pub(super) async fn open(session: &mut Session<'_>, press: Press) -> anyhow::Result<Vec<Reply>> {
    match press {
        Press::Article(id) => summary::card(session, id).await,
        Press::Cite(id) => {
            let stored = articles::get(&mut *session.read().await?, id).await?;
            Ok(match stored {
                Some(stored) => {
                    let outlet = super::cards::outlet(&stored.article);
                    send(view::Card::of(&stored.article, &stored.brief, outlet).citation(&session.look))
                }
                None => session.says("article-gone", &[]),
            })
        }
        Press::Story(id) => story(session, id).await,
        _ => Ok(Vec::new()),
    }
}

async fn story(session: &mut Session<'_>, id: i64) -> anyhow::Result<Vec<Reply>> {
    let mut read = session.read().await?;
    let Some(story) = stories::get(&mut read, id).await? else {
        return Ok(session.says("article-gone", &[]));
    };
    let mut ids = stories::articles(&mut read, id).await?;
    if let [only] = ids.as_slice() {
        let only = *only;
        drop(read);
        return summary::card(session, only).await;
    }
    ids.reverse();
    let lines: Vec<_> =
        articles::headings(&mut read, &ids).await?.iter().map(super::cards::list_line).collect();
    let head = Rich::new().bold(story.headline.chars().take(200).collect::<String>());
    Ok(send(view::articles(head, &lines, &session.look)))
}

async fn feed(session: &mut Session<'_>, what: FeedDo, id: i64) -> anyhow::Result<Vec<Reply>> {
    let (mut replies, redraw) = feeds::act(session, what, id).await?;
    // only a feed's own card is drawn anew; a sample card keeps its article
    if redraw && matches!(what, FeedDo::Pause | FeedDo::Resume | FeedDo::AsChat | FeedDo::Here | FeedDo::Undo)
    {
        let card = feeds::card(session, id).await?;
        replies.extend(put(session, card));
    }
    Ok(replies)
}

/// True for presses that change what a chat follows or wants, or that concern the whole chat's data.
fn changes(press: &Press) -> bool {
    match press {
        Press::FeedDo(what, _) => *what != FeedDo::Last,
        Press::Candidate(..)
        | Press::StarterSet(_)
        | Press::FollowSite
        | Press::FeedMode(..)
        | Press::Mute(_)
        | Press::Set(..)
        | Press::Setting(_)
        | Press::Settings
        | Press::ExportAll
        | Press::DeleteAll
        | Press::Unfollow(_)
        | Press::FollowSpeaker(_) => true,
        _ => false,
    }
}

/// Puts a message in the place of the one the button hangs on; sends it anew when that one cannot be changed.
fn put(session: &Session<'_>, message: Message) -> Vec<Reply> {
    match &session.request.what {
        What::Press { message_id: Some(message_id), .. } => {
            vec![Reply::Edit { message_id: *message_id, message }]
        }
        _ => send(message),
    }
}

fn link(session: &Session<'_>) -> Option<String> {
    match &session.request.what {
        What::Press { links, .. } => links.first().cloned(),
        _ => None,
    }
}
