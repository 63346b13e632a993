//! What the operator has set, as far as handlers ask.

use chrono_tz::Tz;

use super::StarterSet;
use crate::config::{Access, Config};

/// What the operator has set.
#[derive(Debug, Clone)]
pub struct Rules {
    /// Chats and people who are operators.
    pub operators: Vec<i64>,
    /// Whether only those let in may use the bot.
    pub by_invitation: bool,
    /// Zone of a new chat.
    pub zone: Tz,
    /// Minute of the local day of a new chat's digest.
    pub digest_minute: u16,
    /// Name of the language model, if there is one.
    pub model: Option<String>,
    /// Its tokens a day.
    pub daily_tokens: u64,
    /// Lists of feeds to begin with.
    pub starter_sets: Vec<StarterSet>,
    /// Most feeds of a chat.
    pub feeds_a_chat: i64,
    /// Most requests of one person in an hour.
    pub requests_an_hour: i64,
    /// Most requests of all people of one group in an hour.
    pub requests_a_group: i64,
    /// Most articles never seen before that one person may have summarised in an hour.
    pub links_a_person: i64,
    /// The same for one group.
    pub links_a_group: i64,
}

impl Default for Rules {
    /// What CHAT.md sets where the operator sets nothing.
    fn default() -> Self {
        Self {
            operators: Vec::new(),
            by_invitation: false,
            zone: Tz::UTC,
            digest_minute: 8 * 60,
            model: None,
            daily_tokens: 0,
            starter_sets: Vec::new(),
            feeds_a_chat: 300,
            requests_an_hour: 200,
            // half of what Telegram lets a bot say to a group in an hour, so that cards still have room
            requests_a_group: 600,
            links_a_person: 30,
            links_a_group: 60,
        }
    }
}

impl Rules {
    /// What the configuration sets.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        Self {
            operators: config.service.operator_chats.clone(),
            by_invitation: config.service.access_mode == Access::Invite,
            zone: config.digest.default_zone,
            digest_minute: config.digest.default_time,
            model: config.llm.provider.and(config.llm.model.clone()),
            daily_tokens: config.llm.daily_tokens,
            starter_sets: StarterSet::shipped(),
            ..Self::default()
        }
    }
}
