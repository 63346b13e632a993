//! `/settings`: one message of rows, and every value also by text.

use crate::bot::parse::setting;
use crate::bot::shared::feed_list::topic_here;
use crate::bot::shared::rows;
use crate::bot::words::misread;
use crate::bot::{Reply, Session, send};
use crate::digest::{Quiet, Slot, read_minute, read_slots, read_zone, upcoming};
use crate::editor::shown::languages;
use crate::store::chats::{self, Chat, SummaryMethod};
use crate::store::chats::{digest_slots, mutes, reviews, subscriptions};
use crate::view::{
    Button, DocumentFormat, Fill, Locale, Message, Mode, Press, Setting, Settings, choice, choices_named,
    zone_confirmation,
};

/// Coming digests that are named.
const NEXT_TIMES: usize = 5;

/// `/settings`, `/settings NAME`, `/settings NAME VALUE`.
pub(crate) async fn settings(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    let (name, value) = args.trim().split_once(char::is_whitespace).unwrap_or((args.trim(), ""));
    let Some(name) = setting(name) else {
        return Ok(if name.is_empty() { send(shown(session).await?) } else { unknown(session, args) });
    };
    if value.trim().is_empty() {
        return Ok(send(choices(session, name).await?));
    }
    match set(session, name, value.trim()).await? {
        Ok(()) if name == Setting::Zone => Ok(send(zone_confirmation(&session.options))),
        Ok(()) => Ok(vec![Reply::Send(confirmed(session, name).await?)]),
        Err(line) => Ok(send(line)),
    }
}

/// All settings of the chat as one message.
pub(crate) async fn shown(session: &mut Session<'_>) -> anyhow::Result<Message> {
    let mut message = read(session).await?.message(&session.options);
    if let Some(topic) = topic_here(session).await? {
        let line = session.options.locale.rich("settings-topic", &[("topic", topic.into())]);
        message.text = message.text.plain("\n\n").then(line);
    }
    let (chat, now) = (session.chat.id, session.now);
    let muted = mutes::list(session.write().await?, chat, now).await?.len();
    if muted == 0 {
        return Ok(message);
    }
    let label = session.options.locale.say("button-mutes", &[("count", muted.into())]);
    Ok(message.row(vec![Button::press(label, &Press::Mutes)]))
}

/// The choices of one setting.
pub(crate) async fn choices(session: &mut Session<'_>, name: Setting) -> anyhow::Result<Message> {
    let settings = read(session).await?;
    let message = settings.choices(name, &session.options);
    Ok(with_next_times(session, name, &settings.slots, message))
}

/// Adds when the next digests come to what is said of their times.
fn with_next_times(session: &Session<'_>, name: Setting, slots: &[Slot], mut message: Message) -> Message {
    let times = upcoming(session.options.zone, slots, session.now, NEXT_TIMES);
    if name == Setting::Digest && !times.is_empty() {
        let times: Vec<String> = times.into_iter().map(|at| session.options.weekday_date_time(at)).collect();
        let line = session.options.locale.say("next-digests", &[("times", times.join(" · ").into())]);
        message.text = message.text.plain("\n\n").plain(line);
    }
    message
}

/// Sets a setting; the inner error is a line that says what was wrong.
pub(crate) async fn set(
    session: &mut Session<'_>,
    name: Setting,
    value: &str,
) -> anyhow::Result<Result<(), Message>> {
    let chosen = choice(name, value, &session.options);
    let value = chosen.as_deref().unwrap_or(value);
    let done = match name {
        Setting::Digest => match read_slots(value) {
            Ok(slots) => set_slots(session, &slots).await?,
            Err(fault) => Err(misread(session, &fault)),
        },
        Setting::Review => set_review(session, value).await?,
        Setting::Zone => match read_zone(value) {
            Ok(zone) => {
                let chat = session.chat.id;
                chats::set_zone(session.write().await?, chat, zone.name()).await?;
                Ok(())
            }
            Err(fault) => Err(misread(session, &fault)),
        },
        Setting::Quiet => match Quiet::read(value) {
            Ok(quiet) => set_quiet(session, quiet).await?,
            Err(fault) => Err(misread(session, &fault)),
        },
        Setting::Read => set_reads(session, value).await?,
        Setting::Mode | Setting::Quotes | Setting::Language | Setting::Summary | Setting::Empty => {
            set_word(session, name, value).await?
        }
    };
    if done.is_ok() {
        session.refresh().await?;
    }
    Ok(done)
}

