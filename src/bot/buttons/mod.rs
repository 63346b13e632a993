//! Presses of buttons: who may, then what.
//!
//! A button carries no authority: who presses is asked here ([`rights`]), and ids are looked up in the chat, which is the
//! one the button was drawn for or none. Nothing
//! is done but for a button that its message carries, or for who may manage the chat: what a press carries can be forged.

mod links;
pub(crate) mod rights;

use super::commands::{
    channel, feeds, follow, mute, people, privacy, quotes, reports, review, saved, settings, sub, unfollow,
    wrong,
};
use super::shared::{article_card, digest_pages, feed_list, opening, pictures, quote_pages};
use super::{PlaceKind, Reply, Session, What, send};
use crate::store::chats;
use crate::store::chats::{channels, subscriptions};
use crate::view::{FeedDo, Message, Mode, Press, Setting, help, looks_headed};
use rights::{Right, right};

/// Works on a press.
pub(crate) async fn answer(session: &mut Session<'_>, data: &str) -> anyhow::Result<Vec<Reply>> {
    let Some(press) = Press::read(data) else { return Ok(vec![session.toast("button-over")]) };
    if session.request.chat.kind == PlaceKind::Channel {
        // an answer would go to all readers
        return Ok(vec![session.toast("channel-no-press")]);
    }
    turn_to_its_chat(session, &press).await?;
    if is_out_of_date(session, data, &press).await? {
        return Ok(out_of_date(session));
    }
    match right(&press) {
        Right::Admins if !session.may_manage().await => return Ok(vec![session.toast("admins-only")]),
        Right::Private if !session.request.is_private() => return Ok(vec![session.toast("channel-private")]),
        Right::Operators if !session.by_operator() => return Ok(vec![session.toast("operators-only")]),
        Right::Anyone | Right::Private | Right::Admins | Right::Operators => {}
    }
    if !may_press(session).await {
        return Ok(vec![session.toast("button-over")]);
    }
    pressed(session, press).await
}

/// What each button does, for whoever may press it.
async fn pressed(session: &mut Session<'_>, press: Press) -> anyhow::Result<Vec<Reply>> {
    match press {
        Press::Article(id) => article_card::card(session, id).await,
        Press::Story(id) => opening::story(session, id).await,
        Press::Cite(id) => opening::cite(session, id, None).await,
        Press::CiteAs(form, id) => opening::cite(session, id, Some(form)).await,
        Press::ArticleQuotes(..)
        | Press::SpeakerQuotes(..)
        | Press::QuotesOf(..)
        | Press::Months(_)
        | Press::QuotesOfMonth(..)
        | Press::Pasted(..)
        | Press::Pictures(_)
        | Press::PicturesOf(..)
        | Press::QuotePicture(..)
        | Press::Search(..) => said(session, press).await,
        Press::TakeApart(id) => people::taken_apart(session, id).await.map(|message| put(session, message)),
        Press::JoinPeople(id, with) => {
            people::joined(session, id, with.into()).await.map(|message| put(session, message))
        }
        Press::DigestOf(token, page) => {
            let page = digest_pages::by_token(session, &token, page).await?;
            Ok(put(session, page))
        }
        Press::DigestPage(id, page) => {
            let page = digest_pages::turned(session, id, page).await?;
            Ok(page.map_or_else(|| vec![session.toast("digest-gone")], |page| put(session, page)))
        }
        Press::Help(topic) => Ok(put(session, help(&topic, session.asker(), &session.options))),
        Press::Nothing => Ok(Vec::new()),
        Press::Review(id) => review::of_digest(session, id).await,
        Press::Summarise => links::summarise(session, 1).await,
        Press::SummariseLink(number) => links::summarise(session, number).await,
        Press::SummariseAll => links::summarise_all(session).await,
        Press::FollowSite => links::follow_site(session).await,
        Press::Candidate(offer, place) => sub::chosen(session, offer, place).await,
        Press::StarterSets | Press::HowToAdd => Ok(send(sub::how(session))),
        Press::StarterSet(name) => sub::set_named(session, &name).await,
        Press::Feed(id) => feed_list::card(session, id).await.map(|message| put(session, message)),
        Press::Feeds(page) => feed_list::list(session, page).await.map(|message| put(session, message)),
        Press::FeedDo(what, id) => feed(session, what, id).await,
        Press::FeedMode(mode, id) => feed_mode(session, mode, id).await,
        Press::Mute(id) => feeds::act(session, FeedDo::Digest, id).await.map(|(replies, _)| replies),
        Press::Settings => settings::shown(session).await.map(|message| put(session, message)),
        Press::Setting(name) => settings::choices(session, name).await.map(|message| put(session, message)),
        Press::Set(name, value) => set(session, name, &value).await,
        Press::Channel(id) => channel::picked(session, id).await,
        Press::AnotherChannel => Ok(send(channel::choose(session))),
        Press::ExportAll => privacy::export(session).await,
        Press::DeleteAll => privacy::delete(session).await,
        Press::Unfollow(id) => unfollow::ended(session, id).await,
        Press::FollowSpeaker(id) => follow::speaker(session, id).await,
        Press::Mutes
        | Press::Unmute(_)
        | Press::Save(_)
        | Press::SavedAs(_)
        | Press::Wrong(_)
        | Press::WrongQuote(..)
        | Press::WrongWhat(..)
        | Press::Report(_)
        | Press::Fix(..) => kept(session, press).await,
    }
}

