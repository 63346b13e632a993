//! Who asks from elsewhere: how they see messages, and how much they may ask for.

use chrono::{DateTime, Utc};

use crate::bot::{Context, Request, What};
use crate::store::chats::allowed;
use crate::store::quotas::requests;
use crate::view::{Locale, Message, RenderOptions, line};

/// Questions of one caller in an hour while somebody types; every letter is one.
const TYPED_AN_HOUR: i64 = 3_000;

/// Somebody who asks from elsewhere.
pub(super) struct Caller<'a> {
    pub(super) context: &'a Context,
    pub(super) request: &'a Request,
    pub(super) options: RenderOptions,
    pub(super) now: DateTime<Utc>,
}

impl<'a> Caller<'a> {
    pub(super) fn new(context: &'a Context, request: &'a Request, now: DateTime<Utc>) -> Self {
        Self { context, request, options: options(context, request, now), now }
    }

    pub(super) fn by_operator(&self) -> bool {
        self.context.rules.operators.contains(&self.request.from.id)
    }

    /// Why the question is not answered: not let in, or the hour's allowance is used up.
    pub(super) async fn refusal(&self) -> anyhow::Result<Option<Message>> {
        if self.by_operator() {
            return Ok(None);
        }
        let (who, rules) = (self.request.from.id, &self.context.rules);
        if rules.by_invitation
            && !allowed::is_allowed(&mut *self.context.store.read_for_people().await?, who).await?
        {
            return Ok(Some(line("invite-only", &[("id", who.to_string().into())], &self.options)));
        }
        let (kind, most) = match self.request.what {
            What::Inline { .. } => ("typed", TYPED_AN_HOUR),
            _ => ("requests", rules.requests_an_hour),
        };
        let spent = self.spend(kind, most).await?;
        Ok((!spent).then(|| line("too-many-requests", &[("allowed", most.into())], &self.options)))
    }

    pub(super) async fn spend(&self, kind: &str, most: i64) -> anyhow::Result<bool> {
        let mut write = self.context.store.begin().await?;
        let spent = requests::spend(&mut write, self.request.from.id, kind, (1, most), self.now).await?;
        write.commit().await?;
        Ok(spent)
    }

    /// A message as it may stand in another chat: buttons that show something become links, the others go.
    pub(super) fn public(&self, message: Message) -> Message {
        message.in_channel(self.options.bot.as_deref())
    }
}

fn options(context: &Context, request: &Request, now: DateTime<Utc>) -> RenderOptions {
    let locale = request.from.language.as_deref().and_then(Locale::of_tag).unwrap_or_default();
    RenderOptions {
        locale,
        zone: context.rules.zone,
        bot: context.platform.user_name(),
        ..RenderOptions::plain(now)
    }
}
