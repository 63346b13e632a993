//! Groups that became supergroups, told of more than once and in any order; answers that cannot be stored.

use super::*;
use crate::store::chats;
use crate::store::tests::{chat, scratch};

async fn zone(scratch: &Scratch, id: i64) -> Option<String> {
    let mut db = scratch.store.read().await.unwrap();
    sqlx::query_scalar("select zone from chats where id = ?").bind(id).fetch_optional(&mut *db).await.unwrap()
}

#[tokio::test]
async fn a_refusal_that_comes_behind_the_move_keeps_no_other_back() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    for id in [-5, 7] {
        chat(&mut db, id).await;
    }
    put(&mut db, -5, Kind::Card, "late").await;
    db.commit().await.unwrap();
    let script = Script::with(&[("late", &[Answer::Migrated(-1_005)])]);
    let mut sender = sender(&script, &scratch, noon()).await;
    sender.round(&scratch.store, noon()).await.unwrap();
    let mut db = scratch.store.begin().await.unwrap();
    chats::migrate(&mut db, -5, -1_005).await.unwrap();
    put(&mut db, 7, Kind::Card, "another").await;
    db.commit().await.unwrap();
    drive(&mut sender, &scratch, noon(), 10).await;
    assert_eq!(states(&scratch).await, pairs(&[("late", "sent"), ("another", "sent")]));
    assert_eq!(script.calls().last().map(|call| call.key.clone()), Some("late".to_owned()));
}

#[tokio::test]
async fn a_message_under_the_old_number_costs_a_group_no_settings() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, -5).await;
    sqlx::query("update chats set zone = 'Asia/Tokyo', created_at = created_at - 60 where id = -5")
        .execute(&mut *db)
        .await
        .unwrap();
    chats::migrate(&mut db, -5, -1_005).await.unwrap();
    // a late press of an old message
    chat(&mut db, -5).await;
    chats::migrate(&mut db, -5, -1_005).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(
        (zone(&scratch, -5).await, zone(&scratch, -1_005).await.as_deref()),
        (None, Some("Asia/Tokyo"))
    );
    // but the first message under the new number is no reason to forget the old one's
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, -1_006).await;
    sqlx::query("update chats set created_at = created_at - 60 where id = -1005")
        .execute(&mut *db)
        .await
        .unwrap();
    chats::migrate(&mut db, -1_005, -1_006).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(zone(&scratch, -1_006).await.as_deref(), Some("Asia/Tokyo"));
}

#[tokio::test]
async fn a_card_of_before_the_move_has_no_number_to_be_edited_by() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    chat(&mut db, -5).await;
    put(&mut db, -5, Kind::Card, "before").await;
    db.commit().await.unwrap();
    let script = Script::with(&[]);
    let mut sender = sender(&script, &scratch, noon()).await;
    drive(&mut sender, &scratch, noon(), 3).await;
    let number = || async {
        let mut db = scratch.store.read().await.unwrap();
        sqlx::query_scalar::<_, Option<i64>>("select message_id from outbox where key = 'before'")
            .fetch_one(&mut *db)
            .await
            .unwrap()
    };
    assert!(number().await.is_some());
    let mut db = scratch.store.begin().await.unwrap();
    chats::migrate(&mut db, -5, -1_005).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(number().await, None);
}

#[tokio::test]
async fn an_answer_that_cannot_be_stored_keeps_no_other_back() {
    let scratch = scratch().await;
    let mut db = scratch.store.begin().await.unwrap();
    for (id, key) in [(7, "bad"), (8, "good")] {
        chat(&mut db, id).await;
        put(&mut db, id, Kind::Card, key).await;
    }
    let refuses = "create trigger refuses before update on outbox when old.key = 'bad' and new.state = 'sent'
                   begin select raise(abort, 'no'); end";
    sqlx::query(refuses).execute(&mut *db).await.unwrap();
    db.commit().await.unwrap();
    let script = Script::with(&[]);
    drive(&mut sender(&script, &scratch, noon()).await, &scratch, noon(), 3).await;
    assert_eq!(states(&scratch).await, pairs(&[("bad", "dead"), ("good", "sent")]));
}
