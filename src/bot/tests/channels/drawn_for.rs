//! A press is for the chat its message was drawn for, whatever stands in the message, or for none.

use super::*;
use crate::store::chats::saved;
use crate::view::{Action, Press};

/// The data of a message's button whose press is this.
fn data(message: &Message, press: &Press) -> String {
    let all = message.keyboard.iter().flatten().filter_map(|button| match &button.action {
        Action::Callback(data) => Some(data.clone()),
        Action::Url(_) => None,
    });
    all.into_iter().find(|data| Press::read(data).as_ref() == Some(press)).expect("no such button")
}

fn pressing(data: &str, shows: &str) -> What {
    What::Press {
        data: data.into(),
        message_id: Some(1),
        query: "q".into(),
        links: vec![],
        shows: shows.into(),
        carried: true,
    }
}

fn quotes(count: u8) -> Press {
    Press::Set(crate::view::Setting::Quotes, count.to_string())
}

impl Talk {
    async fn chooses(&mut self, channel: i64, title: &str) {
        self.ask(7, 7, What::Shared { id: channel, title: Some(title.into()) }).await;
    }

    async fn quotes_of(&self, chat: i64) -> i64 {
        let mut read = self.context.store.read().await.unwrap();
        crate::store::chats::get(&mut read, chat).await.unwrap().unwrap().quotes_a_card
    }
}

#[tokio::test]
async fn a_button_is_for_the_chat_it_was_drawn_for() {
    let mut talk = Talk::new(rules()).await;
    let own = talk.says("/settings quotes").await.remove(0);
    let titles = [
        (-100_901, "Twin"),
        (-100_902, "Twin"),
        (-100_903, "חדשות\u{200f} 24"),
        (-100_904, "Soft\u{ad}hyphen"),
    ];
    let mut drawn = Vec::new();
    for (id, title) in titles {
        talk.chooses(id, title).await;
        drawn.push((id, talk.says("/settings quotes").await.remove(0)));
    }
    // one is renamed, and another is the chosen one
    talk.chooses(-100_904, "Renamed").await;
    talk.says("/channel off").await;
    for (id, message) in drawn {
        let chosen = data(&message, &quotes(1));
        let answer = talk.ask(7, 7, pressing(&chosen, &message.shows())).await;
        assert!(first(&answer).starts_with("» "), "{id}");
        // the answer stands in its place, and is for the same chat
        assert_eq!(Press::chat(&data(&answer[0], &Press::Setting(crate::view::Setting::Quotes))), Some(id));
        assert_eq!((talk.quotes_of(id).await, talk.quotes_of(7).await), (1, 3), "{id}");
    }
    let chosen = data(&own, &quotes(5));
    assert!(first(&talk.ask(7, 7, pressing(&chosen, &own.shows())).await).starts_with("Settings\n"));
    assert_eq!((talk.quotes_of(-100_901).await, talk.quotes_of(7).await), (1, 5));
}

#[tokio::test]
async fn what_a_page_writes_does_not_choose_a_channel() {
    let mut talk = Talk::new(rules()).await;
    talk.chooses(CHANNEL, "Plain News").await;
    talk.says("/channel off").await;
    let article = talk.store_article().await;
    let shown = "» Plain News\nMinisters met.";
    let said = talk.ask(7, 7, pressing(&Press::Save(article).data(), shown)).await;
    assert!(first(&said).contains("out of date"), "{said:?}");
    // a card of the private chat whose first line a page wrote says itself which chat it is for
    let own =
        Message::new("» Plain News").row(vec![crate::view::Button::press("Save", &Press::Save(article))]);
    assert!(own.looks_drawn_for_another());
    let marked = data(&own.with_buttons_for(7), &Press::Save(article));
    talk.ask(7, 7, pressing(&marked, shown)).await;
    let mut read = talk.context.store.read().await.unwrap();
    assert_eq!(saved::list(&mut read, 7).await.unwrap(), [article]);
    assert_eq!(saved::list(&mut read, CHANNEL).await.unwrap(), Vec::<i64>::new());
}

