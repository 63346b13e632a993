//! Quotes as pictures, charts, and a thumb down, in both languages.

use super::*;

#[tokio::test]
#[cfg_attr(not(feature = "pictures"), ignore = "draws pictures")]
async fn a_quote_is_a_picture_and_mentions_are_a_chart() {
    for language in ["en", "ru"] {
        let mut talk = Talk::in_language(language, rules()).await;
        talk.says("/summary https://herald.example/treaty").await;
        for data in ["pc:1", "pt:1:1", "pt:9:0", "pc:9", "pt:1:7"] {
            talk.presses(data).await;
        }
        talk.says("/quotes Orlo").await;
        talk.presses("pk:1:0").await;
        talk.presses("pk:77:0").await;
        for line in
            ["/trend Orlo", "/trend treaties since:3d", "/trend", "/trend volcano", "/trend x since:soon"]
        {
            talk.says(line).await;
        }
        insta::assert_snapshot!(format!("pictures_{language}"), talk.said);
    }
}

#[tokio::test]
async fn a_thumb_down_on_a_card_asks_what_is_wrong() {
    let mut talk = Talk::in_language("en", rules()).await;
    talk.says("/summary https://herald.example/treaty").await;
    talk.says("/help").await;
    let disliked = |message_id| What::Disliked { message_id };
    let asked = talk.ask(7, 7, disliked(1)).await;
    assert!(asked[0].text.text().contains("What is wrong?"), "{:?}", asked[0].text.text());
    // on anything else, and in a chat that has no such message, nothing
    assert!(talk.ask(7, 7, disliked(2)).await.is_empty());
    assert!(talk.ask(7, 7, disliked(99)).await.is_empty());
    assert!(talk.ask(8, 8, disliked(1)).await.is_empty());
}

#[tokio::test]
async fn what_is_followed_is_undone_by_the_one_button_under_it() {
    let mut talk = Talk::in_language("en", rules()).await;
    let followed = talk.says("/follow Orlo").await;
    let buttons: Vec<_> = followed.iter().flat_map(|message| &message.keyboard).flatten().collect();
    assert!(matches!(buttons.as_slice(), [one] if one.label == "Undo"), "{buttons:?}");
    talk.presses("uf:1").await;
    assert!(talk.says("/unfollow").await[0].text.text().contains("You follow no people"));
}
