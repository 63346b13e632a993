//! Several links in one message: none is dropped without a word.

use super::*;
use crate::bot::Replied;

/// Addresses that are refused before anything is opened.
fn links(count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("http://10.0.0.{n}/{n}")).collect()
}

fn pressed(data: &str, links: Vec<String>) -> What {
    let mut press = press(data);
    if let What::Press { links: hung, .. } = &mut press {
        *hung = links;
    }
    press
}

fn labels(message: &Message) -> Vec<Vec<&str>> {
    message.keyboard.iter().map(|row| row.iter().map(|button| button.label.as_str()).collect()).collect()
}

#[tokio::test]
async fn several_links_are_one_message_with_a_button_each_and_one_for_all() {
    let mut talk = Talk::new(rules()).await;
    let mut sent = links(7);
    sent.push(sent[0].clone());
    let listed = talk.says(&sent.join(" ")).await;
    let [list] = listed.as_slice() else { panic!("{}", talk.said) };
    let text = list.text.text();
    assert!(
        text.starts_with("7 links: what shall I do with them?\n\n1. 10.0.0.1/1\n2. 10.0.0.2/2\n"),
        "{text}"
    );
    assert_eq!(labels(list), [vec!["1", "2", "3", "4", "5"], vec!["6", "7"], vec!["Summarise all"]]);
    let one = talk.ask(7, 7, pressed("sum:3", links(7))).await;
    assert!(one.len() == 1 && one[0].text.text().contains("10.0.0.3"), "{}", talk.said);
    let over = talk.ask(7, 7, pressed("sum:8", links(7))).await;
    assert!(!over[0].text.text().contains("10.0.0"), "{}", talk.said);
    assert_eq!(talk.ask(7, 7, pressed("sum+", links(7))).await.len(), 7);
    // more than find room in a list are counted
    let many = talk.says(&links(33).join(" ")).await;
    assert!(many[0].text.text().ends_with("3 more links find no room here; send them in another message."));
}

#[tokio::test]
async fn what_is_not_summarised_at_once_is_listed_to_be_taken_next() {
    let mut talk = Talk::new(rules()).await;
    let command = format!("/summary {}", links(12).join(" "));
    let reply = Replied { text: "a list".into(), links: links(12), by_bot: None };
    let request = |what: What, replied: Option<Replied>, update_id: i64| Request {
        update_id,
        chat: Place { id: 7, kind: PlaceKind::Private, title: None, is_forum: false },
        thread: None,
        topic: None,
        from: Person { id: 7, language: None, as_group: false },
        what,
        message_id: None,
        replied,
    };
    let text = |words: &str| What::Text { text: words.into(), links: Vec::new() };
    for (place, one) in [
        request(text(&command), None, 101),
        request(text("/summary"), Some(reply), 102),
        request(pressed("sum+", links(12)), None, 103),
    ]
    .into_iter()
    .enumerate()
    {
        worker::take_in(&talk.context.store, &[one], now()).await.unwrap();
        worker::drain(&talk.context, Clock::starting_at(now())).await.unwrap();
        let said = talk.sent().await;
        assert_eq!(said.len(), 11, "{place}: {}", talk.said);
        let left = said[10].text.text();
        assert_eq!(left, "I took 10 of 12 links. These are left:\n\n1. 10.0.0.11/11\n2. 10.0.0.12/12");
    }
    let mut talk = Talk::new(Rules { links_a_person: 2, ..rules() }).await;
    let said = talk.says(&command).await;
    assert_eq!(said.len(), 4, "{}", talk.said);
    assert!(said[2].text.text().starts_with("That was a lot of new links"), "{}", talk.said);
    assert!(said[3].text.text().starts_with("I took 2 of 12 links."), "{}", talk.said);
}
