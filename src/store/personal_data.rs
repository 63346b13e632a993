//! What is kept of a chat and of a person: told, given out, and deleted.

use serde_json::{Value, json};

use crate::store::chats::{self, channels, digest_slots, reviews, subscriptions};
use crate::store::people::followed;
use crate::store::{Db, Result};

/// How much is kept of a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stored {
    /// Feeds it follows.
    pub subscriptions: i64,
    /// Persons and topics it follows.
    pub follows: i64,
    /// Digests made for it.
    pub digests: i64,
    /// Messages sent to it in the last 30 days, or waiting.
    pub messages: i64,
}

/// Counts what is kept of a chat.
pub async fn count(db: &mut Db, chat_id: i64) -> Result<Stored> {
    sqlx::query_as!(
        Stored,
        r#"select (select count(*) from subscriptions where chat_id = ?1 and removed_at is null)
                      as "subscriptions!: i64",
                  (select count(*) from follows where chat_id = ?1) as "follows!: i64",
                  (select count(*) from digests where chat_id = ?1) as "digests!: i64",
                  (select count(*) from outbox where chat_id = ?1) as "messages!: i64""#,
        chat_id
    )
    .fetch_one(db)
    .await
}

/// Gives out all that is kept of a chat, and of the person of that number in other chats.
pub async fn export(db: &mut Db, chat_id: i64, address: fn(&str) -> String) -> Result<Value> {
    let settings = chats::get(db, chat_id).await?.map(|chat| {
        json!({
            "id": chat.id, "title": chat.title, "zone": chat.zone, "language": chat.language,
            "mode": format!("{:?}", chat.mode).to_lowercase(), "quotes_a_card": chat.quotes_a_card,
            "quiet_from_minute": chat.quiet_from, "quiet_to_minute": chat.quiet_to,
            "state": format!("{:?}", chat.state).to_lowercase(), "state_since": chat.state_since,
        })
    });
    let feeds: Vec<Value> =
        subscriptions::list(db, chat_id).await?.iter().map(|one| feed(one, address)).collect();
    let follows: Vec<Value> = followed::list(db, chat_id)
        .await?
        .into_iter()
        .map(|one| json!({"kind": format!("{:?}", one.kind).to_lowercase(), "words": one.words, "topic": one.thread}))
        .collect();
    let times: Vec<Value> = digest_slots::list(db, chat_id)
        .await?
        .into_iter()
        .map(|slot| json!({"minute": slot.minute, "weekdays": slot.weekdays, "topic": slot.thread}))
        .collect();
    let review_times: Vec<Value> = reviews::slots(db, chat_id)
        .await?
        .into_iter()
        .map(|slot| json!({"minute": slot.minute, "weekdays": slot.weekdays, "topic": slot.thread}))
        .collect();
    Ok(json!({
        "muted": muted(db, chat_id).await?, "saved": saved(db, chat_id).await?,
        "links_given": links_given(db, chat_id, address).await?,
        "settings": settings, "feeds": feeds, "follows": follows, "digest_times": times, "review_times": review_times,
        "digests": digests(db, chat_id).await?, "messages_sent": messages(db, chat_id).await?,
        "channels": channels::list(db, chat_id).await?.into_iter().map(|one| one.id).collect::<Vec<_>>(),
        "added_in_other_chats": elsewhere(db, chat_id, address).await?, "use_by_hour": budgets(db, chat_id).await?,
    }))
}

