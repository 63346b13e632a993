//! People quoted by name, found again whatever the spelling's case and accents.

use std::collections::BTreeSet;

use crate::statement::{Likeness, is_run_together, likeness, sound};
use crate::store::people::spellings;
use crate::store::{Db, Reader, Result, to_json};
use crate::text::{Language, in_first_case};

pub use crate::store::people::name_key::key;

/// A person quoted by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Row number of the person's own record; what a deep link `q_<id>` carries.
    pub id: i64,
    /// Full name: the spelling most quotes have.
    pub name: String,
    /// All spellings, that one first.
    pub names: Vec<String>,
    /// How many quotes are stored under all of them.
    pub quotes: i64,
}

impl Person {
    /// The name in the letters of a language, where there is one.
    #[must_use]
    pub fn name_in(&self, language: Language) -> &str {
        let written =
            |name: &&String| name.chars().find(|c| c.is_alphabetic()).is_some_and(|c| language.writes(c));
        let full = self.names.iter().filter(|name| name.contains(' ')).find(written);
        full.or_else(|| self.names.iter().find(written)).map_or(&self.name, |name| name)
    }
}

/// People read for one question.
pub(super) const MOST_PEOPLE: i64 = 200;

/// Forms of a name that are tried.
const MOST_FORMS: usize = 60;

/// Names looked at for a beginning that more have.
pub(super) const LOOKED_AT: i64 = 20_000;