/// Settings whose value is one word.
async fn set_word(
    session: &mut Session<'_>,
    name: Setting,
    value: &str,
) -> anyhow::Result<Result<(), Message>> {
    let (chat, word) = (session.chat.id, value.to_lowercase());
    match name {
        Setting::Mode => {
            let Some(mode) = Mode::read(&word) else { return Ok(Err(bad(session, name, value))) };
            chats::set_mode(session.write().await?, chat, mode.into()).await?;
        }
        Setting::Quotes => {
            let Some(count) = word.parse::<i64>().ok().filter(|count| (0..=10).contains(count)) else {
                return Ok(Err(bad(session, name, value)));
            };
            chats::set_quotes_a_card(session.write().await?, chat, count).await?;
        }
        Setting::Language => {
            let Some(locale) = locale(&word) else { return Ok(Err(bad(session, name, value))) };
            chats::set_language(session.write().await?, chat, Some(locale.code())).await?;
        }
        Setting::Summary => {
            let method = match word.as_str() {
                "extractive" => SummaryMethod::Extractive,
                "llm" | "model" if session.context.rules.model.is_some() => SummaryMethod::Llm,
                "llm" | "model" => return Ok(Err(session.message("summary-no-model", &[]))),
                _ => return Ok(Err(bad(session, name, value))),
            };
            chats::set_summary_method(session.write().await?, chat, method).await?;
        }
        _ => {
            let Some(say) = on_or_off(&word) else { return Ok(Err(bad(session, name, value))) };
            chats::set_say_nothing_new(session.write().await?, chat, say).await?;
        }
    }
    Ok(Ok(()))
}

/// Codes of languages, the preferred first, or `off`.
async fn set_reads(session: &mut Session<'_>, value: &str) -> anyhow::Result<Result<(), Message>> {
    let chat = session.chat.id;
    let reads = languages(value);
    let given = value.split([',', ' ']).filter(|code| !code.is_empty()).count();
    if on_or_off(&value.to_lowercase()) == Some(false) {
        chats::set_reads(session.write().await?, chat, None).await?;
    } else if reads.is_empty() || reads.len() < given {
        return Ok(Err(bad(session, Setting::Read, value)));
    } else if !session.translates() {
        return Ok(Err(session.message("read-no-model", &[])));
    } else {
        let codes: Vec<String> = reads.iter().map(|language| language.code()).collect();
        chats::set_reads(session.write().await?, chat, Some(&codes.join(","))).await?;
    }
    Ok(Ok(()))
}

async fn set_slots(session: &mut Session<'_>, wanted: &[Slot]) -> anyhow::Result<Result<(), Message>> {
    let (place, now) = ((session.chat.id, session.request.thread), session.now);
    let rows: Vec<(i64, i64)> =
        wanted.iter().map(|slot| (i64::from(slot.minute), slot.weekdays.bits())).collect();
    digest_slots::set(session.write().await?, place, &rows, now).await?;
    Ok(Ok(()))
}

/// Times, or `format docx`.
async fn set_review(session: &mut Session<'_>, value: &str) -> anyhow::Result<Result<(), Message>> {
    let (place, now) = ((session.chat.id, session.request.thread), session.now);
    let word = value.to_lowercase();
    if let Some(format) = word.strip_prefix("format").or_else(|| word.strip_prefix("формат")) {
        let Some(format) = DocumentFormat::read(format.trim()) else {
            return Ok(Err(bad(session, Setting::Review, value)));
        };
        reviews::set_format(session.write().await?, place.0, format.word()).await?;
        return Ok(Ok(()));
    }
    let slots = match read_slots(value) {
        Ok(slots) => slots,
        Err(fault) => return Ok(Err(misread(session, &fault))),
    };
    let rows: Vec<(i64, i64)> =
        slots.iter().map(|slot| (i64::from(slot.minute), slot.weekdays.bits())).collect();
    reviews::set_slots(session.write().await?, place, &rows, now).await?;
    Ok(Ok(()))
}

async fn set_quiet(session: &mut Session<'_>, quiet: Option<Quiet>) -> anyhow::Result<Result<(), Message>> {
    let chat = session.chat.id;
    let minutes = quiet.and_then(|quiet| {
        let words = quiet.to_string();
        let (from, to) = words.split_once('-')?;
        Some((i64::from(read_minute(from).ok()?), i64::from(read_minute(to).ok()?)))
    });
    chats::set_quiet(session.write().await?, chat, minutes).await?;
    Ok(Ok(()))
}

