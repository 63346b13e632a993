//! What digests hold of a feed followed since the last one, and of stories that go on.

use chrono::{DateTime, TimeDelta, Utc};

use crate::article::{self, Given};
use crate::brief;
use crate::press::{Shelf, Wanted, draft, keep, pages, render_options};
use crate::store::articles::{self, New, TextFrom, arrivals, stories};
use crate::store::chats::{self, Mode, digests, subscriptions};
use crate::store::tests::{Scratch, chat, noon, scratch};
use crate::store::{Db, feeds};

fn at(hours: i64) -> DateTime<Utc> {
    noon() + TimeDelta::hours(hours)
}

async fn follows(db: &mut Db, chat_id: i64, feed: &str, hour: i64) -> i64 {
    let feed_id = feeds::add(db, &format!("https://example.org/{feed}.xml"), noon()).await.unwrap();
    let mode = Mode::Digest;
    let new = subscriptions::New { chat_id, thread: None, feed_id, mode, added_by: 1, sample: false };
    subscriptions::add(db, &new, at(hour)).await.unwrap();
    feed_id
}

/// An article `headline|text` of a feed, published at one hour and stored at another: as news, or else back-filled.
async fn comes(db: &mut Db, feed: i64, told: &str, (published, stored): (i64, i64), fresh: bool) -> i64 {
    let (title, text) = told.split_once('|').unwrap_or((told, "Ministers met on Monday."));
    let url = Some(format!("https://example.org/{}", title.replace(' ', "-")));
    let article = article::from_text(
        &format!("{text} {title}."),
        &Given { url, title: Some(title.into()), published: Some(at(published)) },
    );
    let brief = brief::write(&article);
    let new = New { article: &article, brief: &brief, text_from: TextFrom::Page };
    let saved = articles::save(db, &new, at(stored)).await.unwrap();
    arrivals::note(db, feed, saved.id, fresh, at(stored)).await.unwrap();
    saved.id
}

/// The text of the digest that chat 7 asks for, as it is sent and as it is drawn again.
async fn digest(scratch: &Scratch, hour: i64) -> String {
    let mut db = scratch.store.begin().await.unwrap();
    let chat = chats::get(&mut db, 7).await.unwrap().unwrap();
    let made = draft(&mut db, &mut Shelf::default(), (&chat, None), Wanted::ByHand, at(hour)).await.unwrap();
    let options = render_options(&chat, None, at(hour));
    let sent = made.pages(&options);
    let of = (at(hour).date_naive(), None, true);
    let (id, _) = keep(&mut db, (7, None), of, &made, (at(hour), at(hour))).await.unwrap().unwrap();
    let stored = digests::get(&mut db, 7, id).await.unwrap().unwrap();
    assert_eq!(pages(&mut db, &stored, &options).await.unwrap(), sent);
    db.commit().await.unwrap();
    sent.iter().map(|page| page.text.text()).collect()
}

#[tokio::test]
async fn a_feed_followed_since_the_last_digest_brings_its_last_day_once() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    for id in [7, 8] {
        chat(&mut db, id).await;
    }
    follows(&mut db, 7, "own", -48).await;
    let known = follows(&mut db, 8, "known", -48).await;
    comes(&mut db, known, "Known long ago", (-30, -30), true).await;
    comes(&mut db, known, "Known today", (-3, -3), true).await;
    db.commit().await.unwrap();
    assert!(!digest(&scratch, 1).await.contains("Known"));
    let mut db = scratch.store.begin().await.unwrap();
    follows(&mut db, 7, "known", 2).await;
    let new = follows(&mut db, 7, "new", 2).await;
    comes(&mut db, new, "Filled long ago", (-40, 2), false).await;
    comes(&mut db, new, "Filled today", (0, 2), false).await;
    db.commit().await.unwrap();
    let told = digest(&scratch, 3).await;
    assert!(told.contains("Known today") && told.contains("Filled today"), "{told}");
    assert!(!told.contains("long ago"), "{told}");
    let mut db = scratch.store.begin().await.unwrap();
    comes(&mut db, new, "Filled late", (-1, 4), false).await;
    db.commit().await.unwrap();
    let told = digest(&scratch, 5).await;
    assert!(told.contains("Filled late") && !told.contains("today"), "{told}");
    assert!(!digest(&scratch, 6).await.contains("Filled"));
}

#[tokio::test]
async fn the_newest_development_of_a_story_stands_in_its_digest() {
    let told = async |headlines: &[&str]| {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        chat(&mut db, 7).await;
        let feed = follows(&mut db, 7, "own", -48).await;
        let mut story = None;
        for (hour, headline) in (-5..).zip(headlines) {
            let id = comes(&mut db, feed, headline, (hour, hour), true).await;
            match story {
                None => story = Some(stories::begin(&mut db, id, headline, at(hour)).await.unwrap()),
                Some(story) => stories::join(&mut db, id, story, 1.0, at(hour)).await.unwrap(),
            }
        }
        db.commit().await.unwrap();
        digest(&scratch, 1).await
    };
    let (deal, blast) =
        ("Norvia and Veland agree to reopen Karst pipeline", "Two workers dead in Karst blast");
    let text = told(&["Pipeline talks of Norvia and Veland open", deal, blast]).await;
    assert!(text.contains(&format!("1. {deal}")) && text.contains(&format!("\nAlso: {blast}")), "{text}");
    let text = told(&[deal, blast]).await;
    assert!(text.contains(&format!("1. {blast}")) && text.contains(&format!("\nAlso: {deal}")), "{text}");
    let text = told(&[deal, blast, "Blast: Veland arrests three"]).await;
    assert!(text.contains(blast) && text.contains("Veland arrests three"), "{text}");
}

#[tokio::test]
async fn a_statement_told_in_two_languages_is_one_story_of_a_digest_as_of_a_review() {
    let english = "Orlo speaks in Ostravik|Anna Orlo, the foreign minister of Lakeland, spoke to reporters in Ostravik \
        on Friday. “Russia must withdraw its 40 tanks from Ukraine in March,” Orlo said after the talks.";
    let russian = |verb: &str| {
        format!(
            "Орло выступила в Остравике|Министр иностранных дел Лейкландии Анна Орло выступила в пятницу в Остравике \
             перед журналистами. «Россия {verb} вывести 40 танков с Украины в марте», — сказала Анна Орло."
        )
    };
    for (verb, stands) in [("должна", "1. Orlo speaks"), ("не должна", "2. Orlo speaks")] {
        let scratch = scratch().await;
        let mut db = scratch.store.begin().await.unwrap();
        chat(&mut db, 7).await;
        let feed = follows(&mut db, 7, "own", -48).await;
        for told in [russian(verb).as_str(), english] {
            let id = comes(&mut db, feed, told, (-1, -1), true).await;
            stories::begin(&mut db, id, told, at(-1)).await.unwrap();
        }
        db.commit().await.unwrap();
        let text = digest(&scratch, 1).await;
        assert!(text.contains(stands), "{text}");
    }
}
