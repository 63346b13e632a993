//! Which records of names are one person: found by the names themselves, joined and taken apart by an operator.
//!
//! Invariant: a spelling points to a person, and a person to nobody. A surname alone belongs to somebody only as long as
//! one person has it.

use std::collections::BTreeSet;

use crate::statement::{Likeness, is_run_together, likeness, sound};
use crate::store::people::name_key::key;
use crate::store::{Db, Reader, Result};

/// Names of one sound that are compared; it bounds the work.
const COMPARED: i64 = 300;

/// How a spelling came to its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum By {
    /// The whole names are alike.
    Name,
    /// Only one person has the surname.
    Surname,
    /// An operator said so.
    Operator,
}

/// A record of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// Row number.
    pub id: i64,
    /// As written.
    pub name: String,
    /// The person it belongs to; `None` for a person's own record.
    pub same_as: Option<i64>,
    /// How that was found.
    pub same_by: Option<By>,
    /// Quotes stored under it.
    pub quotes: i64,
}

impl Spelling {
    fn person(&self) -> i64 {
        self.same_as.unwrap_or(self.id)
    }
}

/// Finds whose spelling a record is, and what that changes for surnames alone.
pub(in crate::store) async fn settle(db: &mut Db, id: i64, name: &str) -> Result<()> {
    let sound = sound(name);
    sqlx::query!("update speakers set sound = ? where id = ?", sound, id).execute(&mut *db).await?;
    if sound.is_empty() {
        return Ok(());
    }
    // door: whose spellings names are, whoever is quoted where
    let mut near = sqlx::query_as!(
        Spelling,
        r#"select id, name, same_as, same_by as "same_by: By", quotes from speakers as s
           where sound = ?1 and id <> ?2
             and not exists (select 1 from speakers_apart as a where a.speaker_id = ?2 and a.from_id = s.id)
             and not exists (select 1 from speakers_apart as a where a.speaker_id = s.id and a.from_id = ?2)
           order by quotes desc, id limit ?3"#,
        sound,
        id,
        COMPARED
    )
    .fetch_all(&mut *db)
    .await?;
    let same = near.iter().find(|one| likeness(&one.name, name) == Likeness::Same).map(Spelling::person);
    if let Some(person) = same {
        join(db, id, person, By::Name).await?;
    }
    let same_by = same.map(|_| By::Name);
    near.push(Spelling { id, name: name.to_owned(), same_as: same, same_by, quotes: 0 });
    surnames(db, &near).await
}

/// Gives each surname alone to the only person who has it, and takes it back where there are two.
async fn surnames(db: &mut Db, near: &[Spelling]) -> Result<()> {
    for short in near.iter().filter(|one| is_short(&one.name)) {
        if matches!(short.same_by, Some(By::Operator)) {
            continue;
        }
        let full = near.iter().filter(|one| !is_short(&one.name));
        let alike = full.filter(|one| likeness(&one.name, &short.name) == Likeness::Short);
        let people: BTreeSet<i64> = alike.map(Spelling::person).collect();
        let mut people = people.into_iter();
        match (people.next(), people.next()) {
            (Some(only), None) => join(db, short.id, only, By::Surname).await?,
            (Some(_), Some(_)) if short.same_by == Some(By::Surname) => leave(db, short.id).await?,
            _ => {}
        }
    }
    Ok(())
}

/// True for a surname alone, or with initials.
fn is_short(name: &str) -> bool {
    let key = key(name);
    match key.split_once(' ') {
        None => !is_run_together(&key),
        Some((first, _)) => first.chars().count() == 1,
    }
}

