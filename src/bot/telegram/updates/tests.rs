//! Updates as Telegram sends them.

use serde_json::{Value, json};

use super::*;

fn read(update: &Value) -> Option<Request> {
    request(update)
}

#[test]
fn messages_become_requests() {
    let update = json!({"update_id": 5, "message": {"message_id": 9, "date": 1, "chat": {"id": 3, "type": "private",
        "first_name": "Ada"}, "from": {"id": 3, "is_bot": false, "first_name": "Ada", "language_code": "ru"},
        "text": "😀 see example.org/a and this", "entities": [{"type": "url", "offset": 7, "length": 13},
        {"type": "text_link", "offset": 25, "length": 4, "url": "https://b.example/"}]}});
    let request = read(&update).unwrap();
    assert_eq!((request.update_id, request.chat.id, request.from.id), (5, 3, 3));
    assert_eq!(request.from.language.as_deref(), Some("ru"));
    let What::Text { links, .. } = request.what else { panic!() };
    assert_eq!(links, ["https://example.org/a", "https://b.example/"]);
}

#[test]
fn what_is_passed_on_is_told_from_what_is_said() {
    let update = json!({"update_id": 5, "message": {"message_id": 9, "date": 1, "chat": {"id": 3, "type": "private"},
        "from": {"id": 3}, "text": "/allow 666", "forward_origin": {"type": "user", "date": 1, "sender_user": {"id": 666}}}});
    let request = read(&update).unwrap();
    assert_eq!(request.what, What::Forwarded { text: "/allow 666".to_owned(), links: Vec::new() });
}

#[test]
fn what_another_bot_made_is_no_command_of_whoever_chose_it() {
    let message = |more: Value| {
        let mut message = json!({"message_id": 9, "date": 1, "chat": {"id": -5, "type": "group"}, "from": {"id": 3},
            "via_bot": {"id": 4, "is_bot": true, "username": "other_bot"}});
        message.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        read(&json!({"update_id": 5, "message": message}))
    };
    let said = message(json!({"text": "/sub evil.example"})).unwrap();
    assert_eq!(said.what, What::Forwarded { text: "/sub evil.example".to_owned(), links: Vec::new() });
    let document = json!({"file_id": "f", "file_name": "feeds.opml"});
    assert_eq!(
        message(json!({"document": document, "caption": "/import"})).map(|said| said.what),
        Some(What::Forwarded { text: "/import".to_owned(), links: Vec::new() })
    );
    assert_eq!(message(json!({"document": document})), None);
}

#[test]
fn topics_anonymous_administrators_and_replies() {
    let chat = json!({"id": -100, "type": "supergroup", "title": "Desk", "is_forum": true});
    let update = json!({"update_id": 6, "message": {"message_id": 9, "date": 1, "chat": chat, "sender_chat": chat,
        "from": {"id": 1_087_968_824, "is_bot": true, "first_name": "Group"}, "text": "/sub@attache_bot x",
        "message_thread_id": 44, "is_topic_message": true,
        "reply_to_message": {"message_id": 8, "date": 1, "chat": chat, "caption": "photo x.example/1",
            "caption_entities": [{"type": "url", "offset": 6, "length": 11}]}}});
    let request = read(&update).unwrap();
    assert!(request.from.as_group);
    assert_eq!(request.thread, Some(44));
    assert_eq!(request.replied.unwrap().links, ["https://x.example/1"]);
    // the general topic is none, and the topic's own first message is no reply
    let general = json!({"update_id": 7, "message": {"message_id": 9, "date": 1, "chat": chat, "text": "/help",
        "from": {"id": 2, "is_bot": false, "first_name": "B"}, "message_thread_id": 1, "is_topic_message": true,
        "reply_to_message": {"message_id": 1, "date": 1, "chat": chat, "text": "General"}}});
    let request = read(&general).unwrap();
    assert_eq!((request.thread, request.replied), (None, None));
}

