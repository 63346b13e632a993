//! From a request to its handler.

use super::command::{Command, Who};
use super::commands::{
    allow, announce, backup, channel, chats as listed_chats, digest, export, feeds, file, follow, import,
    limits, mute, people, privacy, quotes, record, reports, review, saved, search, settings, start, status,
    stop, sub, summary, trend, unfollow, unsub, wrong,
};
use super::parse::{Asked, bare, command};
use super::{PlaceKind, Reply, Session, What, buttons, rate_limit, send, words};
use crate::store::chats::{self, Kind, allowed, channels};
use crate::view::{Rich, help, shortened};

/// Most characters of what stood behind a command that are said again.
const REPEATED: usize = 200;

/// Works on a request: the replies, and its changes left open in the session's transaction.
///
/// # Errors
/// Only what another try may mend (the database); what is wrong with a request is a reply.
pub(crate) async fn answer(session: &mut Session<'_>, met: chats::Met) -> anyhow::Result<Vec<Reply>> {
    match &session.request.what {
        What::Joined => {
            let greeting = start::joined(session, met).await?;
            return if greeting.is_empty() || let_in(session).await? {
                Ok(greeting)
            } else {
                uninvited(session).await
            };
        }
        What::Left => {
            let (id, now) = (session.chat.id, session.now);
            chats::set_state(session.write().await?, id, chats::State::Blocked, Some("left"), now).await?;
            return Ok(Vec::new());
        }
        What::Migrated { to } => {
            let (id, to) = (session.chat.id, *to);
            chats::migrate(session.write().await?, id, to).await?;
            return Ok(Vec::new());
        }
        // answered by elsewhere
        What::Guest { .. } | What::Inline { .. } => return Ok(Vec::new()),
        What::Text { .. }
        | What::Forwarded { .. }
        | What::Press { .. }
        | What::File { .. }
        | What::Shared { .. }
        | What::Disliked { .. } => {}
    }
    if !let_in(session).await? {
        return if is_asked(session) { uninvited(session).await } else { Ok(Vec::new()) };
    }
    if let Some(refusal) = rate_limit::refusal(session).await? {
        return Ok(refusal);
    }
    if let Some(refusal) = lost_channel(session).await? {
        return Ok(refusal);
    }
    match &session.request.what {
        What::Text { text, links } => said(session, text, links).await,
        // whoever passes a command on does not give it
        What::Forwarded { text, links } => match session.request.chat.kind {
            PlaceKind::Private => words::said(session, text, links).await,
            _ => words::addressed(session, text, links).await,
        },
        What::Press { data, .. } => buttons::answer(session, data).await,
        What::File { .. } => file::dropped(session).await,
        What::Disliked { message_id } => wrong::disliked(session, *message_id).await,
        What::Shared { id, title } => channel::shared(session, *id, title.as_deref()).await,
        What::Guest { .. } | What::Inline { .. } | What::Joined | What::Left | What::Migrated { .. } => {
            Ok(Vec::new())
        }
    }
}

async fn said(session: &mut Session<'_>, text: &str, links: &[String]) -> anyhow::Result<Vec<Reply>> {
    match command(text, session.options.bot.as_deref()) {
        Some(Asked::Command(name, args)) => commanded(session, name, &args).await,
        Some(Asked::Unknown(typed, near, args)) => Ok(unknown(session, &typed, (near, &args))),
        Some(Asked::Others) => Ok(Vec::new()),
        // in a group people talk to each other, and now and then to us
        None if session.request.chat.kind != PlaceKind::Private => {
            words::addressed(session, text, links).await
        }
        None => match bare(text) {
            Some((command, args)) => commanded(session, command, &args).await,
            None => words::said(session, text, links).await,
        },
    }
}

/// Runs a command for whoever may give it.
async fn commanded(session: &mut Session<'_>, name: Command, args: &str) -> anyhow::Result<Vec<Reply>> {
    match name.who() {
        Who::Admins if !session.may_manage().await => return rate_limit::refused_member(session).await,
        Who::Operators if !session.by_operator() => return not_an_operator(session).await,
        Who::All | Who::Private | Who::Admins | Who::Operators => {}
    }
    let replies = handled(session, name, args).await?;
    Ok(if works_alone(name) { unused(session, name, args, replies) } else { replies })
}

/// Whether a command takes no words, so that what stands behind it does nothing.
fn works_alone(command: Command) -> bool {
    use Command::{Backup, Chats, Limits, Privacy, Status};
    matches!(command, Backup | Chats | Limits | Privacy | Status)
}

/// Says that what stands behind such a command did nothing.
fn unused(session: &Session<'_>, command: Command, args: &str, mut replies: Vec<Reply>) -> Vec<Reply> {
    let words = shortened(args.trim(), REPEATED);
    if let (false, Some(Reply::Send(message))) = (words.is_empty(), replies.first_mut()) {
        let fills = [("words", words.into()), ("command", Rich::new().command(command.name()).into())];
        let said = session.options.locale.rich("rest-unused", &fills);
        message.text = std::mem::take(&mut message.text).plain("\n\n").then(said);
    }
    replies
}