/// Deletes all that is kept of a chat, and the traces of the person of that number in other chats.
///
/// Public news, which belongs to nobody's chat, stays. Updates, `asked` that asked for this among them, are blanked,
/// not deleted, so that none is done twice; a message under way is left to its sender, and what is added to the
/// outbox after this in the same transaction is still sent.
pub async fn delete(db: &mut Db, chat_id: i64, asked: i64) -> Result<()> {
    // Subscriptions, follows, slots, digests, reviews, held cards and offers fall with the chat's row.
    sqlx::query!("delete from chats where id = ?", chat_id).execute(&mut *db).await?;
    sqlx::query!("delete from outbox where chat_id = ? and state <> 'sending'", chat_id)
        .execute(&mut *db)
        .await?;
    // scan: a month of updates, when a person asks to be forgotten
    sqlx::query!(
        "update updates set job = '' where update_id = ?1 or (chat_id = ?2 and state <> 'new')",
        asked,
        chat_id
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("delete from channels where person = ?", chat_id).execute(&mut *db).await?;
    sqlx::query!("delete from paces where chat_id = ?", chat_id).execute(&mut *db).await?;
    sqlx::query!("delete from told where chat_id = ?", chat_id).execute(&mut *db).await?;
    sqlx::query!("delete from budgets where who = ?", chat_id).execute(&mut *db).await?;
    // scan: when a person asks to be forgotten
    sqlx::query!("update subscriptions set added_by = 0 where added_by = ?", chat_id)
        .execute(&mut *db)
        .await?;
    // scan: when a person asks to be forgotten
    sqlx::query!("update follows set added_by = 0 where added_by = ?", chat_id).execute(&mut *db).await?;
    // scan: when a person asks to be forgotten
    sqlx::query!("update mutes set added_by = 0 where added_by = ?", chat_id).execute(&mut *db).await?;
    // scan: when a person asks to be forgotten
    sqlx::query!("delete from offers where made_for = ?", chat_id).execute(db).await?;
    Ok(())
}

fn feed(one: &subscriptions::Subscription, address: fn(&str) -> String) -> Value {
    json!({
        "url": address(&one.url), "title": one.title.as_deref().map(address), "topic": one.thread, "mode": format!("{:?}", one.mode).to_lowercase(),
        "filter": one.filter, "paused": one.paused, "added_by": one.added_by, "added_at": one.created_at,
    })
}

async fn digests(db: &mut Db, chat_id: i64) -> Result<Vec<Value>> {
    let rows = sqlx::query!(
        "select local_date, thread, stories, content, recipe from digests where chat_id = ? order by id",
        chat_id
    )
    .fetch_all(db)
    .await?;
    let digests = rows.into_iter().map(|row| {
        let kept = row.recipe.as_deref().unwrap_or(&row.content);
        let pages = serde_json::from_str(kept).unwrap_or(Value::Null);
        json!({"date": row.local_date, "topic": row.thread, "stories": row.stories, "made_of": pages})
    });
    Ok(digests.collect())
}

async fn muted(db: &mut Db, chat_id: i64) -> Result<Vec<Value>> {
    let rows = sqlx::query!("select kind, words, until from mutes where chat_id = ? order by id", chat_id);
    let rows = rows.fetch_all(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| json!({"kind": row.kind, "words": row.words, "until": row.until}))
        .collect())
}

async fn saved(db: &mut Db, chat_id: i64) -> Result<Vec<Value>> {
    let rows = sqlx::query!(
        "select a.url, a.title from saved as s join articles as a on a.id = s.article_id
         where s.chat_id = ?1
             and (not exists (select 1 from private_articles as p where p.article_id = a.id)
                  or exists (select 1 from readers as v where v.article_id = a.id and v.chat_id = ?1))
         order by s.saved_at",
        chat_id
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| json!({"headline": row.title, "url": row.url})).collect())
}

async fn links_given(db: &mut Db, chat_id: i64, address: fn(&str) -> String) -> Result<Vec<String>> {
    // door: what the chat itself gave
    let urls = sqlx::query_scalar!(
        r#"select a.url as "url!: String" from givers as g join articles as a on a.id = g.article_id
           where g.chat_id = ? and a.url is not null order by a.id"#,
        chat_id
    );
    Ok(urls.fetch_all(db).await?.iter().map(|url| address(url)).collect())
}

async fn messages(db: &mut Db, chat_id: i64) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "n!: i64" from outbox where chat_id = ? and state = 'sent'"#,
        chat_id
    )
    .fetch_one(db)
    .await
}

async fn elsewhere(db: &mut Db, person: i64, address: fn(&str) -> String) -> Result<Vec<Value>> {
    // scan: when a person asks what is kept
    let rows = sqlx::query!(
        r#"select s.chat_id as "chat_id!: i64", f.url as "what!" from subscriptions as s
           join feeds as f on f.id = s.feed_id
           where s.added_by = ?1 and s.chat_id <> ?1 and s.removed_at is null
           union all select chat_id, words from follows where added_by = ?1 and chat_id <> ?1"#,
        person
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| json!({"chat": row.chat_id, "what": address(&row.what)})).collect())
}

