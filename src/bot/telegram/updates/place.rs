//! Where a message was written: its chat and its topic.

use super::wire::{Chat, Message};
use crate::bot::Place;

/// Characters of a topic's name (Bot API, createForumTopic).
const LONGEST_TOPIC: usize = 128;

pub(super) fn place(chat: &Chat) -> Place {
    let title = chat.title.clone().or_else(|| chat.first_name.clone()).or_else(|| chat.username.clone());
    Place { id: chat.id, kind: chat.kind, title, is_forum: chat.is_forum }
}

/// The forum topic; the general one (1) and reply threads of ordinary groups are none.
pub(super) fn thread(message: &Message) -> Option<i64> {
    message.message_thread_id.filter(|thread| *thread > 1 && message.is_topic_message)
}

/// The name of the topic whose first message a message of it answers to.
pub(super) fn topic(first: Option<&Message>) -> Option<String> {
    let first = first?;
    let named = first.forum_topic_edited.as_ref().or(first.forum_topic_created.as_ref())?;
    named.name.as_ref().map(|name| name.chars().take(LONGEST_TOPIC).collect())
}
