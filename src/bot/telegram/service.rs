//! The Telegram side as one piece of work: updates in, answers out, until a stop.

use std::sync::Arc;

use teloxide::Bot;
use tokio_util::sync::CancellationToken;

use super::{Me, Refused, TelegramFace, TelegramPost, Webhook, poll, serve, set_menus};
use crate::bot::{Desk, Rules, work};
use crate::clock::Clock;
use crate::config::Config;
use crate::deliver::{self, Limits};
use crate::editor::Editor;
use crate::store::Store;

/// A bot that Telegram has answered, and what it works with.
pub struct Service {
    /// The client.
    pub bot: Bot,
    /// Who we are.
    pub me: Me,
    /// The database.
    pub store: Arc<Store>,
    /// Opens and briefs articles.
    pub editor: Editor,
    /// What the operator has set.
    pub rules: Rules,
    /// How fast may be sent.
    pub limits: Limits,
    /// Where updates come in, when not by long polling.
    pub webhook: Option<Webhook>,
    /// The time.
    pub clock: Clock,
}

impl Service {
    /// Makes the service a configuration describes.
    #[must_use]
    pub fn of(config: &Config, (bot, me): (Bot, Me), store: Arc<Store>, editor: Editor, clock: Clock) -> Self {
        let telegram = &config.telegram;
        let webhook = telegram.webhook_url.clone().zip(telegram.webhook_listen);
        Self {
            bot,
            me,
            store,
            editor,
            rules: Rules::of(config),
            limits: Limits {
                per_second: telegram.messages_per_second,
                per_chat_per_second: telegram.messages_per_chat_per_second,
                per_group_per_minute: telegram.messages_per_group_per_minute,
            },
            webhook: webhook.map(|(url, listen)| Webhook { url, listen }),
            clock,
        }
    }

    /// Takes updates in, works on them and sends what the outbox holds, until `stop` or until Telegram refuses us;
    /// then what is under way is finished.
    ///
    /// # Errors
    /// When the token is refused or the webhook cannot be set up.
    pub async fn run(self, stop: &CancellationToken) -> anyhow::Result<()> {
        let face = Arc::new(TelegramFace::new(self.bot.clone(), self.me.clone()));
        let desk = Desk {
            store: Arc::clone(&self.store),
            editor: self.editor.clone(),
            face,
            rules: Arc::new(self.rules.clone()),
        };
        let stop = stop.child_token();
        let post = Arc::new(TelegramPost::new(self.bot.clone()));
        let taking = async {
            let taken = self.take_in(&stop).await;
            stop.cancel();
            taken
        };
        let sending = async {
            let sent = deliver::run(&self.store, post, self.limits, self.clock, &stop).await;
            stop.cancel();
            sent
        };
        let menus = set_menus(&self.bot, &self.rules.operators);
        let (taken, sent, (), ()) =
            tokio::join!(taking, sending, work::run(desk, self.clock, &stop), menus);
        taken?;
        sent.map_err(|_stopped| Refused::Token)?;
        Ok(())
    }

    async fn take_in(&self, stop: &CancellationToken) -> anyhow::Result<()> {
        match &self.webhook {
            Some(webhook) => serve(&self.bot, webhook, Arc::clone(&self.store), self.clock, stop).await,
            None => Ok(poll(&self.bot, &self.store, self.clock, stop).await?),
        }
    }
}
