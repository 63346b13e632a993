//! What people type: without the slash, in another layout, in another case, with dates and times in words.

use super::*;

#[tokio::test]
#[cfg_attr(not(feature = "pictures"), ignore = "shows the button of a picture")]
async fn what_is_typed_in_a_hurry_is_understood() {
    for (language, lines) in [
        (
            "en",
            vec![
                "search treaty",
                ".йгщеуы Щкдщ",
                "/йгщеуы Orlo",
                "/quotes Щкдщ",
                "/quotes Orlo since monday",
                "/quotes Orlo since:saturday",
                "/quotes Orlo since:someday",
                "/quotes Orla",
                "/quote Orlo waited",
                "/follow Anna Orla",
                "/follow grain",
                "/mute Orlo for a week",
                "/mute grain deal until monday",
                "/unmute Orlo",
                "/unmute zebra",
                "/mute off grain deal",
                "who is Anna Orlo?",
                "thanks",
                "/save https://herald.example/treaty",
                "/save https://herald.example/treaty",
                "/saved",
                "/time 7am and 6pm",
                "/settings digest 8 on weekdays",
                "/privacy please",
                "/record Orlo",
            ],
        ),
        (
            "ru",
            vec![
                "цитаты Орло",
                "|wbnfns Jhkj",
                "/цитаты орло с понедельника",
                "/цитаты орло с:субботы",
                "/mute Орло на неделю",
                "/mute зерновая сделка до понедельника",
                "/unmute Орло",
                "кто такая Орло?",
                "/сохраненное",
                "/время 7:30 и 19",
                "/settings digest по будням в 8",
                "/privacy 5",
                "/йцукен зерно",
            ],
        ),
    ] {
        let mut talk = Talk::in_language(language, rules()).await;
        for line in lines {
            talk.says(line).await;
        }
        insta::assert_snapshot!(format!("typed_{language}"), talk.said);
    }
}
