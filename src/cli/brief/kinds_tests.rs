//! Small invented articles for each kind of fault that public reports of readers and extractors tell of.
//!
//! A line of `kinds.jsonl`: `kind` (the number in the list of faults), `id`, `text` or `html`, `expect`. Of quotes each
//! must be there with its speaker's last name; an empty list says that nothing is quoted.

use serde_json::Value;

use super::output::{Input, answer};

const CASES: &str = include_str!("kinds.jsonl");
const EDGE: &[char] = &[' ', '.', ',', ';', ':', '!', '?', '“', '”', '„', '«', '»', '"', '\'', '–', '—'];

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The text without boilerplate and captions.
fn body(answer: &Value) -> String {
    let text = answer["text"].as_str().unwrap();
    let blocks = answer["blocks"].as_array().unwrap().iter();
    let kept = blocks.filter(|block| !["boilerplate", "caption"].contains(&block["role"].as_str().unwrap()));
    let span = |block: &Value, key: &str| usize::try_from(block[key].as_u64().unwrap()).unwrap();
    kept.map(|block| text.get(span(block, "start")..span(block, "end")).unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

/// What is wrong with an answer.
fn faults(answer: &Value, expect: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let sentences = texts(&answer["summary"]["sentences"]);
    let summary = sentences.join(" ");
    let body = body(answer);
    let lacking = |words: &Value, text: &str| -> Vec<String> {
        texts(words)
            .into_iter()
            .filter(|part| !text.contains(part))
            .map(|part| format!("no {part} in {text}"))
            .collect()
    };
    faults.extend(lacking(&expect["summary_contains"], &summary));
    faults.extend(lacking(&expect["body_contains"], &body));
    faults.extend(lacking(&expect["title_contains"], answer["title"].as_str().unwrap_or_default()));
    faults.extend(
        texts(&expect["body_lacks"]).into_iter().filter(|part| body.contains(part)).map(str::to_owned),
    );
    for parts in expect["summary_one"].as_array().into_iter().flatten() {
        let parts = texts(parts);
        if !sentences.iter().any(|sentence| parts.iter().all(|part| sentence.contains(part))) {
            faults.push(format!("{parts:?} in no sentence of {sentences:?}"));
        }
    }
    if let Some(day) = expect.get("published") {
        let told = answer["published"].as_str();
        let fits = day.as_str().map_or(told.is_none(), |day| told.is_some_and(|told| told.starts_with(day)));
        faults.extend((!fits).then(|| format!("published {told:?}, due {day}")));
    }
    faults.extend(
        expect.get("quotes").into_iter().flat_map(|due| quote_faults(answer, due, &expect["role_lacks"])),
    );
    faults
}

fn quote_faults(answer: &Value, due: &Value, role_lacks: &Value) -> Vec<String> {
    let found = answer["quotes"].as_array().unwrap();
    let due = due.as_array().unwrap();
    if due.is_empty() {
        return found.iter().map(|quote| format!("quoted: {}", quote["text"])).collect();
    }
    let fault = |due: &Value| {
        let (words, speaker) =
            (due[0].as_str().unwrap().trim_matches(EDGE), due[1].as_str().unwrap_or_default());
        let same = |quote: &&Value| quote["text"].as_str().unwrap().trim_matches(EDGE) == words;
        let Some(quote) = found.iter().find(same) else {
            return Some(format!("no quote {words} in {found:?}"));
        };
        let name = quote["speaker"]["name"].as_str().unwrap_or_default();
        let role = quote["speaker"]["role"].as_str().unwrap_or_default();
        let plain = !name.contains(['\u{ad}', '\u{200b}'])
            && role_lacks.as_str().is_none_or(|word| !role.contains(word));
        (!name.ends_with(speaker) || !plain).then(|| format!("{words} is by {name}, {role}"))
    };
    due.iter().filter_map(fault).collect()
}

#[test]
fn every_kind_of_fault_has_ended_in_other_words_and_languages() {
    let (mut wrong, mut kinds) = (Vec::new(), std::collections::HashMap::<u64, usize>::new());
    for line in CASES.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let input: Input = serde_json::from_str(line).unwrap();
        let answer: Value = serde_json::from_str(&answer(&input)).unwrap();
        *kinds.entry(case["kind"].as_u64().unwrap()).or_default() += 1;
        wrong.extend(
            faults(&answer, &case["expect"]).into_iter().map(|fault| format!("{}: {fault}", case["id"])),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(kinds.len() > 10, "{kinds:?}");
}

#[test]
fn a_fault_is_told() {
    let input =
        Input { id: "a".into(), text: Some("“We stay,” Ana Porto said.".into()), ..Input::default() };
    let answer: Value = serde_json::from_str(&answer(&input)).unwrap();
    for expect in [
        r#"{"summary_contains": ["nothing of it"]}"#,
        r#"{"body_contains": ["We go"]}"#,
        r#"{"body_lacks": ["We stay"]}"#,
        r#"{"title_contains": ["Boats"]}"#,
        r#"{"summary_one": [["We stay", "boats"]]}"#,
        r#"{"published": "2026-09-14"}"#,
        r#"{"quotes": []}"#,
        r#"{"quotes": [["We stay", "Lindt"]]}"#,
        r#"{"quotes": [["We go", "Porto"]]}"#,
    ] {
        assert!(!faults(&answer, &serde_json::from_str(expect).unwrap()).is_empty(), "{expect}");
    }
    let right = r#"{"body_contains": ["We stay"], "published": null, "quotes": [["We stay", "Porto"]]}"#;
    assert_eq!(faults(&answer, &serde_json::from_str(right).unwrap()), Vec::<String>::new());
}