#[tokio::test]
async fn deleting_everything_of_a_channel_leaves_the_private_chat() {
    let mut talk = Talk::new(rules()).await;
    talk.says("/follow grain deal").await;
    talk.chooses(CHANNEL, "חדשות\u{200f} 24").await;
    let asked = talk.says("/privacy").await.remove(0);
    let delete = data(&asked, &Press::DeleteAll);
    talk.ask(7, 7, pressing(&delete, &asked.shows())).await;
    let known = async |talk: &Talk, chat: i64| {
        let mut read = talk.context.store.read().await.unwrap();
        crate::store::chats::get(&mut read, chat).await.unwrap().is_some()
    };
    assert_eq!((known(&talk, CHANNEL).await, known(&talk, 7).await), (false, true));
    assert!(talk.says("/unfollow").await[0].shows().contains("grain deal"));
    // pressed again there is no such chat, and nothing else is deleted
    let again = talk.ask(7, 7, pressing(&delete, &asked.shows())).await;
    assert!(first(&again).contains("out of date"), "{}", first(&again));
    assert!(known(&talk, 7).await);
}

#[tokio::test]
async fn a_message_from_before_buttons_carried_a_chat_does_nothing_when_it_is_headed() {
    let mut talk = Talk::new(rules()).await;
    talk.chooses(CHANNEL, "Plain News").await;
    talk.says("/sub wires").await;
    talk.says("/channel off").await;
    for press in [quotes(1), Press::DeleteAll, Press::Settings] {
        for shows in ["» Plain News\nSettings", "» Renamed since\nSettings", ""] {
            let said = talk.ask(7, 7, pressing(&press.data(), shows)).await;
            assert!(first(&said).contains("out of date") && first(&said).contains("/channel"), "{said:?}");
        }
    }
    assert_eq!((talk.quotes_of(CHANNEL).await, talk.quotes_of(7).await), (3, 3));
    // what says itself which chat it is for goes on
    let feed = talk.ask(7, 7, pressing("fd:x:1", "» Plain News\nFeed")).await;
    assert!(first(&feed).contains("Removed"), "{}", first(&feed));
    let chosen = talk.ask(7, 7, pressing(&format!("ch:{CHANNEL}"), "» Other\nWhich chat")).await;
    assert!(first(&chosen).starts_with("Running Plain News"));
    // what only shows something does no harm, where Telegram withholds the message
    let shown = talk.ask(7, 7, pressing(&Press::Feeds(0).data(), "")).await;
    assert!(!shown.is_empty() && !first(&shown).contains("out of date"), "{shown:?}");
    // a message of the private chat has no heading
    assert!(first(&talk.ask(7, 7, pressing("s", "Settings")).await).starts_with("Settings"));
}

#[tokio::test]
async fn a_button_for_a_chat_gives_nobody_a_right_there() {
    let mut talk = Talk::new(rules()).await;
    talk.chooses(CHANNEL, "Plain News").await;
    talk.ask(8, 8, What::Text { text: "/start".into(), links: vec![] }).await;
    talk.ask(-5, 7, What::Text { text: "/sub wires".into(), links: vec![] }).await;
    for chat in [CHANNEL, -5, 7] {
        for carried in [true, false] {
            let button = Message::new("").row(vec![crate::view::Button::press("a", &quotes(1))]);
            let marked = data(&button.with_buttons_for(chat), &quotes(1));
            let What::Press { data, query, links, shows, .. } = pressing(&marked, "x") else {
                panic!("no press")
            };
            let what = What::Press { data, query, links, shows, message_id: None, carried };
            let said = talk.ask(8, 8, what.clone()).await;
            assert!(carried || !first(&said).contains("Plain News"), "{chat}: {said:?}");
            // in a group a button is for the group alone
            talk.ask(-6, 7, what).await;
        }
        assert_eq!(talk.quotes_of(chat).await, 3, "{chat}");
    }
}
