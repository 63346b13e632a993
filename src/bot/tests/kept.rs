//! What a chat mutes and saves, and quotes that are said to be wrong, in both languages.

use super::*;

#[tokio::test]
async fn what_is_muted_is_listed_and_undone() {
    for language in ["en", "ru"] {
        let mut talk = Talk::in_language(language, Rules { operators: vec![7], ..rules() }).await;
        for line in ["/mute", "/mute treaty 7d", "/mute Orlo", "/mute x", "/settings", "/mute"] {
            talk.says(line).await;
        }
        for data in ["mu", "um:1", "um:2", "um:9"] {
            talk.presses(data).await;
        }
        insta::assert_snapshot!(format!("mutes_{language}"), talk.said);
    }
}

#[tokio::test]
async fn what_is_saved_is_listed_searched_and_given_out() {
    for language in ["en", "ru"] {
        let mut talk = Talk::in_language(language, Rules { operators: vec![7], ..rules() }).await;
        talk.says("/saved").await;
        talk.presses("sv:1").await;
        talk.presses("sv:77").await;
        for line in
            ["/saved", "/saved treaties", "/saved volcano", "/saved text", "/saved html", "/saved bibtex"]
        {
            talk.says(line).await;
        }
        talk.presses("sv=:text").await;
        talk.presses("sv:1").await;
        talk.says("/saved").await;
        let toasts: Vec<String> = talk.toasts.lock().unwrap().iter().flatten().cloned().collect();
        insta::assert_snapshot!(format!("saved_{language}"), format!("{}\n{toasts:?}", talk.said));
    }
}

#[tokio::test]
#[cfg_attr(not(feature = "pictures"), ignore = "shows the button of a picture")]
async fn a_wrong_quote_is_reported_put_right_and_its_cards_are_marked() {
    for language in ["en", "ru"] {
        let mut talk = Talk::in_language(language, Rules { operators: vec![7], ..rules() }).await;
        talk.says("/summary https://herald.example/treaty").await;
        for data in ["w:1", "ww:1:0", "ww:1:9", "w:77"] {
            talk.presses(data).await;
        }
        talk.says("/reports").await;
        talk.presses("rp:1").await;
        talk.says("/reports 1 Nobody Known").await;
        talk.presses("rf:1:1").await;
        talk.says("/reports").await;
        talk.presses("a:1").await;
        talk.presses("c:1").await;
        insta::assert_snapshot!(format!("reports_{language}"), talk.said);
        let mut read = talk.context.store.read().await.unwrap();
        let sent = outbox::cards_of(&mut read, 1, 0, 9).await.unwrap();
        assert_eq!(sent.len(), 2, "both cards are found again, to be edited");
        assert!(
            crate::store::delivery::fanouts::first(&mut read)
                .await
                .unwrap()
                .is_none_or(|one| one.article_id == Some(1))
        );
    }
}
