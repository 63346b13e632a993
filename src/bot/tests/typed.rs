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

#[tokio::test]
async fn what_is_asked_askew_is_answered_truly() {
    let mut talk = Talk::in_language("en", rules()).await;
    talk.says("/sub wires").await;
    for (line, wanted, not) in [
        ("/review zebra", "Nothing about “zebra” came by your feeds since", "No article"),
        ("/review in:TASS", "Nothing from “TASS” came by your feeds since", "No article"),
        ("/review since monday", "No article came by your feeds since Mon", "monday"),
        ("/review since:someday", "“someday” is not a date", "No article"),
        ("/review format: pdf", "I can’t make “pdf”", "No article"),
        ("/review since:2025-01-01", "A review covers at most 62 days", "since:"),
        ("/record Orlo since monday", "1 quote, 1 matter", "no quotes"),
        ("/record Orlo in:Herald", "1 quote, 1 matter", "no quotes"),
        (
            "/record Orlo in:TASS",
            "Nothing on “Orlo” from “TASS”. Without in: there would be 1 quote",
            "no quotes",
        ),
        ("/record Orlo zebra", "Nothing for a record of “Orlo zebra”", "no quotes"),
        ("/record Anna Orlow", "Did you mean", "record"),
        ("/quotes Anna Orlow", "I have no quotes by “Anna Orlow”. Did you mean", "All there is"),
        ("/quotes Anna Olro", "Did you mean", "All there is"),
        ("/quotes Anna zebra", "All there is", "Did you mean"),
        ("/quotes the foreign minister", "We waited nine years for this", "no quotes"),
        ("/quotes Anna foreign minister", "We waited nine years for this", "All there is"),
        ("/quotes foreign minister waited", "We waited nine years for this", "no quotes"),
        ("/record foreign minister", "1 quote, 1 matter", "no quotes"),
        ("/quotes prime minister", "I have no quotes by", "We waited"),
        ("/ыуфкср екуфен", "Lakeland signs a river treaty", "Nothing"),
        ("/summary екуфен", "treaty", "no article"),
        ("/settings read en", "No translation model is placed here", "I read"),
        ("/settings foo", "There is no setting “foo”", "read"),
        ("/hlep", "Did you mean /help", "lists what I can do"),
        ("stop", "Paused", "link"),
    ] {
        let shown: Vec<String> = talk.says(line).await.iter().map(Message::shows).collect();
        let shown = shown.join("\n");
        assert!(shown.contains(wanted) && !shown.contains(not), "{line}: {shown}");
    }
}