async fn handled(session: &mut Session<'_>, name: Command, args: &str) -> anyhow::Result<Vec<Reply>> {
    match name {
        Command::Start => start::start(session, args).await,
        Command::Help => Ok(vec![Reply::Send(help(args, session.asker(), &session.options))]),
        Command::Sub => sub::sub(session, args).await,
        Command::Unsub => unsub::unsub(session, args).await,
        Command::Feeds => feeds::asked(session, args).await,
        Command::Summary => summary::summary(session, args).await,
        Command::Digest => digest::digest(session, args).await,
        Command::Quotes => quotes::asked(session, args).await,
        Command::Record => record::record(session, args).await,
        Command::Review => review::review(session, args).await,
        Command::Trend => trend::trend(session, args).await,
        Command::Search => search::search(session, args).await,
        Command::Follow => follow::follow(session, args).await,
        Command::Unfollow => unfollow::unfollow(session, args).await,
        Command::Settings => settings::settings(session, args).await,
        Command::Channel => channel::channel(session, args).await,
        Command::Import => import::import(session, args).await,
        Command::Export => export::export(session, args).await,
        Command::Privacy => privacy::privacy(session).await,
        Command::Stop => stop::stop(session, args).await,
        Command::Status => status::status(session).await,
        Command::Chats => listed_chats::chats(session).await,
        Command::Allow => allow::allow(session, args).await,
        Command::Limits => Ok(limits::limits(session)),
        Command::Backup => backup::backup(session).await,
        Command::Announce => announce::announce(session, args).await,
        Command::People => people::people(session, args).await,
        Command::Mute => mute::mute(session, args).await,
        Command::Saved => saved::saved(session, args).await,
        Command::Reports => reports::reports(session, args).await,
    }
}

fn unknown(session: &Session<'_>, typed: &str, (near, args): (Option<Command>, &str)) -> Vec<Reply> {
    match near {
        Some(near) => {
            // with what stands behind it, to be copied whole
            let whole = format!("/{} {}", near.name(), shortened(args, REPEATED));
            let meant =
                if args.is_empty() { Rich::new().command(near.name()) } else { Rich::new().code(whole) };
            session.says("unknown-near", &[("typed", typed.into()), ("near", meant.into())])
        }
        None => session.says("unknown", &[("typed", typed.into())]),
    }
}

/// Says that the other chat something is for may no longer be run; goes back to the private chat when it was chosen.
async fn lost_channel(session: &mut Session<'_>) -> anyhow::Result<Option<Vec<Reply>>> {
    let Some(name) = session.heading.clone() else { return Ok(None) };
    let (chat, person) = (session.chat.id, session.request.from.id);
    if session.chat.kind != Kind::Channel {
        // a group whose feed a private notice told of
        let may = session.may_manage().await;
        session.heading = Some(name).filter(|_| may);
        return Ok((!may).then(|| vec![session.toast("admins-only")]));
    }
    let Some(refusal) = channel::refusal(session, chat, &name).await else { return Ok(None) };
    let db = session.write().await?;
    if channels::chosen(&mut *db, person).await? == Some(chat) {
        channels::choose(db, person, None).await?;
    }
    session.heading = None;
    Ok(Some(send(refusal)))
}

async fn let_in(session: &Session<'_>) -> anyhow::Result<bool> {
    if !session.context.rules.by_invitation || session.by_operator() {
        return Ok(true);
    }
    let mut read = session.read().await?;
    let (chat, person) = (session.chat.id, session.request.from.id);
    Ok(allowed::is_allowed(&mut read, chat).await? || allowed::is_allowed(&mut read, person).await?)
}

/// Whether something is for us: in a private chat, or a command; talk in a group is left alone.
fn is_asked(session: &Session<'_>) -> bool {
    let commanded = matches!(&session.request.what, What::Text { text, .. } if text.starts_with('/'));
    session.request.is_private() || commanded
}

/// Says that the bot is by invitation, with the number the operator lets in: the person's, or the group's.
async fn uninvited(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let (key, id) = if session.request.is_private() {
        ("invite-only", session.request.from.id)
    } else {
        ("invite-only-group", session.request.chat.id)
    };
    rate_limit::refused(session, key, &[("id", id.to_string().into())]).await
}

/// Refuses an operator's command; whoever runs the bot learns in a private chat how to become one.
async fn not_an_operator(session: &Session<'_>) -> anyhow::Result<Vec<Reply>> {
    let key = if session.request.is_private() { "operators-only-private" } else { "operators-only" };
    rate_limit::refused(session, key, &[("id", session.request.from.id.to_string().into())]).await
}