#[test]
fn presses_moves_and_migrations() {
    let chat = json!({"id": -5, "type": "group", "title": "Desk"});
    let user = json!({"id": 2, "is_bot": false, "first_name": "B"});
    let press = json!({"update_id": 8, "callback_query": {"id": "q", "from": user, "chat_instance": "1",
        "data": "s", "message": {"message_id": 4, "date": 1, "chat": chat, "text": "x"}}});
    assert!(matches!(read(&press).unwrap().what, What::Press { message_id: Some(4), .. }));
    let message = crate::view::Message::new("x")
        .row(vec![crate::view::Button::press("ok", &crate::view::Press::Settings)]);
    let mut same = press.clone();
    same["callback_query"]["message"]["reply_markup"] =
        json!({"inline_keyboard": [[{"text": "ok", "callback_data": "s"}]]});
    assert!(matches!(read(&same).unwrap().what, What::Press { shows, .. } if shows == message.shows()));
    // Telegram gives the marks back that keep an address from being live
    let quiet = crate::view::Message::new("a.example and 10.0.0.1");
    let mut marked = press.clone();
    marked["callback_query"]["message"]["text"] = json!("a.\u{2060}example and 10.\u{2060}0.0.1");
    assert!(matches!(read(&marked).unwrap().what, What::Press { shows, .. } if shows == quiet.shows()));
    let old = json!({"update_id": 8, "callback_query": {"id": "q", "from": user, "chat_instance": "1",
        "data": "s", "message": {"message_id": 4, "date": 0, "chat": chat}}});
    assert!(matches!(read(&old).unwrap().what, What::Press { message_id: None, .. }));
    let picture = json!({"update_id": 8, "callback_query": {"id": "q", "from": user, "chat_instance": "1",
        "data": "s", "message": {"message_id": 4, "date": 1, "chat": chat, "caption": "x", "photo": []}}});
    assert!(matches!(read(&picture).unwrap().what, What::Press { message_id: None, .. }));
    for (status, what) in [("kicked", What::Left), ("left", What::Left), ("member", What::Joined)] {
        let update = json!({"update_id": 9, "my_chat_member": {"chat": chat, "from": user, "date": 1,
            "old_chat_member": {"status": "member", "user": user}, "new_chat_member": {"status": status, "user": user}}});
        assert_eq!(read(&update).unwrap().what, what);
    }
    let moved = json!({"update_id": 10, "message": {"message_id": 4, "date": 1, "chat": chat, "from": user,
        "migrate_to_chat_id": -1007}});
    assert_eq!(read(&moved).unwrap().what, What::Migrated { to: -1007 });
}

#[test]
fn a_command_under_a_file_is_a_command_and_any_other_words_are_the_file_s() {
    let what = |caption: Option<&str>| {
        let update = json!({"update_id": 4, "message": {"message_id": 8, "date": 1, "chat": {"id": 3, "type": "private"},
            "from": {"id": 3}, "document": {"file_id": "f", "file_name": "note.pdf"}, "caption": caption,
            "caption_entities": [{"type": "url", "offset": 9, "length": 19}]}});
        read(&update).unwrap().what
    };
    for caption in
        [None, Some("/import"), Some("/summary"), Some("my feeds"), Some("/nosuch https://x.example/1")]
    {
        assert!(matches!(what(caption), What::File { .. }), "{caption:?}");
    }
    let links = vec!["https://x.example/1".to_owned()];
    let text = "/summary https://x.example/1".to_owned();
    assert_eq!(what(Some(&text)), What::Text { text: text.clone(), links });
}

