//! Whether the time that passed since the last round is believed: what is deleted by age does not come back when a clock
//! that ran ahead for a minute is right again.
//!
//! In: the clock, and when the last round was. Out: whether anything may be deleted by age. After a leap another sign must
//! agree: Telegram's clock; or, where it tells none, the new time having run on for a day.

use chrono::{DateTime, TimeDelta, Utc};

use crate::bot::telegram::time::Told;
use crate::store::{Store, upkeep};

/// Time without a round that needs no other sign: a bot may be off over a weekend.
const USUAL: TimeDelta = TimeDelta::days(3);

/// How far from ours the other clock may be.
const APART: TimeDelta = TimeDelta::days(1);

/// How long the new time must have run; a daily round may come a little early.
const RUN: TimeDelta = TimeDelta::hours(23);

/// Notes a time for a database that no round has left one in: when the last run was alive, before this one notes that it
/// is; else now.
pub(super) async fn begin(store: &Store, now: DateTime<Utc>) -> anyhow::Result<()> {
    let mut write = store.begin().await?;
    upkeep::begin(&mut write, upkeep::TIDY, upkeep::WRITE, now).await?;
    Ok(write.commit().await?)
}

/// Whether `now` is believed; notes that it is, or when it was met first. `told` is only asked after a leap.
pub(super) async fn is_believed(
    store: &Store,
    now: DateTime<Utc>,
    told: impl Future<Output = Told>,
) -> anyhow::Result<bool> {
    let mut read = store.read().await?;
    let (last, met) =
        (upkeep::last(&mut read, upkeep::TIDY).await?, upkeep::last(&mut read, upkeep::LEAP).await?);
    drop(read);
    let Some(passed) = last.map(|last| now - last) else {
        begin(store, now).await?;
        return Ok(false);
    };
    let leapt = (passed > USUAL).then_some(passed);
    // a time met long ago was another leap
    let run = met.map(|met| now - met).filter(|run| (TimeDelta::zero()..=RUN + USUAL).contains(run));
    let believed = match leapt {
        None => true,
        Some(_) => agrees(told.await, now, run),
    };
    let mut write = store.begin().await?;
    if believed {
        upkeep::note(&mut write, upkeep::TIDY, now).await?;
        upkeep::forget(&mut write, upkeep::LEAP).await?;
    } else if run.is_none() {
        upkeep::note(&mut write, upkeep::LEAP, now).await?;
    }
    write.commit().await?;
    // told once a leap, not at each round
    if let Some(days) = leapt.filter(|_| !believed && run.is_none()).map(|leapt| leapt.num_days()) {
        tracing::warn!(
            "by the clock {days} days have passed since the last tidying up; until Telegram's clock agrees, or this one has \
             run on for a day where there is none to ask, nothing is deleted for its age"
        );
    }
    Ok(believed)
}

/// Whether another sign agrees with `now`; `run` is how long the clock has gone on since the leap.
fn agrees(told: Told, now: DateTime<Utc>, run: Option<TimeDelta>) -> bool {
    match told {
        Told::At(theirs) => (now - theirs).abs() < APART,
        Told::Nothing => run.is_some_and(|run| run >= RUN),
        // a clock far off may be why there is no connection
        Told::NoAnswer => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{Scratch, noon, scratch};

    const YEAR: i64 = 365 * 24;

    /// What is believed at the hours after noon, in turn.
    async fn check(rounds: &[(i64, Told, bool)]) {
        let scratch = scratch().await;
        begin(&scratch.store, noon()).await.unwrap();
        for (hours, told, wanted) in rounds {
            let now = noon() + TimeDelta::hours(*hours);
            let believed = is_believed(&scratch.store, now, async { *told }).await.unwrap();
            assert_eq!(believed, *wanted, "{hours} h, {told:?}");
        }
    }

    fn at(hours: i64) -> Told {
        Told::At(noon() + TimeDelta::hours(hours))
    }

    #[tokio::test]
    async fn a_clock_that_leaps_is_not_believed_until_telegrams_agrees() {
        check(&[
            (0, Told::NoAnswer, true),
            (24, Told::NoAnswer, true),
            // off over a weekend
            (24 + 70, Told::NoAnswer, true),
            (YEAR, at(96), false),
            (YEAR + 24, at(120), false),
            (YEAR + 48, at(144), false),
            // right again
            (97, Told::NoAnswer, true),
            // off for a year
            (YEAR, Told::NoAnswer, false),
            (YEAR + 24, at(YEAR + 24), true),
            (YEAR + 48, Told::NoAnswer, true),
        ])
        .await;
    }

    #[tokio::test]
    async fn where_telegram_tells_no_time_a_day_must_pass() {
        check(&[
            (0, Told::Nothing, true),
            (YEAR, Told::Nothing, false),
            (YEAR + 2, Told::Nothing, false),
            // right for a while, and ahead again the day after
            (26, Told::Nothing, true),
            (YEAR + 24, Told::Nothing, false),
            (YEAR + 48, Told::Nothing, true),
            // another leap, and a run of that one
            (3 * YEAR, Told::Nothing, false),
            (4 * YEAR, Told::Nothing, false),
            (4 * YEAR + 24, Told::Nothing, true),
        ])
        .await;
    }

    #[tokio::test]
    async fn a_database_without_a_round_is_measured_by_its_last_run() {
        for (alive, wanted) in [(None, true), (Some(noon()), false)] {
            let Scratch { store, folder } = scratch().await;
            if let Some(alive) = alive {
                let mut write = store.begin().await.unwrap();
                upkeep::note(&mut write, upkeep::WRITE, alive).await.unwrap();
                write.commit().await.unwrap();
            }
            let now = noon() + TimeDelta::days(365);
            begin(&store, now).await.unwrap();
            assert_eq!(is_believed(&store, now, async { Told::Nothing }).await.unwrap(), wanted, "{alive:?}");
            begin(&store, noon()).await.unwrap();
            let later = now + TimeDelta::days(1);
            assert!(is_believed(&store, later, async { Told::Nothing }).await.unwrap(), "{alive:?}");
            drop(folder);
        }
    }
}
