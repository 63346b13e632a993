//! A channel run from a private chat.

mod drawn_for;

use super::*;
use crate::store::chats::subscriptions;
use crate::view::Beneath;

/// The channel, where 7 is an administrator and 8 is not.
const CHANNEL: i64 = -100_900;

impl Talk {
    async fn shares(&mut self, person: i64, channel: i64) -> Vec<Message> {
        let what = What::Shared { id: channel, title: Some("Lakeside Daily".into()) };
        self.ask(person, person, what).await
    }

    async fn feeds_of(&self, chat: i64) -> usize {
        subscriptions::list(&mut self.context.store.read().await.unwrap(), chat).await.unwrap().len()
    }
}

fn first(messages: &[Message]) -> String {
    messages.first().map(|message| message.text.text()).unwrap_or_default()
}

#[tokio::test]
async fn a_channel_is_run_from_the_private_chat() {
    let mut talk = Talk::new(rules()).await;
    let asked = talk.says("/channel").await;
    assert!(matches!(asked[0].beneath, Some(Beneath::ChooseChannel(_))), "{asked:?}");
    let on = talk.shares(7, CHANNEL).await;
    assert!(first(&on).starts_with("Running Lakeside Daily from here"), "{}", first(&on));
    assert_eq!(on[0].beneath, Some(Beneath::Nothing));
    assert!(first(&talk.says("/sub wires").await).starts_with("» Lakeside Daily\n"));
    talk.says("/settings zone Moscow").await;
    assert_eq!((talk.feeds_of(CHANNEL).await, talk.feeds_of(7).await), (2, 0));
    // a press is for the channel as well, and what is the private chat's is not touched
    assert!(first(&talk.presses("fd:x:1").await).contains("Removed"));
    assert_eq!(talk.feeds_of(CHANNEL).await, 1);
    assert!(first(&talk.says("/channel off").await).contains("for this chat again"));
    assert!(first(&talk.says("/feeds").await).contains("No feeds yet"));
    assert!(first(&talk.presses(&format!("ch:{CHANNEL}")).await).starts_with("Running Lakeside Daily"));
    assert!(first(&talk.says("/feeds").await).contains("1 feed"));
}

#[tokio::test]
async fn only_administrators_run_a_channel_and_only_where_we_are_one() {
    let mut talk = Talk::new(rules()).await;
    assert!(first(&talk.shares(8, CHANNEL).await).contains("You are not an administrator"));
    assert!(first(&talk.shares(7, -404).await).contains("I am not an administrator"));
    talk.says("/sub wires").await;
    assert_eq!((talk.feeds_of(7).await, talk.feeds_of(CHANNEL).await), (2, 0));
    let text = What::Text { text: "/channel".into(), links: vec![] };
    assert!(first(&talk.ask(-5, 7, text).await).contains("from a private chat"));
    // a button of another's channel does nothing
    assert!(first(&talk.ask(8, 8, press(&format!("ch:{CHANNEL}"))).await).contains("for this chat"));
}

#[tokio::test]
async fn readers_of_a_channel_get_no_answers_there() {
    let mut talk = Talk::new(rules()).await;
    assert!(talk.ask(CHANNEL, 8, press("q:1:0")).await.is_empty());
    assert!(talk.ask(CHANNEL, 7, What::Joined).await.is_empty());
}

#[tokio::test]
async fn a_private_notice_works_on_the_group_s_feed() {
    let mut talk = Talk::new(rules()).await;
    talk.ask(-5, 7, What::Text { text: "/sub wires".into(), links: vec![] }).await;
    let removed = talk.ask(7, 7, press("fd:x:1")).await;
    assert!(first(&removed).contains("Removed"), "{}", first(&removed));
    assert_eq!(talk.feeds_of(-5).await, 1);
    assert!(first(&talk.ask(8, 8, press("fd:x:2")).await).contains("not followed here"));
}

#[tokio::test]
async fn whoever_makes_us_an_administrator_is_told_once_how_the_channel_is_run() {
    for language in ["en", "ru"] {
        let mut talk = Talk::new(rules()).await;
        talk.says(&format!("/settings language {language}")).await;
        talk.said.clear();
        assert_eq!(talk.ask(CHANNEL, 7, What::Joined).await.len(), 1);
        insta::assert_snapshot!(format!("channel_added_{language}"), talk.said);
        assert!(talk.ask(CHANNEL, 7, What::Joined).await.is_empty(), "another right is no news");
        // what was said before was not for it, and now it is
        assert!(!first(&talk.says("/feeds").await).starts_with('»'));
        talk.presses(&format!("ch:{CHANNEL}")).await;
        assert!(first(&talk.says("/feeds").await).starts_with('»'));
    }
    // one who never wrote to us cannot be told
    let mut talk = Talk::new(rules()).await;
    assert!(talk.ask(CHANNEL, 7, What::Joined).await.is_empty());
}

#[tokio::test]
async fn a_channel_speaks_the_language_of_whoever_runs_it() {
    let mut talk = Talk::new(rules()).await;
    talk.says("/settings language ru").await;
    // it is known before it is chosen: we were added to it
    talk.ask(CHANNEL, 8, What::Joined).await;
    talk.shares(7, CHANNEL).await;
    let language = async |talk: &Talk| {
        let mut read = talk.context.store.read().await.unwrap();
        crate::store::chats::get(&mut read, CHANNEL).await.unwrap().unwrap().language
    };
    assert_eq!(language(&talk).await.as_deref(), Some("ru"));
    talk.says("/settings language en").await;
    talk.shares(7, CHANNEL).await;
    assert_eq!(language(&talk).await.as_deref(), Some("en"), "what was set stays");
}

#[tokio::test]
async fn what_a_channel_s_owner_looks_at_is_not_told_to_its_readers() {
    use crate::store::articles::arrivals;
    use crate::store::chats::digests;
    let mut talk = Talk::new(rules()).await;
    talk.shares(7, CHANNEL).await;
    talk.says("/sub wires").await;
    let article = talk.store_article().await;
    let mut write = talk.context.store.begin().await.unwrap();
    let feed = crate::store::feeds::by_url(&mut write, "https://one.example/feed").await.unwrap().unwrap();
    arrivals::note(&mut write, feed, article, true, now()).await.unwrap();
    write.commit().await.unwrap();
    for _ in 0..2 {
        let shown = first(&talk.says("/digest").await);
        assert!(shown.contains("Only you see this") && shown.contains("Lakeland signs"), "{shown}");
    }
    let mut read = talk.context.store.read().await.unwrap();
    assert_eq!(digests::last_told(&mut read, CHANNEL, None).await.unwrap(), None);
}