/// The same for what is muted, saved, or said to be wrong.
async fn kept(session: &mut Session<'_>, press: Press) -> anyhow::Result<Vec<Reply>> {
    Ok(match press {
        Press::Mutes => mute::listed(session).await.map(|message| put(session, message))?,
        Press::Unmute(id) => mute::ended(session, id).await.map(|message| put(session, message))?,
        Press::Save(id) => vec![saved::toggled(session, id).await?],
        Press::SavedAs(form) => saved::given(session, &form).await?,
        Press::Wrong(id) => wrong::asked(session, id).await?,
        Press::WrongQuote(id, place) => {
            wrong::quote(session, id, place).await.map(|one| put(session, one))?
        }
        Press::WrongWhat(id, what) => wrong::noted(session, id, what).await.map(|one| put(session, one))?,
        Press::Report(id) => reports::opened(session, id).await.map(|message| put(session, message))?,
        Press::Fix(id, choice) => reports::fixed(session, id, choice).await.map(|one| put(session, one))?,
        _ => vec![session.toast("button-over")],
    })
}

/// The same for what shows quotes.
async fn said(session: &mut Session<'_>, press: Press) -> anyhow::Result<Vec<Reply>> {
    match press {
        Press::ArticleQuotes(id, page) => {
            let message = quote_pages::of_article(session, id, page.saturating_sub(1)).await?;
            Ok(if page > 0 { put(session, message) } else { send(message) })
        }
        Press::SpeakerQuotes(id, page) => {
            // pages of older messages begin anew
            let replies = quotes::of_person(session, id).await?;
            Ok(if page > 0 { in_place(session, replies) } else { replies })
        }
        Press::QuotesOf(kept, place) => {
            let found = quotes::chosen(session, kept, place).await?;
            Ok(found.map_or_else(|| vec![session.toast("button-over")], |found| in_place(session, found)))
        }
        Press::Pasted(kept, page) => {
            let found = quote_pages::of_text(session, kept, page).await?;
            Ok(or_over(session, found))
        }
        Press::Pictures(id) => pictures::of_article(session, id).await,
        Press::PicturesOf(kept, page) => {
            let found = quotes::page(session, kept, page).await?;
            match found {
                Some(found) => pictures::of_one_of(session, &found).await,
                None => Ok(vec![session.toast("button-over")]),
            }
        }
        Press::QuotePicture(id, shape) => pictures::of_quote(session, id, shape).await,
        Press::Months(kept) => {
            let months = quotes::months(session, kept).await?;
            Ok(or_over(session, months))
        }
        Press::QuotesOfMonth(kept, month) => {
            let page = quotes::of_month(session, kept, month).await?;
            Ok(or_over(session, page))
        }
        Press::Search(kept, page) => {
            let page = quotes::turned(session, kept, page).await?;
            Ok(or_over(session, page))
        }
        _ => Ok(vec![session.toast("button-over")]),
    }
}

