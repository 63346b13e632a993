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

/// Names looked at for a beginning that more have.
const LOOKED_AT: i64 = 20_000;

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
    if let Some(known) = by_key(db, &key).await? {
        return Ok(known.id);
    }
    let id = sqlx::query_scalar!(
        r#"insert into speakers (name, name_key) values (?1, ?2) returning id as "id!: i64""#,
        name,
        key
    )
    .fetch_one(&mut *db)
    .await?;
    add_words(db, id, &key).await?;
    Ok(id)
}

/// Gives a speaker another spelling to be found by (another script, another transliteration).
pub async fn also_called(db: &mut Db, id: i64, name: &str) -> Result<()> {
    let key = key(name);
    let entry = format!("{key}|");
    sqlx::query!(
        "update speakers set other_keys = other_keys || ?1 where id = ?2 and instr(other_keys, '|' || ?1) = 0",
        entry,
        id
    )
    .execute(&mut *db)
    .await?;
    add_words(db, id, &key).await
}

/// Finds the speaker whose name folds to `key`.
pub async fn by_key(db: &mut Db, key: &str) -> Result<Option<Person>> {
    sqlx::query_as!(
        Person,
        r#"select id as "id!: i64", name as "name!", quotes as "quotes!: i64" from speakers where name_key = ?"#,
        key
    )
    .fetch_optional(db)
    .await
}

/// The speakers one of whose spellings has, for every word of `name`, a word beginning with it: the most quoted first,
/// at most `limit`.
///
/// Of a beginning that very many names have, [`LOOKED_AT`] names are looked at.
pub async fn find(db: &mut Db, name: &str, limit: i64) -> Result<Vec<Person>> {
    let key = key(name);
    let mut words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    // the longest word leaves the fewest names to look at
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let Some((first, others)) = words.split_first() else { return Ok(Vec::new()) };
    let (beyond, others) = (beyond(first), to_json(&others)?);
    // scan: of the names that have the first word
    sqlx::query_as!(
        Person,
        r#"select s.id as "id!: i64", s.name as "name!", s.quotes as "quotes!: i64"
           from (select distinct speaker_id from (
                     select speaker_id from speaker_words where word >= ?1 and word < ?2 limit ?5)) as w
           join speakers as s on s.id = w.speaker_id
           where not exists (
               select 1 from json_each(?3) as word
               where instr(' ' || s.name_key || replace(s.other_keys, '|', ' '), ' ' || word.value) = 0)
           order by s.quotes desc, s.name limit ?4"#,
        first,
        beyond,
        others,
        limit,
        LOOKED_AT
    )
    .fetch_all(db)
    .await
}

/// The most quoted speakers, for suggestions when a name is not found.
pub async fn most_quoted(db: &mut Db, limit: i64) -> Result<Vec<Person>> {
    sqlx::query_as!(
        Person,
        r#"select id as "id!: i64", name as "name!", quotes as "quotes!: i64"
           from speakers where quotes > 0 order by quotes desc, name limit ?"#,
        limit
    )
    .fetch_all(db)
    .await
}

/// Reads one speaker.
pub async fn get(db: &mut Db, id: i64) -> Result<Option<Person>> {
    sqlx::query_as!(
        Person,
        r#"select id as "id!: i64", name as "name!", quotes as "quotes!: i64" from speakers where id = ?"#,
        id
    )
    .fetch_optional(db)
    .await
}

/// Notes the words of a spelling, by which [`find`] finds the speaker.
async fn add_words(db: &mut Db, id: i64, key: &str) -> Result<()> {
    let words = to_json(&key.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>())?;
    sqlx::query!(
        "insert into speaker_words (word, speaker_id) select value, ?1 from json_each(?2) where true
         on conflict do nothing",
        id,
        words
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The first string after all that begin with `word`.
fn beyond(word: &str) -> String {
    format!("{word}{}", char::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::scratch;

    #[tokio::test]
    async fn a_speaker_is_found_by_beginnings_of_the_words_of_any_spelling() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        let (orlo, other) = ("Anna-Maria Orlo", "Orla Annesley");
        let id = find_or_add(&mut db, orlo).await.unwrap();
        find_or_add(&mut db, other).await.unwrap();
        assert_eq!(find_or_add(&mut db, "ANNA MARIA ORLO").await.unwrap(), id);
        also_called(&mut db, id, "Анна Орло").await.unwrap();
        also_called(&mut db, id, "Анна Орло").await.unwrap();
        let table: [(&str, &[&str]); 9] = [
            ("orlo", &[orlo]),
            ("ann orl", &[orlo, other]),
            ("MARIA", &[orlo]),
            ("орло анна", &[orlo]),
            ("orlo анна", &[orlo]),
            ("rlo", &[]),
            ("anna x", &[]),
            ("orlob", &[]),
            ("!", &[]),
        ];
        for (asked, wanted) in table {
            let found = find(&mut db, asked, 9).await.unwrap();
            let names: Vec<&str> = found.iter().map(|person| person.name.as_str()).collect();
            assert_eq!(names, wanted, "{asked}");
        }
        assert_eq!(find(&mut db, "o", 1).await.unwrap().len(), 1);
        assert_eq!(most_quoted(&mut db, 9).await.unwrap(), []);
    }

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