async fn budgets(db: &mut Db, who: i64) -> Result<Vec<Value>> {
    let rows = sqlx::query!("select what, hour, used from budgets where who = ? order by hour, what", who)
        .fetch_all(db)
        .await?;
    Ok(rows.into_iter().map(|row| json!({"what": row.what, "hour": row.hour, "used": row.used})).collect())
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::brief::Brief;
    use crate::store::articles::{self, TextFrom};
    use crate::store::chats::subscriptions::{self, Added};
    use crate::store::chats::{Mode, channels};
    use crate::store::delivery::outbox::{self, Kind, New, Op};
    use crate::store::delivery::{notices_sent, telegram_updates};
    use crate::store::feeds;
    use crate::store::people::followed;
    use crate::store::quotas::requests;
    use crate::store::reader;
    use crate::store::tests::{chat, noon, scratch, subscribe};

    /// Every table that can hold a chat's or a person's number, with the columns that do.
    const PLACES: [(&str, &str); 17] = [
        ("channels", "person"),
        ("chats", "id"),
        ("subscriptions", "chat_id"),
        ("subscriptions", "added_by"),
        ("follows", "chat_id"),
        ("follows", "added_by"),
        ("digest_slots", "chat_id"),
        ("digests", "chat_id"),
        ("held", "chat_id"),
        ("told", "chat_id"),
        ("offers", "made_for"),
        ("budgets", "who"),
        ("outbox", "chat_id"),
        ("mutes", "chat_id"),
        ("mutes", "added_by"),
        ("saved", "chat_id"),
        ("givers", "chat_id"),
    ];

    #[tokio::test]
    async fn nothing_of_a_person_is_left_and_the_group_keeps_its_feeds() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        for id in [7, -5] {
            chat(&mut db, id).await;
        }
        subscribe(&mut db, 7, "https://example.org/one.xml", Mode::Digest).await;
        let feed_id = feeds::add(&mut db, "https://example.org/two.xml", noon()).await.unwrap();
        let new = subscriptions::New {
            chat_id: -5,
            thread: None,
            feed_id,
            mode: Mode::Digest,
            added_by: 7,
            sample: false,
        };
        assert!(matches!(subscriptions::add(&mut db, &new, noon()).await.unwrap(), Added::New(_)));
        followed::add(&mut db, (7, None), (followed::Kind::Topic, "grain deal"), 7, noon()).await.unwrap();
        channels::add(&mut db, 7, -5, noon()).await.unwrap();
        notices_sent::once(&mut db, 7, notices_sent::FEED_FAILING, feed_id, noon()).await.unwrap();
        assert!(requests::spend(&mut db, 7, "summary", (1, 30), noon()).await.unwrap());
        let row = New { chat_id: 7, thread: None, kind: Kind::Card, key: "a1", op: Op::Send, payload: "{}" };
        assert!(outbox::put(&mut db, &row, noon()).await.unwrap());
        assert!(telegram_updates::add(&mut db, 1, 7, r#"{"text":"secret"}"#, noon()).await.unwrap());
        assert!(telegram_updates::add(&mut db, 2, 7, r#"{"text":"delete all"}"#, noon()).await.unwrap());

        let article = Article { url: Some("https://example.org/given".into()), ..Article::default() };
        let brief = Brief::default();
        let new = articles::New { article: &article, brief: &brief, text_from: TextFrom::Page };
        let id = articles::save(&mut db, &new, noon()).await.unwrap().id;
        reader::asked_for(&mut db, id, 7).await.unwrap();

        let given = super::export(&mut db, 7, str::to_owned).await.unwrap().to_string();
        for word in [
            "example.org/one.xml",
            "grain deal",
            "Europe/Berlin",
            "summary",
            "example.org/two.xml",
            "example.org/given",
        ] {
            assert!(given.contains(word), "{word} is not in {given}");
        }
        assert!(!given.contains("secret"));

        super::delete(&mut db, 7, 2).await.unwrap();
        for (table, column) in PLACES {
            let count = sqlx::AssertSqlSafe(format!("select count(*) from {table} where {column} = 7"));
            let left: i64 = sqlx::query_scalar(count).fetch_one(&mut *db).await.unwrap();
            assert_eq!(left, 0, "{table}.{column}");
        }
        let job: String = sqlx::query_scalar("select job from updates where update_id = 2")
            .fetch_one(&mut *db)
            .await
            .unwrap();
        assert_eq!(job, "");
        assert!(!telegram_updates::add(&mut db, 2, 7, "again", noon()).await.unwrap());
        assert_eq!(subscriptions::count(&mut db, -5).await.unwrap(), 1);
    }
}