/// Makes a record, and all that are its spellings, spellings of a person.
pub async fn join(db: &mut Db, id: i64, person: i64, by: By) -> Result<()> {
    if id == person {
        return Ok(());
    }
    sqlx::query!(
        "update speakers set same_as = ?2, same_by = ?3 where id = ?1 or same_as = ?1",
        id,
        person,
        by
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("update speakers set same_as = null, same_by = null where id = ?", person)
        .execute(db)
        .await?;
    Ok(())
}

/// Takes a spelling from its person for good: it is not joined to it again by itself.
pub async fn part(db: &mut Db, id: i64) -> Result<()> {
    sqlx::query!(
        "insert into speakers_apart (speaker_id, from_id)
         select ?1, other.id from speakers as one
         join speakers as other on other.id = one.same_as
         where one.id = ?1
         union
         select ?1, other.id from speakers as one
         join speakers as other on other.same_as = one.same_as
         where one.id = ?1 and other.id <> ?1
         on conflict do nothing",
        id
    )
    .execute(&mut *db)
    .await?;
    leave(db, id).await
}

async fn leave(db: &mut Db, id: i64) -> Result<()> {
    sqlx::query!("update speakers set same_as = null, same_by = null where id = ?", id).execute(db).await?;
    Ok(())
}

/// The spellings of a person, its own record first.
pub async fn of(db: &mut Db, person: i64) -> Result<Vec<Spelling>> {
    // door: for readers there is `read_by`
    sqlx::query_as!(
        Spelling,
        r#"select id as "id!: i64", name as "name!", same_as, same_by as "same_by: By", quotes as "quotes!: i64"
           from speakers where id = ?1
           union all
           select id, name, same_as, same_by, quotes from speakers where same_as = ?1"#,
        person
    )
    .fetch_all(db)
    .await
}

/// The spellings of a person that stand in quotes that are for the reader, with how many of those.
pub async fn read_by(db: &mut Db, who: Reader, person: i64) -> Result<Vec<Spelling>> {
    let reader = who.number();
    let mut all = of(db, person).await?;
    for one in &mut all {
        // `quotes` of a record counts the open ones
        let own = sqlx::query_scalar!(
            r#"select count(*) as "n!: i64" from quotes as q
               where q.speaker_id = ?1 and q.is_private = 1
                 and (?2 is null or exists (select 1 from readers as v
                                            where v.article_id = q.article_id and v.chat_id = ?2))"#,
            one.id,
            reader
        );
        one.quotes += own.fetch_one(&mut *db).await?;
    }
    all.retain(|one| who == Reader::Itself || one.quotes > 0);
    Ok(all)
}

/// The numbers of all records of these people.
pub(in crate::store) async fn members(db: &mut Db, people: &[i64]) -> Result<Vec<i64>> {
    let mut all = Vec::new();
    for person in people {
        all.extend(of(db, *person).await?.into_iter().map(|one| one.id));
    }
    Ok(all)
}

/// All spellings of whoever has a name that folds to one of these keys.
pub async fn of_keys(db: &mut Db, keys: &[String]) -> Result<Vec<Vec<String>>> {
    let mut all = Vec::new();
    for key in keys {
        // door: all names of somebody, to compare with
        let person = sqlx::query_scalar!(
            r#"select coalesce(same_as, id) as "id!: i64" from speakers where name_key = ?"#,
            key
        );
        if let Some(person) = person.fetch_optional(&mut *db).await? {
            all.push(of(db, person).await?.into_iter().map(|one| one.name).collect());
        }
    }
    Ok(all)
}

/// Finds whose spellings the records of older programs are, the first `most` that were not looked at; returns whether
/// there may be more.
pub async fn settle_older(db: &mut Db, most: i64) -> Result<bool> {
    // door: whose spellings names are, whoever is quoted where
    let rows = sqlx::query!(
        r#"select id as "id!: i64", name from speakers where sound is null order by id limit ?"#,
        most
    )
    .fetch_all(&mut *db)
    .await?;
    for row in &rows {
        settle(db, row.id, &row.name).await?;
    }
    Ok(!rows.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::people::speakers::{find, find_or_add, get};
    use crate::store::tests::scratch;

    async fn people(db: &mut Db, asked: &str) -> Vec<Vec<String>> {
        let mut found: Vec<Vec<String>> = find(db, Reader::Itself, asked, 9)
            .await
            .unwrap()
            .into_iter()
            .map(|person| person.names)
            .collect();
        found.iter_mut().for_each(|names| names.sort());
        found.sort();
        found
    }

    #[tokio::test]
    async fn one_person_is_one_record_over_spellings_and_scripts() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        for name in ["Dorev", "Ilan Dorev", "Илан Дорев", "Ilan Petrov Dorev", "Дорев"] {
            find_or_add(&mut db, name).await.unwrap();
        }
        let all = [["Dorev", "Ilan Dorev", "Ilan Petrov Dorev", "Дорев", "Илан Дорев"]];
        for asked in ["dorev", "Дорев", "илан дорев", "Dorew", "Ilan Dor"] {
            assert_eq!(people(&mut db, asked).await, all, "{asked}");
        }
        // a second of the surname: the surname alone is nobody's
        let mara = find_or_add(&mut db, "Mara Dorev").await.unwrap();
        let found = people(&mut db, "dorev").await;
        assert!(found.contains(&vec!["Mara Dorev".to_owned()]), "{found:?}");
        assert!(found.contains(&vec!["Dorev".to_owned()]), "{found:?}");
        assert_eq!(get(&mut db, Reader::Itself, mara).await.unwrap().unwrap().names, ["Mara Dorev"]);
    }

    #[tokio::test]
    async fn a_surname_before_the_first_name_is_the_only_one_who_has_it() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        find_or_add(&mut db, "高橋").await.unwrap();
        find_or_add(&mut db, "高橋小百合").await.unwrap();
        assert_eq!(people(&mut db, "高橋").await, [["高橋", "高橋小百合"]]);
        find_or_add(&mut db, "高橋健").await.unwrap();
        assert_eq!(people(&mut db, "高橋").await, [["高橋"]]);
    }
    #[tokio::test]
    async fn what_an_operator_takes_apart_stays_apart_and_what_is_joined_is_one() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        let latin = find_or_add(&mut db, "Ilan Dorev").await.unwrap();
        let cyrillic = find_or_add(&mut db, "Илан Дорев").await.unwrap();
        assert_eq!(get(&mut db, Reader::Itself, cyrillic).await.unwrap().unwrap().id, latin);
        part(&mut db, cyrillic).await.unwrap();
        settle(&mut db, cyrillic, "Илан Дорев").await.unwrap();
        settle(&mut db, latin, "Ilan Dorev").await.unwrap();
        assert_eq!(get(&mut db, Reader::Itself, cyrillic).await.unwrap().unwrap().id, cyrillic);
        let other = find_or_add(&mut db, "Nadia Feld").await.unwrap();
        join(&mut db, cyrillic, other, By::Operator).await.unwrap();
        assert_eq!(of(&mut db, other).await.unwrap().len(), 2);
        assert_eq!(members(&mut db, &[other]).await.unwrap(), [other, cyrillic]);
    }

    #[tokio::test]
    async fn names_stored_by_older_programs_are_settled_later() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        let latin = find_or_add(&mut db, "Ilan Dorev").await.unwrap();
        find_or_add(&mut db, "Илан Дорев").await.unwrap();
        sqlx::query("update speakers set sound = null, same_as = null").execute(&mut *db).await.unwrap();
        assert!(settle_older(&mut db, 10).await.unwrap());
        assert!(!settle_older(&mut db, 10).await.unwrap());
        assert_eq!(of(&mut db, latin).await.unwrap().len() + of(&mut db, latin + 1).await.unwrap().len(), 3);
    }
}
