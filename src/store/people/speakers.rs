//! People quoted by name, found again whatever the spelling's case and accents.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::store::{Db, Result, to_json};

/// A person quoted by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Row number; what a deep link `q_<id>` carries.
    pub id: i64,
    /// Full name, as first stored.
    pub name: String,
    /// How many quotes are stored.
    pub quotes: i64,
}

/// Folds a name for comparing: lower case, accents off, `ё` as `е`, words parted by one space, nothing but letters
/// and digits in them.
#[must_use]
pub fn key(name: &str) -> String {
    let plain: String = name.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).collect();
    let apart = plain.replace(['\'', '’', 'ʼ', '`'], "");
    let words: Vec<&str> =
        apart.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Finds the speaker of this name or adds it; returns the number.
pub async fn find_or_add(db: &mut Db, name: &str) -> Result<i64> {
    let key = key(name);
    sqlx::query_scalar!(
        r#"insert into speakers (name, name_key) values (?1, ?2)
           on conflict (name_key) do update set name_key = excluded.name_key returning id as "id!: i64""#,
        name,
        key
    )
    .fetch_one(db)
    .await
}

/// Gives a speaker another spelling to be found by (another script, another transliteration).
pub async fn also_called(db: &mut Db, id: i64, name: &str) -> Result<()> {
    let entry = format!("{}|", key(name));
    sqlx::query!(
        "update speakers set other_keys = other_keys || ?1 where id = ?2 and instr(other_keys, '|' || ?1) = 0",
        entry,
        id
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Numbers of the speakers one of whose spellings has, for every word of `name`, a word beginning with it.
pub async fn matching(db: &mut Db, name: &str) -> Result<Vec<i64>> {
    let key = key(name);
    let words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let words = to_json(&words)?;
    sqlx::query_scalar!(
        r#"select id as "id!: i64" from speakers
           where not exists (
               select 1 from json_each(?) as word
               where instr(' ' || name_key || replace(other_keys, '|', ' '), ' ' || word.value) = 0)"#,
        words
    )
    .fetch_all(db)
    .await
}

/// Reads speakers whose name matches, the most quoted first.
pub async fn find(db: &mut Db, name: &str, limit: i64) -> Result<Vec<Person>> {
    let ids = to_json(&matching(db, name).await?)?;
    sqlx::query_as!(
        Person,
        r#"select s.id as "id!: i64", s.name as "name!", count(q.id) as "quotes!: i64"
           from speakers as s left join quotes as q on q.speaker_id = s.id
           where s.id in (select value from json_each(?1))
           group by s.id order by 3 desc, s.name limit ?2"#,
        ids,
        limit
    )
    .fetch_all(db)
    .await
}

/// The most quoted speakers, for suggestions when a name is not found.
pub async fn most_quoted(db: &mut Db, limit: i64) -> Result<Vec<Person>> {
    sqlx::query_as!(
        Person,
        r#"select s.id as "id!: i64", s.name as "name!", count(q.id) as "quotes!: i64"
           from speakers as s join quotes as q on q.speaker_id = s.id
           group by s.id order by 3 desc, s.name limit ?"#,
        limit
    )
    .fetch_all(db)
    .await
}

/// Reads one speaker.
pub async fn get(db: &mut Db, id: i64) -> Result<Option<Person>> {
    sqlx::query_as!(
        Person,
        r#"select s.id as "id!: i64", s.name as "name!",
                  (select count(*) from quotes where speaker_id = s.id) as "quotes!: i64"
           from speakers as s where s.id = ?"#,
        id
    )
    .fetch_optional(db)
    .await
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn names_fold_to_one_key() {
        let table = [
            ("Sergey Lavrov", "sergey lavrov"),
            ("  SERGEY   LAVROV ", "sergey lavrov"),
            ("José Manuel Albares", "jose manuel albares"),
            ("Артём Ковалёв", "артем ковалев"),
            ("Jean-Noël Barrot", "jean noel barrot"),
            ("Martin O’Malley", "martin omalley"),
            ("!!!", ""),
        ];
        for (name, folded) in table {
            assert_eq!(key(name), folded, "{name}");
        }
    }
}
