//! What language models were asked: tokens a day, what became of it, and answers kept so that the same question is
//! paid once.

use chrono::{DateTime, NaiveDate, Utc};

use crate::store::{Db, Result};

/// Use of one model on one day (UTC).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The model.
    pub model: String,
    /// Calls that were answered.
    pub calls: i64,
    /// Calls that failed.
    pub failures: i64,
    /// Tokens sent.
    pub tokens_in: i64,
    /// Tokens received.
    pub tokens_out: i64,
}

/// What is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Kind {
    /// What became of a summary that was asked for.
    Summary,
    /// Why a sentence was not shown.
    Sentence,
}

/// The verdict of a summary that was not asked for because the day's tokens were spent.
pub const SPENT: &str = "spent";

/// How often something was judged so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What was judged.
    pub kind: Kind,
    /// The verdict, one word.
    pub verdict: String,
    /// How often.
    pub count: i64,
}

/// Counts a verdict for the day (UTC).
pub async fn judge(
    db: &mut Db,
    model: &str,
    (kind, verdict, count): (Kind, &str, i64),
    now: DateTime<Utc>,
) -> Result<()> {
    let (day, at) = (now.date_naive().to_string(), now.timestamp());
    sqlx::query!(
        "insert into model_verdicts (day, model, kind, verdict, count, last_at) values (?, ?, ?, ?, ?, ?)
         on conflict (day, model, kind, verdict) do update set
             count = count + excluded.count, last_at = excluded.last_at",
        day,
        model,
        kind,
        verdict,
        count,
        at
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The verdicts of a day (UTC) over all models, the commonest first.
pub async fn verdicts(db: &mut Db, day: NaiveDate) -> Result<Vec<Verdict>> {
    let day = day.to_string();
    sqlx::query_as!(
        Verdict,
        r#"select kind as "kind!: Kind", verdict as "verdict!", sum(count) as "count!: i64" from model_verdicts
           where day = ? group by kind, verdict order by kind, 3 desc, verdict"#,
        day
    )
    .fetch_all(db)
    .await
}

/// True when since `since` a summary was not asked for because the day's tokens were spent.
pub async fn was_spent(db: &mut Db, since: DateTime<Utc>) -> Result<bool> {
    let since = since.timestamp();
    // scan: a few rows a day and model
    let found = sqlx::query_scalar!(
        r#"select exists (select 1 from model_verdicts where kind = 'summary' and verdict = ? and last_at >= ?)
               as "n!: i64""#,
        SPENT,
        since
    )
    .fetch_one(db)
    .await?;
    Ok(found == 1)
}

/// Adds one call to the day's use: tokens sent and received, or none when it failed.
pub async fn add(db: &mut Db, model: &str, tokens: Option<(i64, i64)>, now: DateTime<Utc>) -> Result<()> {
    let day = now.date_naive().to_string();
    let (sent, received) = tokens.unwrap_or_default();
    let (calls, failures) = if tokens.is_some() { (1, 0) } else { (0, 1) };
    sqlx::query!(
        "insert into model_use (day, model, calls, failures, tokens_in, tokens_out) values (?, ?, ?, ?, ?, ?)
         on conflict (day, model) do update set
             calls = calls + excluded.calls, failures = failures + excluded.failures,
             tokens_in = tokens_in + excluded.tokens_in, tokens_out = tokens_out + excluded.tokens_out",
        day,
        model,
        calls,
        failures,
        sent,
        received
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Tokens of all models on the day of `now` (UTC), sent and received together.
pub async fn tokens_today(db: &mut Db, now: DateTime<Utc>) -> Result<i64> {
    let day = now.date_naive().to_string();
    sqlx::query_scalar!(
        r#"select coalesce(sum(tokens_in + tokens_out), 0) as "n!: i64" from model_use where day = ?"#,
        day
    )
    .fetch_one(db)
    .await
}

/// Use of a day (UTC) by model.
pub async fn on(db: &mut Db, day: NaiveDate) -> Result<Vec<Use>> {
    let day = day.to_string();
    sqlx::query_as!(
        Use,
        "select model, calls, failures, tokens_in, tokens_out from model_use where day = ? order by model",
        day
    )
    .fetch_all(db)
    .await
}

/// The answer kept for a question, by the hash of everything that makes it.
pub async fn answer(db: &mut Db, question_hash: &[u8]) -> Result<Option<String>> {
    sqlx::query_scalar!("select answer from model_answers where question_hash = ?", question_hash)
        .fetch_optional(db)
        .await
}

/// Keeps an answer.
pub async fn keep_answer(
    db: &mut Db,
    question_hash: &[u8],
    (model, answer): (&str, &str),
    now: DateTime<Utc>,
) -> Result<()> {
    let at = now.timestamp();
    sqlx::query!(
        "insert into model_answers (question_hash, model, answer, made_at) values (?, ?, ?, ?)
         on conflict (question_hash) do update set answer = excluded.answer, made_at = excluded.made_at",
        question_hash,
        model,
        answer,
        at
    )
    .execute(db)
    .await?;
    Ok(())
}
