use super::*;

const TEXT: &str = "“We stay,” said Ana Brook of Norvia. She called the plan “a sad joke”. Its title is “Quiet Rivers”. \
                    “Nobody will pay,” a ministry official said.";

fn passages() -> Vec<Passage> {
    let gold = serde_json::json!([{
        "id": "en-1", "lang": "en", "text": TEXT,
        "quotes": [
            {"text": "We stay", "kind": "direct", "speaker": "Ana Brook", "mention": "Ana Brook"},
            {"text": "a sad joke", "start": 58, "kind": "mixed", "speaker": "Ana Brook", "mention": "She"},
            {"text": "Nobody will pay", "kind": "direct", "speaker": null, "mention": "a ministry official"},
        ],
        "not_quotes": ["Quiet Rivers"],
    }]);
    passages::parse(&gold.to_string()).unwrap()
}

fn scored_as(answers: &[serde_json::Value]) -> Tally {
    let line = serde_json::json!({"id": "en-1", "quotes": answers}).to_string();
    let passages = passages();
    tally::score(&passages, &answers::parse(&line, &passages).unwrap(), true)
}

fn quote(text: &str, name: Option<&str>, mention: Option<&str>) -> serde_json::Value {
    serde_json::json!({"text": text, "speaker": {"name": name, "mention": mention}})
}

#[test]
fn all_right_is_a_hundred() {
    let tally = scored_as(&[
        quote("We stay,", Some("Ana Brook"), None),
        quote("a sad joke", Some("Brook"), Some("She")),
        quote("Nobody will pay,", None, Some("a ministry official")),
    ]);
    let all = tally.all;
    assert_eq!((all.gold, all.found, all.right, all.false_quotes, all.wrong_names), (3, 3, 3, 0, 0));
    assert_eq!((all.direct, all.mixed, all.resolved, all.to_resolve), ((2, 2), (1, 1), 1, 1));
    assert!((all.end_to_end() - 1.0).abs() < 1e-9);
    assert!(tally.misses.is_empty());
}

#[test]
fn each_fault_counts_where_it_belongs() {
    let tally = scored_as(&[
        quote("We stay", Some("Oskar Lindt"), Some("Ana Brook")),
        quote("Quiet Rivers", Some("Ana Brook"), None),
        quote("Nobody will pay", Some("Ana Brook"), None),
    ]);
    let all = tally.all;
    assert_eq!((all.gold, all.found, all.right, all.wrong_names), (3, 2, 0, 2));
    assert_eq!((all.false_quotes, all.not_quotes_taken, all.mixed), (1, 1, (1, 0)));
    assert_eq!(tally.misses.len(), 4, "{:?}", tally.misses);
    assert!(tally.misses.iter().any(|miss| miss.starts_with("en-1 missed: “a sad joke”")));
}

#[test]
fn a_clause_that_holds_the_name_is_no_speaker() {
    let clause = "one whom they had told that Ana Brook was there";
    let tally = scored_as(&[quote("We stay", None, Some(clause)), quote("Nobody will pay", None, None)]);
    assert_eq!((tally.all.found, tally.all.right, tally.all.wrong_names), (2, 0, 0));
}

#[test]
fn an_answer_that_joins_two_quotes_is_cut_at_them() {
    let joined = TEXT.get(TEXT.find("We stay").unwrap()..TEXT.find("”. Its").unwrap()).unwrap();
    let tally = scored_as(&[quote(joined, Some("Ana Brook"), None)]);
    assert_eq!((tally.all.found, tally.all.right, tally.all.false_quotes), (2, 2, 0));
}

#[test]
fn where_nothing_tells_who_speaks_nobody_may_be_answered() {
    let voice = passages::Voice::Open { mention: String::new() };
    let judged = |name: Option<&str>, mention: Option<&str>| {
        let [name, mention] = [name, mention].map(|words| words.map(str::to_owned));
        let answer = answers::Answer { span: crate::text::Span::new(0, 1), name, mention, rule: None };
        speakers::judge(&voice, &answer, crate::text::Language::from_tag("en").unwrap())
    };
    assert_eq!(judged(None, None), speakers::Verdict::Right);
    assert_eq!(judged(None, Some("she")), speakers::Verdict::NotNamed);
    assert_eq!(judged(Some("Ana Brook"), None), speakers::Verdict::WrongName);
}

