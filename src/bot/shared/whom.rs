//! Whom the first words of a question name.

use crate::store::people::speakers::{self, Person};
use crate::store::{Db, Reader};

/// People who may be meant by one name.
const OFFERED: i64 = 8;

/// Who is meant, the most quoted first, and the rest of the words: the longest beginning of the words that names somebody
/// who was quoted.
pub(crate) async fn whom(
    db: &mut Db,
    who: Reader,
    typed: &[String],
) -> anyhow::Result<(Vec<Person>, Vec<String>)> {
    for split in (1..=typed.len()).rev() {
        let (name, rest) = typed.split_at(split);
        let people = speakers::find(db, who, &name.join(" "), OFFERED).await?;
        let people: Vec<Person> = people.into_iter().filter(|person| person.quotes > 0).collect();
        if !people.is_empty() {
            return Ok((people, rest.to_vec()));
        }
    }
    Ok((Vec::new(), Vec::new()))
}