/// Finds the speaker of this name or adds it; returns the number.
pub async fn find_or_add(db: &mut Db, name: &str) -> Result<i64> {
    let key = key(name);
    // door: whether it is known, to write it
    let known = sqlx::query_scalar!(r#"select id as "id!: i64" from speakers where name_key = ?"#, key);
    if let Some(known) = known.fetch_optional(&mut *db).await? {
        return Ok(known);
    }
    let id = sqlx::query_scalar!(
        r#"insert into speakers (name, name_key) values (?1, ?2) returning id as "id!: i64""#,
        name,
        key
    )
    .fetch_one(&mut *db)
    .await?;
    add_words(db, id, &key).await?;
    spellings::settle(db, id, name).await?;
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

/// Finds the person one of whose spellings folds to `key`.
pub async fn by_key(db: &mut Db, who: Reader, key: &str) -> Result<Option<Person>> {
    // door: asked in `people`
    let id = sqlx::query_scalar!(
        r#"select coalesce(same_as, id) as "id!: i64" from speakers where name_key = ?"#,
        key
    );
    match id.fetch_optional(&mut *db).await? {
        Some(id) => Ok(people(db, who, &[id]).await?.pop()),
        None => Ok(None),
    }
}

/// The people one of whose spellings has every word of `name`; where nobody has, those who have words that begin with
/// them; those whose name is so in another case; and else those whose name sounds so in whatever script. The most quoted
/// first, at most `limit`; who is quoted in nothing that is for the reader is not found.
///
/// Of a beginning that very many names have, [`LOOKED_AT`] names are looked at.
pub async fn find(db: &mut Db, who: Reader, name: &str, limit: i64) -> Result<Vec<Person>> {
    let key = key(name);
    let mut words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    // the longest word leaves the fewest names to look at
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let Some((first, others)) = words.split_first() else { return Ok(Vec::new()) };
    let mut found = with_words(db, who, (first, others), true).await?;
    if found.is_empty() {
        found = with_words(db, who, (first, others), false).await?;
    }
    if found.is_empty() {
        found = in_another_case(db, who, &key).await?;
    }
    if found.is_empty() {
        found = sounding(db, who, name).await?;
    }
    found.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(found)
}

/// The people one of whose spellings has this word, in whatever case it stands.
pub async fn called(db: &mut Db, who: Reader, word: &str) -> Result<Vec<Person>> {
    let key = key(word);
    let found = with_words(db, who, (&key, &[]), true).await?;
    if found.is_empty() { in_another_case(db, who, &key).await } else { Ok(found) }
}

/// The people whose name in the first case these words are in another: Лаврова, Петру Зайцеву.
async fn in_another_case(db: &mut Db, who: Reader, name: &str) -> Result<Vec<Person>> {
    let mut found: Vec<Person> = Vec::new();
    for form in in_first_case(name).iter().take(MOST_FORMS) {
        let mut words: Vec<&str> = form.split(' ').collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let Some((first, others)) = words.split_first() else { continue };
        for person in with_words(db, who, (first, others), true).await? {
            if found.iter().all(|known| known.id != person.id) {
                found.push(person);
            }
        }
    }
    found.sort_by(|one, other| other.quotes.cmp(&one.quotes).then_with(|| one.name.cmp(&other.name)));
    Ok(found)
}

/// The people one of whose spellings has these words, or words that begin with them.
async fn with_words(
    db: &mut Db,
    who: Reader,
    (first, others): (&str, &[&str]),
    whole: bool,
) -> Result<Vec<Person>> {
    let end = if whole { " " } else { "" };
    let others = to_json(&others.iter().map(|word| format!(" {word}{end}")).collect::<Vec<_>>())?;
    let beyond = if whole { format!("{first}\u{0}") } else { beyond(first) };
    // scan: of the names that have the first word; door: asked in `people`
    let ids = sqlx::query_scalar!(
        r#"select coalesce(s.same_as, s.id) as "id!: i64"
           from (select distinct speaker_id from (
                     select speaker_id from speaker_words where word >= ?1 and word < ?2 limit ?5)) as w
           join speakers as s on s.id = w.speaker_id
           where not exists (
               select 1 from json_each(?3) as word
               where instr(' ' || s.name_key || replace(s.other_keys, '|', ' ') || ' ', word.value) = 0)
           order by s.quotes desc, s.name limit ?4"#,
        first,
        beyond,
        others,
        MOST_PEOPLE,
        LOOKED_AT
    );
    let ids = ids.fetch_all(&mut *db).await?;
    people(db, who, &ids).await
}

/// The people whose name sounds like this one.
async fn sounding(db: &mut Db, who: Reader, name: &str) -> Result<Vec<Person>> {
    let sound = sound(name);
    // door: asked in `people`
    let rows = sqlx::query!(
        r#"select coalesce(same_as, id) as "id!: i64", name from speakers where sound = ? and sound <> ''
           order by quotes desc, id limit ?"#,
        sound,
        MOST_PEOPLE
    )
    .fetch_all(&mut *db)
    .await?;
    let alike = rows.into_iter().filter(|row| likeness(&row.name, name) != Likeness::Other);
    people(db, who, &alike.map(|row| row.id).collect::<Vec<_>>()).await
}

/// The people most quoted openly, for suggestions when a name is not found.
pub async fn most_quoted(db: &mut Db, who: Reader, limit: i64) -> Result<Vec<Person>> {
    let some = limit.saturating_mul(4);
    // door: asked in `people`
    let ids = sqlx::query_scalar!(
        r#"select coalesce(same_as, id) as "id!: i64" from speakers where quotes > 0
           order by quotes desc, id limit ?"#,
        some
    );
    let mut ids = ids.fetch_all(&mut *db).await?;
    let reader = who.number();
    // scan: of private quotes, by an index of those alone
    let own = sqlx::query_scalar!(
        r#"select coalesce(s.same_as, s.id) as "id!: i64" from quotes as q join speakers as s on s.id = q.speaker_id
           where q.is_private = 1
             and (?1 is null or exists (select 1 from readers as v
                                        where v.article_id = q.article_id and v.chat_id = ?1))
           group by 1 order by count(*) desc limit ?2"#,
        reader,
        some
    );
    ids.extend(own.fetch_all(&mut *db).await?);
    let mut found = people(db, who, &ids).await?;
    found.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(found)
}

/// Reads the person whose record, or whose spelling, has this number.
pub async fn get(db: &mut Db, who: Reader, id: i64) -> Result<Option<Person>> {
    // door: asked in `people`
    let id =
        sqlx::query_scalar!(r#"select coalesce(same_as, id) as "id!: i64" from speakers where id = ?"#, id);
    match id.fetch_optional(&mut *db).await? {
        Some(id) => Ok(people(db, who, &[id]).await?.pop()),
        None => Ok(None),
    }
}

/// Reads people by the numbers of their own records, each once, the most quoted first: with the spellings, and the counts,
/// of quotes that are for the reader.
pub(super) async fn people(db: &mut Db, who: Reader, ids: &[i64]) -> Result<Vec<Person>> {
    let ids: BTreeSet<i64> = ids.iter().copied().collect();
    let mut found = Vec::new();
    for id in ids {
        let mut spellings = spellings::read_by(db, who, id).await?;
        // a whole name tells more than a surname
        let is_whole = |name: &str| name.contains(' ') || is_run_together(name);
        spellings.sort_by_key(|one| std::cmp::Reverse((is_whole(&one.name), one.quotes)));
        let names: Vec<String> = spellings.iter().map(|one| one.name.clone()).collect();
        let Some(name) = names.first().cloned() else { continue };
        found.push(Person { id, name, names, quotes: spellings.iter().map(|one| one.quotes).sum() });
    }
    found.sort_by(|one, other| other.quotes.cmp(&one.quotes).then_with(|| one.name.cmp(&other.name)));
    Ok(found)
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
pub(super) fn beyond(word: &str) -> String {
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
            ("orlobaz", &[]),
            ("!", &[]),
        ];
        for (asked, wanted) in table {
            let found = find(&mut db, Reader::Itself, asked, 9).await.unwrap();
            let names: Vec<&str> = found.iter().map(|person| person.name.as_str()).collect();
            assert_eq!(names, wanted, "{asked}");
        }
        assert_eq!(find(&mut db, Reader::Itself, "o", 1).await.unwrap().len(), 1);
        assert_eq!(most_quoted(&mut db, Reader::Itself, 9).await.unwrap(), []);
    }
}
