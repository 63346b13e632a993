//! Who may be meant by a name nobody has.

use std::collections::BTreeSet;

use strsim::osa_distance;

use super::name_key::key;
use super::speakers::{LOOKED_AT, MOST_PEOPLE, Person, beyond, people};
use crate::statement::{Likeness, likeness, may_be_one, sound};
use crate::store::{Db, Reader, Result};

/// Letters of a word from which on one, and two, of them may be wrong.
const ONE_WRONG: usize = 4;
const TWO_WRONG: usize = 8;

/// The people whose surname sounds most like one of these words; where nobody's does, those one of whose names is written
/// nearly so, with the same first letter. At most `limit`.
pub async fn nearest(db: &mut Db, who: Reader, words: &[String], limit: i64) -> Result<Vec<Person>> {
    let mut ids = Vec::new();
    for word in words {
        let sound = sound(word);
        // door: asked in `people`
        let rows = sqlx::query_scalar!(
            r#"select coalesce(same_as, id) as "id!: i64" from speakers
               where sound = ? and sound <> '' order by quotes desc, id limit ?"#,
            sound,
            MOST_PEOPLE
        );
        ids.extend(rows.fetch_all(&mut *db).await?);
    }
    if ids.is_empty() {
        ids = written_nearly(db, words).await?;
    }
    let mut found = people(db, who, &ids).await?;
    found.retain(|person| person.quotes > 0);
    found.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(found)
}

/// The people whose name in other letters may be this person's: none of them is known to be. At most `limit`.
pub async fn in_other_letters(db: &mut Db, who: Reader, person: &Person, limit: i64) -> Result<Vec<Person>> {
    let sound = sound(&person.name);
    // door: asked in `people`
    let ids = sqlx::query_scalar!(
        r#"select coalesce(same_as, id) as "id!: i64" from speakers
           where sound = ? and sound <> '' order by quotes desc, id limit ?"#,
        sound,
        MOST_PEOPLE
    );
    let ids = ids.fetch_all(&mut *db).await?;
    let mut found = people(db, who, &ids).await?;
    let may_be = |name: &String| person.names.iter().any(|own| may_be_one(name, own));
    let is_other = |other: &Person| other.names.iter().any(may_be);
    found.retain(|other| other.id != person.id && other.quotes > 0 && is_other(other));
    found.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(found)
}

/// Words of a name that are looked for nearly spelt right.
const WORDS: usize = 8;

/// The longest of them, in letters.
const LONGEST: usize = 40;

/// The speakers one of whose names is one or two letters from one of these words.
async fn written_nearly(db: &mut Db, words: &[String]) -> Result<Vec<i64>> {
    let mut found = BTreeSet::new();
    for typed in words.iter().take(WORDS).map(|word| key(word)) {
        let length = typed.chars().take(LONGEST + 1).count();
        if length > LONGEST {
            continue;
        }
        let wrong = may_be_wrong(&typed);
        let Some(first) = typed.chars().next().filter(|_| wrong > 0).map(String::from) else { continue };
        let end = beyond(&first);
        // door: asked in `people`
        // scan: of what the index gave, so many at most
        let rows = sqlx::query!(
            r#"select w.word, coalesce(s.same_as, s.id) as "id!: i64"
               from (select word, speaker_id from speaker_words where word >= ?1 and word < ?2 limit ?3) as w
               join speakers as s on s.id = w.speaker_id"#,
            first,
            end,
            LOOKED_AT
        );
        let near = rows.fetch_all(&mut *db).await?.into_iter();
        found.extend(near.filter(|row| osa_distance(&row.word, &typed) <= wrong).map(|row| row.id));
    }
    Ok(found.into_iter().collect())
}

/// Letters of a word that may be wrong; two that are swapped are one.
fn may_be_wrong(word: &str) -> usize {
    let length = word.chars().count();
    usize::from(length >= ONE_WRONG) + usize::from(length >= TWO_WRONG)
}

