//! What is followed is found by the articles it concerns, whoever stored it.

use super::*;
use crate::store::chats::{self, Defaults, Seen};
use crate::store::tests::scratch;

fn noon() -> DateTime<Utc> {
    "2026-02-14T12:00:00Z".parse().unwrap()
}

fn about(quoted: &str, text: &str, language: &str) -> Words {
    let language = Language::coded(language);
    let stems = words(text, Span::whole(text)).map(|word| speakers::key(&stem(word.of(text), language)));
    Words { quoted: speakers::key(quoted).split(' ').map(str::to_owned).collect(), stems: stems.collect() }
}

async fn found(db: &mut Db, words: &Words) -> Vec<String> {
    let found = maybe_concerned(db, words, 0, 100).await.unwrap();
    found.into_iter().map(|follow| follow.words).collect()
}

#[tokio::test]
async fn an_article_looks_at_what_shares_its_longest_word_in_any_form() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    let seen = Seen { id: 7, kind: chats::Kind::Private, title: None, is_forum: false };
    chats::see(&mut db, &seen, &Defaults { zone: "UTC", digest_minute: 480 }, noon()).await.unwrap();
    for (kind, words) in [
        (Kind::Person, "Ilan Dorev"),
        (Kind::Person, "Orlo"),
        (Kind::Topic, "border crossings"),
        (Kind::Topic, "переговоры"),
    ] {
        add(&mut db, (7, None), (kind, words), 7, noon()).await.unwrap();
    }
    let rows = [
        (about("Ilan DOREV", "", "en"), vec!["Ilan Dorev"]),
        (about("Anna Orlo", "Nothing else.", "en"), vec!["Orlo"]),
        (about("", "The crossing at the border stays open.", "en"), vec!["border crossings"]),
        (about("", "О переговорах сообщили в среду.", "ru"), vec!["переговоры"]),
        (about("Lena Aster", "An election in March.", "en"), vec![]),
    ];
    for (words, wanted) in &rows {
        assert_eq!(&found(&mut db, words).await, wanted, "{words:?}");
    }
    // as an older program stored them
    sqlx::query("delete from follow_words").execute(&mut *db).await.unwrap();
    assert_eq!(found(&mut db, &rows[0].0).await, Vec::<String>::new());
    sqlx::query("update follows set is_noted = 0").execute(&mut *db).await.unwrap();
    for (words, wanted) in &rows {
        assert_eq!(&found(&mut db, words).await, wanted, "{words:?}");
    }
}

#[tokio::test]
async fn slices_of_what_is_concerned_go_on_behind_the_last() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    for id in 1..=5 {
        let seen = Seen { id, kind: chats::Kind::Private, title: None, is_forum: false };
        chats::see(&mut db, &seen, &Defaults { zone: "UTC", digest_minute: 480 }, noon()).await.unwrap();
        add(&mut db, (id, None), (Kind::Person, "Ilan Dorev"), id, noon()).await.unwrap();
    }
    let words = about("Ilan Dorev", "", "en");
    let first = maybe_concerned(&mut db, &words, 0, 3).await.unwrap();
    assert_eq!(first.iter().map(|follow| follow.chat_id).collect::<Vec<_>>(), [1, 2, 3]);
    let rest = maybe_concerned(&mut db, &words, first[2].id, 3).await.unwrap();
    assert_eq!(rest.iter().map(|follow| follow.chat_id).collect::<Vec<_>>(), [4, 5]);
}