#[test]
fn cases_scripts_and_titles_do_not_make_another_person() {
    let right = |gold: &str, shown: &str, language: &str| {
        let voice = passages::Voice::Named { name: gold.to_owned(), mention: String::new() };
        let answer = answers::Answer {
            span: crate::text::Span::new(0, 1),
            name: Some(shown.to_owned()),
            mention: None,
            rule: None,
        };
        let language = crate::text::Language::from_tag(language).unwrap();
        speakers::judge(&voice, &answer, language) == speakers::Verdict::Right
    };
    for (gold, shown, language) in [
        ("Игорь Зубков", "Зубкова", "ru"),
        ("Анна Литке", "Литке", "ru"),
        ("Jan Podgórski", "Podgórskiego", "pl"),
        ("Elif Yıldız", "Yıldız’ın", "tr"),
        ("陈国立", "外交部长陈国立", "zh"),
        ("سارا کریمی", "كريمي", "fa"),
        ("ليلى منصور", "المنسق ليلي منصور", "ar"),
    ] {
        assert!(right(gold, shown, language), "{gold} {shown}");
    }
    for (gold, shown, language) in
        [("Игорь Зубков", "Игорь Литке", "ru"), ("Ana Brook", "Ana Brown", "en"), ("陈国立", "王立", "zh")]
    {
        assert!(!right(gold, shown, language), "{gold} {shown}");
    }
}

#[test]
fn wrong_files_say_what_is_wrong() {
    let gold = |text: &str| passages::parse(text).map(drop).map_err(|fault| format!("{fault:#}"));
    let quote = r#"{"text": "B", "kind": "direct", "mention": "he"}"#;
    let file =
        |quotes: &str| format!(r#"[{{"id": "x", "lang": "en", "text": "A “B”", "quotes": [{quotes}]}}]"#);
    assert_eq!(gold(&file(quote)), Ok(()));
    let fault = gold(&file(&quote.replace("\"B\"", "\"C\""))).unwrap_err();
    assert_eq!(fault, "passage x: “C” does not stand in the text, in this order");
    assert_eq!(gold(&file(r#"{"text": "B", "kind": "direct"}"#)), Ok(()), "nobody is told to have said it");
    assert!(gold("{}").unwrap_err().starts_with("not a list of passages"));
    let answers =
        |text: &str| answers::parse(text, &passages()).map(drop).map_err(|fault| format!("{fault:#}"));
    assert_eq!(answers(r#"{"id": "y", "quotes": []}"#).unwrap_err(), "line 1: no passage y");
    let outside = r#"{"id": "en-1", "quotes": [{"start": 0, "end": 9999}]}"#;
    assert_eq!(answers(outside).unwrap_err(), "line 1: 0..9999 are no bytes of the passage");
}

#[test]
fn a_rule_that_is_switched_off_is_missed_and_unknown_ones_are_named() {
    let scores = each_rule(&passages());
    let without = |name: &str| &scores.iter().find(|(rule, _)| *rule == name).unwrap().1;
    assert!(without("all rules").rules.contains_key("inverted"));
    assert!(!without("inverted").rules.contains_key("inverted"));
    let table = report::ablation(&scores, false);
    assert_eq!(table.lines().count(), 2 + Rule::all().len(), "{table}");
    assert!(switched_off(&["inverse".to_owned()]).unwrap_err().contains("sentence before"));
}

#[test]
fn the_benchmark_is_whole() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/benchmark");
    let mut all = Vec::new();
    let mut languages = 0;
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().extension().is_some_and(|extension| extension == "json") {
            let passages = passages::parse(&std::fs::read_to_string(entry.path()).unwrap()).unwrap();
            assert!(passages.len() >= 40, "{:?}: {}", entry.path(), passages.len());
            all.extend(passages);
            languages += 1;
        }
    }
    assert!(languages >= 14, "{languages}");
    assert_eq!(passages::told_twice(&all), None);
    for passage in &all {
        for quote in &passage.quotes {
            let (passages::Voice::Named { mention, .. }
            | passages::Voice::Role { mention, .. }
            | passages::Voice::Open { mention }) = &quote.voice;
            assert!(passage.text.contains(mention.as_str()), "{}: {mention}", passage.id);
        }
    }
}

#[test]
fn who_may_be_meant_is_told_with_who_is() {
    let text = "Bürgermeisterin Ines Tolk empfing Außenminister Matti Kallio aus Finnland. „Ich höre auf“, sagte der Finne.";
    let gold = serde_json::json!([{
        "id": "de-1", "lang": "de", "text": text,
        "quotes": [{"text": "Ich höre auf", "kind": "direct", "speaker": "Matti Kallio", "mention": "der Finne"}],
    }]);
    let told = antecedents::lines(&passages::parse(&gold.to_string()).unwrap());
    let line: serde_json::Value = serde_json::from_str(told.trim()).unwrap();
    assert_eq!((&line["words"], &line["kind"]), (&"der Finne".into(), &"Description".into()));
    let named = |right: bool| -> Vec<&str> {
        let all = line["candidates"].as_array().unwrap().iter();
        all.filter(|one| one["right"] == right).map(|one| one["name"].as_str().unwrap()).collect()
    };
    assert_eq!((named(true), named(false)), (vec!["Matti Kallio"], vec!["Ines Tolk", ""]));
    assert_eq!(line["candidates"][1]["features"]["OtherGender"], 1.0, "{line}");
}