/// Whether `word`, typed behind `named`, is a slip in the rest of that person's name: Piet Hahn for Piet Haan.
#[must_use]
pub fn is_slip(person: &Person, named: &[String], word: &str) -> bool {
    let (named, word) = (key(&named.join(" ")), key(word));
    let typed: Vec<&str> = named.split(' ').filter(|typed| !typed.is_empty()).collect();
    let (wrong, first) = (may_be_wrong(&word), word.chars().next());
    if word.chars().count() > LONGEST {
        return false;
    }
    let is_near = |part: &str| {
        let spelt = part.chars().next() == first && osa_distance(part, &word) <= wrong;
        wrong > 0 && (spelt || likeness(part, &word) != Likeness::Other)
    };
    person.names.iter().any(|name| {
        let name = key(name);
        let mut parts = name.split(' ').filter(|part| !typed.iter().any(|typed| part.starts_with(typed)));
        parts.any(is_near)
    })
}

#[cfg(test)]
mod tests {
    use super::super::speakers::find_or_add;
    use super::*;
    use crate::store::tests::scratch;

    #[tokio::test]
    async fn a_slip_of_a_letter_finds_the_nearest_names() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        let brandt = find_or_add(&mut db, "Sofia Brandt").await.unwrap();
        let voronina = find_or_add(&mut db, "Елена Воронина").await.unwrap();
        for (typed, wanted) in [
            ("Brant", vec![brandt]),
            ("Brandtt", vec![brandt]),
            ("Воронана", vec![voronina]),
            ("Grandt", vec![]),
            ("Bra", vec![]),
            ("Barndt", vec![brandt]),
            ("Br4ndx", vec![]),
        ] {
            assert_eq!(written_nearly(&mut db, &[typed.to_owned()]).await.unwrap(), wanted, "{typed}");
        }
    }

    #[tokio::test]
    async fn arabic_letters_are_one_person_and_another_script_is_only_offered() {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        let persian = find_or_add(&mut db, "فرهاد مرادی").await.unwrap();
        assert_eq!(find_or_add(&mut db, "فرهاد مرادي").await.unwrap(), persian);
        let latin = find_or_add(&mut db, "Farhad Moradi").await.unwrap();
        assert_ne!(persian, latin);
        sqlx::query("update speakers set quotes = 1").execute(&mut *db).await.unwrap();
        let reza = find_or_add(&mut db, "Reza Moradi").await.unwrap();
        sqlx::query("update speakers set quotes = 1 where id = ?")
            .bind(reza)
            .execute(&mut *db)
            .await
            .unwrap();
        for word in ["Моради", "مرادي"] {
            let near = nearest(&mut db, Reader::Itself, &[word.to_owned()], 9).await.unwrap();
            let mut near: Vec<i64> = near.into_iter().map(|person| person.id).collect();
            near.sort_unstable();
            assert_eq!(near, [persian, latin, reza], "{word}");
        }
        for (one, wanted) in [(persian, vec![latin]), (latin, vec![persian]), (reza, vec![])] {
            let person = people(&mut db, Reader::Itself, &[one]).await.unwrap().remove(0);
            let found = in_other_letters(&mut db, Reader::Itself, &person, 9).await.unwrap();
            assert_eq!(found.iter().map(|other| other.id).collect::<Vec<_>>(), wanted, "{}", person.name);
        }
    }

    #[test]
    fn a_slip_in_a_surname_behind_a_right_first_name_is_seen() {
        let person = |names: &[&str]| Person {
            id: 1,
            name: names[0].to_owned(),
            names: names.iter().map(ToString::to_string).collect(),
            quotes: 1,
        };
        let (haan, orlo) = (person(&["Piet Haan", "Пит Хан"]), person(&["Anna Orlo"]));
        for (person, named, word, wanted) in [
            (&haan, "Piet", "Hahn", true),
            (&haan, "Piet", "haan", true),
            (&orlo, "anna", "Orlow", true),
            (&orlo, "Anna", "Olro", true),
            (&orlo, "Anna", "oil", false),
            (&orlo, "Anna", "treaty", false),
            // the name itself is typed already
            (&orlo, "Orlo", "Orla", false),
            (&haan, "", "dams", false),
        ] {
            assert_eq!(is_slip(person, &[named.to_owned()], word), wanted, "{named} {word}");
        }
    }
}