#[test]
fn only_a_new_thumb_down_asks_for_anything() {
    let reaction = |old: &[&str], new: &[&str]| {
        let all = |all: &[&str]| -> Vec<Value> {
            all.iter().map(|emoji| json!({"type": "emoji", "emoji": emoji})).collect()
        };
        let update = json!({"update_id": 4, "message_reaction": {"chat": {"id": 3, "type": "private"}, "message_id": 8,
            "user": {"id": 3, "is_bot": false}, "date": 1, "old_reaction": all(old), "new_reaction": all(new)}});
        read(&update).map(|request| request.what)
    };
    assert_eq!(reaction(&[], &["👎"]), Some(What::Disliked { message_id: 8 }));
    assert_eq!(reaction(&["👍"], &["👍", "👎"]), Some(What::Disliked { message_id: 8 }));
    for (old, new) in [(&["👎"][..], &["👎", "🔥"][..]), (&["👎"], &[]), (&[], &["👍"]), (&[], &[])]
    {
        assert_eq!(reaction(old, new), None, "{old:?} {new:?}");
    }
    let hidden = json!({"update_id": 4, "message_reaction": {"chat": {"id": -3, "type": "supergroup"}, "message_id": 8,
        "actor_chat": {"id": -3, "type": "supergroup"}, "date": 1, "old_reaction": [],
        "new_reaction": [{"type": "custom_emoji", "custom_emoji_id": "5"}]}});
    assert_eq!(read(&hidden), None);
}

#[test]
fn no_more_is_read_than_telegram_lets_be_written() {
    let long = "😀a".repeat(150_000);
    let said = json!({"message_id": 8, "date": 1, "chat": {"id": 3, "type": "private"}, "from": {"id": 3}, "text": long});
    let mut reply = said.clone();
    reply["reply_to_message"] = said;
    let request = read(&json!({"update_id": 5, "message": reply})).unwrap();
    let What::Text { text, .. } = request.what else { panic!() };
    assert_eq!(text.chars().count(), wire::LONGEST_TEXT);
    assert_eq!(request.replied.unwrap().text.chars().count(), wire::LONGEST_TEXT);
}

#[test]
fn what_needs_no_answer_is_passed_over() {
    let chat = json!({"id": -5, "type": "group", "title": "Desk"});
    for update in [
        json!({"update_id": 1}),
        json!({"update_id": 1, "poll": {"id": "1"}}),
        json!({"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": chat, "from": {"id": 2, "is_bot": true}, "text": "x"}}),
        json!({"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": chat, "from": {"id": 2}, "sticker": {}}}),
        json!({"update_id": 1, "message": {"chat": {"id": 1, "type": "unheard of"}}}),
    ] {
        assert_eq!(read(&update), None, "{update}");
        assert_eq!(number(&update), Some(1));
    }
}

#[test]
fn a_comment_answers_its_post_and_what_a_linked_channel_posts_is_nobody_s_word() {
    let chat = json!({"id": -100, "type": "supergroup", "title": "Comments"});
    let channel = json!({"id": -200, "type": "channel", "title": "Lakeside Daily"});
    let post = json!({"message_id": 8, "date": 1, "chat": chat, "sender_chat": channel, "is_automatic_forward": true,
        "from": {"id": 777_000, "is_bot": false, "first_name": "Telegram"},
        "text": "@attache_bot https://x.example/1", "entities": [{"type": "url", "offset": 13, "length": 19}]});
    assert_eq!(read(&json!({"update_id": 6, "message": post})), None);
    // a comment's thread is the post's number, and its answer is seen there only as an answer
    let comment = json!({"update_id": 7, "message": {"message_id": 9, "date": 1, "chat": chat, "text": "/summary",
        "from": {"id": 2, "is_bot": false, "first_name": "B"}, "message_thread_id": 8, "reply_to_message": post}});
    let request = read(&comment).unwrap();
    assert_eq!(request.replied.as_ref().unwrap().links, ["https://x.example/1"]);
    assert_eq!((request.thread, request.answered_to()), (None, Some(9)));
    let private = json!({"update_id": 8, "message": {"message_id": 9, "date": 1, "text": "/help",
        "chat": {"id": 2, "type": "private"}, "from": {"id": 2, "is_bot": false, "first_name": "B"}}});
    assert_eq!(read(&private).unwrap().answered_to(), None);
}
