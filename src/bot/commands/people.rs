//! `/people`: whose spellings names are taken for, for operators.

use crate::bot::{Reply, Session, send};
use crate::store::people::speakers::{self, Person};
use crate::store::people::spellings::{self, By};
use crate::view::{Button, Message, Press, Rich};

/// People listed.
const LISTED: i64 = 6;

/// `/people <name>`: everybody of that name with all spellings; a button takes a spelling away, another makes one person
/// of two.
pub(crate) async fn people(session: &mut Session<'_>, args: &str) -> anyhow::Result<Vec<Reply>> {
    if speakers::key(args).is_empty() {
        return Ok(session.says("people-how", &[]));
    }
    let who = session.reader();
    let found = speakers::find(session.write().await?, who, args, LISTED).await?;
    if found.is_empty() {
        return Ok(session.says("quotes-none", &[("words", args.trim().into())]));
    }
    Ok(send(listed(session, &found).await?))
}

/// Takes a spelling from its person, and shows both.
pub(crate) async fn taken_apart(session: &mut Session<'_>, id: i64) -> anyhow::Result<Message> {
    let who = session.reader();
    let db = session.write().await?;
    let before = speakers::get(&mut *db, who, id).await?;
    spellings::part(&mut *db, id).await?;
    let after = speakers::get(&mut *db, who, id).await?;
    let before = match before {
        Some(before) => speakers::get(&mut *db, who, before.id).await?,
        None => None,
    };
    let found: Vec<Person> = before.into_iter().chain(after).collect();
    listed(session, &found).await
}

/// Makes one person of two, and shows it.
pub(crate) async fn joined(session: &mut Session<'_>, id: i64, with: i64) -> anyhow::Result<Message> {
    let who = session.reader();
    let db = session.write().await?;
    let (one, other) = (speakers::get(&mut *db, who, id).await?, speakers::get(&mut *db, who, with).await?);
    let (Some(one), Some(other)) = (one, other) else { return Ok(session.message("speaker-gone", &[])) };
    spellings::join(&mut *db, one.id, other.id, By::Operator).await?;
    let found: Vec<Person> = speakers::get(db, who, other.id).await?.into_iter().collect();
    listed(session, &found).await
}

async fn listed(session: &mut Session<'_>, found: &[Person]) -> anyhow::Result<Message> {
    let who = session.reader();
    let mut lines = Vec::new();
    let mut rows = Vec::new();
    for person in found {
        let all = spellings::read_by(session.write().await?, who, person.id).await?;
        let locale = session.options.locale;
        let names =
            all.iter().map(|one| format!("{} ({})", one.name, one.quotes)).collect::<Vec<_>>().join(", ");
        lines.push(Rich::new().bold(&person.name).plain(format!(" · {names}")));
        for one in all.iter().filter(|one| one.same_as.is_some()) {
            let label = locale.say("button-take-apart", &[("name", one.name.as_str().into())]);
            rows.push(Button::press(label, &Press::TakeApart(one.id)));
        }
    }
    if let Some((first, others)) = found.split_first() {
        let first_id = u32::try_from(first.id).unwrap_or_default();
        for person in others {
            let names = [("name", person.name.as_str().into()), ("other", first.name.as_str().into())];
            let label = session.options.locale.say("button-join-people", &names);
            rows.push(Button::press(label, &Press::JoinPeople(person.id, first_id)));
        }
    }
    let message = Message::new(Rich::join(lines, "\n"));
    Ok(rows.into_iter().take(20).fold(message, |message, button| message.row(vec![button])))
}