fn or_over(session: &Session<'_>, message: Option<Message>) -> Vec<Reply> {
    message.map_or_else(|| vec![session.toast("button-over")], |message| put(session, message))
}

/// Whether a press may do anything: the message pressed carries this button, or the presser manages the chat.
async fn may_press(session: &Session<'_>) -> bool {
    let carried = matches!(&session.request.what, What::Press { carried: true, .. });
    carried || session.may_manage().await
}

/// A private notice of a failing feed has buttons for a subscription of the group or channel it was added in: for
/// whoever added it, the press is about that chat.
async fn turn_to_its_chat(session: &mut Session<'_>, press: &Press) -> anyhow::Result<()> {
    if !session.request.is_private() || session.heading.is_some() {
        return Ok(());
    }
    let Some(id) = press.subscription() else { return Ok(()) };
    let mut read = session.read().await?;
    let place = subscriptions::place(&mut read, id).await?;
    let Some((chat, added_by)) = place.filter(|(chat, _)| *chat != session.chat.id) else { return Ok(()) };
    let person = session.request.from.id;
    if added_by == person
        && session.context.platform.may_manage(chat, person).await
        && let Some(chat) = chats::get(&mut read, chat).await?
    {
        session.turn_to(chat);
    }
    Ok(())
}

/// Whether a button carries a chat there is none of any more, or carries none and hangs on a message that was drawn for
/// another chat when buttons did not carry it: by its heading, or perhaps, where nobody knows what it says and the person
/// runs channels. What names its subscription or its channel itself needs no other chat.
async fn is_out_of_date(session: &Session<'_>, data: &str, press: &Press) -> anyhow::Result<bool> {
    if let Some(chat) = Press::chat(data) {
        return Ok(chat != session.chat.id);
    }
    let names_it =
        press.subscription().is_some() || matches!(press, Press::Channel(_) | Press::AnotherChannel);
    let What::Press { shows, .. } = &session.request.what else { return Ok(false) };
    if names_it || !session.request.is_private() {
        return Ok(false);
    }
    if !shows.is_empty() {
        return Ok(looks_headed(shows));
    }
    if right(press) == Right::Anyone {
        return Ok(false);
    }
    Ok(!channels::list(&mut *session.read().await?, session.request.from.id).await?.is_empty())
}

fn out_of_date(session: &Session<'_>) -> Vec<Reply> {
    if session.request.is_private() {
        return session.says("buttons-out-of-date", &[]);
    }
    vec![session.toast("button-over")]
}

async fn set(session: &mut Session<'_>, name: Setting, value: &str) -> anyhow::Result<Vec<Reply>> {
    match settings::set(session, name, value).await? {
        Ok(()) => settings::shown(session).await.map(|message| put(session, message)),
        Err(line) => Ok(send(line)),
    }
}

async fn feed_mode(session: &mut Session<'_>, mode: Mode, id: i64) -> anyhow::Result<Vec<Reply>> {
    let what = match mode {
        Mode::Digest => FeedDo::Digest,
        Mode::Instant => FeedDo::Instant,
        Mode::Both => FeedDo::Both,
    };
    let (mut replies, _) = feeds::act(session, what, id).await?;
    let card = feed_list::card(session, id).await?;
    replies.extend(put(session, card));
    Ok(replies)
}

async fn feed(session: &mut Session<'_>, what: FeedDo, id: i64) -> anyhow::Result<Vec<Reply>> {
    let (mut replies, redraw) = feeds::act(session, what, id).await?;
    if what == FeedDo::Remove {
        // what was there is there no more, and its one Undo takes its place
        return Ok(in_place(session, replies));
    }
    // only a feed's own card is drawn anew; a sample card keeps its article
    if redraw && matches!(what, FeedDo::Pause | FeedDo::Resume | FeedDo::AsChat | FeedDo::Here | FeedDo::Undo)
    {
        let card = feed_list::card(session, id).await?;
        replies.extend(put(session, card));
    }
    Ok(replies)
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

/// The same for replies of which one is a message.
fn in_place(session: &Session<'_>, replies: Vec<Reply>) -> Vec<Reply> {
    let put = replies.into_iter().flat_map(|reply| match reply {
        Reply::Send(message) => put(session, message),
        other => vec![other],
    });
    put.collect()
}