async fn confirmed(session: &mut Session<'_>, name: Setting) -> anyhow::Result<Message> {
    let settings = read(session).await?;
    let label = session.options.locale.word(&format!("setting-{}", name.word()));
    let value = settings.value(name, &session.options);
    let topic = topic_here(session).await?;
    let is_topics = matches!(name, Setting::Digest | Setting::Review);
    let is_groups = topic.is_some() && !is_topics;
    let fills = [
        ("setting", label.into()),
        ("value", value.into()),
        ("topic", topic.clone().unwrap_or_default().into()),
    ];
    let key = if topic.is_some() && is_topics { "setting-done-topic" } else { "setting-done" };
    let mut message = session.message(key, &fills);
    if is_groups {
        message.text = message.text.plain("\n").plain(session.options.locale.word("setting-whole-group"));
    }
    let mut message = with_next_times(session, name, &settings.slots, message);
    if name == Setting::Mode {
        let kept = feeds_of_their_own(session).await?;
        if kept > 0 {
            let kept = session.options.locale.say("mode-kept", &[("count", kept.into())]);
            message.text = message.text.plain("\n").plain(kept);
        }
    }
    Ok(message)
}

/// How many feeds come otherwise than the chat's setting says, because somebody chose so for them.
async fn feeds_of_their_own(session: &mut Session<'_>) -> anyhow::Result<usize> {
    let chat = session.chat.id;
    let rows = subscriptions::list(session.write().await?, chat).await?;
    Ok(rows.iter().filter(|row| row.own_mode && row.mode != session.chat.mode).count())
}

async fn read(session: &mut Session<'_>) -> anyhow::Result<Settings> {
    let (id, thread) = (session.chat.id, session.request.thread.unwrap_or_default());
    let rows = digest_slots::list(session.write().await?, id).await?;
    let slots = rows.iter().filter(|row| row.thread == thread).filter_map(rows::slot).collect();
    let reviewed = reviews::slots(session.write().await?, id).await?;
    let review = reviewed.iter().filter(|row| row.thread == thread).filter_map(rows::review_slot).collect();
    let format = reviews::format(session.write().await?, id).await?;
    let reads = session.reads();
    let chat: &Chat = &session.chat;
    Ok(Settings {
        reads,
        translates: session.translates(),
        slots,
        review,
        review_format: DocumentFormat::read(&format).unwrap_or_default(),
        zone: session.options.zone,
        mode: chat.mode.into(),
        quotes: session.options.quotes,
        quiet: rows::quiet(chat.quiet_from, chat.quiet_to),
        locale: chat.language.as_deref().and_then(Locale::of_tag).unwrap_or(session.options.locale),
        by_model: chat.summary_method == SummaryMethod::Llm,
        model: session.context.rules.model.clone(),
        say_nothing_new: chat.say_nothing_new,
        paused: chat.state == chats::State::Paused,
    })
}

fn locale(word: &str) -> Option<Locale> {
    let by_name = Locale::all().find(|locale| locale.word("language-name").to_lowercase() == word);
    Locale::of_tag(word).or(by_name)
}

fn on_or_off(word: &str) -> Option<bool> {
    match word {
        "on" | "yes" | "вкл" | "да" => Some(true),
        "off" | "no" | "выкл" | "нет" => Some(false),
        _ => None,
    }
}

fn unknown(session: &Session<'_>, args: &str) -> Vec<Reply> {
    let translated = session.translates().then_some(Setting::Read);
    let names: Vec<&str> = Setting::ALL.into_iter().chain(translated).map(Setting::word).collect();
    session.says(
        "setting-unknown",
        &[
            ("words", args.split_whitespace().next().unwrap_or_default().into()),
            ("names", names.join(", ").into()),
        ],
    )
}

fn bad(session: &Session<'_>, name: Setting, value: &str) -> Message {
    let how = session.options.locale.rich(&format!("setting-{}-how", name.word()), &[]);
    let works = choices_named(name, &session.options);
    let fills = [("value", value.into()), ("how", Fill::Styled(how)), ("works", works.into())];
    session.message("setting-bad", &fills)
}
