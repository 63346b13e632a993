//! Who is meant by an office: “foreign minister of Tavria”.

use super::name_key::key;
use super::speakers::{Person, people};
use crate::languages::{self, section};
use crate::people::offices::{self, Country, read_role};
use crate::store::{Db, Reader, Result};

/// Quotes looked at for the office of who said them, the newest.
const LOOKED_AT: i64 = 5_000;

/// Fewest letters of a word that may have another ending, and most letters of that ending.
const LONG: usize = 4;
const ENDING: usize = 2;

/// The people quoted lately under an office that has every one of these words, in any case, or that is the same office of
/// the same country in another language; the most quoted first, at most `limit`. A name may stand among the words, but
/// not alone.
///
/// # Errors
/// SQLite's.
pub async fn holders(db: &mut Db, who: Reader, words: &[String], limit: i64) -> Result<Vec<Person>> {
    let asked = Office::of(&words.join(" "));
    if asked.words.is_empty() {
        return Ok(Vec::new());
    }
    let reader = who.number();
    // scan: from the newest on, as far as is looked
    let rows = sqlx::query!(
        r#"select coalesce(s.same_as, s.id) as "id!: i64", q.speaker_role as "role!: String", s.name
           from (select q.speaker_id, q.speaker_role from quotes as q
                 where q.is_private = 0 or ?2 is null
                     or exists (select 1 from readers as v where v.article_id = q.article_id and v.chat_id = ?2)
                 order by q.id desc limit ?1) as q
           join speakers as s on s.id = q.speaker_id where q.speaker_role is not null
           group by 1, 2, 3"#,
        LOOKED_AT,
        reader
    )
    .fetch_all(&mut *db)
    .await?;
    let ids: Vec<i64> =
        rows.into_iter().filter(|row| asked.is_held(&row.role, &row.name)).map(|row| row.id).collect();
    let mut found = people(db, who, &ids).await?;
    found.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(found)
}

/// An office as somebody named it.
struct Office {
    /// Its words, without those that only join them.
    words: Vec<String>,
    /// Which it is, where its country and its name are known.
    known: Option<(Country, offices::Office)>,
}

impl Office {
    fn of(typed: &str) -> Self {
        Self { words: bare(typed), known: read_role(typed) }
    }

    /// Whether a person of this name has it who was quoted in this role. What was held once is another office.
    fn is_held(&self, role: &str, name: &str) -> bool {
        let (parts, name) = (bare(role), bare(name));
        let has = |words: &[String], word: &String| words.iter().any(|other| is_form(word, other));
        if self.known.is_some() {
            // a deputy's or a spokesman's role has all the words, too
            let alike = || parts.len() == self.words.len() && self.words.iter().all(|word| has(&parts, word));
            return read_role(role).map_or_else(alike, |told| Some(told) == self.known);
        }
        let past = |word: &String| languages::words(section::PAST_OFFICE).any(|past| past == *word);
        self.words.iter().all(|word| has(&parts, word) || name.contains(word))
            && self.words.iter().any(|word| has(&parts, word))
            && !parts.iter().any(|word| past(word) && !self.words.contains(word))
    }
}

/// The words of an office without articles and “of”.
fn bare(role: &str) -> Vec<String> {
    let joins = |word: &str| {
        languages::words(section::OF).any(|of| of == word)
            || languages::words(section::ARTICLE).any(|article| article == word)
    };
    let role = role.replace(['\'', '’'], " ");
    key(&role)
        .split(' ')
        .filter(|word| word.chars().nth(1).is_some() && !joins(word))
        .map(str::to_owned)
        .collect()
}

/// Whether two words differ in their endings at most: Tavria and Tavrian, министр and министра.
fn is_form(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longer = one.chars().count().max(other.chars().count());
    same == longer || same >= LONG && longer - same <= ENDING
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_known_in_other_words_and_not_by_one_of_them() {
        let (minister, russian) = ("Foreign Minister of Tavria", "министр иностранных дел Таврии");
        for (typed, role, wanted) in [
            ("foreign minister of Tavria", minister, true),
            ("the Tavrian foreign minister", minister, true),
            ("Tavria’s foreign minister", minister, true),
            ("foreign minister Dorev", minister, true),
            ("министра иностранных дел Таврии", russian, true),
            ("foreign minister of Lakeland", minister, false),
            ("prime minister of Tavria", minister, false),
            ("Dorev", minister, false),
            ("of the", minister, false),
            ("министр иностранных дел Германии", "Germany’s foreign minister", true),
            ("министр иностранных дел Франции", "Germany’s foreign minister", false),
            ("foreign minister of Germany", "German foreign minister", true),
            ("foreign minister of Germany", "spokesman for the foreign minister of Germany", false),
            ("foreign minister of Germany", "deputy foreign minister of Germany", false),
            ("foreign minister of Tavria", "former foreign minister of Tavria", false),
            ("former foreign minister of Tavria", "former foreign minister of Tavria", true),
        ] {
            let asked = Office::of(typed);
            let held = !asked.words.is_empty() && asked.is_held(role, "Ilan Dorev");
            assert_eq!(held, wanted, "{typed}");
        }
    }
}
