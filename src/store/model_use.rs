//! What language models were asked: tokens a day, and answers kept so that the same question is paid once.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Db, Result};

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

/// Adds one call to the day's use: tokens sent and received, or none when it failed.
///
/// # Errors
/// SQLite's.
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
///
/// # Errors
/// SQLite's.
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
///
/// # Errors
/// SQLite's.
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
///
/// # Errors
/// SQLite's.
pub async fn answer(db: &mut Db, question_hash: &[u8]) -> Result<Option<String>> {
    sqlx::query_scalar!("select answer from model_answers where question_hash = ?", question_hash)
        .fetch_optional(db)
        .await
}

/// Keeps an answer.
///
/// # Errors
/// SQLite's.
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
